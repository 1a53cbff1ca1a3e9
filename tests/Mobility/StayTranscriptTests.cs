using System.Net;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

public sealed class StayTranscriptTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Grades_are_converted_by_the_table_and_credits_recognised_by_the_home_supervisor(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var (person, supervisor) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("He", "Mingche", "何明澈"));
        var id = await host.StayAsync(person, await host.PartnerAsync(), new(2025, 9, 1), new(2026, 2, 28), s => s with { HomeSupervisor = supervisor });
        await host.InAsync(async s =>
        {
            var (db, moves) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<StayMoves>());
            var stay = await db.Set<Stay>().VisibleTo(Viewer.System).SingleAsync();
            await moves.ArriveAsync(stay, stay.From, CancellationToken.None);
            await moves.EndAsync(stay, stay.Until, null, CancellationToken.None);
            await db.SaveChangesAsync();
        });
        var page = $"/stays/{id}/transcript";
        using var student = await host.StudentAsync(person, "gao.lan");
        using var home = await host.StudentAsync(supervisor, "he.mingche");

        var refused = await student.SendAsync(page, null, ("table", "grades.us-letter"), ("title-0", "Water treatment"), ("credits-0", "6"), ("grade-0", "excellent"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("does not stand in “", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await student.SendAsync(
            page, null, ("table", "grades.us-letter"), ("code-0", "WT1"), ("title-0", "Water treatment"), ("credits-0", "6"), ("grade-0", "a-"), ("title-1", "Dutch"), ("credits-1", "3"), ("grade-1", "B"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await student.SendAsync(page, page + "/decide", ("recognised-0", "6"), ("recognised-1", "3"))).Status);
        var shown = await home.PageAsync(page);
        foreach (var words in new[] { ">91<", ">84<", "grades.us-letter (entente.mobility 2026.1)" }) Assert.Contains(words, shown, StringComparison.Ordinal);

        var wrong = await home.SendAsync(page, page + "/decide", ("recognised-0", "7"), ("recognised-1", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        foreach (var words in new[] { "At most the 6 credits", "Fewer credits need a reason" }) Assert.Contains(words, wrong.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await home.SendAsync(page, page + "/decide", ("recognised-0", "6"), ("recognised-1", "0"), ("reason-1", "A language course does not count"))).Status);
        var decided = await student.PageAsync(page);
        foreach (var words in new[] { "Recognised by he.mingche", "A language course does not count" }) Assert.Contains(words, decided, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await student.SendAsync("/desk", page, ("table", "grades.us-letter"), ("title-0", "X"))).Status);
    }
}
