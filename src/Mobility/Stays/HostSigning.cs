using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>What a host supervisor does by a link: reads something, adds a remark where there is room for one, puts a name to exactly these words.</summary>
internal abstract class HostSigning(AppDbContext db, OutsideLinks links) : ILinkPurpose
{
    public abstract string Kind { get; }

    /// <summary>What is to be signed; none where it is gone.</summary>
    protected abstract Task<Signable?> FindAsync(Guid key, CancellationToken cancellation);

    /// <summary>What follows in the same save.</summary>
    protected virtual Task SignedAsync(Signable signed, CancellationToken cancellation) => Task.CompletedTask;

    public async Task<IResult> ShowAsync(LinkVisit visit, CancellationToken cancellation) =>
        await FindAsync(visit.Subject.Key, cancellation) is { } found ? Page.Show<SignPage>(ModelOf(visit, found, FormReader.Empty)) : Results.NotFound();

    public async Task<IResult> AnswerAsync(LinkVisit visit, HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        if (await FindAsync(visit.Subject.Key, cancellation) is not { } found) return Results.NotFound();
        var model = ModelOf(visit, found, form);
        var name = form.Text("signed", StayReport.LongestName, required: true);
        var remark = found.TakesRemark ? form.Text("remark", StayReport.LongestRemark) : "";
        if (!form.Flag("agree")) form.Refuse("agree", "stays.sign.agree.needed");
        if (found.IsReplaced) form.Refuse("", found.ReplacedKey);
        else if (form.Raw("hash") != model.Hash) form.Refuse("", "stays.sign.changed");
        if (!form.IsValid) return Page.Refuse<SignPage>(model);
        if (!await links.AnswerAsync(visit, LinkSigned.Of(found.Hash, name, request), cancellation)) return Page.SeeOther(visit.DoneAddress);
        found.Sign(name, remark.Length > 0 ? remark : null);
        await SignedAsync(found, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(visit.DoneAddress);
    }

    public async Task<IResult> DoneAsync(LinkVisit visit, CancellationToken cancellation) =>
        await FindAsync(visit.Subject.Key, cancellation) is { } found ? Page.Show<SignPage>(ModelOf(visit, found, FormReader.Empty) with { IsDone = true }) : Results.NotFound();

    /// <summary>The stay something hangs on.</summary>
    protected Task<Stay> StayAsync(Id<Stay> id, CancellationToken cancellation) => db.Set<Stay>().VisibleTo(Viewer.System).SingleAsync(s => s.Id == id, cancellation);

    private static SignModel ModelOf(LinkVisit visit, Signable found, FormReader form) =>
        new(visit, found.Title, found.Text, found.Courses, found.Stay.ArrivedOn ?? found.Stay.From, found.Stay.EndedOn ?? found.Stay.Until, Convert.ToHexStringLower(found.Hash), form)
        {
            TakesRemark = found.TakesRemark,
            SignedName = found.SignedName,
            Remark = found.Remark,
        };
}

/// <summary>Something to be signed.</summary>
/// <param name="Stay">The stay it is of.</param>
/// <param name="Title">What it is.</param>
/// <param name="Text">Its words.</param>
/// <param name="Hash">SHA-256 of exactly what is signed.</param>
/// <param name="Sign">Keeps name and remark.</param>
internal sealed record Signable(Stay Stay, LocalizedText Title, string Text, byte[] Hash, Action<string, string?> Sign)
{
    public IReadOnlyList<PlannedCourse> Courses { get; init; } = [];

    public bool TakesRemark { get; init; }

    /// <summary>Whether another version took its place.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>The key of the sentence that says so.</summary>
    public string ReplacedKey { get; init; } = "stays.sign.replaced";

    public string? SignedName { get; init; }

    public string? Remark { get; init; }
}

/// <summary>What the page behind the link shows.</summary>
public sealed record SignModel(LinkVisit Visit, LocalizedText Title, string Text, IReadOnlyList<PlannedCourse> Courses, DateOnly From, DateOnly Until, string Hash, FormReader Form)
{
    public bool IsDone { get; init; }

    public bool TakesRemark { get; init; }

    public string? SignedName { get; init; }

    public string? Remark { get; init; }
}
