using Entente.Foundation.Access;

namespace Entente.Figures;

/// <summary>What the room may be asked to allow.</summary>
internal sealed class FiguresPermissions : IPermissionSource
{
    public const string View = "figures.view";
    public const string Publish = "figures.publish";
    public const string Restate = "figures.restate";
    public const string EditPage = "figures.edit-page";

    public IEnumerable<Permission> Permissions =>
    [
        new(View, BuiltInRole.Reader, BuiltInRole.Coordinator, BuiltInRole.Head, BuiltInRole.Dean, BuiltInRole.Officer),
        new(Publish, BuiltInRole.Coordinator, BuiltInRole.Dean),
        new(Restate, BuiltInRole.Dean),
        new(EditPage, BuiltInRole.Coordinator, BuiltInRole.Dean),
    ];
}
