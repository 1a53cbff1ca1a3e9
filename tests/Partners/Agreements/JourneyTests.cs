using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Agreements;

/// <summary>The road of an agreement over real HTTP: written, approved by three, signed by two, amended, followed.</summary>
public sealed partial class JourneyTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_agreement_walks_from_draft_into_force_and_on(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator);
        using var head = await host.SignedInAsync(BuiltInRole.Head);
        using var officer = await host.SignedInAsync(BuiltInRole.Officer);
        using var dean = await host.SignedInAsync(BuiltInRole.Dean);
        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        using var stranger = await host.SignedInAsync(BuiltInRole.Coordinator, "OTHER");
        var (unit, partner) = await PlaceAsync(host);
        var page = await DraftAsync(office, unit, partner);
        var id = AgreementId.Parse(page["/agreements/".Length..], null);

        // What others may not.
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page)).Status);
        Assert.DoesNotContain(page + "/submit", await reader.PageAsync(page));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync(page, page + "/submit")).Status);

        // An incomplete text is not submitted; a complete one is fixed.
        var early = await office.SendAsync(page, page + "/submit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("Choose the units it covers.", early.Body);

        // Sent out too early, it names everything that is missing; the page shows it beforehand.
        var tooEarly = WebUtility.HtmlDecode((await office.SendAsync(page, page + "/send")).Body);
        foreach (var missing in new[] { "Choose the units it covers.", "Enter the first day.", "It is not said who signs for: The university, Delft University of Technology.", "The text is not among the documents", "No approval was asked for yet" })
        {
            Assert.Contains(missing, tooEarly);
            Assert.Contains(missing, WebUtility.HtmlDecode(await office.PageAsync(page)));
        }

        await RewriteAsync(office, page, unit, partner);
        await office.AttachAsync(page, "text.pdf", "Draft");
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page, page + "/submit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(page + "/edit")).Status);
        Assert.Contains("The approval is still waited for.", (await office.SendAsync(page, page + "/send")).Body);

        // Returned once, approved by all three after.
        await DecideAsync(host, head, id, "Returned", "The title lacks the year.");
        Assert.Contains("The title lacks the year.", await office.PageAsync(page));
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page, page + "/submit")).Status);
        foreach (var decider in new[] { head, officer, dean }) await DecideAsync(host, decider, id, "Approved", "");
        Assert.Contains("Approved as it stands. Send it out for signature.", await office.PageAsync(page));
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page, page + "/send")).Status);

        // Signed by both sides, under exactly the text approved.
        var hash = Convert.ToHexStringLower((await ReadAsync(host, id)).ContentHash);
        var other = await office.SendAsync(page, page + "/sign", ("party", "school"), ("signed-on", "2026-03-10"), ("signatory", "Lu Jingxing"), ("hash", new string('0', 64)));
        Assert.Contains("The text was changed since you opened the page.", other.Body);
        var tomorrow = await office.SendAsync(page, page + "/sign", ("party", "school"), ("signed-on", "2026-03-13"), ("signatory", "Lu Jingxing"), ("hash", hash));
        Assert.Contains("The date lies in the future.", tomorrow.Body);
        foreach (var kept in new[] { "value=\"2026-03-13\"", "value=\"Lu Jingxing\"", "<option value=\"school\" selected" }) Assert.Contains(kept, tomorrow.Body);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page, page + "/sign", ("party", "school"), ("signed-on", "2026-03-10"), ("signatory", "Lu Jingxing"), ("hash", hash))).Status);
        Assert.Contains("1 of 2 parties have signed.", await office.PageAsync(page));
        var twice = await dean.SendAsync(page, page + "/sign", ("party", "school"), ("signed-on", "2026-03-10"), ("signatory", "Lu Jingxing"), ("hash", hash));
        Assert.Contains("The signature of this party is noted already.", twice.Body);

        // A gate that has closed meanwhile says why, and keeps nothing of what was handed in.
        await EndedPartners.ExistAsync(host, partner, "Inactive");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignWithFileAsync(dean, page, partner, hash));
        Assert.Equal(1, await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<AgreementDocument>().CountAsync(d => d.AgreementId == id)));
        Assert.Contains("1 of 2 parties have signed.", await office.PageAsync(page));
        await EndedPartners.ExistAsync(host, partner, "Active");
        Assert.Equal(HttpStatusCode.SeeOther, (await dean.SendAsync(page, page + "/sign", ("party", partner.ToString()), ("signed-on", "2026-03-11"), ("signatory", "Anneke van der Meer"), ("hash", hash))).Status);
        var signed = await ReadAsync(host, id);
        Assert.Equal((AgreementState.Active, new DateOnly(2026, 3, 11)), (signed.State, signed.SignedOn));
        Assert.Equal(signed.ContentHash, signed.Seal);
        Assert.Equal(
            [AgreementState.Draft, AgreementState.Draft, AgreementState.InReview, AgreementState.InReview, AgreementState.Approved, AgreementState.OutForSignature, AgreementState.Signed, AgreementState.Active],
            signed.Steps.Select(s => s.To).Order());
        var record = await reader.PageAsync(page);
        Assert.Contains("In force until 31 Jan 2029.", record);
        Assert.Contains(hash, record);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_signed_agreement_is_amended_and_followed(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator);
        using var head = await host.SignedInAsync(BuiltInRole.Head);
        using var officer = await host.SignedInAsync(BuiltInRole.Officer);
        using var dean = await host.SignedInAsync(BuiltInRole.Dean);
        var (unit, partner) = await PlaceAsync(host);
        var id = await ActiveAsync(host, unit, partner);
        var page = $"/agreements/{id}";
        (string, string)[] about = [("amendment-title-en", "Fewer places"), ("amendment-reason-en", "Fewer students"), ("amendment-effective-on", "2026-03-12"), ("do", "save")];

        var nothing = await office.SendAsync(page + "/amend", null, [.. Fields(unit, partner), .. about]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("Nothing is changed against the text in force.", nothing.Body);
        var below = await office.SendAsync(page + "/amend", null, [.. Fields(unit, partner, perYear: "1"), .. about]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, below.Status);
        Assert.Contains("is used by 1.5 in 2025/2026, more than the 1 it would have.", WebUtility.HtmlDecode(below.Body));

        var written = await office.SendAsync(page + "/amend", null, [.. Fields(unit, partner, perYear: "2", clause: "Students pay tuition at home and nothing abroad."), .. about]);
        Assert.Equal(HttpStatusCode.SeeOther, written.Status);
        Assert.Equal(page + "/versions/2", written.Location);
        var shown = WebUtility.HtmlDecode(await office.PageAsync(page + "/versions/2"));
        Assert.Contains("The line “out” falls from 3 to 2 places a year.", shown);
        Assert.Contains("<ins>", shown);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.GetAsync(page + "/amend")).Status);

        await office.AttachAsync(page, "amendment.pdf", "Draft", version: "2");
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page + "/versions/2", page + "/versions/2/submit")).Status);
        var amendment = (await ReadAsync(host, id)).Versions.Single(v => v.Number == 2);
        var asked = (await host.InAsync(s => s.GetRequiredService<IApprovals>().OfAsync([amendment.Ref()], default)))[amendment.Ref()];
        var question = WebUtility.HtmlDecode(await head.PageAsync($"/approvals/{asked.Id}"));
        foreach (var told in new[] { "The line “out” falls from 3 to 2 places a year.", "Clause 1, Tuition · English is worded anew.", "China, Netherlands", "Anneke van der Meer (Rector)" }) Assert.Contains(told, question);
        foreach (var decider in new[] { head, officer, dean }) await DecideAsync(host, decider, amendment.Ref(), "Approved", "");
        var hash = Convert.ToHexStringLower(amendment.Hash);

        // Students went out since it was approved: it is not signed below what is used, and nothing changes.
        var more = Used(id, 2);
        await ChangeAsync(host, db => db.Add(more));
        var belowNow = await office.SendAsync(page + "/versions/2", page + "/versions/2/sign", ("party", "school"), ("signed-on", "2026-03-12"), ("signatory", "Lu Jingxing"), ("hash", hash));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, belowNow.Status);
        Assert.Contains("is used by 2.5 in 2025/2026, more than the 2 it would have.", WebUtility.HtmlDecode(belowNow.Body));
        Assert.Contains("value=\"Lu Jingxing\"", belowNow.Body);
        Assert.Equal(0, await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<PartySignature>().CountAsync(p => p.AgreementId == id && p.TextVersion == 2)));
        Assert.Equal((AmendmentState.Approved, 3), ((await ReadAsync(host, id)).Versions.Single(v => v.Number == 2).State, (await ReadAsync(host, id)).Places.Single().PerYear));
        await ChangeAsync(host, db => db.Attach(more).Entity.Withdraw(Scene.ByNobody().At, "test"));
        foreach (var party in new[] { "school", partner.ToString() })
            Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page + "/versions/2", page + "/versions/2/sign", ("party", party), ("signed-on", "2026-03-12"), ("signatory", "Lu Jingxing"), ("hash", hash))).Status);
        var amended = await ReadAsync(host, id);
        Assert.Equal((2, 2), (amended.TextVersion, amended.Places.Single().PerYear));
        Assert.NotEqual(amended.ContentHash, amended.Seal);
        Assert.Equal(amended.Versions.Single(v => v.Number == 1).Hash, amended.Seal);

        var form = WebUtility.HtmlDecode(await office.PageAsync(page + "/renew"));
        Assert.Contains("value=\"2026-09-01\"", form);
        (string, string)[] next = [.. Fields(unit, partner, number: "SX-2", begin: "2026-09-01", end: "2027-08-31"), ("unit", unit.ToString()), ("do", "save")];
        var follows = await office.SendAsync(page + "/renew", null, next);
        Assert.Equal(HttpStatusCode.SeeOther, follows.Status);
        Assert.Contains("SX-1", await office.PageAsync(follows.Location!));
        Assert.Contains(follows.Location!, await office.PageAsync(page));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Notice_early_ends_documents_and_kinds_are_kept(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator);
        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        using var stranger = await host.SignedInAsync(BuiltInRole.Reader, "OTHER");
        var (unit, partner) = await PlaceAsync(host);
        var id = await ActiveAsync(host, unit, partner);
        var page = $"/agreements/{id}";

        var bad = await office.AttachAsync(page, "tool.exe", "Annex", "MZ nothing to read"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad);
        Assert.Equal(HttpStatusCode.SeeOther, await office.AttachAsync(page, "signed.pdf", "Signed"));
        Assert.Equal(HttpStatusCode.SeeOther, await office.AttachAsync(page, "again.pdf", "Signed"));
        var file = FileAddress().Match(await office.PageAsync(page)).Value;
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(file)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(file)).Status);
        Assert.Equal([true, false], await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<AgreementDocument>().OrderBy(d => d.RecordedAt).ThenBy(d => d.Id).Select(d => d.IsSealed).ToListAsync()));

        var noNotice = await office.SendAsync(page, page + "/notice", ("notice-on", "2026-03-01"), ("reason", "They close."));
        Assert.Contains("No notice can be given now.", noNotice.Body);
        var late = await office.SendAsync(page, page + "/terminate", ("first-day-out", "2027-01-01"), ("reason", "They close."));
        Assert.Contains("It ends on 31 Aug 2026 anyway; choose an earlier day.", late.Body);
        var unsaid = await office.SendAsync(page, page + "/terminate", ("first-day-out", "2026-03-12"), ("reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page, page + "/terminate", ("first-day-out", "2026-03-12"), ("reason", "They close."))).Status);
        var ended = await ReadAsync(host, id);
        Assert.Equal((AgreementState.Terminated, new DateOnly(2026, 3, 11)), (ended.State, ended.LastDay));
        Assert.Contains("Ended before its term on 12 Mar 2026. They close.", await office.PageAsync(page));

        var kind = await office.SendAsync("/agreements/kinds", null, ("code", "summer-school"), ("name-en", "Summer school"), ("name-zh", "暑期学校"), ("alerts", "60, 30"));
        Assert.Equal(HttpStatusCode.SeeOther, kind.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendAsync("/agreements/kinds", null, ("code", "summer-school"), ("name-en", "Again"), ("name-zh", "又一"), ("alerts", "x"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync("/agreements/kinds", "/agreements/kinds/summer-school", ("name-en", "Summer schools"), ("name-zh", "暑期学校"), ("alerts", "90"))).Status);
        Assert.DoesNotContain("summer-school", await office.PageAsync("/agreements/new"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync("/agreements/kinds", "/agreements/kinds", ("code", "x"))).Status);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_list_issues_as_many_queries_for_many_as_for_one(Engine engine)
    {
        var statements = new Statements();
        await using var scene = await Scene.OpenAsync(engine, s => s.ConfigureDbContext<AppDbContext>(o => o.AddInterceptors(statements)));
        var partner = await scene.Partner("Delft University of Technology", "代尔夫特理工大学", "NL");
        await scene.Signed(scene.Content("SX-1", partner));
        var one = await statements.OfAsync(() => ListAsync(scene));
        for (var i = 2; i <= 25; i++) await scene.Signed(scene.Content("SX-" + i, partner));
        Assert.Equal(one, await statements.OfAsync(() => ListAsync(scene)));
    }

    private static Task ListAsync(Scene scene) => scene.House.InAsync(s => AgreementList.ShowAsync(
        new Microsoft.AspNetCore.Http.DefaultHttpContext().Request, s.GetRequiredService<AppDbContext>(), Scene.For(scene.School), s.GetRequiredService<SchoolClock>(),
        s.GetRequiredService<AgreementSelection>(), s.GetRequiredService<PartnerNames>(), s.GetRequiredService<IOrganisations>(), s.GetRequiredService<IUnits>(),
        s.GetRequiredService<TextCatalog>(), default));

    private static async Task<(UnitId Unit, OrganisationId Partner)> PlaceAsync(RunningHost host) => await host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        var partner = s.GetRequiredService<IOrganisations>().Add(new(new("Delft University of Technology", "代尔夫特理工大学"), "NL", new("Delft", "代尔夫特")));
        await db.SaveChangesAsync();
        return ((await s.GetRequiredService<IUnits>().AllAsync(default)).Single(u => u.Code == "UNI").Id, partner);
    });

    private static (string, string)[] Fields(
        UnitId unit, OrganisationId partner, string perYear = "3", string clause = "Students pay tuition at home.", string number = "SX-1", string begin = "2025-09-01", string end = "2026-08-31") =>
    [
        ("number", number), ("kind", "student-exchange"), ("title-en", "Exchange"), ("title-zh", "学生交换"), ("units", unit.ToString()), ("territory", "CN, NL"),
        ("languages", "en"), ("term", "Fixed"), ("effective-on", begin), ("ends-on", end), ("notice-months", "3"), ("year-weight", "100"), ("semester-weight", "50"), ("carry-over-years", "0"),
        ("school-signatories", "Lu Jingxing, Dean"),
        ("party-0-row", "1"), ("party-0-organisation", partner.ToString()), ("party-0-role", "Partner"), ("party-0-signatories", "Anneke van der Meer, Rector"),
        ("place-0-row", "1"), ("place-0-direction", "Out"), ("place-0-per-year", perYear), ("place-0-code", "out"),
        ("clause-0-row", "1"), ("clause-0-heading-en", "Tuition"), ("clause-0-heading-zh", "学费"), ("clause-0-text-en", clause), ("clause-0-text-zh", "学费在本校缴纳。"),
    ];

    /// <summary>An agreement in force, with three students on semester places this year.</summary>
    private static Task<AgreementId> ActiveAsync(RunningHost host, UnitId unit, OrganisationId partner, string number = "SX-1") => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        var content = new AgreementContent
        {
            Number = number,
            Title = new("Exchange", "学生交换"),
            Kind = "student-exchange",
            Parties = [new(null, PartyRole.School, [new("Lu Jingxing", "Dean")]), new(partner, PartyRole.Partner, [new("Anneke van der Meer", "Rector")])],
            Units = [unit],
            Territory = ["CN", "NL"],
            Languages = ["en"],
            EffectiveOn = new(2025, 9, 1),
            EndsOn = new(2026, 8, 31),
            NoticeMonths = 3,
            Places = [new("out", PlaceDirection.Out, 3)],
            Clauses = [new(new("Tuition", "学费"), new("Students pay tuition at home.", "学费在本校缴纳。"))],
        };
        var agreement = Agreement.Write(content, await Scene.KindOf(db, content.Kind), unit, null, Scene.ByNobody());
        foreach (var action in new[] { AgreementAction.Submit, AgreementAction.Approve, AgreementAction.Send }) agreement.Step(action, Scene.ByNobody());
        agreement.Sign(new(2025, 8, 1), Scene.ByNobody());
        agreement.Step(AgreementAction.Begin, Scene.ByNobody(new(2025, 9, 1)));
        db.Add(agreement);
        db.Add(Used(agreement.Id, 3));
        await db.SaveChangesAsync();
        return agreement.Id;
    });

    /// <summary>Students out on semester places this year.</summary>
    private static PlaceEntry Used(AgreementId agreement, int students) => new()
    {
        AgreementId = agreement,
        AcademicYear = 2025,
        Direction = PlaceDirection.Out,
        Place = "out",
        Kind = PlaceEntryKind.Used,
        Count = students,
        Hundredths = students * 50,
        SourceKind = "test",
        SourceKey = Guid.CreateVersion7(),
        RecordedAt = Scene.ByNobody().At,
    };

    private static async Task<string> DraftAsync(TestBrowser office, UnitId unit, OrganisationId partner)
    {
        var saved = await office.SendAsync(
            "/agreements/new", null, ("number", "SX-1"), ("kind", "student-exchange"), ("title-en", "Exchange"), ("unit", unit.ToString()), ("new-partner", partner.ToString()), ("term", "Fixed"), ("do", "save"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        return saved.Location!;
    }

    private static async Task RewriteAsync(TestBrowser office, string page, UnitId unit, OrganisationId partner)
    {
        var version = VersionField().Match(await office.PageAsync(page + "/edit")).Groups["version"].Value;
        (string, string)[] fields = [.. Fields(unit, partner, begin: "2026-02-01", end: "2029-01-31"), ("unit", unit.ToString()), ("do", "save")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendAsync(page + "/edit", null, [.. fields, ("version", "99")])).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(page + "/edit", null, [.. fields, ("version", version)])).Status);
    }

    private static Task ChangeAsync(RunningHost host, Action<AppDbContext> change) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        change(db);
        await db.SaveChangesAsync();
    });

    private static async Task<HttpStatusCode> SignWithFileAsync(TestBrowser signer, string page, OrganisationId party, string hash)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(TestBrowser.TokenIn(await signer.PageAsync(page))), "__RequestVerificationToken" },
            { new StringContent(party.ToString()), "party" },
            { new StringContent("2026-03-11"), "signed-on" },
            { new StringContent("Anneke van der Meer"), "signatory" },
            { new StringContent(hash), "hash" },
            { new ByteArrayContent("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray()), "document", "signed.pdf" },
        };
        using var answer = await signer.Http.PostAsync(page + "/sign", content);
        return answer.StatusCode;
    }

    private static Task DecideAsync(RunningHost host, TestBrowser decider, AgreementId id, string decision, string reason) =>
        DecideAsync(host, decider, new RecordRef(Agreement.RecordKind, id.Value), decision, reason);

    private static async Task DecideAsync(RunningHost host, TestBrowser decider, RecordRef subject, string decision, string reason)
    {
        var card = (await host.InAsync(s => s.GetRequiredService<IApprovals>().OfAsync([subject], default)))[subject];
        var step = card.Steps.First(s => s.Decision == ApprovalDecision.Pending).Order.ToString();
        var answer = await decider.SendAsync($"/approvals/{card.Id}", null, ("step", step), ("decision", decision), ("reason", reason));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
    }

    private static Task<Agreement> ReadAsync(RunningHost host, AgreementId id) => host.InAsync(s => Scene.Load(s.GetRequiredService<AppDbContext>(), id));

    [GeneratedRegex("name=\"version\" value=\"(?<version>\\d+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionField();

    [GeneratedRegex("/files/[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex FileAddress();
}
