using Entente.Testing;

namespace Entente.Mobility.Tests;

/// <summary>The school keeps its own forms of mobility.</summary>
public sealed class FormKeepingTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_form_is_added_offered_in_calls_and_retired(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        const string Page = "/calls/forms";
        var refused = await office.RefusedAsync(Page, null, ("code", "Summer School"), ("name-en", "Summer school"), ("months", "0"), ("length", "Semester"));
        foreach (var said in new[] { "Lower case letters", "Summer school" }) Assert.Contains(said, refused, StringComparison.Ordinal);
        Assert.Contains("is there already", await office.RefusedAsync(Page, null, ("code", "cotutelle"), ("name-en", "Other"), ("name-zh", "其他"), ("months", "2")), StringComparison.Ordinal);
        await office.DoneAsync(Page, null, ("code", "summer-school"), ("name-en", "Summer school"), ("name-zh", "暑期学校"), ("months", "1"), ("length", "Semester"), ("reports", "0"));
        Assert.Contains("one month · a semester · 0 calls", await office.ReadAsync(Page), StringComparison.Ordinal);
        Assert.Contains("Summer school", await office.ReadAsync("/calls/new"), StringComparison.Ordinal);
        await office.DoneAsync(Page, Page + "/summer-school", ("name-en", "Summer school"), ("name-zh", "暑期学校"), ("months", "1"), ("length", "Semester"));
        Assert.Contains("no longer offered", await office.ReadAsync(Page), StringComparison.Ordinal);
        Assert.DoesNotContain("Summer school", await office.ReadAsync("/calls/new"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_call_asks_questions_of_its_own_and_an_application_waits_for_the_answers(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        using var student = await host.AsAsync("pei.shuyu");
        var call = await host.CallAsync(closed: false);
        var form = await office.DoneAsync(call.Address(), call.Address() + "/questions");
        Assert.Equal(form, await office.DoneAsync(call.Address(), call.Address() + "/questions"));
        Assert.DoesNotContain("The questions of this call", await student.ReadAsync(call.Mine()), StringComparison.Ordinal);
        await office.DoneAsync(form + "/questions/new?within=s1&kind=Lines", null, ("token", "1"), ("label-en", "Why there?"), ("label-zh", "为何选择？"), ("required", "true"), ("words", "50"));
        await office.DoneAsync(form + "/sections/s1", null, ("token", "2"), ("title-en", "Motivation"), ("title-zh", "动机"));
        await office.DoneAsync(form + "/publish", null, ("token", "3"));
        Assert.Contains("The questions of this call", await student.ReadAsync(call.Mine()), StringComparison.Ordinal);
        await student.DoneAsync(form + "/answer", null, ("version", "1"), ("token", "0"), ("page", "1"), ("do", "next"), ("q2", "The membrane laboratory"));
        await student.DoneAsync(form + "/answer?page=check", form + "/answer", ("version", "1"), ("token", "1"), ("page", "1"), ("do", "submit"));
        Assert.DoesNotContain("The questions of this call", await student.ReadAsync(call.Mine()), StringComparison.Ordinal);
    }
}
