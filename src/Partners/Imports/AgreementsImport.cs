using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;

namespace Entente.Partners.Imports;

/// <summary>The import of agreements, by their numbers.</summary>
internal sealed class AgreementsImport(
    AppDbContext db, OrganisationLookup lookup, IUnits units, AgreementsApply apply, AgreementsUndo undo, CountryReading countries, TextCatalog texts, SchoolClock clock) : IImportKind
{
    public string Id => "agreements";

    public string Permission => PartnersPermissions.EditAgreements;

    public IReadOnlyList<ImportField> Fields => AgreementFields.All;

    public async Task CheckAsync(ImportBatch batch, CancellationToken cancellation)
    {
        var numbers = batch.Lines.SelectMany(l => new[] { l.Text(AgreementColumns.Number), l.Text(AgreementColumns.Follows) })
            .Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var world = await AgreementWorld.ReadAsync(db, units, numbers, cancellation);
        var unit = batch.Unit is { } chosen ? world.Units.FirstOrDefault(u => u.Id.Value == chosen) : world.Units.Count > 0 ? world.Units[0] : null;
        var rows = batch.Lines.Select(l => AgreementLine.Read(l, world, batch, countries, new(unit))).ToList();
        await FindPartnersAsync(rows, batch, cancellation);
        foreach (var row in rows)
        {
            AgreementRules.OfOne(row, clock.Today);
            AgreementRules.OfPlaces(row, world);
        }

        AgreementRules.OfNumbers(rows);
        AgreementRules.OfSuccession(rows, world);
        AgreementRules.OfOverlaps(rows, world);
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            AgreementComparison.Compare(row, world);
            AgreementWriting.Check(row);
            if (row.Line.IsRefused || written.Add(row.Number)) continue;

            // The same words a second time: the first of the rows does it all.
            row.Content = null;
            row.Line.Outcome = ImportOutcome.Unchanged;
        }
    }

    public Task<IReadOnlyList<IReadOnlyList<ImportOption>>> OptionsAsync(IReadOnlyList<ImportQuestion> questions, CancellationToken cancellation) =>
        lookup.OptionsAsync(questions, "import.partners.add", texts, cancellation);

    public Task<IReadOnlyList<ImportOption>> FindAsync(ImportQuestion question, string text, CancellationToken cancellation) =>
        lookup.SearchAsync(text, texts, cancellation);

    public Task ApplyAsync(ImportBatch batch, CancellationToken cancellation) => apply.RunAsync(batch, cancellation);

    public Task<IReadOnlyList<ImportBlock>> UndoAsync(IReadOnlyList<ImportEffect> effects, CancellationToken cancellation) => undo.RunAsync(effects, cancellation);

    private async Task FindPartnersAsync(List<AgreementLine> rows, ImportBatch batch, CancellationToken cancellation)
    {
        var meant = await lookup.FindAsync([.. rows.SelectMany(r => r.Named)], batch, cancellation);
        var at = 0;
        foreach (var row in rows)
        {
            row.Partners = [.. meant.Skip(at).Take(row.Named.Count)];
            at += row.Named.Count;
            if (row.PartnerCards.GroupBy(c => c.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
                row.Line.Refuse(AgreementColumns.Partners, "import.agreements.partner-twice", twice.First().Name);
        }
    }
}
