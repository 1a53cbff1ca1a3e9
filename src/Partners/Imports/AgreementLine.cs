using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Import;
using Entente.Foundation.Texts;
using Entente.Partners.Model;

namespace Entente.Partners.Imports;

/// <summary>A row of a table of agreements, read.</summary>
internal sealed class AgreementLine
{
    private static readonly char[] Several = [AgreementColumns.Between, ';', '；', '\n'];
    private static readonly char[] SeveralCodes = [AgreementColumns.Between, ';', '；', ',', '，', '、', '\n'];

    private AgreementLine(ImportLine line) => Line = line;

    public ImportLine Line { get; }

    public string Number => Line.Text(AgreementColumns.Number);

    public AgreementKind? Kind { get; private set; }

    public UnitCard? Unit { get; private set; }

    public TermKind? Term { get; private set; }

    public AgreementState? State { get; private set; }

    public IReadOnlyList<string> Territory { get; private set; } = [];

    public IReadOnlyList<UnitId> UnitsCovered { get; private set; } = [];

    public IReadOnlyList<string> Languages { get; private set; } = [];

    public IReadOnlyList<OrganisationNamed> Named { get; private set; } = [];

    /// <summary>The organisations the partners' names mean, in their order.</summary>
    public IReadOnlyList<OrganisationMeant> Partners { get; set; } = [];

    public bool KnowsPartners => Partners.All(p => p.Card is not null);

    public IEnumerable<OrganisationCard> PartnerCards => Partners.Select(p => p.Card).OfType<OrganisationCard>();

    public DateOnly? SignedOn => Line.Date(AgreementColumns.SignedOn);

    /// <summary>The first day; where only the signature is dated, that day.</summary>
    public DateOnly? EffectiveOn => Line.Date(AgreementColumns.EffectiveOn) ?? SignedOn;

    public DateOnly? EndsOn => Line.Date(AgreementColumns.EndsOn);

    public string Follows => Line.Text(AgreementColumns.Follows);

    /// <summary>The agreement of this number; none: it is new.</summary>
    public Agreement? Stored { get; private set; }

    /// <summary>The text to write; none where nothing is written.</summary>
    public AgreementContent? Content { get; set; }

    /// <summary>Reads a row and says what is wrong in it alone.</summary>
    public static AgreementLine Read(ImportLine line, AgreementWorld world, ImportBatch batch, CountryReading countries, SchoolDefaults defaults)
    {
        var (en, zh) = (line.Text(AgreementColumns.TitleEn), line.Text(AgreementColumns.TitleZh));
        line.Label = string.Join(' ', new[] { line.Text(AgreementColumns.Number), en.Length > 0 ? en : zh }.Where(t => t.Length > 0));
        var row = new AgreementLine(line) { Stored = world.ByNumber.GetValueOrDefault(line.Text(AgreementColumns.Number)) };
        row.ReadKind(world);
        row.ReadUnits(world, batch, defaults);
        row.ReadWords();
        row.ReadTerritory(countries);
        row.Named = [.. Parts(line.Text(AgreementColumns.Partners), Several).Select(p => new OrganisationNamed(
            line, AgreementColumns.Partners, [p], RorIdentifier.Read(p), null, null, null, CanBeNew: false))];
        if (row.Stored is null) row.DemandForNew(en, zh);
        return row;
    }

    /// <summary>A text of the row as it stands in records: the same words in the same order give the same.</summary>
    public string Signature => string.Join('\u001F', AgreementFields.All.Select(f => f.Type switch
    {
        ImportFieldType.Date => Line.Date(f.Id)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "",
        ImportFieldType.Number => Line.WholeNumber(f.Id)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
        ImportFieldType.Flag => Line.Flag(f.Id)?.ToString() ?? "",
        _ => Line.Text(f.Id),
    }));

    public static IReadOnlyList<string> Parts(string text, char[] between) =>
        [.. text.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    private void ReadKind(AgreementWorld world)
    {
        if (Line.Text(AgreementColumns.Kind) is not { Length: > 0 } written) return;
        Kind = world.KindOf(written);
        if (Kind is null) Line.Refuse(AgreementColumns.Kind, "import.agreements.kind-unknown", written, string.Join(", ", world.Kinds.Select(k => k.Code)));
    }

    private void ReadUnits(AgreementWorld world, ImportBatch batch, SchoolDefaults defaults)
    {
        Unit = Line.Text(AgreementColumns.Unit) is { Length: > 0 } written ? UnitOf(AgreementColumns.Unit, written, world)
            : Stored is { } stored ? world.Units.FirstOrDefault(u => u.Id == stored.UnitId)
            : defaults.Unit;
        if (Unit is { } unit && !batch.Reach.Covers(unit.Id.Value)) Line.Refuse(AgreementColumns.Unit, "import.agreements.unit-not-yours", unit.Name);
        if (Stored is { } kept && !batch.Reach.Covers(kept.UnitId.Value)) Line.Refuse(AgreementColumns.Number, "import.agreements.number-taken", Number);
        UnitsCovered = [.. Parts(Line.Text(AgreementColumns.UnitsCovered), SeveralCodes)
            .Select(w => UnitOf(AgreementColumns.UnitsCovered, w, world)?.Id).OfType<UnitId>()];
    }

    private UnitCard? UnitOf(string field, string written, AgreementWorld world)
    {
        var unit = world.UnitOf(written);
        if (unit is null) Line.Refuse(field, "import.agreements.unit-unknown", written);
        return unit;
    }

    private void ReadWords()
    {
        if (Line.Text(AgreementColumns.Term) is { Length: > 0 } term)
        {
            Term = AgreementColumns.TermOf(term) ?? (AgreementFields.Terms.TryGetValue(term, out var known) ? known : null);
            if (Term is null) Line.Refuse(AgreementColumns.Term, "import.agreements.term-unknown", term);
        }

        if (Line.Text(AgreementColumns.State) is { Length: > 0 } state)
        {
            State = AgreementColumns.StateOf(state) ?? (AgreementFields.States.TryGetValue(state, out var known) ? known : null);
            if (State is null) Line.Refuse(AgreementColumns.State, "import.agreements.state-unknown", state);
        }

        Languages = Parts(Line.Text(AgreementColumns.Languages), SeveralCodes);
    }

    private void ReadTerritory(CountryReading countries)
    {
        var codes = new List<string>();
        foreach (var written in Parts(Line.Text(AgreementColumns.Territory), SeveralCodes))
        {
            if (countries.Read(written) is { } code) codes.Add(code);
            else Line.Refuse(AgreementColumns.Territory, "import.country-unknown", written);
        }

        Territory = [.. codes.Distinct(StringComparer.Ordinal)];
    }

    private void DemandForNew(string en, string zh)
    {
        if (Line.Text(AgreementColumns.Kind).Length == 0) Line.Refuse(AgreementColumns.Kind, "import.agreements.needed");
        if (en.Length + zh.Length == 0) Line.Refuse(AgreementColumns.TitleEn, "import.agreements.needed");
        if (Named.Count == 0) Line.Refuse(AgreementColumns.Partners, "import.agreements.needed");
        if (Unit is null && Line.Text(AgreementColumns.Unit).Length == 0) Line.Refuse(AgreementColumns.Unit, "import.agreements.needed");
    }
}

/// <summary>What holds where a row does not say: the unit chosen at the upload.</summary>
internal sealed record SchoolDefaults(UnitCard? Unit);
