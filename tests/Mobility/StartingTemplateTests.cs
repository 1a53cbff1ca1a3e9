using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Jobs;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>The templates that come with the product: taken up by an office, changed in Word and put back, issued in both forms from one record.</summary>
public sealed class StartingTemplateTests
{
    [Fact]
    public async Task Each_is_a_text_and_a_word_file_without_a_fault_in_both_languages()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        await host.InAsync(s =>
        {
            var (starting, templates) = (s.GetRequiredService<StartingTemplates>(), s.GetRequiredService<DocumentTemplates>());
            var mine = starting.All.Where(t => t.Kind.StartsWith("mobility.", StringComparison.Ordinal)).ToList();
            foreach (var code in new[] { "NOM", "INV", "REQ", "PLAN", "CER" }) Assert.Contains(mine, t => t.Template.Code == code);
            foreach (var (kind, template) in mine)
            {
                Assert.Empty(templates.Problems(kind, DocumentForm.Html, new(template.Body, [])));
                var files = Language.All.Select(l => (l, "x.docx", StartingTemplates.WordOf(template, l))).ToList();
                Assert.Empty(templates.Problems(kind, DocumentForm.Word, new(LocalizedText.Empty, files)));
                foreach (var (language, _, file) in files)
                {
                    using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
                    Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => template.Code + ": " + e.Description + " " + e.Path?.XPath));
                    Assert.Equal(NamesIn(template.Body.In(language.Tag)), NamesIn(WordFile.TextOf(file)));
                }
            }

            return Task.CompletedTask;
        });
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_office_takes_one_up_looks_at_it_in_word_and_puts_its_own_back(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator);
        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        var person = await host.PersonAsync("Gao", "Lan", "高岚");
        var stay = await host.StayAsync(person, await host.PartnerAsync(), new(2025, 9, 1), new(2026, 2, 28));
        Assert.Contains("Take up the 4 templates that come with Entente", await office.PageAsync($"/documents/new?kind=mobility.stay&key={stay.Value:N}"), StringComparison.Ordinal);
        var bytes = await office.Http.GetByteArrayAsync("/documents/templates/starting/mobility.stay/CER/en");
        Assert.Contains("certifies that {{ sent_student }} stayed", WordFile.TextOf(bytes), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync("/documents/templates/starting/mobility.stay/NONE/en")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await reader.GetAsync("/documents/templates/starting/mobility.stay/CER/en")).Status);

        var list = "/documents/templates";
        var taken = await office.SendAsync(list, list + "/starting", ("kind", "mobility.stay"), ("code", "CER"), ("form", "Word"));
        Assert.Equal(HttpStatusCode.SeeOther, taken.Status);
        Assert.Equal(taken.Location, (await office.SendAsync(list, list + "/starting", ("kind", "mobility.stay"), ("code", "CER"), ("form", "Word"))).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync(list, list + "/starting", ("kind", "mobility.stay"), ("code", "XXX"))).Status);
        var page = await office.PageAsync(taken.Location!);
        var current = Regex.Match(page, "/files/[0-9a-f-]{32,36}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Contains("{{ stayed_days }}", WordFile.TextOf(await office.Http.GetByteArrayAsync(current)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync($"/documents/new?kind=mobility.stay&key={stay.Value:N}", list + "/starting", ("kind", "mobility.stay"), ("key", stay.ToString()))).Status);
        Assert.Equal(8, await host.InAsync(s => s.GetRequiredService<DocumentTemplates>().Lines().CountAsync(t => t.RecordKind == Stay.RecordKind)));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task One_record_gives_the_same_words_as_a_word_file_and_as_print(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        var office = await OfficeAsync(host);
        await host.InAsync(async s =>
        {
            var (db, templates, drafting) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<DocumentTemplates>(), s.GetRequiredService<DocumentDrafting>());
            var plan = await db.Set<StudyPlan>().ViewerNamed().AsNoTracking().SingleAsync(p => p.Content.Contains("CIE5420"));
            var returned = await db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().Where(x => x.State == StayState.Returned && x.HostSupervisorId != null).OrderBy(x => x.From).ThenBy(x => x.Id).FirstAsync();
            foreach (var (code, key) in new[] { ("PLAN", plan.Id.Value), ("CER", returned.Id.Value), ("REQ", returned.Id.Value) })
            {
                foreach (var language in Language.All)
                {
                    var texts = new List<string>();
                    foreach (var line in await templates.Lines().Where(t => t.Code == code).ToListAsync())
                    {
                        var draft = await drafting.PrepareAsync(line, (await templates.TextAsync(line.Id, null, default))!, (await templates.OfKind(line.RecordKind)!.OfAsync(key, office, default))!, language, null, office, default);
                        Assert.True(draft is { Problem: null, Findings.Count: 0 }, $"{code} {line.Form} {language.Tag}: {draft.Problem} {string.Join("; ", draft.Findings.Select(f => f.TextKey + " " + f.Args[0]))}");
                        texts.Add(Regex.Replace(draft.Text, "\\s", "", RegexOptions.None, TimeSpan.FromSeconds(1)));
                    }

                    Assert.Equal(2, texts.Count);
                    Assert.Equal(texts[0], texts[1]);
                    if (code == "PLAN") foreach (var words in new[] { "CIE5420", "Wastewatertreatment", "pilotplant", Convert.ToHexStringLower(plan.Hash()) }) Assert.Contains(words, texts[0], StringComparison.Ordinal);
                }
            }
        }, office);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_a_record_has_not_is_not_said(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var (person, supervisor) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("He", "Mingche", "何明澈"));
        var partner = await host.PartnerAsync();
        var (stay, guest) = (await host.StayAsync(person, partner, adjust: s => s with { HomeSupervisor = supervisor }), await host.StayAsync(supervisor, partner, adjust: s => s with { Direction = Contracts.Partners.PlaceDirection.In }));
        var office = await OfficeAsync(host);
        var plan = await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var written = new StudyPlan { StayId = stay, Number = 1, Content = new StudyPlanContent([], "Only research.").ToJson(), RecordedAt = db.Write.Now };
            written.AgreeAsStudent(db.Write.Now);
            db.Add(written);
            await db.SaveChangesAsync();
            return written.Id;
        });
        var drafts = await host.InAsync(async s =>
        {
            var found = new Dictionary<string, DocumentDraft>(StringComparer.Ordinal);
            var (starting, templates, drafting) = (s.GetRequiredService<StartingTemplates>(), s.GetRequiredService<DocumentTemplates>(), s.GetRequiredService<DocumentDrafting>());
            foreach (var (of, kind, code, key, form) in new[]
            {
                ("plan", StudyPlan.RecordKind, "PLAN", plan.Value, DocumentForm.Word), ("plan-html", StudyPlan.RecordKind, "PLAN", plan.Value, DocumentForm.Html), ("certificate", Stay.RecordKind, "CER", stay.Value, DocumentForm.Word),
                ("guest", Stay.RecordKind, "INV", guest.Value, DocumentForm.Word), ("no-guest", Stay.RecordKind, "INV", stay.Value, DocumentForm.Html), ("request", Stay.RecordKind, "REQ", stay.Value, DocumentForm.Word),
            })
            {
                var id = await starting.TakeUpAsync(kind, starting.Find(kind, code)!, form, office, default);
                var line = await templates.Lines().SingleAsync(t => t.Id == id);
                found[of] = await drafting.PrepareAsync(line, (await templates.TextAsync(id, null, default))!, (await templates.OfKind(kind)!.OfAsync(key, office, default))!, Language.English, null, office, default);
            }

            return found;
        }, office);

        // A plan nobody else agreed to, a certificate before the end, an invitation for who goes abroad: nothing of it is issued.
        Assert.Equal(["agreed_home", "agreed_home_on", "agreed_host", "agreed_host_on"], Empty("plan"));
        Assert.Equal(Empty("plan"), Empty("plan-html"));
        Assert.Equal(["stayed_days", "stayed_from", "stayed_until"], Empty("certificate"));
        Assert.Equal(["guest"], Empty("no-guest"));
        Assert.All(new[] { "plan", "certificate", "no-guest" }, of => Assert.False(drafts[of].CanOverride));

        // Courses there are none of, and a supervisor nobody named, leave no line behind.
        foreach (var of in new[] { "plan", "plan-html" })
        {
            Assert.DoesNotContain("Courses", drafts[of].Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Stands at home for", drafts[of].Text, StringComparison.Ordinal);
            Assert.Contains("Only research.", drafts[of].Text, StringComparison.Ordinal);
        }

        Assert.Empty(drafts["request"].Findings);
        Assert.DoesNotContain("Your supervisor", drafts["request"].Text, StringComparison.Ordinal);
        Assert.Contains("Our supervisor", drafts["request"].Text, StringComparison.Ordinal);
        Assert.Empty(drafts["guest"].Findings);

        IEnumerable<object?> Empty(string of) => drafts[of].Findings.Where(f => f.TextKey == "documents.finding.empty").Select(f => f.Args[0]);
    }

    internal static async Task<Viewer> OfficeAsync(RunningHost host)
    {
        var account = await host.AccountAsync("papers@example.edu", BuiltInRole.Coordinator, name: "Tang Yuan");
        return Viewer.Of(account.Value, null, "Tang Yuan", [.. new[]
        {
            FoundationPermissions.Documents, FoundationPermissions.IssueDocuments, FoundationPermissions.DocumentTemplates, MobilityPermissions.View,
        }.Select(p => KeyValuePair.Create(p, Reach.Everywhere))]);
    }

    private static IEnumerable<string> NamesIn(string text) =>
        Regex.Matches(text, "(?<=\\{\\{\\s*)[a-z_]+(?=\\s*\\}\\})", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
