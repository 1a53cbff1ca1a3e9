using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Forms;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Calls;

/// <summary>Begins a call, or changes what it says. What students already sent stays as they sent it.</summary>
internal static class WriteCall
{
    private const string New = CallList.Address + "/new";
    private const string Edit = ShowCall.Route + "/edit";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(New, NewAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(New, BeginAsync).Requires(MobilityPermissions.Edit);
        routes.MapGet(Edit, EditAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Edit, ChangeAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> NewAsync(CallForms forms, CancellationToken cancellation) =>
        Page.Show<WriteCallPage>(await forms.OfAsync(null, FormReader.Empty, cancellation));

    private static async Task<IResult> BeginAsync(HttpRequest request, AppDbContext db, CallForms forms, EditUnits units, Viewer viewer, CancellationToken cancellation)
    {
        var sent = await FormReader.ReadAsync(request, cancellation);
        var model = await forms.OfAsync(null, sent, cancellation);
        var unit = await units.ChosenAsync(sent, viewer, MobilityPermissions.Edit, cancellation);
        var fields = CallFields.Read(sent, model);
        if (!sent.IsValid || unit is null) return Page.Refuse<WriteCallPage>(model);
        var call = fields.Begin(unit.Value, db.Write.Now);
        db.Add(call);
        db.Write.Action = "mobility.call.begin";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowCall.AddressOf(call.Id));
    }

    private static async Task<IResult> EditAsync(string id, CallReading reading, CallForms forms, Viewer viewer, CancellationToken cancellation) =>
        await reading.OfAsync(id, viewer, cancellation) is { MayEdit: true } call ? Page.Show<WriteCallPage>(await forms.OfAsync(call, FormReader.Empty, cancellation)) : Results.NotFound();

    private static async Task<IResult> ChangeAsync(string id, HttpRequest request, AppDbContext db, CallReading reading, CallForms forms, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { MayEdit: true } shown || await reading.FindAsync(id, viewer, cancellation) is not { } call) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var model = await forms.OfAsync(shown, sent, cancellation);
        var fields = CallFields.Read(sent, model);
        if (sent.Number("token", 0, int.MaxValue) != call.Version) sent.Refuse("", "calls.changed");
        if (shown.Phase is not (CallPhase.Draft or CallPhase.Announced) && fields.Opens != shown.Opens) sent.Refuse("opens", "calls.wrong.opened");
        if (!sent.IsValid) return Page.Refuse<WriteCallPage>(model);
        fields.Put(call, db);
        db.Write.Action = "mobility.call.change";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowCall.AddressOf(call.Id));
    }
}

/// <summary>What the form of a call offers.</summary>
internal sealed class CallForms(AppDbContext db, EditUnits units, AcademicCalendar calendar, SchoolClock clock, Viewer viewer)
{
    private const int YearsAhead = 3;

    public async Task<WriteCallModel> OfAsync(CallModel? call, FormReader sent, CancellationToken cancellation)
    {
        var forms = await db.Set<MobilityForm>().AsNoTracking().Where(f => f.IsOffered).OrderBy(f => f.Order).Select(f => new { f.Code, f.Name, f.Id }).ToListAsync(cancellation);
        var current = calendar.Of(clock.Today);
        return new(
            call, sent, [.. forms.Select(f => new Choice(f.Code, f.Name.ToString()))], forms.ToDictionary(f => f.Code, f => f.Id.Value, StringComparer.Ordinal),
            [.. Enumerable.Range(Math.Min(current, call?.Year ?? current), YearsAhead + 1).Select(y => new Choice(y.ToString(CultureInfo.InvariantCulture), calendar.Name(y)))],
            call is null ? await units.OfAsync(viewer, MobilityPermissions.Edit, cancellation) : [], clock.Zone.Id, clock.Today);
    }
}

/// <summary>What the form shows.</summary>
public sealed record WriteCallModel(
    CallModel? Call, FormReader Sent, IReadOnlyList<Choice> Forms, IReadOnlyDictionary<string, Guid> FormKeys, IReadOnlyList<Choice> Years, IReadOnlyList<UnitCard> Units, string SchoolZone, DateOnly Today);

/// <summary>A call as it was entered.</summary>
internal sealed record CallFields(
    LocalizedText Title, LocalizedText Lead, Id<MobilityForm> Form, int Year, string Zone, (DateOnly On, TimeOnly At) Opens, (DateOnly On, TimeOnly At) Closes, int Grace, int Choices,
    int Recommendations, int AcceptDays, IReadOnlyList<(LocalizedText Name, bool IsRequired)> Documents)
{
    public static CallFields Read(FormReader sent, WriteCallModel model)
    {
        var title = EachLanguage.Of(sent, "title", Call.LongestTitle, required: true);
        var lead = EachLanguage.Of(sent, "lead", Call.LongestLead);
        var form = sent.Text("form", MobilityForm.LongestCode, required: true);
        if (form.Length > 0 && !model.FormKeys.ContainsKey(form)) sent.Refuse("form", "form.choice");
        var year = sent.Text("year", 4, required: true);
        if (year.Length > 0 && !model.Years.Any(y => y.Value == year)) sent.Refuse("year", "form.choice");
        var zone = sent.Text("zone", 60, required: true);
        if (zone.Length > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null) sent.Refuse("zone", "form.choice");
        var (opens, closes) = (Moment(sent, "opens"), Moment(sent, "closes"));
        if (sent.IsValid && closes.CompareTo(opens) <= 0) sent.Refuse("closes", "calls.wrong.closes");
        var documents = new List<(LocalizedText, bool)>();
        for (var i = 0; i < CallDocument.Most; i++)
        {
            var name = EachLanguage.Of(sent, $"doc-{i}", CallDocument.LongestName);
            if (name.Texts.Count == 0) continue;
            if (name.Texts.Count < 2) sent.Refuse($"doc-{i}-" + (name.Exactly("en").Length == 0 ? "en" : "zh"), "form.required");
            documents.Add((name, !sent.Flag($"doc-{i}-optional")));
        }

        return new(
            title, lead, sent.IsValid ? new(model.FormKeys[form]) : default, sent.IsValid ? int.Parse(year, CultureInfo.InvariantCulture) : 0, zone, opens, closes,
            sent.Number("grace", 0, Call.LongestGrace) ?? 0, sent.Number("choices", 1, Call.MostChoices, required: true) ?? 1, sent.Number("recommendations", 0, 3) ?? 0,
            sent.Number("accept", 1, 60, required: true) ?? 1, documents);
    }

    public Call Begin(UnitId unit, Instant now)
    {
        var call = new Call
        {
            Title = Title,
            Lead = Lead,
            FormId = Form,
            AcademicYear = Year,
            Zone = Zone,
            OpensOn = Opens.On,
            OpensTime = Opens.At,
            ClosesOn = Closes.On,
            ClosesTime = Closes.At,
            GraceMinutes = Grace,
            Choices = Choices,
            Recommendations = Recommendations,
            AcceptDays = AcceptDays,
            RecordedAt = now,
            UnitId = unit,
        };
        call.Documents.AddRange(Documents.Select((d, i) => new CallDocument { CallId = call.Id, Name = d.Name, IsRequired = d.IsRequired, Order = i }));
        return call.Time();
    }

    /// <summary>Takes the fields over; documents stay the same record where they stay at their place, so that what was uploaded stays with them.</summary>
    public void Put(Call call, AppDbContext db)
    {
        (call.Title, call.Lead, call.FormId, call.AcademicYear, call.Zone) = (Title, Lead, Form, Year, Zone);
        (call.OpensOn, call.OpensTime, call.ClosesOn, call.ClosesTime) = (Opens.On, Opens.At, Closes.On, Closes.At);
        (call.GraceMinutes, call.Choices, call.Recommendations, call.AcceptDays) = (Grace, Choices, Recommendations, AcceptDays);
        var stored = call.Documents.OrderBy(d => d.Order).ToList();
        for (var i = 0; i < Documents.Count; i++)
        {
            if (i < stored.Count) (stored[i].Name, stored[i].IsRequired, stored[i].Order) = (Documents[i].Name, Documents[i].IsRequired, i);
            else db.Add(new CallDocument { CallId = call.Id, Name = Documents[i].Name, IsRequired = Documents[i].IsRequired, Order = i });
        }

        foreach (var gone in stored.Skip(Documents.Count)) gone.IsRequired = false;
        call.Time();
    }

    private static (DateOnly On, TimeOnly At) Moment(FormReader sent, string field) => (sent.Date(field, required: true) ?? default, sent.Time(field + "-time", required: true) ?? default);
}
