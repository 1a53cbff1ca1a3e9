using System.Net;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>Students whom partners nominate by a link, who apply by a link, whom the school admits behind its gate.</summary>
public sealed class IncomingTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_partner_nominates_the_student_applies_the_school_admits_and_the_balance_moves(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        var (partner, contact, left) = await host.HostableAsync();
        Assert.Contains("Incoming students", await office.ReadAsync("/incoming?year=2025"), StringComparison.Ordinal);
        var link = await host.InvitedAsync(office, partner, contact);
        using var coordinator = host.Browser();
        for (var i = 0; i < 3; i++) Assert.Contains($"{contact.Name}, this page is for you", await coordinator.ReadAsync(link), StringComparison.Ordinal);
        Assert.Equal(link + "?done=nominated", await coordinator.DoneAsync(link, null, IncomingScene.Nominee()));
        var seen = await coordinator.ReadAsync(link + "?done=nominated");
        Assert.Contains("Ingrid Sandvik", seen, StringComparison.Ordinal);
        Assert.Contains("nominated by Somebody Else", seen, StringComparison.Ordinal);

        // The student: a draft, documents, sent in; what is missing is said.
        var apply = await host.LinkToAsync("ingrid@sandvik.example");
        using var student = host.Browser("zh");
        Assert.Contains("贵校已推荐您", await student.ReadAsync(apply), StringComparison.Ordinal);
        await student.DoneAsync(apply, null, [("family", "Sandvik"), ("given", "Ingrid"), ("motivation", "To compare"), ("do", "save")]);
        Assert.Contains("To compare", await student.ReadAsync(apply), StringComparison.Ordinal);
        Assert.Contains("缺少：护照照片页、已修课程成绩单、个人简历", await student.RefusedAsync(apply, null, IncomingScene.Application("send")), StringComparison.Ordinal);
        var page = await host.AppliedAsync(student, apply);
        Assert.Contains("申请已收到", await student.ReadAsync(apply), StringComparison.Ordinal);
        Assert.Contains("此处不能再修改", await student.RefusedAsync(apply, null, IncomingScene.Application("save")), StringComparison.Ordinal);
        Assert.Contains("Applied", await coordinator.ReadAsync(link), StringComparison.Ordinal);
        Assert.Contains("Decide on Ingrid Sandvik", await office.ReadAsync("/desk"), StringComparison.Ordinal);

        // The gate: joint cultivation has a supervisor here; nothing is kept of the attempt.
        var before = await PersonsAsync(host);
        Assert.Contains("Nobody here is named as supervisor", await office.RefusedAsync(page, page + "/admit", await office.DecisionAsync(page)), StringComparison.Ordinal);
        Assert.Equal(before, await PersonsAsync(host));
        var supervisor = await host.PersonOfAsync("he.mingche");
        Assert.Equal(page, await office.DoneAsync(page, page + "/admit", await office.DecisionAsync(page, ("supervisor", supervisor.ToString()))));
        var stay = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).SingleAsync(x => x.Source == "nomination"));
        Assert.Equal((PlaceDirection.In, partner, supervisor, StayState.Planned), (stay.Direction, stay.OrganisationId, stay.HostSupervisorId!.Value, stay.State));
        Assert.Equal("Two rivers", stay.Topic.En);
        Assert.Equal(before + 1, await PersonsAsync(host));
        Assert.Equal(left - 100, await LeftAsync(host, stay));
        Assert.Contains("mobility.admit", await host.LoggedAsync(), StringComparer.Ordinal);

        // Once only; the place is not taken twice.
        Assert.Contains("is decided already", await office.RefusedAsync(page, page + "/admit", ("place", "x"), ("token", "1")), StringComparison.Ordinal);
        Assert.Contains("您已被录取", await student.ReadAsync(await host.LinkToAsync("ingrid@sandvik.example")), StringComparison.Ordinal);
        Assert.Contains("Ingrid Sandvik is decided already", await coordinator.RefusedAsync(link, null, ("back", page.Split('/')[^1])), StringComparison.Ordinal);

        // The journey goes on as a stay: the wished courses are its plan, the contact whom to call.
        Assert.Contains("Water Quality", await office.ReadAsync($"/stays/{stay.Id}/plan"), StringComparison.Ordinal);
        Assert.Contains("+47 22 55 55 55", await office.ReadAsync($"/stays/{stay.Id}"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_a_partner_or_a_student_cannot_do_is_said(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        var (partner, contact, left) = await host.HostableAsync();
        var (shown, invite) = (IncomingScene.PageOf(partner), $"/incoming/partners/{partner}/invite?year=2025");
        Assert.Contains("This hour has passed", await office.RefusedAsync(shown, invite, [.. IncomingScene.Invitation(contact).Where(f => f.Item1 != "closes"), ("closes", "2026-03-01")]), StringComparison.Ordinal);
        Assert.Contains("Applications end before nominations do", await office.RefusedAsync(shown, invite, [.. IncomingScene.Invitation(contact).Where(f => f.Item1 != "apply-by"), ("apply-by", "2026-03-20")]), StringComparison.Ordinal);
        Assert.Contains("Choose one of the list", await office.RefusedAsync(shown, invite, [.. IncomingScene.Invitation(contact).Where(f => f.Item1 != "zone"), ("zone", "Moon/Crater")]), StringComparison.Ordinal);
        var link = await host.InvitedAsync(office, partner, contact);
        using var coordinator = host.Browser();

        async Task RefusedAsync(string words, params (string, string)[] nominee) => Assert.Contains(words, await coordinator.RefusedAsync(link, null, nominee), StringComparison.Ordinal);
        await RefusedAsync("Write this in Latin letters", IncomingScene.Nominee(family: "桑"));
        await RefusedAsync("The first day lies in the past", IncomingScene.Nominee(from: "2026-03-01"));
        await RefusedAsync("must begin in the academic year 2025/26", IncomingScene.Nominee(from: "2026-10-01"));
        await RefusedAsync("Choose one of the list", IncomingScene.Nominee(form: "moon-walk"));
        await RefusedAsync("must come after the first", IncomingScene.Nominee(until: "2026-04-30"));
        await RefusedAsync("At most 80 characters", IncomingScene.Nominee(given: new string('a', 81)));
        await coordinator.DoneAsync(link, null, IncomingScene.Nominee());
        await RefusedAsync("Ingrid Sandvik is nominated already", IncomingScene.Nominee(family: "Other", email: "INGRID@sandvik.example"));
        for (var i = 1; i < left / 100; i++) await coordinator.DoneAsync(link, null, IncomingScene.Nominee(family: "Berg" + (char)('a' + i), email: $"b{i}@sandvik.example"));
        await RefusedAsync("There is no place for this student", IncomingScene.Nominee(family: "Lund", email: "lund@sandvik.example"));

        // Taken back, the place is free for another; the student is told by the page.
        var student = await host.StudentPageAsync("ingrid@sandvik.example");
        using var applicant = host.Browser();
        var apply = await host.LinkToAsync("ingrid@sandvik.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await applicant.UploadAsync(apply, null, "passport.exe", "MZ"u8.ToArray(), ("do", "paper"), ("kind", "Passport"))).Status);
        await coordinator.DoneAsync(link, null, ("back", student.Split('/')[^1]));
        Assert.Contains("has taken the nomination back", await applicant.ReadAsync(apply), StringComparison.Ordinal);
        Assert.Contains("decided already", await applicant.RefusedAsync(apply, null, ("do", "withdraw"), ("reason", "I go elsewhere.")), StringComparison.Ordinal);
        await coordinator.DoneAsync(link, null, IncomingScene.Nominee(family: "Lund", email: "lund@sandvik.example"));

        // After the deadline nobody is nominated; where each stands stays to be seen. Who comes first to the application deadline is on the desk.
        host.Clock.Set(NodaTime.Instant.FromUtc(2026, 4, 12, 0, 0));
        var closed = await coordinator.ReadAsync(link);
        Assert.Contains("over", closed, StringComparison.Ordinal);
        Assert.Contains("Ingrid Lund", closed, StringComparison.Ordinal);
        Assert.Contains("The deadline has passed", await coordinator.RefusedAsync(link, null, IncomingScene.Nominee(family: "Late", email: "late@sandvik.example")), StringComparison.Ordinal);
        using var later = await host.AsAsync("tang.yuan");
        Assert.Contains("The application of Ingrid Lund", await later.ReadAsync("/desk"), StringComparison.Ordinal);
        using var late = host.Browser();
        var lateLink = await host.LinkToAsync("lund@sandvik.example");
        host.Clock.Set(NodaTime.Instant.FromUtc(2026, 4, 25, 0, 0));
        Assert.Contains("The deadline has passed", await late.RefusedAsync(lateLink, null, IncomingScene.Application("save")), StringComparison.Ordinal);
        await late.DoneAsync(lateLink, null, ("do", "withdraw"), ("reason", "A grant came first."));
        Assert.Contains("A grant came first.", await coordinator.ReadAsync(link), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Only_who_may_sees_and_decides_and_a_student_known_before_is_not_added_again(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        var (partner, contact, _) = await host.HostableAsync();
        var link = await host.InvitedAsync(office, partner, contact);
        using var coordinator = host.Browser();
        await coordinator.DoneAsync(link, null, IncomingScene.Nominee(form: "exchange-semester", until: "2026-08-20"));
        using var student = host.Browser();
        var page = await host.AppliedAsync(student, await host.LinkToAsync("ingrid@sandvik.example"));
        using (var reader = await host.AsAsync("song.qiao")) Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(page)).Status);
        using (var other = await host.AsAsync("wen.zixi")) Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/incoming")).Status);
        using (var officer = await host.AsAsync("qiu.zhiyuan"))
        {
            Assert.DoesNotContain(page + "/admit", await officer.PageAsync(page), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.SendAsync("/desk", page + "/admit", ("token", "1"))).Status);
        }

        // Another contact is written to: the first link says so and does nothing any more.
        var same = await host.PersonAsync("Sandvik", "Ingrid", "桑英");
        var shown = await office.ReadAsync(page);
        Assert.Contains("Known already", shown, StringComparison.Ordinal);
        Assert.Contains("Say whether the student is one of these", await office.RefusedAsync(page, page + "/admit", await office.DecisionAsync(page)), StringComparison.Ordinal);
        await office.DoneAsync(page, page + "/admit", await office.DecisionAsync(page, ("person", same.ToString())));
        Assert.Equal(same, await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).Where(x => x.Source == "nomination").Select(x => x.PersonId).SingleAsync()));

        // A refusal tells both, with the reason.
        await coordinator.DoneAsync(link, null, IncomingScene.Nominee(family: "Falk", email: "falk@sandvik.example", form: "exchange-semester", until: "2026-08-20"));
        var second = await host.StudentPageAsync("falk@sandvik.example");
        Assert.Contains("Enter this", await office.RefusedAsync(second, second + "/refuse", ("reason", "")), StringComparison.Ordinal);
        await office.DoneAsync(second, second + "/refuse", ("reason", "No bench is free."));
        Assert.Contains("No bench is free.", await coordinator.ReadAsync(link), StringComparison.Ordinal);
        await host.InAsync(async s =>
        {
            var invitation = await s.GetRequiredService<AppDbContext>().Set<IncomingInvitation>().VisibleTo(Viewer.System).SingleAsync(i => i.OrganisationId == partner && i.AcademicYear == 2025);
            (invitation.Name, invitation.Email) = ("Anna Nyberg", "nyberg@partner.example");
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        Assert.Contains("The school writes to Anna Nyberg now", await coordinator.ReadAsync(link), StringComparison.Ordinal);
    }

    private static Task<int> PersonsAsync(RunningHost host) => host.InAsync(s => s.GetRequiredService<Contracts.Directory.IPersons>().Cards(Viewer.System).CountAsync());

    private static Task<int> LeftAsync(RunningHost host, Stay stay) => host.InAsync(async s =>
        (await s.GetRequiredService<IPlaceLedger>().LeftAsync([stay.AgreementId!.Value], stay.AcademicYear, CancellationToken.None))[stay.AgreementId!.Value][stay.Line!]);
}
