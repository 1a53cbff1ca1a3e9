using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Partners.Model;

namespace Entente.Partners.Demo;

/// <summary>What the office wrote down about its partners.</summary>
internal static class DemoNotes
{
    private static readonly (string Partner, NoteKind Kind, int DaysAgo, LocalizedText Text)[] All =
    [
        ("psu", NoteKind.Meeting, 12, new("Video call with Margaret Ellwood about the dual degree: both sides accept the credit table; the text is in approval.", "与埃尔伍德视频会谈双学位事宜：双方认可学分对照表，文本正在审批。")),
        ("psu", NoteKind.Visit, 210, new("Delegation of four visited the water laboratory and met the doctoral students who had been in State College.", "对方四人代表团参观水实验室，并与曾赴该校的博士生座谈。")),
        ("psu", NoteKind.Mail, 420, new("Nominations for autumn confirmed: four students, two of them doctoral.", "秋季提名确认：四名学生，其中两名博士生。")),
        ("waterloo", NoteKind.Call, 9, new("Claire Beaumont expects a renewal on the same terms; asks for the draft before the end of the month.", "博蒙特希望按原条件续签，请在月底前发去文本。")),
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

    public static void Add(AppDbContext db, DemoBook book, DateOnly today)
    {
        var unit = book.Find<UnitCard>("SOE");
        var author = book.Find<AccountCard>("tang.yuan");
        foreach (var (partner, kind, days, text) in All)
        {
            db.Add(new Note
            {
                OrganisationId = book.Find<OrganisationCard>(partner),
                Kind = kind,
                Text = text,
                On = today.AddDays(-days),
                AccountId = author,
                RecordedAt = db.Write.Now,
                UnitId = unit,
            });
        }
    }
}
