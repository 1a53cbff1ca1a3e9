using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Web;

namespace Entente.Ui.Forms;

/// <summary>The units for which somebody may keep records; the widest first, which is the one proposed.</summary>
public sealed class EditUnits(IUnits units)
{
    /// <summary>The field under which a form sends the unit.</summary>
    public const string Field = "unit";

    /// <summary>The units the viewer holds the permission for, the widest first.</summary>
    public async Task<IReadOnlyList<UnitCard>> OfAsync(Viewer viewer, string permission, CancellationToken cancellation) =>
        viewer.May(permission) ? [.. (await units.AllAsync(cancellation)).Where(u => viewer.May(permission, u.Id.Value))] : [];

    /// <summary>The unit a form chose, or the widest where it did not; none, with the error noted, where it may not be chosen.</summary>
    public async Task<UnitId?> ChosenAsync(FormReader form, Viewer viewer, string permission, CancellationToken cancellation)
    {
        var allowed = await OfAsync(viewer, permission, cancellation);
        var chosen = form.Key<UnitCard>(Field) ?? (allowed.Count > 0 ? allowed[0].Id : null);
        if (chosen is { } unit && allowed.Any(u => u.Id == unit)) return unit;
        form.Refuse(Field, "form.choice");
        return null;
    }
}
