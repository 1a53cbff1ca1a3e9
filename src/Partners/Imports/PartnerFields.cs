using Entente.Foundation.Import;

namespace Entente.Partners.Imports;

/// <summary>The columns of a table of partners. The headers of the list's export are among the synonyms.</summary>
internal static class PartnerFields
{
    public const string NameEn = "name_en";
    public const string NameZh = "name_zh";
    public const string Ror = "ror";
    public const string Country = "country";
    public const string City = "city";
    public const string Website = "website";
    public const string ContactName = "contact_name";
    public const string ContactEmail = "contact_email";
    public const string ContactRole = "contact_role";
    public const string Featured = "featured";
    public const string Note = "note";
    public const string Key = "key";

    public static IReadOnlyList<ImportField> All { get; } =
    [
        new(NameEn) { Synonyms = ["Partner", "Name", "Organisation", "Organization", "Institution", "University", "Partner institution", "外文名称", "英文名"], Example = "University of Lakeside" },
        new(NameZh) { Synonyms = ["Partner (Chinese)", "Chinese name", "机构名称", "合作机构", "合作院校", "学校名称", "单位名称", "中文名"], Example = "湖畔大学" },
        new(Ror) { Synonyms = ["ROR ID", "ROR identifier", "ROR 编号"], MaxLength = 60, Example = "" },
        new(Country) { Synonyms = ["Country or region", "Nation", "国家", "国别", "国家/地区", "所在国家"], MaxLength = 80, Example = "US" },
        new(City) { Synonyms = ["Town", "城市", "所在地"], MaxLength = 120, Example = "Lakeside" },
        new(Website) { Synonyms = ["URL", "Web site", "Homepage", "网址", "主页"], MaxLength = 400, Example = "https://www.lakeside.example" },
        new(ContactName) { Synonyms = ["Contact", "Contact person", "联系人"], MaxLength = 120, Example = "Margaret Ellwood" },
        new(ContactEmail) { Synonyms = ["E-mail", "Email", "Mail", "Contact e-mail", "邮箱", "电子邮箱", "联系邮箱"], MaxLength = 254, Example = "m.ellwood@lakeside.example" },
        new(ContactRole) { Synonyms = ["Role", "Position", "Function", "职务", "角色"], MaxLength = 80, Example = "exchange-coordinator" },
        new(Featured, ImportFieldType.Number) { Synonyms = ["Order", "Place in lists", "重点", "排序"], Min = 1, Max = 1000, Example = "1" },
        new(Note) { Synonyms = ["Notes", "Remark", "Remarks", "Comment", "备注", "说明"], MaxLength = 4000, Example = "" },
        new(Key) { Synonyms = ["Entente key"], MaxLength = 40, Example = "" },
    ];
}
