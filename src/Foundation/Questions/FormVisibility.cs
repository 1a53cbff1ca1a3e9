using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Foundation.Questions;

/// <summary>Who sees forms and answers: those who keep forms for the unit; an answer also whoever gave it.</summary>
internal static class FormVisibility
{
    public static IQueryable<Form> VisibleTo(this IQueryable<Form> forms, Viewer viewer)
    {
        var named = forms.ViewerNamed();
        var reach = viewer.Reach(FoundationPermissions.Forms);
        if (reach.IsEverywhere) return named;
        var units = reach.Units.ToList();
        return named.Where(f => units.Contains(f.Unit));
    }

    /// <summary>A draft is seen by nobody but whoever writes it.</summary>
    public static IQueryable<FormAnswer> VisibleTo(this IQueryable<FormAnswer> answers, Viewer viewer)
    {
        var named = answers.ViewerNamed();
        if (viewer.IsSystem) return named;
        var reach = viewer.Reach(FoundationPermissions.Forms);
        var (everywhere, units, own) = (reach.IsEverywhere, reach.Units.ToList(), viewer.Account);
        return named.Where(a => (a.State == AnswerState.Submitted && (everywhere || units.Contains(a.Unit))) || (own != null && a.Account == own));
    }
}
