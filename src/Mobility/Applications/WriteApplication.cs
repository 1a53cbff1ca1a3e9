using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Applications;

/// <summary>A student writes an application, as often as they like, submits it, opens it again while applications are taken, or withdraws it.</summary>
internal static class WriteApplication
{
    private const string Route = OpenCalls.Address + "/{id}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route, SaveAsync).ForAccounts();
        routes.MapPost(Route + "/submit", SubmitAsync).ForAccounts();
        routes.MapPost(Route + "/reopen", ReopenAsync).ForAccounts();
        routes.MapPost(Route + "/withdraw", WithdrawAsync).ForAccounts();
    }

    private static async Task<IResult> ShowAsync(string id, ApplicationDoor door, CancellationToken cancellation) =>
        await door.OpenAsync(id, cancellation) is { } mine ? Page.Show<MinePage>(mine) : Results.NotFound();

    private static async Task<IResult> SaveAsync(string id, HttpRequest request, AppDbContext db, ApplicationDoor door, ApplicationReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (await door.OpenAsync(id, cancellation) is not { } mine) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var fields = ApplicationFields.Read(sent, mine);
        if (!mine.CanWrite) sent.Refuse("", mine.Call.IsTaken ? "apply.wrong.state" : "apply.wrong.closed");
        var own = await reading.OwnAsync(mine.Call, viewer, cancellation);
        if (own is not null && sent.Number("token", 0, int.MaxValue) != own.Version) sent.Refuse("", "apply.wrong.changed");
        if (!sent.IsValid) return Page.Refuse<MinePage>(mine with { Sent = sent });
        if (own is null)
        {
            own = new Application
            {
                CallId = new(mine.Call.Key),
                PersonId = new(viewer.Person!.Value),
                AccountId = new(viewer.Account!.Value),
                UnitId = fields.Unit!.Value,
                CallUnitId = new(mine.Call.UnitKey),
                StartedAt = db.Write.Now,
            };
            db.Add(own);
        }

        fields.Put(own, db);
        db.Write.Action = "mobility.application.write";
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (mine.Application is null)
        {
            // Begun in two windows at once: the first one stands.
            return Page.SeeOther(mine.Address);
        }

        return Page.SeeOther(mine.Address + "?saved=1");
    }

    private static async Task<IResult> SubmitAsync(string id, AppDbContext db, ApplicationDoor door, SubmissionGate gate, CancellationToken cancellation)
    {
        if (await door.OpenAsync(id, cancellation) is not { Application: not null } mine) return Results.NotFound();
        if (mine.Application.State == ApplicationState.Submitted) return Page.SeeOther(mine.Address);
        var sent = new FormReader(FormCollection.Empty);
        if (!mine.Call.IsTaken) sent.Refuse("", "apply.wrong.closed");
        else if (mine.Missing.Count > 0) sent.Refuse("", "apply.wrong.missing");
        if (!sent.IsValid || await door.WritableAsync(id, cancellation) is not var (_, own)) return Page.Refuse<MinePage>(mine with { Sent = sent });
        var outcome = await gate.PassAsync(own, mine.Call, cancellation);
        if (outcome.IsOpen) own.Submit(db.Write.Now, mine.Call.Phase == CallPhase.Grace);
        else own.HeldAt = db.Write.Now;
        db.Write.Action = outcome.IsOpen ? "mobility.application.submit" : "mobility.application.held";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(mine.Address);
    }

    private static async Task<IResult> ReopenAsync(string id, AppDbContext db, ApplicationDoor door, ApplicationReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (await door.OpenAsync(id, cancellation) is not { Application.State: ApplicationState.Submitted or ApplicationState.Withdrawn, Call.IsTaken: true } mine) return Results.NotFound();
        var own = (await reading.OwnAsync(mine.Call, viewer, cancellation))!;
        own.Reopen();
        db.Write.Action = "mobility.application.reopen";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(mine.Address);
    }

    private static async Task<IResult> WithdrawAsync(
        string id, HttpRequest request, AppDbContext db, ApplicationDoor door, ApplicationReading reading, Allocation.PlacementWithdrawal placements, Viewer viewer, CancellationToken cancellation)
    {
        if (await door.OpenAsync(id, cancellation) is not { Application.State: ApplicationState.Draft or ApplicationState.Submitted } mine) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var reason = sent.Text("reason", Application.LongestReason, required: true);
        if (!sent.IsValid) return Page.Refuse<MinePage>(mine with { Sent = sent });
        var own = (await reading.OwnAsync(mine.Call, viewer, cancellation))!;
        own.Withdraw(db.Write.Now, reason);
        await placements.WithdrawAsync(own.Id, reason, cancellation);
        db.Write.Action = "mobility.application.withdraw";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(mine.Address);
    }
}

/// <summary>An application as it was entered.</summary>
internal sealed record ApplicationFields(UnitId? Unit, StudyLevel? Level, string? Field, int? Grade, string? Language, int? LanguageLevel, IReadOnlyList<Id<CallPlace>> Choices)
{
    public static ApplicationFields Read(FormReader sent, MineModel mine)
    {
        var unit = sent.Text("unit", 40, required: true);
        if (unit.Length > 0 && !mine.Units.Any(u => u.Value == unit)) sent.Refuse("unit", "form.choice");
        StudyLevel? level = sent.Raw("level").Length == 0 ? null : sent.Choice("level", StudyLevel.Doctoral);
        var field = sent.Text("field", 4);
        if (field.Length is 1 || !field.All(char.IsAsciiDigit)) sent.Refuse("field", "calls.wrong.field");
        var (language, languageLevel) = (sent.Text("language", 20), sent.Number("language-level", 1, 6));
        if (language.Length == 0 != languageLevel is null) sent.Refuse("language", "calls.wrong.language");
        var choices = new List<Id<CallPlace>>();
        for (var i = 1; i <= mine.Call.Choices; i++)
        {
            var name = "choice-" + i.ToString(CultureInfo.InvariantCulture);
            if (sent.Key<CallPlace>(name) is not { } place) continue;
            if (mine.Call.Places.FirstOrDefault(p => p.Key == place.Value) is not { } known) sent.Refuse(name, "form.choice");
            else if (known.ClosedReason is { } why) sent.Refuse(name, "apply.missing.closed", known.Partner.Name, why);
            else if (choices.Contains(place)) sent.Refuse(name, "apply.wrong.twice", known.Partner.Name);
            else choices.Add(place);
        }

        return new(UnitId.TryParse(unit, null, out var key) ? key : null, level, field.Length == 0 ? null : field, GradeOf(sent), language.Length == 0 ? null : language, languageLevel, choices);
    }

    /// <summary>Takes the fields over; the order of wishes is written anew only where it is another.</summary>
    public void Put(Application own, AppDbContext db)
    {
        (own.UnitId, own.Level, own.Field, own.Grade, own.Language, own.LanguageLevel) = (Unit!.Value, Level, Field, Grade, Language, LanguageLevel);
        if (own.Choices.OrderBy(c => c.Order).Select(c => c.PlaceId).SequenceEqual(Choices)) return;
        db.RemoveRange(own.Choices);
        db.AddRange(Choices.Select((p, i) => new ApplicationChoice { ApplicationId = own.Id, PlaceId = p, Order = i + 1 }));
    }

    private static int? GradeOf(FormReader sent)
    {
        var text = sent.Text("grade", 10);
        if (text.Length == 0) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var grade) && grade <= 100) return (int)Math.Round(grade * 100);
        sent.Refuse("grade", "apply.wrong.grade");
        return null;
    }
}
