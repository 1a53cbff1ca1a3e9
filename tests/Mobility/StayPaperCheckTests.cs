using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>A document that contradicts its record, on each of the four kinds: a person, a date, a partner, a city or a country of somebody else.</summary>
public sealed class StayPaperCheckTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Whoever_whenever_and_wherever_is_not_the_records_is_named(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var desk = await host.AsAsync("tang.yuan");
        var call = await NominationTests.AcceptedAsync(host, desk, "wen.zixi");
        var page = call.Address() + "/nominations";
        var shown = await desk.ReadAsync(page);
        var (send, contact) = (Found(shown, "/calls/[0-9a-f-]+/nominations/[0-9a-f-]+/send"), Found(shown, "(?<=<option value=\")[0-9a-f]{32}"));
        await desk.DoneAsync(page, send, ("contact", contact), ("from", "2026-09-01"), ("until", "2027-08-31"), ("days", "30"));
        Assert.Contains("/documents/new?kind=mobility.nomination", await desk.ReadAsync(page), StringComparison.Ordinal);
        var office = await StartingTemplateTests.OfficeAsync(host);
        await host.PersonAsync("Ouyang", "Mingyue", "欧阳明月");
        await host.PartnerAsync("Institute of Distant Rivers", "远江研究院", "CL");
        await host.InAsync(async s =>
        {
            s.GetRequiredService<Contracts.Directory.IOrganisations>().Add(new(new("University of Far Valley", "远谷大学"), "CL", new("Valdivia", "瓦尔迪维亚")));
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });

        await host.InAsync(async s =>
        {
            var (db, templates, drafting) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<DocumentTemplates>(), s.GetRequiredService<DocumentDrafting>());
            var returned = await db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().Where(x => x.State == StayState.Returned && x.HostSupervisorId != null).OrderBy(x => x.From).ThenBy(x => x.Id).FirstAsync();
            (string Code, Guid Key)[] all =
            [
                ("CER", returned.Id.Value), ("REQ", returned.Id.Value), ("PLAN", (await db.Set<StudyPlan>().ViewerNamed().SingleAsync(p => p.Content.Contains("CIE5420"))).Id.Value), ("NOM", (await db.Set<Nomination>().ViewerNamed().SingleAsync()).Id.Value),
            ];
            foreach (var (code, key) in all)
            {
                var line = await templates.Lines().SingleAsync(t => t.Code == code && t.Form == DocumentForm.Html);
                var text = (await templates.TextAsync(line.Id, null, default))!;
                var subject = (await templates.OfKind(line.RecordKind)!.OfAsync(key, office, default))!;
                foreach (var (language, added, finding, what) in new[]
                {
                    (Language.English, "", "", ""), (Language.Chinese, "", "", ""),
                    (Language.English, "Together with Ouyang Mingyue they wrote a paper.", "documents.finding.person", "Ouyang Mingyue"),
                    (Language.English, "Thanks to Mingyue Ouyang.", "documents.finding.person", "Mingyue Ouyang"),
                    (Language.Chinese, "与欧阳明月合作。", "documents.finding.person", "欧阳明月"),
                    (Language.English, "It began on 3 May 2011.", "documents.finding.date", "3 May 2011"),
                    (Language.Chinese, "始于2011年5月3日。", "documents.finding.date", "2011年5月3日"),
                    (Language.English, "It was at Institute of Distant Rivers.", "documents.finding.name", "Institute of Distant Rivers"),
                    (Language.English, "They lived in Valdivia for a while.", "documents.finding.place", "Valdivia"),
                    (Language.Chinese, "曾在瓦尔迪维亚居住。", "documents.finding.place", "瓦尔迪维亚"),
                    (Language.English, "They went to Chile too.", "documents.finding.place", "Chile"),
                })
                {
                    var changed = added.Length == 0 ? null : text.Body.In(language.Tag) + $"<p>{added}</p>";
                    var draft = await drafting.PrepareAsync(line, text, subject, language, changed, office, default);
                    Assert.Equal(finding.Length == 0 ? [] : [(finding, what)], draft.Findings.Select(f => (f.TextKey, (string)f.Args[0]!)));
                }
            }
        }, office);
    }

    private static string Found(string page, string pattern) => System.Text.RegularExpressions.Regex.Match(page, pattern, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
}
