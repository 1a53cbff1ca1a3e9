using System.Runtime.CompilerServices;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Entente.Ui.Lists;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>Agreements as a table: the file behind the list, and <c>export agreements FILE</c>. Its columns are those the import takes.</summary>
internal sealed class AgreementTable(AppDbContext db, AgreementSelection selection, IOrganisations organisations, IUnits units, SchoolClock clock) : IExportKind
{
    /// <summary>So many agreements are read at a time; the file is written as they come.</summary>
    private const int Portion = 200;

    public string Id => "agreements";

    public Task<int> ExportAsync(Stream file, TableFormat format, CancellationToken cancellation) =>
        WriteAsync(file, format, Viewer.System, ListQuery.Of(AgreementList.Route), cancellation);

    /// <summary>Writes what an address asks for, as the viewer may see it.</summary>
    public async Task<int> WriteAsync(Stream file, TableFormat format, Viewer viewer, ListQuery query, CancellationToken cancellation)
    {
        var written = 0;
        var rows = RowsAsync(viewer, query, () => written++, cancellation);
        await (format == TableFormat.Csv
            ? TableWriter.WriteCsvAsync(file, Columns, rows, cancellation)
            : TableWriter.WriteXlsxAsync(file, "agreements", Columns, rows, cancellation));
        return written;
    }

    private async IAsyncEnumerable<Written> RowsAsync(Viewer viewer, ListQuery query, Action count, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var expiring = await Expiring.ReadAsync(db, clock.Today, cancellation);
        var kinds = await db.Set<AgreementKind>().AsNoTracking().ToDictionaryAsync(k => k.Id, k => k.Code, cancellation);
        var codes = (await units.AllAsync(cancellation)).ToDictionary(u => u.Id, u => u.Code);
        var keys = await selection.Of(viewer, query, expiring).Select(a => a.Id).ToListAsync(cancellation);
        foreach (var portion in keys.Chunk(Portion))
        {
            var agreements = await db.Set<Agreement>().VisibleTo(viewer).AsNoTracking().Where(a => portion.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
            var texts = agreements.ToDictionary(a => a.Key, a => a.Value.Text);
            var partners = texts.Values.SelectMany(t => t.Parties).Select(p => p.Organisation).OfType<OrganisationId>().Distinct().ToList();
            var names = await organisations.Cards(Viewer.System).Where(o => partners.Contains(o.Id))
                .Select(o => new { o.Id, o.Ror, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Ror ?? o.Name.En, cancellation);
            var before = agreements.Values.Select(a => a.PredecessorId).OfType<AgreementId>().ToList();
            var numbers = await db.Set<Agreement>().VisibleTo(viewer).Where(a => before.Contains(a.Id))
                .Select(a => new { a.Id, a.Number }).ToDictionaryAsync(a => a.Id, a => a.Number, cancellation);
            foreach (var key in portion.Where(agreements.ContainsKey))
            {
                count();
                var (agreement, text) = (agreements[key], texts[key]);
                yield return new(
                    agreement, text, kinds[agreement.KindId], codes[agreement.UnitId],
                    Joined(text.Parties.Select(p => p.Organisation).OfType<OrganisationId>().Select(p => names[p])),
                    Joined(text.Units.Select(u => codes[u])),
                    agreement.PredecessorId is { } p ? numbers.GetValueOrDefault(p) : null);
            }
        }
    }

    private static string Joined(IEnumerable<string> values) => string.Join(AgreementColumns.Between, values);

    private static int? Places(AgreementContent text, PlaceDirection direction)
    {
        var lines = text.Places.Where(p => p.Direction == direction && p.Within is null && p.AcademicYear is null).ToList();
        return lines.Count == 0 ? null : lines.Sum(p => p.PerYear);
    }

    private static readonly IReadOnlyList<TableColumn<Written>> Columns =
    [
        new(AgreementColumns.Number, r => r.Agreement.Number),
        new(AgreementColumns.Kind, r => r.Kind),
        new(AgreementColumns.TitleEn, r => r.Agreement.Title.Exactly("en")),
        new(AgreementColumns.TitleZh, r => r.Agreement.Title.Exactly("zh-Hans")),
        new(AgreementColumns.Partners, r => r.Partners),
        new(AgreementColumns.Unit, r => r.Unit),
        new(AgreementColumns.Territory, r => Joined(r.Text.Territory)),
        new(AgreementColumns.SignedOn, r => r.Agreement.SignedOn),
        new(AgreementColumns.EffectiveOn, r => r.Agreement.EffectiveOn),
        new(AgreementColumns.EndsOn, r => r.Agreement.LastDay),
        new(AgreementColumns.Term, r => AgreementColumns.Word(r.Agreement.Term)),
        new(AgreementColumns.NoticeMonths, r => r.Text.NoticeMonths),
        new(AgreementColumns.RenewalMonths, r => r.Text.RenewalMonths),
        new(AgreementColumns.PlacesOut, r => Places(r.Text, PlaceDirection.Out)),
        new(AgreementColumns.PlacesIn, r => Places(r.Text, PlaceDirection.In)),
        new(AgreementColumns.State, r => AgreementColumns.Word(r.Agreement.State)),
        new(AgreementColumns.UnitsCovered, r => r.UnitsCovered),
        new(AgreementColumns.Languages, r => Joined(r.Text.Languages)),
        new(AgreementColumns.SemesterWeight, r => r.Text.SemesterWeight),
        new(AgreementColumns.Reciprocal, r => r.Text.Reciprocal ? "yes" : "no"),
        new(AgreementColumns.CarryOverYears, r => r.Text.CarryOverYears),
        new(AgreementColumns.Follows, r => r.Follows),
    ];

    private sealed record Written(
        Agreement Agreement, AgreementContent Text, string Kind, string Unit, string Partners, string UnitsCovered, string? Follows);
}
