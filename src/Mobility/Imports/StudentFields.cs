using Entente.Foundation.Import;

namespace Entente.Mobility.Imports;

/// <summary>The columns of a table of students of past years. The headers of the list's export are among the synonyms.</summary>
internal static class StudentFields
{
    public const string Name = "name";
    public const string NameZh = "name_zh";
    public const string Partner = "partner";
    public const string Country = "country";
    public const string From = "from";
    public const string Until = "until";
    public const string Form = "form";
    public const string Level = "level";
    public const string Direction = "direction";
    public const string Agreement = "agreement";
    public const string Topic = "topic";
    public const string Home = "home_supervisor";
    public const string Host = "host_supervisor";
    public const string Reason = "broken_off";

    public static IReadOnlyList<ImportField> All { get; } =
    [
        new(Name) { Synonyms = ["Student", "Student name", "Full name", "姓名拼音", "英文姓名"], MaxLength = 120, Example = "Gao Lan" },
        new(NameZh) { Synonyms = ["Student (Chinese)", "Chinese name", "姓名", "学生姓名", "学生"], MaxLength = 60, Example = "高岚" },
        new(Partner, IsRequired: true) { Synonyms = ["Host", "Host institution", "University", "派往单位", "派往院校", "外方院校", "合作单位", "合作院校"], Example = "University of Lakeside" },
        new(Country) { Synonyms = ["Country or region", "国家", "国别", "国家/地区"], MaxLength = 80, Example = "US" },
        new(From, ImportFieldType.Date, IsRequired: true) { Synonyms = ["First day", "Begin", "Start", "Departure", "派出日期", "开始日期", "出发日期"], Example = "2022-09-01" },
        new(Until, ImportFieldType.Date, IsRequired: true) { Synonyms = ["Last day", "End", "Return", "归国日期", "结束日期", "回国日期"], Example = "2023-08-31" },
        new(Form) { Synonyms = ["Form of mobility", "Programme", "派出形式", "项目类型", "派出类别"], MaxLength = 80, Example = "joint-cultivation" },
        new(Level) { Synonyms = ["Level of study", "Degree", "培养层次", "层次"], MaxLength = 40, Example = "doctoral" },
        new(Direction) { Synonyms = ["Out or in", "方向"], MaxLength = 20, Example = "Out" },
        new(Agreement) { Synonyms = ["Agreement number", "协议号", "协议编号"], MaxLength = 60, Example = "" },
        new(Topic) { Synonyms = ["Research topic", "课题", "研究方向"], Example = "Membranes in water reuse" },
        new(Home) { Synonyms = ["Supervisor", "校内导师", "导师"], MaxLength = 120, Example = "" },
        new(Host) { Synonyms = ["Host supervisor", "Supervisor abroad", "外方导师"], MaxLength = 120, Example = "Marijke Verbeek" },
        new(Reason) { Synonyms = ["Broken off because", "提前结束原因"], MaxLength = 400, Example = "" },
    ];
}
