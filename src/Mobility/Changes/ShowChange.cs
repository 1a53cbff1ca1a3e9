using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Links;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Changes;

/// <summary>A request to change a stay: what is asked for, what the rules say, who said what to it, what was decided.</summary>
internal static class ShowChange
{
    public const string List = ShowStay.Route + "/changes";
    public const string Route = List + "/{change:guid}";

    public static string AddressOf(StayChange change) => $"{ShowStay.AddressOf(change.StayId)}/changes/{change.Id}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ShowAsync).ForAccounts();

    private static async Task<IResult> ShowAsync(string id, Guid change, HttpContext context, ChangeReading reading, LinkOnce once, EntenteSettings settings, CancellationToken cancellation) =>
        await reading.OfAsync(id, change, cancellation) is { } model ? Page.Show<ChangePage>(model with { Made = MadeLink.Of(once.Take(context, model.Change.Address), settings) }) : Results.NotFound();
}

/// <summary>Reads a request with its stay, and who may do what with it.</summary>
internal sealed class ChangeReading(AppDbContext db, StayReading stays, StayNames names, Granting granting, Viewer viewer, TextCatalog texts)
{
    public async Task<ChangeModel?> OfAsync(string id, Guid change, CancellationToken cancellation)
    {
        if (await stays.OfAsync(id, cancellation) is not { } stay || stay.Changes.FirstOrDefault(c => c.Key == change) is not { } line) return null;
        var mayDecide = line.State == ChangeState.Open && viewer.May(MobilityPermissions.Confirm, stay.UnitKey) && !stay.IsOwn;
        var stored = await StoredAsync(change, cancellation);
        return new(stay, line, TitleOf(line.Kind, stay.Person, stay.Partner.Name))
        {
            MayDecide = mayDecide,
            MaySay = line is { State: ChangeState.Open, OpinionBy: null } && viewer.Person is { } me && stay.HomeSupervisorId?.Value == me,
            MayTakeBack = line.State == ChangeState.Open && stay.MayWrite,
            MayAsk = line is { State: ChangeState.Open, Host: null } && (stay.MayWrite || (viewer.Person is { } own && stay.HomeSupervisorId?.Value == own)),
            Verdicts = line.State == ChangeState.Open && await stays.FindAsync(id, cancellation) is { } found ? await granting.PreviewAsync(found, stored, cancellation) : await granting.PassedAsync(stored, cancellation),
        };
    }

    public Task<StayChange> StoredAsync(Guid change, CancellationToken cancellation)
    {
        var key = new Id<StayChange>(change);
        return db.Set<StayChange>().ViewerNamed().SingleAsync(c => c.Id == key, cancellation);
    }

    public async Task<LocalizedText> TitleOfAsync(Stay stay, ChangeKind kind, CancellationToken cancellation)
    {
        var (person, partner) = await names.OfAsync(stay, cancellation);
        return TitleOf(kind, person, partner);
    }

    private LocalizedText TitleOf(ChangeKind kind, LocalizedText person, LocalizedText partner) => texts.InEach("changes.title", texts.InEach("changes.kind." + kind), person, partner);
}

/// <summary>What the page of a request shows.</summary>
public sealed record ChangeModel(StayView Stay, ChangeLine Change, LocalizedText Title)
{
    public bool MayDecide { get; init; }

    public bool MaySay { get; init; }

    public bool MayTakeBack { get; init; }

    public bool MayAsk { get; init; }

    /// <summary>What the rules say: now, while it is open; as it was judged, once it was granted.</summary>
    public IReadOnlyList<VerdictCard> Verdicts { get; init; } = [];

    public MadeLink? Made { get; init; }

    /// <summary>Which of the forms was refused.</summary>
    public string? Refused { get; init; }

    public FormReader Sent { get; init; } = FormReader.Empty;

    public FormReader FormOf(string step) => Refused == step ? Sent : FormReader.Empty;
}
