using System.Text.Json;
using Entente.Contracts.Directory;
using Entente.Directory.Matching;
using Entente.Directory.Model;
using Entente.Directory.Organisations.Import;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.Matching;

public sealed class MatcherTests
{
    private static readonly (string En, string Zh, string Country, string City, string[] Others)[] Organisations =
    [
        ("Tsinghua University", "清华大学", "CN", "Beijing", ["THU"]),
        ("Tsinghua Shenzhen International Graduate School", "清华大学深圳国际研究生院", "CN", "Shenzhen", []),
        ("Peking University", "北京大学", "CN", "Beijing", []),
        ("University of Leeds", "", "GB", "Leeds", []),
        ("Technical University of Denmark", "丹麦技术大学", "DK", "Kongens Lyngby", ["DTU", "Danmarks Tekniske Universitet"]),
        ("New York University", "", "US", "New York", ["NYU"]),
        ("Columbia University", "", "US", "New York", []),
        ("Northeastern University", "", "US", "Boston", []),
        ("Northeastern University", "东北大学", "CN", "Shenyang", []),
    ];

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Affiliations_and_names_lead_to_organisations_with_a_reason(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await house.InAsync(AddAllAsync);
        var asked = new (string Text, string? Country, string? Chosen)[]
        {
            ("Tsinghua Univ", null, "清华大学"),
            ("School of Environment, Tsinghua University, Beijing 100084, China", null, "清华大学"),
            ("清华大学环境学院，北京 100084", null, "清华大学"),
            ("清华大学深圳国际研究生院", null, "清华大学深圳国际研究生院"),
            ("北京大学第三医院", null, null),
            ("Univ Leeds, Sch Earth & Environm, Leeds LS2 9JT, England", null, "University of Leeds"),
            ("Dept. of Chemistry, Columbia University, New York, NY 10027, USA", null, "Columbia University"),
            ("Leeds University Hospital", null, null),
            ("DTU", "DK", "丹麦技术大学"),
            ("DTU", null, null),
            ("Northeastern University", null, null),
            ("Northeastern University, Boston, MA", null, "Northeastern University"),
            ("Northeastern University", "CN", "东北大学"),
            ("Tsingua University", null, null),
            ("Department of Physics", null, null),
            ("", null, null),
            ("，\u0000 ;;; ((", null, null),
        };
        var proposals = await house.InAsync(s => s.GetRequiredService<IOrganisations>().MatchAsync([.. asked.Select(a => new OrganisationQuestion(a.Text, a.Country))], default));
        Assert.Equal(asked.Select(a => a.Text + " → " + a.Chosen), asked.Zip(proposals, (a, p) => a.Text + " → " + p.Chosen?.Organisation.Name.Zh));
        Assert.All(proposals.SelectMany(p => p.Candidates), c => Assert.InRange(c.Score, 0, 1));
        Assert.Equal("Its name “Tsinghua University” stands in the text. It is in China, as stated.", proposals[1].Chosen!.Reason);
        Assert.Equal("A name of it is similar: “Tsinghua University”.", proposals[13].Candidates[0].Reason);
    }

    [Fact]
    public void Keys_bring_spellings_together_and_keep_different_universities_apart()
    {
        Assert.Equal(NameKey.Of("Univ. of Leeds"), NameKey.Of("The University of Leeds"));
        Assert.Equal(NameKey.Of("Inst. of Tech."), NameKey.Of("Institute of Technology"));
        Assert.Equal(NameKey.Of("Université de Genève"), NameKey.Of("Universite Geneve"));
        Assert.Equal(NameKey.Of("Siemens (Germany)"), NameKey.Of("Siemens"));
        Assert.NotEqual(NameKey.Of("University of New York"), NameKey.Of("New York University"));
        Assert.Equal("清 华 大 学", NameKey.Of("清华大学"));
    }

    [Fact]
    public async Task On_the_labelled_affiliations_it_is_right_often_and_silent_otherwise()
    {
        var folder = Environment.GetEnvironmentVariable("ENTENTE_DATA") ?? "../shared/data";
        var table = Path.Combine(folder, "ror", "organisations.tsv.gz");
        if (!File.Exists(table)) Assert.Skip("no data: " + table);
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        var (precision, recall) = await house.InAsync(async scope =>
        {
            var report = await scope.GetServices<IImportCommandKind>().OfType<ImportOrganisations>().Single().ImportAsync(new(table, false, null), default);
            Assert.Equal("26209 new, 0 changed, 0 unchanged, 0 refused", report.Summary);
            using var labelled = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "ror", "affiliations-labelled.json")));
            var odd = labelled.RootElement.EnumerateArray().Where((_, i) => i % 2 == 1)
                .Select(e => (Text: e.GetProperty("affiliation").GetString()!, Rors: e.GetProperty("ror_ids").EnumerateArray().Select(r => r.GetString()![^9..]).ToHashSet())).ToList();
            var there = (await scope.GetRequiredService<AppDbContext>().Set<Organisation>().Select(o => o.Ror!).ToListAsync()).ToHashSet();
            var proposals = await scope.GetRequiredService<IOrganisations>().MatchAsync([.. odd.Select(o => new OrganisationQuestion(o.Text))], default);
            var chosen = proposals.Count(p => p.Chosen is not null);
            var right = proposals.Where((p, i) => p.Chosen is { } c && odd[i].Rors.Contains(c.Organisation.Ror!)).Count();
            return ((double)right / chosen, (double)right / odd.Count(o => o.Rors.Overlaps(there)));
        });
        Assert.InRange(precision, 0.93, 1);
        Assert.InRange(recall, 0.80, 1);
    }

    private static async Task AddAllAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<AppDbContext>();
        foreach (var (en, zh, country, city, others) in Organisations)
        {
            var id = scope.GetRequiredService<IOrganisations>().Add(new(new LocalizedText(en, zh), country, new LocalizedText(city, "")));
            foreach (var other in others)
                db.Add(OrganisationName.Of(id, other, "und", other.Length < 5 ? OrganisationNameKind.Acronym : OrganisationNameKind.Alias, FactSource.Hand, db.Write.Now));
        }

        await db.SaveChangesAsync();
    }
}
