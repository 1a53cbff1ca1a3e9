using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Web;

namespace Entente.Partners.Ledger;

/// <summary>What a page of a balance shows.</summary>
public sealed record BalanceModel
{
    /// <summary>Whose balance: an agreement's or a partner's name.</summary>
    public required string Title { get; init; }

    /// <summary>The page of that record.</summary>
    public required string Record { get; init; }

    public required PlacePicture Picture { get; init; }

    /// <summary>The accounts that make it up, each with a name and where it is shown.</summary>
    public required IReadOnlyList<AccountLine> Accounts { get; init; }

    /// <summary>The rows of the ledger; of one agreement only.</summary>
    public IReadOnlyList<EntryLine> Entries { get; init; } = [];

    /// <summary>The partners one can post for; none: the viewer may not post.</summary>
    public IReadOnlyList<OrganisationCard> Partners { get; init; } = [];

    /// <summary>The academic year one posts to unless another is chosen.</summary>
    public int CurrentYear { get; init; }

    public FormReader Form { get; init; } = FormReader.Empty;

    public string Address => Record + "/balance";
}

/// <summary>An account as a line.</summary>
public sealed record AccountLine(string Name, string Address, int? Balance, BalanceYear? Current);

/// <summary>A row of the ledger.</summary>
public sealed record EntryLine(Guid Key, int Year, PlaceDirection Direction, PlaceEntryKind Kind, string? Place, int People, int Hundredths)
{
    public LocalizedText? Partner { get; init; }

    public string? Reason { get; init; }

    public DateOnly RecordedOn { get; init; }

    /// <summary>When it was taken back, and why.</summary>
    public DateOnly? WithdrawnOn { get; init; }

    public string? WithdrawReason { get; init; }

    /// <summary>Whether the viewer may take it back here: posted by hand and still counted.</summary>
    public bool MayWithdraw { get; init; }
}
