using System.Linq.Expressions;
using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Foundation.Letters;

/// <summary>Who sees letters and replies: those who may write letters for the unit.</summary>
internal static class LetterVisibility
{
    public static IQueryable<Letter> VisibleTo(this IQueryable<Letter> letters, Viewer viewer) => Narrow(letters, viewer, units => l => units.Contains(l.Unit));

    public static IQueryable<LetterReply> VisibleTo(this IQueryable<LetterReply> replies, Viewer viewer) => Narrow(replies, viewer, units => r => units.Contains(r.Unit));

    private static IQueryable<T> Narrow<T>(IQueryable<T> records, Viewer viewer, Func<IReadOnlyList<Guid>, Expression<Func<T, bool>>> within)
        where T : class, IScoped
    {
        var reach = viewer.Reach(FoundationPermissions.Letters);
        return reach.IsEverywhere ? records.ViewerNamed() : records.ViewerNamed().Where(within([.. reach.Units]));
    }
}
