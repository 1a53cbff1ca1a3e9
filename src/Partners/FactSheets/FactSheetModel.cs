using Entente.Contracts.Directory;
using Entente.Foundation.Links;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using NodaTime;

namespace Entente.Partners.FactSheets;

/// <summary>A partner's fact sheet of a year with all that belongs to it.</summary>
public sealed record FactSheetModel
{
    public required OrganisationCard Organisation { get; init; }

    public required int Year { get; init; }

    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>The edition that counts.</summary>
    public FactSheetLine? Confirmed { get; init; }

    /// <summary>The one that counted the year before.</summary>
    public FactSheetLine? Before { get; init; }

    /// <summary>What waits for review, the newest first.</summary>
    public IReadOnlyList<FactSheetLine> Proposed { get; init; } = [];

    /// <summary>Every edition of the year, the newest first.</summary>
    public IReadOnlyList<FactSheetLine> Past { get; init; } = [];

    public IReadOnlyList<LinkLine> Links { get; init; } = [];

    public IReadOnlyList<FactSheetContact> Contacts { get; init; } = [];

    public required Instant Now { get; init; }

    public bool MayEdit { get; init; }

    public IReadOnlyList<UnitCard> Units { get; init; } = [];

    /// <summary>The form that was refused, of asking or of returning.</summary>
    public FormReader Form { get; init; } = FormReader.Empty;

    public Ui.Links.MadeLink? Made { get; init; }

    public string Partner => ShowPartner.AddressOf(Organisation.Id);

    /// <summary>The page's path without the year.</summary>
    public string Path => Partner + "/fact-sheet";

    public string Address => Path + "?year=" + FactSheetReading.InstanceOf(Year);

    /// <summary>What an edit begins with: what counts, else last year's without its dates.</summary>
    public FactSheetContent Start => Confirmed?.Answer.Sheet ?? FactSheetContents.Next(Before?.Answer.Sheet);
}

/// <summary>An edition as pages show it.</summary>
public sealed record FactSheetLine(
    Guid Id, int Year, FactSheetState State, FactSheetAnswer Answer, string By, bool ByLink, Instant RecordedAt, string? DecidedBy, Instant? DecidedAt, string? Reason);

/// <summary>What is done with what a fact sheet says.</summary>
internal static class FactSheetContents
{
    /// <summary>What is proposed for the next year: the words as they were, the dates a year later.</summary>
    public static FactSheetContent Next(FactSheetContent? before) => before is null ? new() : before with
    {
        Autumn = Later(before.Autumn),
        Spring = Later(before.Spring),
        HousingBy = before.HousingBy?.AddYears(1),
    };

    private static FactSheetTerm Later(FactSheetTerm term) => new(term.Nominate?.AddYears(1), term.Apply?.AddYears(1), term.From?.AddYears(1), term.Until?.AddYears(1));
}
