using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using NodaTime;

namespace Entente.Partners.Model;

/// <summary>
/// What the school and its partners agreed. The text lives in <see cref="Content"/>; the columns and lists beside it repeat
/// what is asked for in queries and change only with it. What happened to it (state, signature, end) stands apart from the text.
/// </summary>
internal sealed class Agreement : Entity<AgreementCard>, IScoped
{
    public string Number { get; private set; } = "";

    public LocalizedText Title { get; private set; } = LocalizedText.Empty;

    public Id<AgreementKind> KindId { get; private set; }

    public AgreementState State { get; private set; }

    /// <summary>The partner named first; lists are ordered by its name.</summary>
    public OrganisationId? LeadPartnerId { get; private set; }

    /// <summary>The unit that keeps it; decides who may see it.</summary>
    public required UnitId UnitId { get; set; }

    /// <summary>The account that answers for it in daily work.</summary>
    public AccountId? ResponsibleId { get; set; }

    /// <summary>The person at the school who answers for it; may have no account.</summary>
    public PersonId? ResponsiblePersonId { get; set; }

    /// <summary>Whom one writes to at the partner.</summary>
    public Id<Contact>? LiaisonId { get; set; }

    /// <summary>The agreement this one renews or replaces.</summary>
    public AgreementId? PredecessorId { get; init; }

    /// <summary>The text in force, or being written, in its canonical form.</summary>
    [Personal]
    public string Content { get; private set; } = "";

    public byte[] ContentHash { get; private set; } = [];

    /// <summary>The version of the text, from 1.</summary>
    public int TextVersion { get; private set; } = 1;

    /// <summary>The hash the approval chain approved.</summary>
    public byte[]? ApprovedHash { get; private set; }

    /// <summary>The hash both sides approved: that of the text as first signed.</summary>
    public byte[]? Seal { get; private set; }

    public TermKind Term { get; private set; }

    /// <summary>Whether places out and in are held against each other.</summary>
    public bool Reciprocal { get; private set; }

    /// <summary>For how many years a difference is carried.</summary>
    public int CarryOverYears { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    public DateOnly? EffectiveOn { get; private set; }

    /// <summary>The last day in force as far as known: of the current period with automatic renewal; none when open-ended.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>The first day no longer in force, where that is not the end of the term.</summary>
    public DateOnly? EndedOn { get; private set; }

    public LocalizedText? EndReason { get; private set; }

    /// <summary>When a party said that it will not go on after this period.</summary>
    public DateOnly? NoticeOn { get; private set; }

    /// <summary>The last day of the period whose renewal was decided without a successor or a notice: it runs out, or rolls on.</summary>
    public DateOnly? RenewalDecidedFor { get; private set; }

    public const string RecordKind = "partners.agreement";

    /// <summary>Its name for other rooms.</summary>
    public RecordRef Ref() => new(RecordKind, Id.Value);

    public List<AgreementParty> Parties { get; } = [];

    public List<AgreementUnit> Units { get; } = [];

    public List<PlaceLine> Places { get; } = [];

    public List<AgreementStep> Steps { get; } = [];

    public List<AgreementVersion> Versions { get; } = [];

    /// <summary>The text, read.</summary>
    public AgreementContent Text => AgreementContent.FromJson(Content);

    /// <summary>A new draft.</summary>
    public static Agreement Write(AgreementContent content, Id<AgreementKind> kind, UnitId unit, AgreementId? predecessor, StepBy by)
    {
        var agreement = new Agreement { UnitId = unit, PredecessorId = predecessor };
        agreement.Put(content, kind);
        agreement.Steps.Add(new(agreement.Id, AgreementState.Draft, by, null));
        return agreement;
    }

    /// <summary>Changes the text of a draft.</summary>
    /// <exception cref="InvalidOperationException">The text is no longer a draft: take it back first, or amend it.</exception>
    public void Rewrite(AgreementContent content, Id<AgreementKind> kind)
    {
        if (State != AgreementState.Draft) throw new InvalidOperationException("Only a draft is rewritten.");
        Put(content, kind);
    }

    /// <summary>Does what needs nothing but the step.</summary>
    /// <exception cref="StepRefusedException">The state does not allow it.</exception>
    public void Step(AgreementAction action, StepBy by, string? reason = null)
    {
        var next = AgreementLifeCycle.Next(State, action) ?? throw new StepRefusedException(State, action);
        if (action == AgreementAction.Approve) ApprovedHash = ContentHash;
        if (next == AgreementState.Draft) ApprovedHash = null;
        State = next;
        Steps.Add(new(Id, next, by, reason));
    }

    /// <summary>Notes that all parties signed; the text is sealed and becomes version 1.</summary>
    public void Sign(DateOnly signedOn, StepBy by)
    {
        Step(AgreementAction.Sign, by with { On = signedOn });
        SignedOn = signedOn;
        Seal = ContentHash;
        Versions.Add(new(Id, 1, Content) { State = AmendmentState.InForce, SignedOn = signedOn, EffectiveOn = EffectiveOn, RecordedAt = by.At });
    }

    /// <summary>Ends it before its term. The state follows when the day comes.</summary>
    public void EndOn(DateOnly firstDayOut, LocalizedText reason)
    {
        EndedOn = firstDayOut;
        EndReason = reason;
        LastDay = firstDayOut.AddDays(-1);
    }

    /// <summary>Notes that a party will not go on after the current period.</summary>
    public void GiveNotice(DateOnly on) => NoticeOn = on;

    /// <summary>Notes something that does not change the state.</summary>
    public void Remark(StepBy by, string reason) => Steps.Add(new(Id, State, by, reason));

    /// <summary>Notes what was decided about the renewal of the running period.</summary>
    public void DecideRenewal(StepBy by, string reason)
    {
        RenewalDecidedFor = LastDay;
        Remark(by, reason);
    }

    /// <summary>Ends it because its successor came into force.</summary>
    public void SupersedeOn(DateOnly on, StepBy by)
    {
        Step(AgreementAction.Supersede, by);
        if (LastDay < on) return;
        EndedOn = on;
        LastDay = on.AddDays(-1);
    }

    /// <summary>Lets a period of an automatic renewal follow.</summary>
    public void Extend(DateOnly lastDay, StepBy by, string reason)
    {
        LastDay = lastDay;
        Steps.Add(new(Id, State, by, reason));
    }

    /// <summary>Makes the text of an amendment the text in force.</summary>
    public void Amend(AgreementVersion version, Id<AgreementKind> kind)
    {
        var before = Text;
        var content = version.Text;
        var period = LastDay;
        Put(content, kind);
        if (before.EndsOn == content.EndsOn && before.Term == content.Term) LastDay = period;
        TextVersion = version.Number;
    }

    private void Put(AgreementContent content, Id<AgreementKind> kind)
    {
        Content = content.ToJson();
        ContentHash = AgreementContent.HashOf(Content);
        Number = content.Number;
        Title = content.Title;
        KindId = kind;
        Term = content.Term;
        Reciprocal = content.Reciprocal;
        CarryOverYears = content.CarryOverYears;
        EffectiveOn = content.EffectiveOn;
        LeadPartnerId = content.Parties.FirstOrDefault(p => p.Organisation is not null)?.Organisation;
        LastDay = EndedOn?.AddDays(-1) ?? (content.Term == TermKind.OpenEnded ? null : content.EndsOn);
        Projection.Of(content, this);
    }
}

/// <summary>Who did something, on which date, recorded when.</summary>
internal sealed record StepBy(AccountId? Account, DateOnly On, Instant At, PersonId? Person = null);

/// <summary>The state of an agreement does not allow an action.</summary>
internal sealed class StepRefusedException(AgreementState state, AgreementAction action) : InvalidOperationException($"{action} is not possible while {state}.")
{
    public AgreementState State { get; } = state;

    public AgreementAction Action { get; } = action;
}
