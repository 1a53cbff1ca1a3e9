using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Changes;
using Entente.Mobility.Model;
using Entente.Ui.Lists;
using Entente.Ui.Records;

namespace Entente.Mobility.Stays;

/// <summary>What pages show of a stay.</summary>
public sealed record StayView
{
    public required Guid Key { get; init; }

    public required int Token { get; init; }

    /// <summary>The documents issued about it.</summary>
    public IReadOnlyList<Foundation.Documents.DocumentLine> Issued { get; init; } = [];

    /// <summary>Where one is issued; none: the viewer may not.</summary>
    public string? IssueAddress { get; init; }

    public required PersonId PersonId { get; init; }

    public required LocalizedText Person { get; init; }

    public required OrganisationCard Partner { get; init; }

    public required LocalizedText Form { get; init; }

    /// <summary>Whether its form leads to the degrees of both institutions.</summary>
    public bool HasTwoDegrees { get; init; }

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

    /// <summary>What is owed for it and what was done, by date.</summary>
    public IReadOnlyList<ObligationCard> Steps { get; init; } = [];

    public IReadOnlyList<OutcomeLine> Outcomes { get; init; } = [];

    public IReadOnlyList<ReportLine> Reports { get; init; } = [];

    /// <summary>The requests to change it, the newest first.</summary>
    public IReadOnlyList<ChangeLine> Changes { get; init; } = [];

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

    /// <summary>Whether the viewer may say what was done: the student, and those who keep the stay.</summary>
    public bool MayWrite => IsOwn || MayEdit;

    /// <summary>Whether something that came of it can be recorded: once it has begun.</summary>
    public bool MayRecordOutcome => MayWrite && State is (StayState.UnderWay or StayState.Returned);

    /// <summary>Whether a change of a kind can be asked for now: none of its kind is open, and the stay can still be changed so.</summary>
    public bool MayAskFor(ChangeKind kind) => MayWrite && !Changes.Any(c => c.Kind == kind && c.State == ChangeState.Open)
        && (State == StayState.Planned || (State == StayState.UnderWay && kind != ChangeKind.LaterStart));

    /// <summary>What is to be done, without whose stay it is.</summary>
    public string StepName(ObligationCard step, TextCatalog texts) => step.Kind == StayDuties.Step
        ? Schedule.TryGetValue(step.Instance, out var scheduled) ? scheduled.Title.ToString() : step.Title.ToString()
        : step.Kind == StayDuties.Report ? texts["stays.report.number", step.Instance] : texts["obligation." + step.Kind];

    /// <summary>How the student is reached; none: not entered, or not for the viewer.</summary>
    public ContactLine? Contact { get; init; }

    /// <summary>Whether the viewer may see and enter how the student is reached: the student, and the office.</summary>
    public bool MaySeeContact => IsOwn || MaySeeOthers;

    public bool MayKeepContact => MayWrite && State is (StayState.Planned or StayState.UnderWay);

    /// <summary>Who owes it: the student, or a role.</summary>
    public string OwnerOf(ObligationCard step, TextCatalog texts) =>
        step.Kind == StayDuties.Report || (step.Kind == StayDuties.Step && Schedule.TryGetValue(step.Instance, out var scheduled) && scheduled.Role is null) ? texts["stays.person"]
        : texts["role." + (step.Kind == StayDuties.Step && Schedule.TryGetValue(step.Instance, out var known) ? known.Role! : Foundation.Access.BuiltInRole.Coordinator)];

    /// <summary>The steps of the pack in force, by their codes.</summary>
    public IReadOnlyDictionary<string, ScheduledStep> Schedule { get; init; } = new Dictionary<string, ScheduledStep>(StringComparer.Ordinal);

    /// <summary>The form of a step, where it was refused.</summary>
    public FormReader FormOf(string step) => Refused == step ? Sent : FormReader.Empty;
}
