using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;

namespace Entente.Mobility.Changes;

/// <summary>Makes a stay what was asked for: its dates or people, the places it takes, what is owed for it, in one transaction with the decision. The caller saves.</summary>
internal sealed class Granting(
    AppDbContext db, Viewer viewer, IGates gates, StayNames names, StayForms forms, FurtherPlaces places, StayDuties duties, ChangeDuties asked, ChangeTold told, AcademicCalendar calendar, TextCatalog texts)
{
    /// <summary>What the checks of the rules in force say of a request now; nothing where its kind has no gate.</summary>
    public async Task<IReadOnlyList<VerdictCard>> PreviewAsync(Stay stay, StayChange change, CancellationToken cancellation) =>
        await QuestionAsync(stay, change, cancellation) is { } question ? (await gates.PreviewAsync(question, cancellation)).Verdicts : [];

    /// <summary>What they said when it was granted.</summary>
    public async Task<IReadOnlyList<VerdictCard>> PassedAsync(StayChange change, CancellationToken cancellation) =>
        change.Passing is { } passing && await gates.PassedAsync(passing, cancellation) is { } outcome ? outcome.Verdicts : [];

    /// <summary>Grants it; where it cannot be, the reasons stand in the form and nothing may be kept.</summary>
    public async Task GrantAsync(Stay stay, StayChange change, PersonId? host, string? condition, FormReader form, CancellationToken cancellation)
    {
        if (!IsAsItWas(stay, change)) form.Refuse("", "changes.wrong.moved");
        var (from, until) = (change.Kind == ChangeKind.LaterStart ? change.Day!.Value : stay.From, change.Kind is ChangeKind.Extension or ChangeKind.EarlierReturn ? change.Day!.Value : stay.Until);
        if (until <= (stay.ArrivedOn ?? from)) form.Refuse("", "changes.wrong.order");
        else if ((from, until) != (stay.From, stay.Until) && await forms.OtherAsync(stay.PersonId, stay.Id, from, until, cancellation) is { } other) form.Refuse("", "stays.wrong.overlap", other.At, texts.Date(other.From), texts.Date(other.Until));
        if (!form.IsValid) return;
        Guid? passing = null;
        if (await QuestionAsync(stay, change, cancellation) is { } question)
        {
            var outcome = await gates.PassAsync(question, cancellation);
            if (!outcome.IsOpen)
            {
                foreach (var verdict in outcome.Against) form.Refuse("", "changes.wrong.gate", verdict.Sentence);
                return;
            }

            passing = outcome.Passing;
        }

        (stay.From, stay.Until) = (from, until);
        if (change.Kind == ChangeKind.LaterStart) stay.AcademicYear = calendar.Of(from);
        if (change.Kind == ChangeKind.HostSupervisor) stay.HostSupervisorId = host;
        if (change.Kind == ChangeKind.Topic) stay.Topic = change.Topic;
        if (change.Day is not null && await places.TakeAsync(stay, change, cancellation) is { } full)
        {
            form.Refuse("", "changes.wrong.gate", full);
            return;
        }

        change.Grant(condition, passing, viewer.Me(), db.Write.Now);
        await duties.OweAsync(stay, cancellation);
        await asked.OverAsync(change, cancellation);
        await told.DecidedAsync(stay, change, cancellation);
    }

    private async Task<GateQuestion?> QuestionAsync(Stay stay, StayChange change, CancellationToken cancellation) => ChangeGates.Of(change.Kind) is { } gate
        ? new(gate, change.Ref(), stay.UnitId, [(await names.PartnersAsync([stay.OrganisationId], cancellation))[stay.OrganisationId].Country]) : null;

    /// <summary>Whether the stay still is what the request was written about.</summary>
    private static bool IsAsItWas(Stay stay, StayChange change) => change.Kind switch
    {
        ChangeKind.LaterStart => stay.State == StayState.Planned && stay.From == change.DayBefore,
        ChangeKind.Extension or ChangeKind.EarlierReturn => stay.Until == change.DayBefore,
        ChangeKind.HostSupervisor => stay.HostSupervisorId == change.HostBefore,
        _ => stay.Topic == change.TopicBefore,
    };
}
