using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Lists;
using Entente.Ui.Records;

namespace Entente.Mobility.Stays;

/// <summary>What pages show of a stay.</summary>
public sealed record StayView
{
    public required Guid Key { get; init; }

    public required int Token { get; init; }

    public required PersonId PersonId { get; init; }

    public required LocalizedText Person { get; init; }

    public required OrganisationCard Partner { get; init; }

    public required LocalizedText Form { get; init; }

    public required PlaceDirection Direction { get; init; }

    public StudyLevel? Level { get; init; }

    public required string Year { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required LocalizedText Topic { get; init; }

    public required StayState State { get; init; }

    public DateOnly? ArrivedOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    public string? Reason { get; init; }

    /// <summary>Days there, as counted to today or to the end.</summary>
    public int Days { get; init; }

    /// <summary>The agreement: its key and number; none: outside agreements.</summary>
    public Choice? Agreement { get; init; }

    public PersonId? HomeSupervisorId { get; init; }

    public PersonId? HostSupervisorId { get; init; }

    public LocalizedText? HomeSupervisor { get; init; }

    public LocalizedText? HostSupervisor { get; init; }

    public required LocalizedText Unit { get; init; }

    public required Guid UnitKey { get; init; }

    public required string Source { get; init; }

    public required DateOnly RecordedOn { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>What is owed for it, nearest first.</summary>
    public IReadOnlyList<ObligationCard> Duties { get; init; } = [];

    public IReadOnlyList<TimelineItem> Timeline { get; init; } = [];

    /// <summary>Whether the viewer keeps it; a student or supervisor only reads.</summary>
    public bool MayEdit { get; init; }

    /// <summary>Whether the viewer sees partners and persons, too.</summary>
    public bool MaySeeOthers { get; init; }

    /// <summary>Whether the viewer is the student.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The step that was refused, with its form.</summary>
    public string? Refused { get; init; }

    public FormReader Sent { get; init; } = FormReader.Empty;

    public string Address => ShowStay.AddressOf(new(Key));

    public bool IsBrokenOff => State == StayState.Returned && Reason is not null;

    /// <summary>The form of a step, where it was refused.</summary>
    public FormReader FormOf(string step) => Refused == step ? Sent : FormReader.Empty;
}
