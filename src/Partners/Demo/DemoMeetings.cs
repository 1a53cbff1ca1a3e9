using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Partners.Meetings;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Partners.Demo;

/// <summary>Meetings of the demonstration school: some to come, some held with minutes and what was to be done, one called off.</summary>
internal sealed class DemoMeetings(AppDbContext db, DemoBook book, DemoPast past, Owing owing)
{
    private sealed record Entry(string Partner, int Days, MeetingForm Form, LocalizedText Subject, string? Place, string? Agenda, string? Minutes, (string Text, string Owner, int Days)[] FollowUps)
    {
        public string? CalledOff { get; init; }
    }

    private static readonly Entry[] All =
    [
        new("psu", 6, MeetingForm.Call, new("Calendar of the dual degree's first cohort", "双学位首届学生时间安排"), "Video call · 视频会议", "- Dates of the first cohort\n- Housing in August\n- Who signs for the second supervisor\n\n议程：首届学生时间安排；八月住宿；第二导师由谁签署", null, []),
        new("waterloo", 13, MeetingForm.Call, new("Text of the renewal", "续签文本"), "Video call · 视频会议", "- Number of places\n- **Last day** of the present agreement\n\n议程：名额数量；现协议**到期日**", null, []),
        new("delft", 27, MeetingForm.InPerson, new("Steering committee of the water centre", "水中心指导委员会"), "Room 501, School of Environment · 环境学院501室", "1. Report of the year\n2. Plan for the coming year\n3. New members\n\n议程：年度报告；来年计划；新成员", null, []),
        new("postech", -8, MeetingForm.Call, new("Places at renewal", "续签名额"), "Video call · 视频会议", "- From three to four places\n\n议程：名额由三个增至四个", "Both sides agree on **four places** from the coming year.\n\n- POSTECH sends the amended text\n- The school puts it to its dean\n\n双方同意自下学期起名额增至**四个**。浦项工大寄来修订文本，学院报院长审定。",
            [("Put the fourth place to the dean", "tang.yuan", 9), ("Remind POSTECH of the amended text", "coordinator", 16)]),
        new("dtu", -33, MeetingForm.InPerson, new("Balance of places", "名额平衡"), "Lyngby · 灵比", "- Places sent and received since 2022\n\n议程：2022年以来派出与接收名额", "They sent more than they received. They propose to let one place lapse; the school prefers a summer school of four weeks.\n\n对方派出多于接收，建议暂停一个名额；学院希望改办四周暑期学校。", []),
        new("ntu", -3, MeetingForm.Call, new("Lecture of the water group in spring", "水科学团队春季讲学"), "Video call · 视频会议", null, null, []),
        new("eth", -20, MeetingForm.InPerson, new("Visit of the new exchange office", "新交流办公室来访"), "School of Environment · 环境学院", null, null, []) { CalledOff = "Their office moves that week. 对方办公室当周搬迁。" },
    ];

    public async Task AddAsync(CancellationToken cancellation)
    {
        var (unit, school) = (book.Find<UnitCard>("SOE"), book.Find<AccountCard>("tang.yuan"));
        var talk = new MeetingTalk(db);
        foreach (var entry in All)
        {
            var partner = book.Find<OrganisationCard>(entry.Partner);
            var on = past.Today.AddDays(entry.Days);
            var meeting = new Meeting
            {
                OrganisationId = partner,
                Subject = entry.Subject,
                On = on,
                Starts = new(entry.Form == MeetingForm.Call ? 16 : 10, 0),
                Minutes = 60,
                Form = entry.Form,
                Place = entry.Place,
                Agenda = entry.Agenda,
                AccountId = school,
                RecordedAt = past.At(on < past.Today ? on.AddDays(-10) : past.Today.AddDays(-2)),
                UnitId = unit,
            };
            db.Add(meeting);
            var contacts = await db.Set<Contact>().ViewerNamed().Where(c => c.OrganisationId == partner && c.Until == null).OrderBy(c => c.Id).Take(4).Select(c => new { c.Side, c.PersonId }).ToListAsync(cancellation);
            db.AddRange(contacts.DistinctBy(c => c.PersonId).Select((c, i) => new MeetingParticipant { MeetingId = meeting.Id, Side = c.Side, PersonId = c.PersonId, Order = i }));
            if (entry.CalledOff is { } reason) meeting.CallOff(reason);
            else if (entry.Minutes is not null) await HoldAsync(meeting, entry, talk, cancellation);
        }
    }

    private async Task HoldAsync(Meeting meeting, Entry entry, MeetingTalk talk, CancellationToken cancellation)
    {
        using var day = past.As("tang.yuan", meeting.On);
        meeting.Hold(past.Today);
        await talk.TellAsync(meeting, cancellation);
        db.Add(new MeetingMinutes { MeetingId = meeting.Id, Number = 1, Text = entry.Minutes!, AccountId = meeting.AccountId, RecordedAt = past.At(meeting.On) + Duration.FromHours(20) });
        foreach (var (text, owner, days) in entry.FollowUps)
            await owing.OweAsync(meeting, text, owner == "coordinator" ? owner : book.Find<AccountCard>(owner).ToString(), past.Today.AddDays(days), cancellation);
    }
}
