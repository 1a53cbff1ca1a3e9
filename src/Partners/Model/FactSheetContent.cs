using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Entente.Partners.Model;

/// <summary>
/// What a partner says of itself for one academic year, for those who send students there. One canonical JSON form (properties in
/// the order below), whose SHA-256 is what its coordinator puts a name to.
/// </summary>
public sealed record FactSheetContent
{
    /// <summary>The first half year.</summary>
    public FactSheetTerm Autumn { get; init; } = new();

    /// <summary>The second half year.</summary>
    public FactSheetTerm Spring { get; init; } = new();

    /// <summary>In which languages courses are taught.</summary>
    public string Teaching { get; init; } = "";

    /// <summary>The level of language asked for, and how it is proven.</summary>
    public string Language { get; init; } = "";

    /// <summary>What else is required: grades, semesters completed, documents.</summary>
    public string Requirements { get; init; } = "";

    /// <summary>What students pay, and what they are exempt from.</summary>
    public string Fees { get; init; } = "";

    /// <summary>Where they live and how they apply for it.</summary>
    public string Housing { get; init; } = "";

    /// <summary>The last day to apply for housing.</summary>
    public DateOnly? HousingBy { get; init; }

    /// <summary>Where incoming students are told more; http or https.</summary>
    public string Website { get; init; } = "";

    /// <summary>Anything else.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>Whether nothing is said at all.</summary>
    [JsonIgnore]
    public bool IsEmpty => this == new FactSheetContent();

    /// <summary>The canonical form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Form);

    /// <summary>Reads the canonical form.</summary>
    public static FactSheetContent FromJson(string json) => JsonSerializer.Deserialize<FactSheetContent>(json, Form)
        ?? throw new InvalidOperationException("A fact sheet is empty.");

    internal static byte[] HashOf(string json) => SHA256.HashData(Encoding.UTF8.GetBytes(json));

    internal static readonly JsonSerializerOptions Form = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };
}

/// <summary>The dates of half a year.</summary>
/// <param name="Nominate">The last day to nominate.</param>
/// <param name="Apply">The last day to apply.</param>
/// <param name="From">The first day of term.</param>
/// <param name="Until">The last day of term, examinations included.</param>
public sealed record FactSheetTerm(DateOnly? Nominate = null, DateOnly? Apply = null, DateOnly? From = null, DateOnly? Until = null);

/// <summary>What a partner's coordinator says of a contact on their side.</summary>
/// <param name="Contact">Which contact; none: somebody new.</param>
/// <param name="Left">Whether they no longer do this.</param>
/// <param name="Name">The name; of somebody known it is not changed.</param>
/// <param name="Title">The office held; none: as it was.</param>
/// <param name="Email">Where to write; none: as it was.</param>
public sealed record ContactAnswer(Guid? Contact, bool Left, string Name, string? Title, string? Email);

/// <summary>Everything an answer says; what is signed is its canonical form.</summary>
/// <param name="Sheet">The fact sheet.</param>
/// <param name="Contacts">What changes about contacts.</param>
public sealed record FactSheetAnswer(FactSheetContent Sheet, IReadOnlyList<ContactAnswer> Contacts)
{
    /// <summary>The canonical form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, FactSheetContent.Form);

    /// <summary>Reads the canonical form.</summary>
    public static FactSheetAnswer FromJson(string json) => JsonSerializer.Deserialize<FactSheetAnswer>(json, FactSheetContent.Form)
        ?? throw new InvalidOperationException("An answer is empty.");
}
