using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>One agreement with everything that belongs to it.</summary>
internal static class ShowAgreement
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/agreements/{id:guid}", ShowAsync).Requires(PartnersPermissions.View);

    private static async Task<IResult> ShowAsync(AgreementId id, AgreementViews views, CancellationToken cancellation) =>
        await views.OfAsync(id, cancellation) is { } view ? Page.Show<ShowAgreementPage>(view) : Results.NotFound();
}

/// <summary>Reads an agreement with what stands around it.</summary>
internal sealed class AgreementViews(
    AppDbContext db, Viewer viewer, IOrganisations organisations, IUnits units, IAccounts accounts, SchoolClock clock,
    IApprovals approvals, Signing signing, IObligations obligations, IFollows follows, Documents documents, DocumentBoard issued, AgreementPeople people)
{
    private const int MostIssued = 20;

    /// <summary>The agreement; none where the viewer may not see it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Ends the queries.</param>
    /// <param name="refused">A step that was asked for and cannot be.</param>
    public async Task<AgreementView?> OfAsync(AgreementId id, CancellationToken cancellation, RefusedStep? refused = null)
    {
        var agreement = await db.Set<Agreement>().VisibleTo(viewer).AsNoTracking().Include(a => a.Steps).Include(a => a.Versions)
            .AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, cancellation);
        if (agreement is null) return null;
        var text = agreement.Text;
        var kind = await db.Set<AgreementKind>().AsNoTracking().Include(k => k.Alerts).SingleAsync(k => k.Id == agreement.KindId, cancellation);
        var partners = text.Parties.Select(p => p.Organisation).OfType<OrganisationId>().ToList();
        var lines = await documents.OfAsync(id, cancellation);
        var actors = agreement.Steps.Select(s => s.AccountId).Concat(agreement.Versions.Select(v => v.AccountId))
            .Concat(lines.SelectMany(l => new[] { l.Document.AccountId, l.Document.WithdrawnById })).OfType<AccountId>().Distinct().ToList();
        return new AgreementView
        {
            Agreement = agreement,
            Text = text,
            Kind = kind,
            Viewer = viewer,
            Today = clock.Today,
            IsExpiring = agreement.State == AgreementState.Active && agreement.LastDay is { } last && last <= clock.Today.AddDays(kind.Horizon),
            Partners = await organisations.Cards(viewer).Where(o => partners.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation),
            Units = (await units.AllAsync(cancellation)).ToDictionary(u => u.Id, u => u.Name),
            Follows = await LinksAsync(a => a.Id == agreement.PredecessorId, cancellation),
            FollowedBy = await LinksAsync(a => a.PredecessorId == id, cancellation),
            Refused = refused ?? RefusedStep.None,
            Approval = agreement.State is AgreementState.InReview or AgreementState.Approved ? (await approvals.OfAsync([agreement.Ref()], cancellation)).GetValueOrDefault(agreement.Ref()) : null,
            Readiness = agreement.State < AgreementState.Signed ? await signing.ReadinessAsync(SignedText.Of(agreement), cancellation) : null,
            Obligations = [.. (await obligations.OfAsync(agreement.Ref(), cancellation)).Where(o => o.State == ObligationState.Open)],
            Signatures = await db.Set<PartySignature>().AsNoTracking().Where(s => s.AgreementId == id && s.WithdrawnAt == null).OrderBy(s => s.SignedOn).ToListAsync(cancellation),
            Documents = lines,
            Issued = await issued.OfRecordAsync(agreement.Ref(), viewer, MostIssued, cancellation),
            Care = await people.OfAsync(agreement, cancellation),
            IsFollowed = await follows.IsFollowedAsync(viewer, agreement.Ref(), cancellation),
            Accounts = actors.Count == 0 ? new Dictionary<AccountId, AccountCard>() : await accounts.OfAsync(actors, cancellation),
        };
    }

    private Task<List<AgreementLink>> LinksAsync(System.Linq.Expressions.Expression<Func<Agreement, bool>> which, CancellationToken cancellation) =>
        db.Set<Agreement>().VisibleTo(viewer).Where(which).OrderBy(a => a.Number).Select(a => new AgreementLink(a.Id, a.Number, a.Title, a.State)).ToListAsync(cancellation);
}

/// <summary>Another agreement, to be linked.</summary>
internal sealed record AgreementLink(AgreementId Id, string Number, LocalizedText Title, AgreementState State);

/// <summary>What the page of an agreement shows.</summary>
public sealed record AgreementView
{
    internal AgreementView()
    {
    }

    internal Agreement Agreement { get; init; } = null!;

    internal AgreementContent Text { get; init; } = null!;

    internal AgreementKind Kind { get; init; } = null!;

    internal Viewer Viewer { get; init; } = null!;

    internal DateOnly Today { get; init; }

    internal bool IsExpiring { get; init; }

    internal IReadOnlyDictionary<OrganisationId, OrganisationCard> Partners { get; init; } = null!;

    internal IReadOnlyDictionary<UnitId, LocalizedText> Units { get; init; } = null!;

    internal IReadOnlyList<AgreementLink> Follows { get; init; } = null!;

    internal IReadOnlyList<AgreementLink> FollowedBy { get; init; } = null!;

    internal IReadOnlyDictionary<AccountId, AccountCard> Accounts { get; init; } = null!;

    internal RefusedStep Refused { get; init; } = RefusedStep.None;

    internal ApprovalCard? Approval { get; init; }

    /// <summary>What must be there before it is signed; none once it is.</summary>
    internal Readiness? Readiness { get; init; }

    internal IReadOnlyList<ObligationCard> Obligations { get; init; } = [];

    internal IReadOnlyList<PartySignature> Signatures { get; init; } = [];

    internal IReadOnlyList<AgreementDocumentLine> Documents { get; init; } = [];

    /// <summary>The documents issued about it, the newest first.</summary>
    internal IReadOnlyList<DocumentLine> Issued { get; init; } = [];

    internal AgreementCare Care { get; init; } = null!;

    internal bool IsFollowed { get; init; }

    /// <summary>Whether somebody must decide now how it goes on: its end is near and nobody has.</summary>
    internal bool AsksRenewal => IsExpiring && Agreement is { NoticeOn: null, EndedOn: null } && Agreement.RenewalDecidedFor != Agreement.LastDay
        && !FollowedBy.Any(f => f.State is AgreementState.Signed or AgreementState.Active);

    /// <summary>The last day to say that one will not go on; none where no notice is agreed or the end is not known.</summary>
    internal DateOnly? NoticeUntil => Agreement is { State: AgreementState.Signed or AgreementState.Active, LastDay: { } last } && Text.NoticeMonths is { } months
        ? last.AddMonths(-months) : null;

    internal string Address => $"/agreements/{Agreement.Id}";

    /// <summary>Whether the viewer has a permission for this agreement's unit.</summary>
    internal bool May(string permission) => Viewer.May(permission, Agreement.UnitId.Value);

    /// <summary>Whether the viewer may take this step, and the state allows it.</summary>
    internal bool Can(AgreementAction action) =>
        AgreementLifeCycle.Next(Agreement.State, action) is not null && AgreementLifeCycle.PermissionFor(action) is { } permission && May(permission);
}
