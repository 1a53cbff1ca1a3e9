using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Texts;
using Entente.Ui.Lists;

namespace Entente.Directory.Roles;

/// <summary>Who may give which role for which unit.</summary>
internal static class RoleRules
{
    /// <summary>What speaks against it, with the field it is about; none: it may be given.</summary>
    public static (string Field, string TextKey)? ReasonAgainst(Viewer viewer, string role, UnitId unit, UnitTree tree)
    {
        if (!BuiltInRole.All.Contains(role, StringComparer.Ordinal)) return ("role", "form.choice");
        if (tree.Find(unit) is not { EndedOn: null }) return ("unit", "form.choice");
        if (role == BuiltInRole.Operator && !tree.IsTop(unit)) return ("unit", "directory.role.operator-top");
        if (viewer.May(DirectoryPermissions.ManageAccounts, unit.Value)) return null;
        if (!viewer.May(DirectoryPermissions.Invite, unit.Value)) return ("unit", "directory.role.not-yours");
        return role == BuiltInRole.Reader ? null : ("role", "directory.role.readers-only");
    }

    /// <summary>The roles a viewer may give somewhere.</summary>
    public static IReadOnlyList<Choice> RolesFor(Viewer viewer, TextCatalog texts) =>
        [.. BuiltInRole.All.Where(r => r == BuiltInRole.Reader || viewer.May(DirectoryPermissions.ManageAccounts)).Select(r => new Choice(r, texts["role." + r]))];

    /// <summary>The units a viewer may give roles for, from the top down.</summary>
    public static IReadOnlyList<Choice> UnitsFor(Viewer viewer, UnitTree tree) =>
        [.. tree.Ordered.Where(u => u.Unit.EndedOn is null && MayGiveFor(viewer, u.Unit.Id)).Select(u => new Choice(u.Unit.Id.ToString(), Indented(u)))];

    /// <summary>A unit's name, set in by its depth, for lists of choices.</summary>
    public static string Indented((UnitPlace Unit, int Depth) place) => new string('\u2003', place.Depth) + place.Unit.Name;

    private static bool MayGiveFor(Viewer viewer, UnitId unit) =>
        viewer.May(DirectoryPermissions.ManageAccounts, unit.Value) || viewer.May(DirectoryPermissions.Invite, unit.Value);
}
