using CsCheck;
using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests;

public sealed class EncounterTests
{
    private static readonly DateOnly First = new(2024, 2, 27);

    private static Gen<(DateOnly From, DateOnly? Until)> Spans { get; } =
        Gen.Select(Gen.Int[-40, 60], Gen.Int[-3, 40], Gen.Int[0, 9]).Select((start, length, open) => (First.AddDays(start), open == 0 ? (DateOnly?)null : First.AddDays(start + length)));

    [Fact]
    public void A_day_counts_once_however_many_spans_cover_it() => Gen.Select(Spans.Array[0, 8], Gen.Int[-10, 30], Gen.Int[-2, 40]).Sample((spans, start, length) =>
    {
        var (from, until) = (First.AddDays(start), First.AddDays(start + length));
        var days = 0;
        for (var day = from; day <= until; day = day.AddDays(1)) days += spans.Any(s => s.From <= day && (s.Until is null || s.Until >= day)) ? 1 : 0;
        Assert.Equal(days, DayCount.Within(spans, from, until));
    }, iter: 20_000);

    [Theory]
    [InlineData("2024-02-28", "2024-03-01", 3)]
    [InlineData("2024-01-01", "2024-12-31", 366)]
    [InlineData("2024-05-05", "2024-05-05", 1)]
    public void The_first_and_the_last_day_count(string from, string until, int days) =>
        Assert.Equal(days, DayCount.Within([(DateOnly.Parse(from, null), DateOnly.Parse(until, null))], DateOnly.MinValue, DateOnly.MaxValue));

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_ledger_says_anew_withdraws_and_counts_days_of_a_window(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (person, other, place) = await house.InAsync(async s =>
        {
            var (persons, organisations) = (s.GetRequiredService<IPersons>(), s.GetRequiredService<IOrganisations>());
            var made = (persons.Add(new(new("Gao", "Lan", true, "高岚"), null, null, null, "test")), persons.Add(new(new("Lin", "Ke", true, "林可"), null, null, null, "test")), organisations.Add(new(new("Delft", "代尔夫特"), "NL", new("Delft", "代尔夫特"))));
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return made;
        });
        var (stay, lecture) = (new RecordRef("test.stay", Id<object>.New().Value), new RecordRef("test.lecture", Id<object>.New().Value));
        await NoteAsync(stay, "2026-01-01", null);
        await NoteAsync(stay, "2026-01-05", "2026-01-20");
        await NoteAsync(lecture, "2026-01-18", "2026-01-25");
        Assert.Equal(21, await DaysAsync(EncounterSide.Away));
        Assert.Null(await DaysAsync(EncounterSide.Here));
        await house.InAsync(async s =>
        {
            await s.GetRequiredService<IEncounters>().WithdrawAsync(lecture, "called off", CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        Assert.Equal(16, await DaysAsync(null));

        Task NoteAsync(RecordRef source, string from, string? until) => house.InAsync(async s =>
        {
            await s.GetRequiredService<IEncounters>().NoteAsync(
                new(person, place, EncounterSide.Away, "study-stay", DateOnly.Parse(from, null), until is null ? null : DateOnly.Parse(until, null), source, null, new("Water Science", "水科学系")), CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });

        async Task<int?> DaysAsync(EncounterSide? side)
        {
            var days = await house.InAsync(s => s.GetRequiredService<IEncounters>().DaysAsync([person, other], side, new(2026, 1, 1), new(2026, 12, 31), CancellationToken.None));
            Assert.False(days.ContainsKey(other));
            return days.TryGetValue(person, out var counted) ? counted : null;
        }
    }
}
