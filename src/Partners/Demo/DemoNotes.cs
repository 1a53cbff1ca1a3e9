using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Partners.Model;

namespace Entente.Partners.Demo;

/// <summary>What the office wrote down about its partners, over the years.</summary>
internal sealed class DemoNotes(AppDbContext db, DemoBook book, DemoPast past)
{
    /// <summary>Partners nobody heard of for long, so that the list of those has something to show.</summary>
    private static readonly string[] Silent = ["chula", "uct", "usp", "utokyo"];

    private static readonly (string Partner, NoteKind Kind, int DaysAgo, LocalizedText Text)[] All =
    [
        ("psu", NoteKind.Meeting, 12, new("Video call with Margaret Ellwood about the dual degree: both sides accept the credit table; the text is in approval.", "与埃尔伍德视频会谈双学位事宜：双方认可学分对照表，文本正在审批。")),
        ("psu", NoteKind.Visit, 210, new("Delegation of four visited the water laboratory and met the doctoral students who had been in State College.", "对方四人代表团参观水实验室，并与曾赴该校的博士生座谈。")),
        ("psu", NoteKind.Mail, 420, new("Nominations for autumn confirmed: four students, two of them doctoral.", "秋季提名确认：四名学生，其中两名博士生。")),
        ("waterloo", NoteKind.Call, 9, new("Claire Beaumont expects a renewal on the same terms; asks for the draft before the end of the month.", "博蒙特希望按原条件续签，并盼月底前收到文本。")),
        ("postech", NoteKind.Mail, 25, new("POSTECH asks whether the number of places can rise from three to four at renewal.", "对方询问续签时名额可否由三个增至四个。")),
        ("dtu", NoteKind.Meeting, 33, new("Balance discussed: they sent more than they received; they propose to let one place lapse.", "讨论名额平衡：对方派出多于接收，提议放弃一个名额。")),
        ("tohoku", NoteKind.Mail, 20, new("Tohoku gave notice: the exchange is to be replaced by a wider agreement of the universities.", "对方通知不再续期：将由校级协议取代。")),
        ("unsw", NoteKind.Visit, 140, new("Tom Whitfield at the school's open day; two joint supervisions agreed.", "惠特菲尔德出席学院开放日，商定两项联合指导。")),
        ("ntu", NoteKind.Meeting, 95, new("Yearly review: places used in full in both directions.", "年度回顾：双向名额均已用满。")),
        ("delft", NoteKind.Meeting, 60, new("Steering committee of the water centre: plan for the coming year adopted.", "水中心指导委员会会议：通过下年度计划。")),
        ("delft", NoteKind.Remark, 300, new("Anneke van der Meer would lecture in spring if the visit falls outside Dutch term.", "范德梅尔教授春季可来讲学，须避开荷兰学期。")),
        ("eth", NoteKind.Mail, 180, new("New contact in the Student Exchange Office.", "学生交流办公室更换联系人。")),
        ("gatech", NoteKind.Call, 18, new("The joint cultivation text is approved on our side; their legal office needs three weeks.", "联合培养文本我方已批准，对方法务需三周。")),
        ("nairobi", NoteKind.Mail, 6, new("Two signed copies were sent by courier.", "两份文本已以快递寄出待签。")),
        ("chula", NoteKind.Remark, 150, new("No activity this year beside one seminar; renewal should name concrete projects.", "今年除一次研讨会外无活动，续签应写明具体项目。")),
        ("adelaide", NoteKind.Remark, 45, new("The university has become part of Adelaide University; the exchange runs out and a new memorandum is drafted with the successor.", "该校已并入阿德莱德大学新校，交换协议到期为止，与新校另拟备忘录。")),
        ("kth", NoteKind.Meeting, 40, new("Student exchange signed at the Stockholm meeting.", "在斯德哥尔摩会议上签署学生交换协议。")),
        ("eawag", NoteKind.Visit, 75, new("Martin Keller spent a week with the river group.", "凯勒在河流课题组访问一周。")),
    ];

    // What a year brings, in turn: kind, months after September, the sentence with places used out {0} and in {1}.
    private static readonly (NoteKind Kind, int Months, string En, string Zh)[] OfExchanges =
    [
        (NoteKind.Mail, -4, "Nominations for the coming year confirmed on both sides: {0} to them, {1} to us.", "下一学年提名双方均已确认：我方派出{0}人，接收{1}人。"),
        (NoteKind.Meeting, 7, "Yearly review by video: {0} sent, {1} received; both sides find the students well prepared.", "年度视频会谈：派出{0}人，接收{1}人，双方对学生准备情况均满意。"),
        (NoteKind.Visit, 2, "Two of their staff came for the orientation of their {1} students and saw the new teaching laboratory.", "对方两位同事陪同其{1}名学生报到，并参观新教学实验室。"),
        (NoteKind.Call, 4, "They ask for course lists earlier; agreed on the first of October. {0} of ours are there this year.", "对方希望更早得到课程表，商定10月1日前提供。本年度我方在对方学习{0}人。"),
    ];

    private static readonly (NoteKind Kind, int Months, string En, string Zh)[] OfOthers =
    [
        (NoteKind.Meeting, 6, "Yearly talk of the responsible professors: joint work goes on, one proposal is prepared.", "双方负责教授年度会谈：合作继续推进，正在准备一项联合申请。"),
        (NoteKind.Visit, 3, "Short visit with a seminar; doctoral students of both sides presented.", "短期来访并举行研讨会，双方博士生作报告。"),
        (NoteKind.Mail, 1, "They sent their list of contacts for the coming year.", "对方发来下一年度联系人名单。"),
    ];

    /// <summary>Adds what the table says and what the years brought, written down on the day by whoever kept the partnership then.</summary>
    public void Add(AgreementWriting writing)
    {
        foreach (var (partner, kind, days, text) in All) Put(book.Find<OrganisationCard>(partner), null, kind, past.Today.AddDays(-days), text);
        foreach (var entry in DemoAgreements.All)
        {
            var agreement = writing.Written[entry.Key];
            if (agreement.SignedOn is null || Silent.Contains(entry.Partners)) continue;
            var last = past.Calendar.Of(past.Today);
            for (var year = past.Calendar.Of(agreement.EffectiveOn!.Value); year <= last; year++) AddYear(entry, agreement, year);
        }
    }

    private void AddYear(DemoAgreements.Entry entry, Agreement agreement, int year)
    {
        var turn = entry.Key.Sum(c => c) + year;
        var (sent, received) = (UsedIn(agreement, year, PlaceDirection.Out), UsedIn(agreement, year, PlaceDirection.In));
        var choices = sent > 0 && received > 0 ? OfExchanges : OfOthers;
        var (kind, months, en, zh) = choices[turn % choices.Length];
        var on = past.Calendar.FirstDay(year).AddMonths(months).AddDays(turn * 7 % 26);
        if (on < agreement.EffectiveOn || on > agreement.LastDay || on > past.Today.AddDays(-3)) return;
        Put(agreement.LeadPartnerId!.Value, agreement.Id, kind, on, new(
            string.Format(CultureInfo.InvariantCulture, en, sent, received), string.Format(CultureInfo.InvariantCulture, zh, sent, received)));
    }

    private int UsedIn(Agreement agreement, int year, PlaceDirection direction) => db.Set<PlaceEntry>().Local
        .Where(e => e.AgreementId == agreement.Id && e.AcademicYear == year && e.Direction == direction).Sum(e => e.Count);

    private void Put(OrganisationId partner, AgreementId? agreement, NoteKind kind, DateOnly on, LocalizedText text) => db.Add(new Note
    {
        OrganisationId = partner,
        AgreementId = agreement,
        Kind = kind,
        Text = text,
        On = on,
        AccountId = book.Find<AccountCard>(on < past.Today.AddYears(-2) || kind is NoteKind.Visit or NoteKind.Call ? "shen.ruolan" : "tang.yuan"),
        RecordedAt = past.At(on),
        UnitId = book.Find<UnitCard>("SOE"),
    });
}
