using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>The student's own entry of how to be reached and whom to call in an emergency; the office may help out.</summary>
internal static class KeepContact
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(ShowStay.Route + "/contact", KeepAsync).ForAccounts();

    private static async Task<IResult> KeepAsync(string id, HttpRequest request, AppDbContext db, StayReading reading, StayDuties duties, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { MayKeepContact: true } view || await reading.FindAsync(id, cancellation) is not { } stay) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var name = form.Text("emergency-name", StayContact.LongestName, required: true);
        var (phone, emergency, host) = (Phone(form, "phone", false), Phone(form, "emergency-phone", true), Phone(form, "host-phone", false));
        var address = form.Text("address", StayContact.LongestAddress);
        if (!form.IsValid) return Page.Refuse<ShowStayPage>(view with { Refused = "contact", Sent = form });
        var key = stay.Id;
        var contact = await db.Set<StayContact>().ViewerNamed().SingleOrDefaultAsync(c => c.StayId == key, cancellation);
        if (contact is null) db.Add(contact = new() { StayId = key });
        (contact.Phone, contact.Address, contact.EmergencyName, contact.EmergencyPhone, contact.HostPhone, contact.EnteredAt) = (phone, address, name, emergency, host, db.Write.Now);
        db.Write.Action = "mobility.contact.keep";
        await duties.DoneAsync(stay, StayDuties.Step, texts["stays.contact.receipt", texts.Date(clock.Today)], cancellation, "contact");
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(view.Address + "#contact");
    }

    /// <summary>A number as people write it: digits, and what parts them; with the code of the country, since it is called from elsewhere.</summary>
    public static string Phone(FormReader form, string field, bool required)
    {
        var typed = form.Text(field, StayContact.LongestPhone, required);
        if (typed.Length > 0 && (typed[0] != '+' || typed.Count(char.IsAsciiDigit) < 7 || typed.Skip(1).Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-' or '(' or ')' or '.')))) form.Refuse(field, "stays.wrong.phone");
        return typed;
    }
}

/// <summary>How a student is reached, as pages show it.</summary>
public sealed record ContactLine(string Phone, string Address, string EmergencyName, string EmergencyPhone, string HostPhone)
{
    internal static ContactLine Of(StayContact contact) => new(contact.Phone, contact.Address, contact.EmergencyName, contact.EmergencyPhone, contact.HostPhone);
}
