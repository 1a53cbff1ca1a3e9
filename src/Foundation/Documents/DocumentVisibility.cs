using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Foundation.Documents;

/// <summary>Who sees issued documents: those who may see the register for the unit.</summary>
internal static class DocumentVisibility
{
    public static IQueryable<IssuedDocument> VisibleTo(this IQueryable<IssuedDocument> documents, Viewer viewer)
    {
        var reach = viewer.Reach(FoundationPermissions.Documents);
        if (reach.IsEverywhere) return documents.ViewerNamed();
        var units = reach.Units.ToList();
        return documents.ViewerNamed().Where(d => units.Contains(d.Unit));
    }
}
