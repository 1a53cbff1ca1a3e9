using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Demo;

/// <summary>The demonstration school's calls: one that is open, with applications in every state, and one that closed and waits for its allocation.</summary>
internal sealed class CallsDemo(SchoolClock clock, AcademicCalendar calendar, IAgreements agreements, IPlaceLedger ledger) : IDemoData
{
    private sealed record Offered(string Agreement, int Seats, string? Language = null, int? LanguageLevel = null, int? Grade = null);

    private sealed record Sent(string Student, string Unit, string Field, int Grade, string? Language, int? LanguageLevel, int? Rank, ApplicationState State, params int[] Wishes);

    private static readonly Offered[] Autumn = [new("kth-1", 1, "en", 4), new("delft-2", 1, "en", 5), new("wageningen-1", 1), new("berkeley-1", 1, "en", 5, 8500)];

    private static readonly Sent[] Closed =
    [
        new("wen.zixi", "WSE", "0712", 9120, "en", 5, 1, ApplicationState.Submitted, 1, 0, 2),
        new("mo.yichen", "AQE", "0712", 8890, "en", 5, 2, ApplicationState.Submitted, 1, 3, 0),
        new("fu.nianan", "SWR", "0712", 8730, "en", 4, 3, ApplicationState.Submitted, 3, 0, 2),
        new("pei.shuyu", "ECO", "0521", 8410, null, null, 4, ApplicationState.Submitted, 1, 2),
        new("yu.jiashu", "EPM", "0312", 8350, "en", 4, 5, ApplicationState.Submitted, 0, 2),
    ];

    private static readonly Offered[] Spring = [new("psu-1", 2, "en", 4), new("gatech-1", 2, "en", 5), new("unsw-1", 1), new("polyu-1", 2)];

    private static readonly Sent[] Open =
    [
        new("qin.ruoxi", "WSE", "0712", 8820, "en", 5, null, ApplicationState.Submitted, 0, 1),
        new("yu.jiashu", "EPM", "0312", 8350, "en", 4, null, ApplicationState.Submitted, 3),
        new("pei.shuyu", "ECO", "0521", 8410, null, null, null, ApplicationState.Draft, 2),
        new("fu.nianan", "SWR", "0712", 8730, "en", 4, null, ApplicationState.Withdrawn, 0),
    ];

    public int Order => 32;

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        var year = calendar.Of(today) + 1;
        var name = calendar.Name(year);
        var closed = Written(
            book, today, (-40, -6), year, await FormAsync(db, "joint-cultivation", cancellation), new($"Joint cultivation {name}", $"{name}学年联合培养"),
            new("Twelve months with a second supervisor at one of our partners. Tuition is waived by the agreements; the school pays travel and insurance.\n\n- Doctoral students in their second or third year\n- A plan agreed by both supervisors before departure",
                "在合作院校学习十二个月，由双方导师共同指导。按协议免学费，学院承担旅费与保险。\n\n- 二、三年级博士生\n- 出发前由双方导师商定研究计划"));
        var open = Written(
            book, today, (-9, 21), year, await FormAsync(db, "exchange-semester", cancellation), new($"Exchange semester, spring {year + 1}", $"{year + 1}年春季交换学期"),
            new("One semester at a partner university, with courses that count here.", "在合作院校学习一学期，课程学分互认。"));
        db.AddRange(closed, open);
        Apply(db, book, closed, await OfferAsync(db, book, closed, Autumn, cancellation), Closed);
        Apply(db, book, open, await OfferAsync(db, book, open, Spring, cancellation), Open);
    }

    private static Task<Id<MobilityForm>> FormAsync(AppDbContext db, string code, CancellationToken cancellation) =>
        db.Set<MobilityForm>().Where(f => f.Code == code).Select(f => f.Id).SingleAsync(cancellation);

    private Call Written(DemoBook book, DateOnly today, (int Opens, int Closes) days, int year, Id<MobilityForm> form, LocalizedText title, LocalizedText lead)
    {
        var call = new Call
        {
            Title = title,
            Lead = lead,
            FormId = form,
            AcademicYear = year,
            Zone = clock.Zone.Id,
            OpensOn = today.AddDays(days.Opens),
            OpensTime = new(9, 0),
            ClosesOn = today.AddDays(days.Closes),
            ClosesTime = new(17, 0),
            GraceMinutes = 15,
            RecordedAt = clock.Now,
            UnitId = book.Find<UnitCard>("SOE"),
        };
        call.Documents.Add(new() { CallId = call.Id, Name = new("Transcript", "成绩单"), Order = 0, IsRequired = false });
        call.Documents.Add(new() { CallId = call.Id, Name = new("Research plan", "研究计划"), Order = 1, IsRequired = false });
        call.Time().Publish();
        return call;
    }

    private async Task<IReadOnlyList<CallPlace>> OfferAsync(AppDbContext db, DemoBook book, Call call, Offered[] offered, CancellationToken cancellation)
    {
        var keys = offered.Select(o => book.Find<AgreementCard>(o.Agreement)).ToList();
        var partners = await agreements.PartnersAsync(keys, cancellation);
        var left = await ledger.LeftAsync(keys, call.AcademicYear, cancellation);
        List<CallPlace> places = [.. offered.Zip(keys).Where(o => left[o.Second].GetValueOrDefault("out") >= 100).Select((o, i) => new CallPlace
        {
            CallId = call.Id,
            AgreementId = o.Second,
            Line = "out",
            OrganisationId = partners[o.Second][0],
            Seats = Math.Min(o.First.Seats, left[o.Second]["out"] / 100),
            Language = o.First.Language,
            LanguageLevel = o.First.LanguageLevel,
            LeastGrade = o.First.Grade,
            Order = i,
        })];
        db.AddRange(places);
        return places;
    }

    private static void Apply(AppDbContext db, DemoBook book, Call call, IReadOnlyList<CallPlace> places, Sent[] sent)
    {
        foreach (var entry in sent)
        {
            var application = new Application
            {
                CallId = call.Id,
                PersonId = book.Find<PersonCard>(entry.Student),
                AccountId = book.Find<AccountCard>(entry.Student),
                UnitId = book.Find<UnitCard>(entry.Unit),
                CallUnitId = call.UnitId,
                Level = entry.Student == "qin.ruoxi" ? StudyLevel.Master : StudyLevel.Doctoral,
                Field = entry.Field,
                Grade = entry.Grade,
                Language = entry.Language,
                LanguageLevel = entry.LanguageLevel,
                StartedAt = call.OpensAt + Duration.FromHours(20),
                Rank = entry.Rank,
            };
            if (entry.State is not ApplicationState.Draft) application.Submit(call.OpensAt + Duration.FromHours(30), late: false);
            if (entry.State is ApplicationState.Withdrawn) application.Withdraw(call.OpensAt + Duration.FromHours(80), "The field season is then.");
            db.Add(application);
            db.AddRange(entry.Wishes.Where(w => w < places.Count).Select((w, i) => new ApplicationChoice { ApplicationId = application.Id, PlaceId = places[w].Id, Order = i + 1 }));
        }
    }
}
