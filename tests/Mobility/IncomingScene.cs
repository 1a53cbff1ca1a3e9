using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>The demonstration school receives a student: the partner is invited, nominates by the link, the student applies by theirs.</summary>
internal static class IncomingScene
{
    public const int Year = 2025;

    /// <summary>A partner with places for guests left in the running year and somebody to write to.</summary>
    public static Task<(OrganisationId Partner, PartnerContactCard Contact, int Left)> HostableAsync(this RunningHost host) => host.InAsync(async s =>
    {
        var lines = (await s.GetRequiredService<LinesInForce>().OfAsync(Year, PlaceDirection.In, Viewer.System, CancellationToken.None)).Where(l => l.Line is { Level: null, Field: null, Within: null } && l.Left is >= 100 and < 300).ToList();
        var contacts = await s.GetRequiredService<IPartnerContacts>().OfAsync([.. lines.Select(l => l.Partner)], Viewer.System, CancellationToken.None);
        var taken = await s.GetRequiredService<AppDbContext>().Set<IncomingStudent>().VisibleTo(Viewer.System).Select(x => x.OrganisationId).ToListAsync();
        var balances = await s.GetRequiredService<IPlaceBalances>().AllAsync(Viewer.System, CancellationToken.None);
        var line = lines.First(l => contacts.ContainsKey(l.Partner) && balances.ContainsKey(l.Partner) && !taken.Contains(l.Partner) && lines.Count(o => o.Partner == l.Partner) == 1);
        return (line.Partner, contacts[line.Partner][0], line.Left);
    });

    /// <summary>Invites the partner; the path of the link mailed.</summary>
    public static async Task<string> InvitedAsync(this RunningHost host, TestBrowser office, OrganisationId partner, PartnerContactCard contact, params (string, string)[] changed)
    {
        await office.DoneAsync(PageOf(partner), $"/incoming/partners/{partner}/invite?year={Year}", [.. Invitation(contact).Where(f => changed.All(c => c.Item1 != f.Item1)), .. changed]);
        return await host.LinkToAsync(contact.Email);
    }

    public static string PageOf(OrganisationId partner) => $"/incoming/partners/{partner}?year={Year}";

    public static IEnumerable<(string, string)> Invitation(PartnerContactCard contact) =>
        [("contact", contact.Key.ToString("N")), ("closes", "2026-03-31"), ("closes-time", "17:00"), ("apply-by", "2026-04-20"), ("zone", "Asia/Shanghai")];

    public static (string, string)[] Nominee(string family = "Sandvik", string given = "Ingrid", string email = "ingrid@sandvik.example", string form = "joint-cultivation", string from = "2026-05-01", string until = "2027-04-30") =>
        [("family", family), ("given", given), ("email", email), ("level", "Doctoral"), ("form", form), ("field", "0712"), ("from", from), ("until", until), ("note", "Plays the cello."), ("signed", "Somebody Else")];

    public static (string, string)[] Application(string action) =>
    [
        ("family", "Sandvik"), ("given", "Ingrid"), ("native", "桑英"), ("motivation", "To compare two rivers."), ("title-0", "Water Quality"), ("code-0", "ENV1"), ("credits-0", "3"), ("research", "Two rivers\nin a year."), ("supervisor", "He Mingche"),
        ("language", "en"), ("language-level", "5"), ("evidence", "IELTS 7"), ("emergency-name", "Mother"), ("emergency-phone", "+47 22 55 55 55"), ("signed", "Ingrid Sandvik"), ("do", action),
    ];

    public static async Task SentPaperAsync(this TestBrowser student, string link, string kind) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await student.UploadAsync(link, null, kind + ".pdf", "%PDF-1.4 paper"u8.ToArray(), ("do", "paper"), ("kind", kind))).Status);

    /// <summary>Applies with everything; the page of the office.</summary>
    public static async Task<string> AppliedAsync(this RunningHost host, TestBrowser student, string link)
    {
        foreach (var kind in new[] { "Passport", "Transcript", "Curriculum" }) await student.SentPaperAsync(link, kind);
        await student.DoneAsync(link, null, Application("send"));
        return await host.StudentPageAsync("ingrid@sandvik.example");
    }

    public static Task<string> StudentPageAsync(this RunningHost host, string email) => host.InAsync(async s =>
        "/incoming/" + await s.GetRequiredService<AppDbContext>().Set<IncomingStudent>().VisibleTo(Viewer.System).Where(x => x.Email == email).Select(x => x.Id).SingleAsync());

    /// <summary>What the form of a decision sends: the place proposed, the version seen.</summary>
    public static async Task<(string, string)[]> DecisionAsync(this TestBrowser office, string page, params (string, string)[] more)
    {
        var shown = await office.PageAsync(page);
        var place = Regex.Match(shown, "(?<=name=\"place\"[\\s\\S]{0,400}<option value=\")[^\"]+/[^\"]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        return [("place", place), ("token", CallScene.Token(shown)), .. more];
    }
}
