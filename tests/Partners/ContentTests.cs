using Entente.Contracts.Partners;
using Entente.Partners.Model;
using Entente.Testing;

namespace Entente.Partners.Tests;

public sealed class ContentTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_rewritten_draft_keeps_its_rows_equal_to_its_text(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var psu = await scene.Partner("Pennsylvania State University", "宾夕法尼亚州立大学", "US");
        var unsw = await scene.Partner("UNSW Sydney", "新南威尔士大学", "AU");
        var first = scene.Content("SX-1", psu);
        var id = await scene.Draft(first);
        var second = first with
        {
            Parties = [first.Parties[0], new(unsw, PartyRole.Coordinator, [])],
            Units = [scene.Water, scene.Air],
            Places = [new("out", PlaceDirection.Out, 5), new("new", PlaceDirection.In, 1, null, StudyLevel.Master, "07", scene.Water)],
        };
        await scene.In(async db =>
        {
            (await Scene.Load(db, id)).Rewrite(second, await Scene.KindOf(db, second.Kind));
            await db.SaveChangesAsync();
        });

        var read = await scene.In(db => Scene.Load(db, id));
        Assert.Equal(second.Hash(), read.ContentHash);
        Assert.Equal(second.ToJson(), read.Text.ToJson());
        Assert.Equal([null, unsw], read.Parties.OrderBy(p => p.Order).Select(p => p.OrganisationId));
        Assert.Equal(new[] { scene.Water, scene.Air }.Order(), read.Units.Select(u => u.UnitId).Order());
        Assert.Equal([("new", 1), ("out", 5)], read.Places.OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => (p.Code, p.PerYear)));
    }

    [Fact]
    public void The_seal_depends_on_every_part_of_the_text()
    {
        var content = new AgreementContent { Number = "SX-1", Title = new("Exchange", "交换"), Kind = "student-exchange" };
        AgreementContent[] others =
        [
            content with { Number = "SX-2" },
            content with { Title = new("Exchange", "交流") },
            content with { Kind = "memorandum" },
            content with { Term = TermKind.OpenEnded },
            content with { EndsOn = new(2028, 8, 31) },
            content with { NoticeMonths = 3 },
            content with { SemesterWeight = 60 },
            content with { Reciprocal = true },
            content with { Territory = ["CN"] },
            content with { Places = [new("out", PlaceDirection.Out, 1)] },
            content with { Clauses = [new(new("A", "甲"), new("B", "乙"))] },
        ];

        Assert.Equal(others.Length + 1, others.Append(content).Select(c => Convert.ToHexString(c.Hash())).Distinct().Count());
        Assert.Equal(content.Hash(), AgreementContent.FromJson(content.ToJson()).Hash());
    }
}
