using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

/// <summary>The demonstration school's partnerships look lived in: papers, five years of notes, renewals decided, requests by people.</summary>
public sealed partial class DemoSchoolTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Every_text_that_left_the_writing_table_has_its_papers_signatures_and_territory(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine, demo: true);
        await house.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var agreements = await db.Set<Agreement>().VisibleTo(Viewer.System).AsNoTracking().Include(a => a.Parties).OrderBy(a => a.Number).ToListAsync();
            var files = s.GetRequiredService<IFileStore>();
            var papers = await files.OfAsync(Agreement.RecordKind, [.. agreements.Select(a => a.Id.Value)], default);
            var sealedOnes = await db.Set<AgreementDocument>().Where(d => d.IsSealed && d.TextVersion == 1).Select(d => d.AgreementId).ToListAsync();
            var signatures = (await db.Set<PartySignature>().Where(p => p.TextVersion == 1).ToListAsync()).ToLookup(p => p.AgreementId);

            Assert.Equal(Enum.GetValues<AgreementState>(), agreements.Select(a => a.State).Distinct().Order());
            Assert.Empty(agreements.Where(a => a.State != AgreementState.Draft && !papers[a.Id.Value].Any()).Select(a => a.Number));
            var signed = agreements.Where(a => a.SignedOn is not null).ToList();
            Assert.Equal(signed.Select(a => a.Id).Order(), sealedOnes.Order());
            Assert.Empty(signed.Where(a => signatures[a.Id].Count() != a.Parties.Count).Select(a => a.Number));
            Assert.Empty(agreements.Where(a => a.Text.Territory.Count < 2).Select(a => a.Number));
            foreach (var paper in papers.SelectMany(p => p))
            {
                await using var content = files.Open(paper);
                Assert.Equal((byte)'%', (byte)content.ReadByte());
            }
        });
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Five_years_are_told_and_renewals_were_decided(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine, demo: true);
        await house.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var notes = await db.Set<Note>().VisibleTo(Viewer.System).AsNoTracking().ToListAsync();
            Assert.Empty(Enumerable.Range(Scene.Today.Year - 4, 5).Except(notes.Select(n => n.On.Year)));
            Assert.Equal(2, notes.Select(n => n.AccountId).Distinct().Count());
            Assert.All(notes, n => Assert.True(n.RecordedAt <= house.Clock.GetCurrentInstant()));
            Assert.NotEmpty(await db.Set<Contact>().VisibleTo(Viewer.System).Where(c => c.Until != null).ToListAsync());

            var obligations = s.GetRequiredService<IObligations>();
            var closed = new List<ObligationCard>();
            foreach (var agreement in await db.Set<Agreement>().VisibleTo(Viewer.System).AsNoTracking().ToListAsync())
                closed.AddRange((await obligations.OfAsync(agreement.Ref(), default)).Where(o => o.State == ObligationState.Fulfilled));
            Assert.True(closed.Count >= 4, "renewals decided: " + closed.Count);
        });
    }

    [Fact]
    public async Task Requests_are_asked_by_people_and_papers_can_be_read()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite, demo: true);
        using var coordinator = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");

        var approvals = await coordinator.PageAsync("/approvals");
        Assert.Contains("Ruolan Shen", approvals, StringComparison.Ordinal);
        Assert.DoesNotContain(">Entente</td>", approvals, StringComparison.Ordinal);

        var amended = await host.InAsync(async s => (await s.GetRequiredService<AppDbContext>().Set<AgreementVersion>().AsNoTracking()
            .SingleAsync(v => v.Number == 2 && v.State == AmendmentState.InForce)).AgreementId);
        var page = await coordinator.PageAsync($"/agreements/{amended}");
        Assert.Contains("China, Australia", page, StringComparison.Ordinal);
        var paper = await coordinator.GetAsync(FileAddress().Match(page).Value);
        Assert.Equal(HttpStatusCode.OK, paper.Status);
        Assert.StartsWith("%PDF-1.4", paper.Body, StringComparison.Ordinal);
        Assert.Contains("Joint supervision", await coordinator.PageAsync($"/agreements/{amended}/versions/2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_notes_stand_open_and_the_others_are_folded()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite, demo: true);
        using var coordinator = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        var (partner, count) = await host.InAsync(async s => (await s.GetRequiredService<AppDbContext>().Set<Note>().VisibleTo(Viewer.System)
            .GroupBy(n => n.OrganisationId).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).FirstAsync()) is var most ? (most.Key, most.Count) : default);

        var page = await coordinator.PageAsync("/partners/" + partner);
        Assert.Contains($"<summary>{count - 5} earlier notes</summary>", page, StringComparison.Ordinal);
        Assert.Equal(count, PartnerNote().Count(page));
    }

    [GeneratedRegex("class=\"partner-note\"")]
    private static partial Regex PartnerNote();

    [GeneratedRegex("/files/[0-9A-Za-z-]+")]
    private static partial Regex FileAddress();
}
