using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Applications;

/// <summary>What a recommender does by a link: writes about the student, or says that they would rather not. The student never reads it.</summary>
internal sealed class Recommend(AppDbContext db, IPersons persons, OutsideLinks links) : ILinkPurpose
{
    public const string Purpose = "mobility.recommend";

    public string Kind => Purpose;

    public async Task<IResult> ShowAsync(LinkVisit visit, CancellationToken cancellation) =>
        await ModelAsync(visit, FormReader.Empty, cancellation) is { } model ? Page.Show<RecommendPage>(model) : Results.NotFound();

    public async Task<IResult> AnswerAsync(LinkVisit visit, HttpRequest request, CancellationToken cancellation)
    {
        if (await ModelAsync(visit, FormReader.Empty, cancellation) is not { } model || await FindAsync(visit, cancellation) is not { } found) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var isDeclined = sent.Raw("do") == "decline";
        var text = sent.Text("text", Recommendation.LongestText, required: !isDeclined);
        var name = sent.Text("signed", Recommendation.LongestName, required: true);
        if (!sent.IsValid) return Page.Refuse<RecommendPage>(model with { Sent = sent });
        var signed = LinkSigned.Of(text, name, request);
        if (!await links.AnswerAsync(visit, signed, cancellation)) return Page.SeeOther(visit.DoneAddress);
        (found.AnsweredAt, found.Text, found.IsDeclined, found.LinkId) = (db.Write.Now, isDeclined ? null : text, isDeclined, visit.Id);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(visit.DoneAddress);
    }

    public async Task<IResult> DoneAsync(LinkVisit visit, CancellationToken cancellation) =>
        await ModelAsync(visit, FormReader.Empty, cancellation) is { } model ? Page.Show<RecommendPage>(model with { IsDone = true }) : Results.NotFound();

    private async Task<RecommendModel?> ModelAsync(LinkVisit visit, FormReader sent, CancellationToken cancellation)
    {
        var id = new Id<Application>(visit.Subject.Key);
        if (await FindAsync(visit, cancellation) is null) return null;
        if (await db.Set<Application>().VisibleTo(Viewer.System).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { State: not ApplicationState.Withdrawn } application) return null;
        var (student, of) = (application.PersonId, application.CallId);
        var call = await db.Set<Call>().VisibleTo(Viewer.System).AsNoTracking().SingleAsync(c => c.Id == of, cancellation);
        return new(visit, await persons.Cards(Viewer.System).Where(p => p.Id == student).Select(p => p.Name).SingleAsync(cancellation), call.Title, sent);
    }

    private async Task<Recommendation?> FindAsync(LinkVisit visit, CancellationToken cancellation) => Id<Recommendation>.TryParse(visit.Instance, null, out var key)
        ? await db.Set<Recommendation>().SingleOrDefaultAsync(r => r.Id == key && r.WithdrawnAt == null, cancellation)
        : null;
}

/// <summary>What the page behind the link shows.</summary>
public sealed record RecommendModel(LinkVisit Visit, LocalizedText Student, LocalizedText Call, FormReader Sent)
{
    /// <summary>Whether it was sent.</summary>
    public bool IsDone { get; init; }
}
