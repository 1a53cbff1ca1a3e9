using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;

namespace Entente.Partners.Model;

/// <summary>
/// What the parties agree, and nothing else: the text that is approved, signed, amended and sealed. One canonical JSON form
/// (properties in the order below, no spaces), whose SHA-256 is the seal.
/// </summary>
public sealed record AgreementContent
{
    public required string Number { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>The code of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The school first, then the partners.</summary>
    public IReadOnlyList<PartyContent> Parties { get; init; } = [];

    /// <summary>The units covered; a unit covers those below it.</summary>
    public IReadOnlyList<UnitId> Units { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2 codes it holds in.</summary>
    public IReadOnlyList<string> Territory { get; init; } = [];

    /// <summary>BCP 47 tags of the languages it is signed in.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public TermKind Term { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The last day; with automatic renewal, of the first period.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The length of each further period.</summary>
    public int? RenewalMonths { get; init; }

    /// <summary>How long before the end of a period a party must say that it will not go on.</summary>
    public int? NoticeMonths { get; init; }

    public IReadOnlyList<PlaceContent> Places { get; init; } = [];

    /// <summary>How much a stay of a year counts, in hundredths of a place.</summary>
    public int YearWeight { get; init; } = 100;

    /// <summary>How much a stay of a semester counts, in hundredths of a place.</summary>
    public int SemesterWeight { get; init; } = 50;

    /// <summary>Whether places out and in are held against each other.</summary>
    public bool Reciprocal { get; init; }

    /// <summary>For how many years a difference is carried.</summary>
    public int CarryOverYears { get; init; }

    public IReadOnlyList<ClauseContent> Clauses { get; init; } = [];

    /// <summary>The same text, every clause with its code.</summary>
    public AgreementContent Keyed() => Clauses.All(c => c.Code is not null) ? this : this with { Clauses = ClauseCodes.Give(Clauses) };

    /// <summary>The canonical form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Form);

    /// <summary>SHA-256 of the canonical form.</summary>
    public byte[] Hash() => HashOf(ToJson());

    public static byte[] HashOf(string json) => SHA256.HashData(Encoding.UTF8.GetBytes(json));

    public static AgreementContent FromJson(string json) => JsonSerializer.Deserialize<AgreementContent>(json, Form)
        ?? throw new InvalidOperationException("The text of an agreement is empty.");

    private static readonly JsonSerializerOptions Form = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(), new LocalizedTextJsonConverter() },
    };
}

/// <summary>A party and those who sign for it.</summary>
/// <param name="Organisation">The partner; none: the school's own university.</param>
/// <param name="Role">What it is to the agreement.</param>
/// <param name="Signatories">Who signs for it.</param>
public sealed record PartyContent(OrganisationId? Organisation, PartyRole Role, IReadOnlyList<SignatoryContent> Signatories);

/// <summary>Somebody who signs.</summary>
/// <param name="Name">As it stands under the text.</param>
/// <param name="Title">The office held.</param>
/// <param name="Person">The person, where known to the directory.</param>
public sealed record SignatoryContent(string Name, string Title, PersonId? Person = null);

/// <summary>A clause, in both languages.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">What it says.</param>
/// <param name="Code">Its name within the text, the same in every version and wherever it stands; texts from before there were codes have none.</param>
public sealed record ClauseContent(LocalizedText Heading, LocalizedText Text, string? Code = null);

/// <summary>A line of places; see <see cref="PlaceCard"/> for the meaning of each part.</summary>
public sealed record PlaceContent(
    string Code,
    PlaceDirection Direction,
    int PerYear,
    string? Within = null,
    StudyLevel? Level = null,
    string? Field = null,
    UnitId? Unit = null,
    OrganisationId? Partner = null,
    int? AcademicYear = null);

/// <summary>What a party is to an agreement.</summary>
public enum PartyRole
{
    School,
    Partner,
    Coordinator,
    Funder,
}
