using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Entente.Ui.Records;

namespace Entente.Partners.Partners;

/// <summary>What the page of a partner shows, as it stood on a date.</summary>
public sealed record PartnerModel
{
    public required OrganisationCard Organisation { get; init; }

    /// <summary>The date it is shown for.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Whether that is today; what is due and what to do is said of today only.</summary>
    public required bool IsToday { get; init; }

    public required IReadOnlyList<AgreementLine> InForce { get; init; }

    /// <summary>Being prepared, approved, signed, or signed for a later day.</summary>
    public required IReadOnlyList<AgreementLine> Coming { get; init; }

    public required IReadOnlyList<AgreementLine> Past { get; init; }

    public required IReadOnlyList<DueLine> Due { get; init; }

    public required IReadOnlyList<ContactLine> Contacts { get; init; }

    public required IReadOnlyList<ContactLine> FormerContacts { get; init; }

    public required IReadOnlyList<NoteLine> Notes { get; init; }

    public required IReadOnlyList<PartnerPanel> Panels { get; init; }

    public required IReadOnlyList<TimelineItem> Timeline { get; init; }

    /// <summary>Places sent and received under all agreements with it.</summary>
    public required PlacePicture Places { get; init; }

    public required IReadOnlyList<OrganisationRelative> Relatives { get; init; }

    /// <summary>When somebody last met, called, wrote or visited.</summary>
    public DateOnly? LastContact { get; init; }

    /// <summary>The year of the first agreement signed.</summary>
    public int? Since { get; init; }

    /// <summary>The place in public lists that are cut short.</summary>
    public int? Featured { get; init; }

    /// <summary>Whether the viewer's account follows it.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>Whether the viewer may keep contacts, notes and the profile.</summary>
    public bool MayEdit { get; init; }

    /// <summary>The units for which the viewer may keep them, the widest first.</summary>
    public IReadOnlyList<UnitCard> Units { get; init; } = [];

    /// <summary>The page's address.</summary>
    public string Address => ShowPartner.AddressOf(Organisation.Id);
}

/// <summary>An agreement as a line of a partner's page.</summary>
public sealed record AgreementLine(AgreementId Id, string Number, LocalizedText Title, LocalizedText Kind)
{
    public AgreementState State { get; init; }

    public DateOnly? SignedOn { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public DateOnly? LastDay { get; init; }

    /// <summary>Whether it goes on by itself after its last day.</summary>
    public bool Renews { get; init; }

    /// <summary>Whether it was in force on the date of the page.</summary>
    public bool IsInForce { get; init; }

    /// <summary>Whether an agreement that follows it exists, in whatever state.</summary>
    public bool HasSuccessor { get; init; }

    public IReadOnlyList<AgreementStepLine> Steps { get; init; } = [];

    /// <summary>Its page.</summary>
    public string Address => "/agreements/" + Id;
}

/// <summary>A step in the life of an agreement.</summary>
public sealed record AgreementStepLine(AgreementState To, DateOnly On, string? Reason);

/// <summary>Something that falls due.</summary>
public sealed record DueLine(DateOnly On, string Text, string? Address, bool IsOverdue);

/// <summary>Somebody who deals with the partnership.</summary>
public sealed record ContactLine(Guid Key, PersonId Person, LocalizedText Name, ContactSide Side, ContactRole Role)
{
    public LocalizedText Title { get; init; } = LocalizedText.Empty;

    public string? Email { get; init; }

    public string? Language { get; init; }

    public bool Signs { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>Whether the viewer may change it.</summary>
    public bool MayEdit { get; init; }
}

/// <summary>A note with its author.</summary>
public sealed record NoteLine(Guid Key, NoteKind Kind, DateOnly On, LocalizedText Text, string? Author)
{
    /// <summary>The meeting it tells of.</summary>
    public Guid? Meeting { get; init; }

    /// <summary>Whether the viewer wrote it and may take it back.</summary>
    public bool IsOwn { get; init; }
}
