using Entente.Foundation.Import;

namespace Entente.Partners.Imports;

/// <summary>The columns of a table of agreements as the import takes them: those of <see cref="AgreementColumns"/>.</summary>
internal static class AgreementFields
{
    public static IReadOnlyList<ImportField> All { get; } =
    [
        new(AgreementColumns.Number, IsRequired: true) { Synonyms = ["No.", "Agreement number", "Agreement no.", "协议号", "协议编号", "编号", "合同号"], MaxLength = 40, Example = "2025-014" },
        new(AgreementColumns.Kind) { Synonyms = ["Type", "Agreement type", "协议类型", "类型", "协议类别"], MaxLength = 80, Example = "student-exchange" },
        new(AgreementColumns.TitleEn) { Synonyms = ["Title", "Name", "Agreement title", "英文名称", "英文标题"], MaxLength = 400, Example = "Student exchange with the University of Lakeside" },
        new(AgreementColumns.TitleZh) { Synonyms = ["Chinese title", "协议名称", "名称", "中文标题"], MaxLength = 400, Example = "与湖畔大学学生交换协议" },
        new(AgreementColumns.Partners) { Synonyms = ["Partner", "Partner institution", "Parties", "合作机构", "合作单位", "合作院校", "外方单位", "外方院校"], MaxLength = 2000, Example = "University of Lakeside" },
        new(AgreementColumns.Unit) { Synonyms = ["Department", "School", "Kept by", "承办单位", "所属单位", "学院"], MaxLength = 200, Example = "SOE" },
        new(AgreementColumns.Territory) { Synonyms = ["Countries", "Country", "适用地区", "国家", "国别"], MaxLength = 400, Example = "US" },
        new(AgreementColumns.SignedOn, ImportFieldType.Date) { Synonyms = ["Signed", "Date of signature", "签署日期", "签订日期", "签约日期"], Example = "2025-05-20" },
        new(AgreementColumns.EffectiveOn, ImportFieldType.Date) { Synonyms = ["Effective", "Begins", "Start date", "Start", "From", "生效日期", "开始日期", "起始日期"], Example = "2025-09-01" },
        new(AgreementColumns.EndsOn, ImportFieldType.Date) { Synonyms = ["Ends", "Expiry date", "Expires", "End date", "Valid until", "To", "终止日期", "到期日期", "截止日期", "有效期至"], Example = "2030-08-31" },
        new(AgreementColumns.Term) { Synonyms = ["Renewal", "Duration type", "期限类型", "续约方式"], MaxLength = 60, Example = "fixed" },
        new(AgreementColumns.NoticeMonths, ImportFieldType.Number) { Synonyms = ["Notice period (months)", "Notice", "通知期（月）", "提前通知月数"], Max = 60, Example = "6" },
        new(AgreementColumns.RenewalMonths, ImportFieldType.Number) { Synonyms = ["Renewal period (months)", "续约期（月）", "自动续约月数"], Min = 1, Max = 240, Example = "" },
        new(AgreementColumns.PlacesOut, ImportFieldType.Number) { Synonyms = ["Places out", "Outgoing", "Quota out", "派出名额", "派出人数"], Max = 10_000, Example = "4" },
        new(AgreementColumns.PlacesIn, ImportFieldType.Number) { Synonyms = ["Places in", "Incoming", "Quota in", "来访名额", "接收名额", "接收人数"], Max = 10_000, Example = "4" },
        new(AgreementColumns.State) { Synonyms = ["Status", "状态", "协议状态"], MaxLength = 60, Example = "active" },
        new(AgreementColumns.UnitsCovered) { Synonyms = ["Units covered", "Faculties", "覆盖单位", "适用单位"], MaxLength = 1000, Example = "" },
        new(AgreementColumns.Languages) { Synonyms = ["Language", "文本语言", "语言"], MaxLength = 200, Example = "en|zh-Hans" },
        new(AgreementColumns.SemesterWeight, ImportFieldType.Number) { Synonyms = ["Weight of a semester", "学期权重"], Max = 400, Example = "50" },
        new(AgreementColumns.Reciprocal, ImportFieldType.Flag) { Synonyms = ["Balanced", "Reciprocity", "对等", "是否对等"], Example = "yes" },
        new(AgreementColumns.CarryOverYears, ImportFieldType.Number) { Synonyms = ["Carry-over (years)", "结转年数"], Max = 20, Example = "2" },
        new(AgreementColumns.Follows) { Synonyms = ["Replaces", "Renews", "Predecessor", "前一协议", "续签自"], MaxLength = 40, Example = "" },
    ];

    /// <summary>The words for kinds of term besides those of exports.</summary>
    public static IReadOnlyDictionary<string, Contracts.Partners.TermKind> Terms { get; } = new Dictionary<string, Contracts.Partners.TermKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["fixed term"] = Contracts.Partners.TermKind.Fixed,
        ["固定期限"] = Contracts.Partners.TermKind.Fixed,
        ["定期"] = Contracts.Partners.TermKind.Fixed,
        ["automatic renewal"] = Contracts.Partners.TermKind.Automatic,
        ["自动续约"] = Contracts.Partners.TermKind.Automatic,
        ["自动顺延"] = Contracts.Partners.TermKind.Automatic,
        ["open"] = Contracts.Partners.TermKind.OpenEnded,
        ["indefinite"] = Contracts.Partners.TermKind.OpenEnded,
        ["长期"] = Contracts.Partners.TermKind.OpenEnded,
        ["无固定期限"] = Contracts.Partners.TermKind.OpenEnded,
    };

    /// <summary>The words for states besides those of exports.</summary>
    public static IReadOnlyDictionary<string, Contracts.Partners.AgreementState> States { get; } = new Dictionary<string, Contracts.Partners.AgreementState>(StringComparer.OrdinalIgnoreCase)
    {
        ["in force"] = Contracts.Partners.AgreementState.Active,
        ["valid"] = Contracts.Partners.AgreementState.Active,
        ["生效"] = Contracts.Partners.AgreementState.Active,
        ["有效"] = Contracts.Partners.AgreementState.Active,
        ["执行中"] = Contracts.Partners.AgreementState.Active,
        ["已签署"] = Contracts.Partners.AgreementState.Signed,
        ["已到期"] = Contracts.Partners.AgreementState.Expired,
        ["到期"] = Contracts.Partners.AgreementState.Expired,
        ["ended"] = Contracts.Partners.AgreementState.Expired,
        ["已终止"] = Contracts.Partners.AgreementState.Terminated,
        ["终止"] = Contracts.Partners.AgreementState.Terminated,
        ["已被取代"] = Contracts.Partners.AgreementState.Superseded,
        ["草稿"] = Contracts.Partners.AgreementState.Draft,
        ["起草中"] = Contracts.Partners.AgreementState.Draft,
    };
}
