using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Texts;
using Entente.Partners.Model;

namespace Entente.Partners.Imports;

/// <summary>The import of partners: an organisation with what the school says of it, and a contact there.</summary>
internal sealed class PartnersImport(
    AppDbContext db, OrganisationLookup lookup, IPersons persons, PartnersApply apply, PartnersUndo undo, CountryReading countries, TextCatalog texts) : IImportKind
{
    public string Id => "partners";

    public string Permission => PartnersPermissions.Edit;

    public IReadOnlyList<ImportField> Fields => PartnerFields.All;

    public IReadOnlyList<IReadOnlyList<string>> OneOf => [[PartnerFields.NameEn, PartnerFields.NameZh, PartnerFields.Ror, PartnerFields.Key]];

    public async Task CheckAsync(ImportBatch batch, CancellationToken cancellation)
    {
        var rows = batch.Lines.Select(l => PartnerLine.Read(l, countries)).ToList();
        var meant = await lookup.FindAsync([.. rows.Select(r => r.Named)], batch, cancellation);
        foreach (var (row, organisation) in rows.Zip(meant)) row.Organisation = organisation;
        Contradictions.Find(rows);
        var known = rows.Select(r => r.Organisation.Card?.Id).OfType<OrganisationId>().Distinct().ToList();
        var stored = await PartnersAsStored.ReadAsync(db, persons, known, cancellation);
        foreach (var group in rows.Where(r => r.Organisation.IsKnown).GroupBy(r => r.OrganisationKey, StringComparer.Ordinal)) PartnerComparison.Compare([.. group], stored);
    }

    public Task<IReadOnlyList<IReadOnlyList<ImportOption>>> OptionsAsync(IReadOnlyList<ImportQuestion> questions, CancellationToken cancellation) =>
        lookup.OptionsAsync(questions, "import.partners.add", texts, cancellation);

    public Task<IReadOnlyList<ImportOption>> FindAsync(ImportQuestion question, string text, CancellationToken cancellation) =>
        lookup.SearchAsync(text, texts, cancellation);

    public Task ApplyAsync(ImportBatch batch, CancellationToken cancellation) => apply.RunAsync(batch, cancellation);

    public Task<IReadOnlyList<ImportBlock>> UndoAsync(IReadOnlyList<ImportEffect> effects, CancellationToken cancellation) => undo.RunAsync(effects, cancellation);
}
