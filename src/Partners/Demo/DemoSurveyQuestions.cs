using Entente.Foundation.Data;
using Entente.Foundation.Questions;

namespace Entente.Partners.Demo;

/// <summary>What the yearly cooperation survey asks, and what was answered.</summary>
internal static class DemoSurveyQuestions
{
    public static readonly (string Partner, string Name, string Email, string Language)[] Asked =
    [
        ("psu", "Margaret Ellwood", "global@psu.example", "en"), ("delft", "Anneke de Vries", "exchange@delft.example", "en"), ("waterloo", "Claire Beaumont", "exchange@waterloo.example", "en"),
        ("unsw", "Tom Whitfield", "partnerships@unsw.example", "en"), ("kth", "Sara Ekström", "exchange@kth.example", "en"), ("polyu", "Cheung Ka Yan", "exchange@polyu.example", "zh-Hans"),
    ];

    public static readonly (string, string)[] Active =
    [
        ("q1", "o1"), ("q2", "o5"), ("q2", "o7"), ("q3", "6"), ("q5.0.q10", "Workshop on water reuse"), ("q5.0.q11", "o12"), ("q5.0.q12", "2027-05-18"), ("q5.0.q13", "24"),
        ("q5.1.q10", "Joint supervision, two students"), ("q5.1.q11", "o11"), ("q5.1.q13", "2"), ("q6", "2027-04-12"), ("q6.until", "2027-04-23"), ("q8", "true"),
    ];

    public static readonly (string, string)[] Quiet =
    [
        ("q1", "o3"), ("q2", "o5"), ("q3", "1"), ("q4", "Housing was short in the autumn, and two candidates withdrew for it. We reserve four rooms from next year on."),
        ("q5.0.q10", "Information day, online"), ("q5.0.q11", "o13"), ("q5.0.q12", "2027-03-03"), ("q5.0.q13", "60"),
    ];

    public static readonly (string, string)[] Begun = [("q1", "o2"), ("q2", "o5"), ("q2", "other"), ("q2.other", "Summer school on urban air"), ("q3", "about four")];

    public static readonly (string, string)[] Colleague = [("q1", "o2"), ("q2", "o7"), ("q2", "o8"), ("q3", "0"), ("q5.0.q10", "Field course at the lake station"), ("q5.0.q11", "o12"), ("q5.0.q13", "12"), ("q8", "true")];

    public static FormEditing First { get; } = new(
        new(
        [
            new("s1", new("The past year", "过去一年"), LocalizedText.Empty,
            [
                Ask("q1", QuestionKind.Choice, "How was our cooperation in the past year?", "过去一年双方合作情况如何？") with
                {
                    Required = true,
                    Options = [Option("o1", "More active than before", "比以往更活跃"), Option("o2", "As in other years", "与往年相当"), Option("o3", "Quieter than planned", "不及计划"), Option("o4", "Dormant", "基本停滞")],
                },
                Ask("q4", QuestionKind.Lines, "What stood in the way?", "主要困难是什么？") with { MostWords = 150, Required = true, When = new("q1", ConditionKind.Is, "o3") },
                Ask("q2", QuestionKind.Choices, "What did we do together?", "双方开展了哪些合作？") with
                {
                    Required = true, Other = true, FewestChosen = 1,
                    Options = [Option("o5", "Exchange of students", "学生交换"), Option("o6", "Joint degree", "联合学位"), Option("o7", "Joint research", "合作研究"), Option("o8", "Visits of staff", "教师互访")],
                },
                Ask("q3", QuestionKind.Number, "How many of our students did you receive?", "贵校接收了我校多少名学生？") with { Required = true, Least = 0, Most = 500 },
            ]),
            new("s2", new("The coming year", "新的一年"), new("What is not decided yet can be left out.", "尚未确定的内容可不填。"),
            [
                Ask("q5", QuestionKind.Table, "What do you plan with us?", "计划与我校开展哪些活动？") with
                {
                    MostRows = 8,
                    Columns =
                    [
                        Ask("q10", QuestionKind.Text, "Activity", "活动") with { Required = true, Longest = 120 },
                        Ask("q11", QuestionKind.Choice, "Kind", "类型") with { Required = true, Options = [Option("o11", "Students", "学生"), Option("o12", "Research", "研究"), Option("o13", "Administration", "管理")] },
                        Ask("q12", QuestionKind.Date, "When", "时间"),
                        Ask("q13", QuestionKind.Number, "People", "人数") with { Least = 1, Most = 5000 },
                    ],
                },
                Ask("q6", QuestionKind.Period, "When could a delegation visit you?", "何时适合代表团到访？"),
                Ask("q7", QuestionKind.File, "A programme or a plan, if there is one", "如有日程或计划可上传") with { FileKinds = ["PDF", "Word (.docx)"], MostFiles = 2 },
                Ask("q8", QuestionKind.Agreement, "May we quote you?", "可否引用？") with
                {
                    Statement = new("What I write here may be quoted, with the name of my institution, in the annual report of the School of Environment.", "本人同意环境学院在年度报告中引用上述内容，并注明本单位名称。"),
                },
            ]),
        ]), 14);

    /// <summary>The second version: one question more, one in other words.</summary>
    public static FormEditing Second(FormEditing first)
    {
        var number = first.Content.Find("q3")!;
        return (first with { Next = 23 })
            .Put(number with { Help = new("Counted by heads, for a term or longer.", "按人数计，停留一学期及以上。") }, "s1")
            .Put(Ask("q20", QuestionKind.Choice, "Do you teach in English all year?", "是否全年用英语授课？") with { Required = true, Options = [Option("o21", "Yes", "是"), Option("o22", "In part", "部分")] }, "s1");
    }

    private static Question Ask(string id, QuestionKind kind, string en, string zh) => new() { Id = id, Kind = kind, Label = new(en, zh) };

    private static QuestionOption Option(string id, string en, string zh) => new(id, new(en, zh));
}
