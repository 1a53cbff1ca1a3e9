using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Events;
using Entente.Foundation.Log;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Partners.Tests.Agreements;

/// <summary>What the calendar does with agreements, day by day; twice on a day is once.</summary>
public sealed class CalendarTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Nobody_owes_a_decision_on_an_agreement_that_ended_or_rolled_on(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var delft = await scene.Partner("Delft University of Technology", "代尔夫特理工大学", "NL");
        var ends = await scene.Signed(scene.Content("SX-1", delft) with { EndsOn = new(2026, 6, 30) });
        var rolls = await scene.Signed(scene.Content("SX-2", delft) with { Term = TermKind.Automatic, EndsOn = new(2026, 6, 30), RenewalMonths = 24, NoticeMonths = 1 });

        await DayAsync(scene);
        Assert.Equal((ObligationState.Open, ObligationState.Open), (await StateOwedAsync(scene, ends), await StateOwedAsync(scene, rolls)));
        scene.House.Clock.Set(Instant.FromUtc(2026, 7, 2, 1, 0));
        await DayAsync(scene);
        Assert.Equal((ObligationState.Released, ObligationState.Fulfilled), (await StateOwedAsync(scene, ends), await StateOwedAsync(scene, rolls)));
    }

    private static Task DayAsync(Scene scene) => scene.House.InAsync(async s =>
    {
        await s.GetRequiredService<AgreementCalendar>().MoveAsync(CancellationToken.None);
        await s.GetRequiredService<RenewalAlerts>().RaiseAsync(CancellationToken.None);
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });

    private static Task<ObligationState> StateOwedAsync(Scene scene, AgreementId id) => scene.House.InAsync(async s =>
        (await s.GetRequiredService<IObligations>().OfAsync(new(Agreement.RecordKind, id.Value), CancellationToken.None)).Single().State);

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Agreements_begin_roll_on_and_end_by_their_dates(Engine engine)
    {
        var told = new Told();
        await using var scene = await Scene.OpenAsync(engine, s =>
        {
            s.AddSingleton<IHear<AgreementBegan>>(told);
            s.AddSingleton<IHear<AgreementEnded>>(told);
            s.AddSingleton<IHear<AgreementAmended>>(told);
        });
        var delft = await scene.Partner("Delft University of Technology", "代尔夫特理工大学", "NL");
        var old = await scene.Signed(scene.Content("SX-1", delft) with { EndsOn = new(2026, 8, 31) });
        var next = await scene.Signed(scene.Content("SX-2", delft) with { EffectiveOn = new(2026, 7, 1), EndsOn = new(2029, 6, 30) }, new(2026, 3, 1), follows: old);
        var rolling = await scene.Signed(scene.Content("SX-3", delft) with { Term = TermKind.Automatic, EndsOn = new(2026, 8, 31), RenewalMonths = 6 });
        var noticed = await scene.Signed(scene.Content("SX-4", delft) with { Term = TermKind.Automatic, EndsOn = new(2026, 8, 31), RenewalMonths = 12 });
        var ends = await scene.Signed(scene.Content("SX-5", delft) with { EndsOn = new(2026, 6, 30) });
        var cut = await scene.Signed(scene.Content("SX-6", delft));
        var amended = await scene.Signed(scene.Content("SX-7", delft));
        await scene.In(async db =>
        {
            (await Scene.Load(db, noticed)).GiveNotice(new(2026, 2, 1));
            (await Scene.Load(db, cut)).EndOn(new(2026, 5, 1), new("Both sides agreed.", "双方同意。"));
            var agreement = await Scene.Load(db, amended);
            var text = agreement.Text;
            agreement.Versions.Add(new(amended, 2, (text with { Places = [text.Places[0] with { PerYear = 5 }, .. text.Places.Skip(1)] }).ToJson())
            {
                State = AmendmentState.Signed,
                SignedOn = new(2026, 3, 1),
                EffectiveOn = new(2026, 4, 1),
                RecordedAt = Instant.FromUtc(2026, 3, 1, 0, 0),
            });
            await db.SaveChangesAsync();
        });

        await MoveAsync(scene);
        Assert.Equal([], told.Sentences);
        scene.House.Clock.Set(Instant.FromUtc(2026, 7, 2, 1, 0));
        await MoveAsync(scene);
        Assert.Equal(
            ["amended SX-7 2", "began SX-2 2026-07-01", "ended SX-1 Superseded 2026-07-01", "ended SX-5 Expired 2026-07-01", "ended SX-6 Terminated 2026-05-01"],
            await told.NamedAsync(scene));
        scene.House.Clock.Set(Instant.FromUtc(2027, 4, 2, 1, 0));
        told.Sentences.Clear();
        await MoveAsync(scene);
        Assert.Equal(["ended SX-4 Expired 2026-09-01"], await told.NamedAsync(scene));

        var steps = 0;
        await scene.In(async db =>
        {
            Assert.Equal((AgreementState.Superseded, new DateOnly(2026, 6, 30)), await StateAsync(db, old));
            Assert.Equal((AgreementState.Active, new DateOnly(2029, 6, 30)), await StateAsync(db, next));
            Assert.Equal((AgreementState.Active, new DateOnly(2027, 8, 31)), await StateAsync(db, rolling));
            Assert.Equal((AgreementState.Expired, new DateOnly(2026, 8, 31)), await StateAsync(db, noticed));
            Assert.Equal((AgreementState.Expired, new DateOnly(2026, 6, 30)), await StateAsync(db, ends));
            Assert.Equal((AgreementState.Terminated, new DateOnly(2026, 4, 30)), await StateAsync(db, cut));
            var changed = await Scene.Load(db, amended);
            Assert.Equal((2, 5), (changed.TextVersion, changed.Places.Single(p => p.Code == "out").PerYear));
            Assert.Equal(AmendmentState.InForce, changed.Versions.Single(v => v.Number == 2).State);
            steps = await db.Set<AgreementStep>().CountAsync();
            foreach (var law in scene.House.Root.GetServices<IInvariant>().Where(i => i.Id.StartsWith("partners.", StringComparison.Ordinal)))
                Assert.Equal([], await law.BrokenByAsync(db, default));
        });
        await MoveAsync(scene);
        Assert.Equal(steps, await scene.In(db => db.Set<AgreementStep>().CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Renewal_is_asked_for_once_a_period_and_answered_by_a_decision(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var delft = await scene.Partner("Delft University of Technology", "代尔夫特理工大学", "NL");
        var near = await scene.Signed(scene.Content("SX-1", delft) with { EndsOn = new(2026, 8, 31) });
        var far = await scene.Signed(scene.Content("SX-2", delft) with { EndsOn = new(2026, 12, 31) });
        var period = await scene.Signed(scene.Content("SX-3", delft) with { Term = TermKind.Automatic, EndsOn = new(2026, 8, 31), RenewalMonths = 12, NoticeMonths = 3 });

        await MoveAsync(scene);
        await MoveAsync(scene);
        var owed = Assert.Single(await OwedAsync(scene, near));
        Assert.Equal((ObligationState.Open, new DateOnly(2026, 8, 31)), (owed.State, owed.Due));
        Assert.Equal("SX-1 Student exchange SX-1 ends on 31 Aug 2026: decide whether it is renewed.", owed.Title.En);
        Assert.Equal("SX-1 学生交换协议SX-1 将于2026年8月31日到期，需决定是否续签。", owed.Title.Zh);
        Assert.Equal([], await OwedAsync(scene, far));
        Assert.Equal(new DateOnly(2026, 5, 31), Assert.Single(await OwedAsync(scene, period)).Due);

        await scene.House.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var agreement = await Scene.Load(db, near);
            agreement.DecideRenewal(Scene.ByNobody(), "No more students want to go.");
            await s.GetRequiredService<RenewalAlerts>().DecidedAsync(agreement, "No more students want to go.", default);
            await db.SaveChangesAsync();
        });
        await MoveAsync(scene);
        Assert.Equal((ObligationState.Fulfilled, "No more students want to go."), (await OwedAsync(scene, near)).Select(o => (o.State, o.Receipt)).Single());
    }

    private static Task MoveAsync(Scene scene) => scene.House.InAsync(async s =>
    {
        await s.GetRequiredService<AgreementCalendar>().MoveAsync(default);
        await s.GetRequiredService<RenewalAlerts>().RaiseAsync(default);
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });

    private static Task<IReadOnlyList<ObligationCard>> OwedAsync(Scene scene, AgreementId id) =>
        scene.House.InAsync(s => s.GetRequiredService<IObligations>().OfAsync(new(Agreement.RecordKind, id.Value), default));

    private static async Task<(AgreementState State, DateOnly? LastDay)> StateAsync(AppDbContext db, AgreementId id)
    {
        var agreement = await db.Set<Agreement>().VisibleTo(Viewer.System).SingleAsync(a => a.Id == id);
        return (agreement.State, agreement.LastDay);
    }

    private sealed class Told : IHear<AgreementBegan>, IHear<AgreementEnded>, IHear<AgreementAmended>
    {
        public List<(string Before, AgreementId Agreement, string After)> Sentences { get; } = [];

        public Task HearAsync(AgreementBegan happened, AppDbContext db, CancellationToken cancellation) => Note("began", happened.Agreement, $"{happened.On:yyyy-MM-dd}");

        public Task HearAsync(AgreementEnded happened, AppDbContext db, CancellationToken cancellation) => Note("ended", happened.Agreement, $"{happened.State} {happened.On:yyyy-MM-dd}");

        public Task HearAsync(AgreementAmended happened, AppDbContext db, CancellationToken cancellation) => Note("amended", happened.Agreement, $"{happened.Version}");

        public async Task<IEnumerable<string>> NamedAsync(Scene scene)
        {
            var numbers = await scene.In(db => db.Set<Agreement>().VisibleTo(Viewer.System).ToDictionaryAsync(a => a.Id, a => a.Number));
            return Sentences.Select(t => $"{t.Before} {numbers[t.Agreement]} {t.After}").Order(StringComparer.Ordinal);
        }

        private Task Note(string before, AgreementId agreement, string after)
        {
            Sentences.Add((before, agreement, after));
            return Task.CompletedTask;
        }
    }
}
