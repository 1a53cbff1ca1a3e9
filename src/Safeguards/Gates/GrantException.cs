using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Safeguards.Model;
using Entente.Safeguards.Packs;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Safeguards.Gates;

/// <summary>Lets a record through a gate although checks do not hold: which ones, why, until when.</summary>
internal static class GrantException
{
    private const string Path = "/safeguards/exceptions/grant/{gate}/{kind}/{key}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync).Requires(SafeguardsPermissions.GrantExceptions);
        routes.MapPost(Path, GrantAsync).Requires(SafeguardsPermissions.GrantExceptions);
    }

    private static async Task<IResult> ShowAsync(string gate, string kind, string key, ExceptionQuestion question, CancellationToken cancellation) =>
        await question.OfAsync(gate, kind, key, cancellation) is { } model ? Page.Show<GrantExceptionPage>(model) : Results.NotFound();

    private static async Task<IResult> GrantAsync(
        string gate, string kind, string key, HttpRequest request, ExceptionQuestion question, AppDbContext db, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        if (await question.OfAsync(gate, kind, key, cancellation) is not { } model) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var checks = form.All("check").Distinct(StringComparer.Ordinal).ToList();
        if (checks.Count == 0) form.Refuse("check", "exceptions.choose-check");
        if (checks.Exists(c => model.Excusable.All(v => v.Check != c))) form.Refuse("check", "form.choice");
        var reason = form.Text("reason", GateException.LongestReason, required: true);
        var until = form.Date("until", required: true);
        if (until is { } last && (last < clock.Today || last > model.Latest)) form.Refuse("until", "exceptions.until-between", clock.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), model.Latest.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (!form.IsValid) return Page.Refuse<GrantExceptionPage>(model with { Form = form });
        db.Add(new GateException
        {
            Gate = model.Gate,
            SubjectKind = model.Subject.Kind,
            SubjectKey = model.Subject.Key,
            UnitId = model.Evidence.Unit,
            Checks = string.Join(' ', checks),
            ById = viewer.Me()!.Value,
            Reason = reason,
            GrantedAt = db.Write.Now,
            ValidUntil = until!.Value,
        });
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(LocalPath(model.Evidence.Address));
    }

    private static string LocalPath(string address) => Desk.LocalPath.Of(address, "/safeguards/exceptions");
}

/// <summary>What an exception would be from: a gate that is closed for a record the viewer may see, in a unit where it may grant.</summary>
internal sealed class ExceptionQuestion(Viewer viewer, IEnumerable<IDecisionEvidence> evidence, IGates gates, PackShelf packs, SchoolClock clock)
{
    public async Task<GrantExceptionModel?> OfAsync(string gate, string kind, string key, CancellationToken cancellation)
    {
        if (!Guid.TryParse(key, out var record)) return null;
        var source = evidence.FirstOrDefault(e => e.Kind == kind);
        if (source is null || await source.OfAsync(record, viewer, cancellation) is not { } seen) return null;
        if (!viewer.May(SafeguardsPermissions.GrantExceptions, seen.Unit.Value)) return null;
        var rules = await packs.TodayAsync(cancellation);
        var asked = rules.ChecksAt(gate, seen.Territories);
        if (asked.Count == 0) return null;
        var subject = new RecordRef(kind, record);
        var outcome = await gates.PreviewAsync(new(gate, subject, seen.Unit, seen.Territories), cancellation);
        var longest = rules.LongestException(gate);
        return new(
            gate, asked[0].Gate.Title, subject, seen, outcome,
            longest == 0 ? [] : [.. outcome.Against
                .Where(v => asked.Where(a => a.Check.Check == v.Check).All(a => a.Check.Excusable))
                .DistinctBy(v => v.Check, StringComparer.Ordinal)],
            clock.Today.AddDays(longest), clock.Today, FormReader.Empty);
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Gate">The gate's id.</param>
/// <param name="GateTitle">Its name.</param>
/// <param name="Subject">The record.</param>
/// <param name="Evidence">What its room tells.</param>
/// <param name="Outcome">What the checks say now.</param>
/// <param name="Excusable">Those that do not hold and may be excused.</param>
/// <param name="Latest">The last day an exception may be granted for.</param>
/// <param name="Today">Today.</param>
/// <param name="Form">The form as it was sent.</param>
public sealed record GrantExceptionModel(
    string Gate, LocalizedText GateTitle, RecordRef Subject, DecisionEvidence Evidence, GateOutcome Outcome, IReadOnlyList<VerdictCard> Excusable, DateOnly Latest, DateOnly Today, FormReader Form);
