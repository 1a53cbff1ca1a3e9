using System.Net;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Entente.Ui.Records;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Agreements;

/// <summary>Versions of a text: clauses keep their names wherever they stand, and any two versions are compared.</summary>
public sealed class VersionTests
{
    private static readonly ClauseContent Tuition = new(new("Tuition", "学费"), new("Students pay at home.", "学费在本校缴纳。"));
    private static readonly ClauseContent Insurance = new(new("Insurance", "保险"), new("Every student is insured.", "学生须投保。"));
    private static readonly ClauseContent Housing = new(new("Housing", "住宿"), new("The host finds a room.", "接收方安排住宿。"));

    [Fact]
    public async Task A_clause_that_moved_is_the_same_clause()
    {
        await using var scene = await Scene.OpenAsync(Engine.Sqlite);
        var before = scene.Content("SX-1") with { Clauses = [Tuition, Insurance, Housing] };
        var keyed = before.Keyed();
        Assert.Equal(["tuition", "insurance", "housing"], keyed.Clauses.Select(c => c.Code));
        Assert.Equal(before.Keyed().ToJson(), AgreementContent.FromJson(before.ToJson()).Keyed().ToJson());

        var reordered = await DifferenceAsync(scene, before, keyed with { Clauses = [keyed.Clauses[2], keyed.Clauses[0], keyed.Clauses[1]] });
        Assert.Empty(reordered.Prose);
        Assert.Equal("The clauses stand in another order: Housing, Tuition, Insurance.", Assert.Single(reordered.Sentences));

        var renamed = keyed.Clauses[1] with { Heading = new("Health insurance", "医疗保险") };
        var changed = await DifferenceAsync(scene, before, keyed with { Clauses = [renamed, keyed.Clauses[2]] });
        Assert.Empty(changed.Sentences);
        Assert.Equal(
            ["Clause 1, Tuition, taken away · English", "Clause 1, Tuition, taken away · 中文", "Clause 1, Health insurance · English", "Clause 1, Health insurance · 中文"],
            changed.Prose.Select(p => p.Title));
        Assert.Equal([PieceKind.Went, PieceKind.Came], changed.Prose[2].Pieces.Where(p => p.Kind != PieceKind.Stayed).Select(p => p.Kind).Distinct());

        Assert.Equal(["clause", "clause-2", "housing", "housing-2"], (before with
        {
            Clauses = [new(new("", "甲"), new("", "乙")), new(new("", "丙"), new("", "丁")), Housing, Housing with { Code = "housing" }],
        }).Keyed().Clauses.Select(c => c.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Any_two_versions_are_compared(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync();
        using var chinese = await host.SignedInAsync(BuiltInRole.Reader, language: "zh");
        using var stranger = await host.SignedInAsync(BuiltInRole.Reader, "OTHER");
        var id = await Drafts.SignedAsync(host, "VS-1", c => c with { Clauses = [Tuition, Insurance] });
        var page = $"/agreements/{id}";
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(page + "/versions/compare")).Status);
        await Drafts.ChangeAsync(host, id, agreement =>
        {
            var text = agreement.Text.Keyed();
            Add(agreement, 2, "Housing", text with { Clauses = [.. text.Clauses, Housing] });
            Add(agreement, 3, "Insurance first", text with { NoticeMonths = 3, Clauses = [text.Clauses[1], text.Clauses[0], Housing] });
        });

        Assert.Contains("versions/compare", await office.PageAsync(page));
        var neighbours = WebUtility.HtmlDecode(await office.PageAsync(page + "/versions/compare"));
        Assert.Contains("What version 3 says differently from version 2", neighbours);
        Assert.DoesNotContain("New clause", neighbours);
        var far = WebUtility.HtmlDecode(await office.PageAsync(page + "/versions/compare?from=1&to=3"));
        foreach (var said in new[] { "What version 3 says differently from version 1", "Months of notice: 3, was 6.", "The clauses stand in another order: Insurance, Tuition, Housing.", "New clause 3, Housing", "<ins>Housing" }) Assert.Contains(said, far);
        Assert.DoesNotContain("<del>", far);
        var back = WebUtility.HtmlDecode(await office.PageAsync(page + "/versions/compare?from=3&to=1"));
        Assert.Contains("Clause 3, Housing, taken away", back);
        Assert.DoesNotContain("<ins>", back);
        Assert.Contains("第 3 版与第 1 版的不同之处", await chinese.PageAsync(page + "/versions/compare?from=1&to=3"));
        Assert.Contains("Nothing is changed.", await office.PageAsync(page + "/versions/compare?from=2&to=2"));
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(page + "/versions/compare?from=x&to=99")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page + "/versions/compare")).Status);

        // The form of an amendment moves a clause up and down, keeping what it is.
        var moved = await office.SendAsync(
            page + "/amend", null, ("do", "raise-clause:1"), ("clause-0-row", "1"), ("clause-0-code", "tuition"), ("clause-0-heading-en", "Tuition"), ("clause-1-row", "1"), ("clause-1-code", "insurance"), ("clause-1-heading-en", "Insurance"));
        Assert.Equal(HttpStatusCode.OK, moved.Status);
        Assert.Contains("name=\"clause-0-code\" value=\"insurance\"", moved.Body);
        Assert.Contains("name=\"clause-1-code\" value=\"tuition\"", moved.Body);
        var lowered = await office.SendAsync(
            page + "/amend", null, ("do", "lower-clause:0"), ("clause-0-row", "1"), ("clause-0-code", "insurance"), ("clause-0-heading-en", "Insurance"), ("clause-1-row", "1"), ("clause-1-code", "tuition"), ("clause-1-heading-en", "Tuition"));
        Assert.Contains("name=\"clause-0-code\" value=\"tuition\"", lowered.Body);
    }

    private static void Add(Agreement agreement, int number, string title, AgreementContent text) =>
        agreement.Versions.Add(new(agreement.Id, number, text.ToJson()) { State = AmendmentState.InForce, Title = new(title, title), EffectiveOn = new(2026, number, 1), RecordedAt = Scene.ByNobody().At });

    private static Task<Difference> DifferenceAsync(Scene scene, AgreementContent before, AgreementContent after) => scene.House.InAsync(s =>
    {
        Language.English.Use();
        return Task.FromResult(Difference.Of(before, after, s.GetRequiredService<TextCatalog>(), new Dictionary<OrganisationId, LocalizedText>(), new Dictionary<UnitId, LocalizedText> { [scene.School] = new("School", "学院") }));
    });
}
