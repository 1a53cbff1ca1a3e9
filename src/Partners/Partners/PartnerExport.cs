using Entente.Foundation.Access;
using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Entente.Ui.Lists;

namespace Entente.Partners.Partners;

/// <summary>The command <c>export partners FILE</c>, and the columns of the list's exports.</summary>
internal sealed class PartnerExport(PartnerLists lists) : IExportKind
{
    /// <summary>The columns; names are stable.</summary>
    public static readonly IReadOnlyList<TableColumn<PartnerRow>> Columns =
    [
        new("Partner", r => r.Organisation.Name.Exactly("en") is { Length: > 0 } en ? en : r.Organisation.Name.ToString()),
        new("Partner (Chinese)", r => r.Organisation.Name.Exactly("zh-Hans")),
        new("ROR", r => r.Organisation.Ror),
        new("Country", r => r.Organisation.Country),
        new("City", r => r.Organisation.City.En),
        new("Agreements in force", r => r.InForce),
        new("Next end", r => r.NextEnd),
        new("Last contact", r => r.LastContact),
        new("Places owed to us", r => r.Balance is { } hundredths ? hundredths / 100m : null),
        new("Key", r => r.Organisation.Id.ToString()),
    ];

    public string Id => "partners";

    public async Task<int> ExportAsync(Stream file, TableFormat format, CancellationToken cancellation)
    {
        var rows = await lists.AllAsync(ListQuery.Of(PartnerList.Address), Viewer.System, cancellation);
        await TableFile.WriteAsync(file, format, Id, Columns, rows, cancellation);
        return rows.Count;
    }
}
