using Entente.Directory.Model;
using Entente.Foundation.Tables;

namespace Entente.Directory.Roster;

/// <summary>The words universities use in the tables they hand out: for columns, for kinds of people, for leaving.</summary>
internal static class RosterWords
{
    public static IReadOnlyList<TargetField> Units { get; } =
    [
        new("code", ["unit code", "单位代码", "单位编号", "单位号", "部门代码", "部门编号", "机构代码", "院系代码"], IsRequired: true),
        new("name", ["unit name", "单位名称", "部门名称", "机构名称", "院系名称", "中文名称"], IsRequired: true),
        new("name en", ["english name", "name in english", "英文名称"]),
        new("parent", ["parent code", "parent unit", "上级单位代码", "上级单位编号", "上级单位号", "上级代码", "上级部门代码", "隶属单位代码", "隶属单位号"]),
        new("kind", ["type", "单位类别", "类别"]),
        new("status", ["state", "状态", "是否有效"]),
        new("to", ["ended on", "until", "撤销日期", "停用日期"]),
    ];

    public static IReadOnlyList<TargetField> People { get; } =
    [
        new("id", ["number", "staff number", "student number", "学工号", "工号", "学号", "职工号", "教工号", "人员编号", "统一身份号"], IsRequired: true),
        new("name", ["full name", "姓名", "中文姓名"]),
        new("family", ["family name", "surname", "姓", "姓氏拼音"]),
        new("given", ["given name", "given names", "名", "名字拼音"]),
        new("email", ["e-mail", "mail", "邮箱", "电子邮箱", "电子邮件"]),
        new("kind", ["category", "人员类别", "身份", "类别"]),
        new("unit", ["unit code", "department code", "单位代码", "单位编号", "单位号", "所在单位代码", "部门代码", "院系代码"], IsRequired: true),
        new("title", ["position", "post", "职务", "职称", "岗位", "培养层次"]),
        new("status", ["state", "状态", "在职状态", "学籍状态", "当前状态"]),
        new("from", ["since", "start", "起始日期", "入职日期", "来校日期", "入学日期", "入校日期"]),
        new("to", ["until", "end", "截止日期", "离职日期", "离校日期", "毕业日期"]),
    ];

    private static readonly HashSet<string> Present = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "active", "current", "present", "employed", "enrolled", "on leave", "yes", "1", "在职", "在岗", "在编", "在读", "在校", "在籍", "正常", "有效", "休学", "是",
    };

    private static readonly HashSet<string> Gone = new(StringComparer.OrdinalIgnoreCase)
    {
        "left", "ended", "inactive", "former", "graduated", "retired", "withdrawn", "no", "0",
        "离职", "离岗", "离校", "毕业", "结业", "肄业", "退学", "退休", "离退休", "调出", "辞职", "去世", "撤销", "无效", "停用", "否",
    };

    private static readonly Dictionary<string, RosterKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = RosterKind.Other,
        ["staff"] = RosterKind.Staff,
        ["faculty"] = RosterKind.Staff,
        ["teacher"] = RosterKind.Staff,
        ["employee"] = RosterKind.Staff,
        ["postdoc"] = RosterKind.Staff,
        ["教职工"] = RosterKind.Staff,
        ["教工"] = RosterKind.Staff,
        ["教师"] = RosterKind.Staff,
        ["职工"] = RosterKind.Staff,
        ["博士后"] = RosterKind.Staff,
        ["student"] = RosterKind.Student,
        ["undergraduate"] = RosterKind.Student,
        ["graduate"] = RosterKind.Student,
        ["学生"] = RosterKind.Student,
        ["本科生"] = RosterKind.Student,
        ["研究生"] = RosterKind.Student,
        ["硕士生"] = RosterKind.Student,
        ["硕士研究生"] = RosterKind.Student,
        ["博士生"] = RosterKind.Student,
        ["博士研究生"] = RosterKind.Student,
        ["other"] = RosterKind.Other,
        ["其他"] = RosterKind.Other,
    };

    private static readonly Dictionary<string, UnitKind> UnitKinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["university"] = UnitKind.University,
        ["学校"] = UnitKind.University,
        ["大学"] = UnitKind.University,
        ["school"] = UnitKind.School,
        ["faculty"] = UnitKind.School,
        ["college"] = UnitKind.School,
        ["学院"] = UnitKind.School,
        ["department"] = UnitKind.Department,
        ["系"] = UnitKind.Department,
        ["教学单位"] = UnitKind.Department,
        ["office"] = UnitKind.Office,
        ["处"] = UnitKind.Office,
        ["部处"] = UnitKind.Office,
        ["办公室"] = UnitKind.Office,
        ["机关"] = UnitKind.Office,
    };

    /// <summary>Whether a word says that somebody or something is no longer there; none: it is not known.</summary>
    public static bool? HasLeft(string word) => Present.Contains(word) ? false : Gone.Contains(word) ? true : null;

    /// <summary>What a word says somebody is; none: it is not known.</summary>
    public static RosterKind? KindOf(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>The level of a unit; none: it is not said, or in other words.</summary>
    public static UnitKind? UnitKindOf(string word) => UnitKinds.TryGetValue(word, out var kind) ? kind : null;
}
