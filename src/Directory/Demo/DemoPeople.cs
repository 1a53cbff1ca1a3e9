namespace Entente.Directory.Demo;

/// <summary>The people of the demonstration school and of its partners. Every one of them is invented.</summary>
internal static class DemoPeople
{
    /// <summary>Somebody of the university: the key is the part of the mail address before the sign; the role is that of the account, where there is one; a student has an account without a role.</summary>
    public sealed record Own(string Key, string Family, string Given, string Native, string Unit, string TitleEn, string TitleZh, string? Role = null, string? RoleUnit = null, bool IsStudent = false);

    /// <summary>Somebody of a partner.</summary>
    public sealed record Guest(string Key, string Organisation, string Family, string Given, bool FamilyFirst, string? Native, string TitleEn, string TitleZh, string? Honour = null, string? HonourZh = null, int? Year = null);

    public static IReadOnlyList<Own> School { get; } =
    [
        new("lu.jingxing", "Lu", "Jingxing", "陆景行", "SOE", "Dean", "院长", "dean", "SOE"),
        new("tang.yuan", "Tang", "Yuan", "唐沅", "ICO", "International coordinator", "国际合作专员", "coordinator", "SOE"),
        new("shen.ruolan", "Shen", "Ruolan", "沈若兰", "ICO", "Head of international cooperation", "国际合作办公室主任", "coordinator", "SOE"),
        new("he.mingche", "He", "Mingche", "何明澈", "WSE", "Head of Water Science", "水科学系主任", "head", "WSE"),
        new("bai.yixuan", "Bai", "Yixuan", "白一玄", "AQE", "Head of Air Quality", "大气系主任", "head", "AQE"),
        new("gu.anran", "Gu", "Anran", "顾安然", "SOE", "Deputy dean", "副院长", "head", "SOE"),
        new("qiu.zhiyuan", "Qiu", "Zhiyuan", "邱致远", "SOE", "Contract and security officer", "合同与安全专员", "officer", "SOE"),
        new("fang.mu", "Fang", "Mu", "方牧", "QHU", "Systems operator", "系统管理员", "operator", "QHU"),
        new("song.qiao", "Song", "Qiao", "宋乔", "WSE", "Professor", "教授", "reader", "WSE"),
        new("jiang.wanqing", "Jiang", "Wanqing", "江晚晴", "WSE", "Associate professor", "副教授"),
        new("luo.tingyu", "Luo", "Tingyu", "罗廷宇", "AQE", "Professor", "教授"),
        new("xie.heming", "Xie", "Heming", "谢鹤鸣", "SWR", "Professor", "教授"),
        new("yan.qinghe", "Yan", "Qinghe", "颜清禾", "SWR", "Associate professor", "副教授"),
        new("cheng.mo", "Cheng", "Mo", "程墨", "ECO", "Professor", "教授"),
        new("ding.siyuan", "Ding", "Siyuan", "丁思远", "EPM", "Professor", "教授"),
        new("wei.lanxin", "Wei", "Lanxin", "韦兰心", "EPM", "Lecturer", "讲师"),
        new("gao.yining", "Gao", "Yining", "高一宁", "WSE", "Doctoral student", "博士研究生", IsStudent: true),
        new("wen.zixi", "Wen", "Zixi", "温子曦", "WSE", "Doctoral student", "博士生", IsStudent: true),
        new("mo.yichen", "Mo", "Yichen", "莫逸尘", "AQE", "Doctoral student", "博士生", IsStudent: true),
        new("fu.nianan", "Fu", "Nian'an", "傅念安", "SWR", "Doctoral student", "博士生", IsStudent: true),
        new("pei.shuyu", "Pei", "Shuyu", "裴书语", "ECO", "Doctoral student", "博士生", IsStudent: true),
        new("yu.jiashu", "Yu", "Jiashu", "于嘉树", "EPM", "Doctoral student", "博士生", IsStudent: true),
        new("qin.ruoxi", "Qin", "Ruoxi", "秦若溪", "WSE", "Master student", "硕士生", IsStudent: true),
    ];

    public static IReadOnlyList<Guest> Partners { get; } =
    [
        new("ellwood", "psu", "Ellwood", "Margaret", false, null, "Director of Global Programs", "全球项目主任"),
        new("hartigan", "psu", "Hartigan", "Paul J.", false, null, "Professor of Environmental Engineering", "环境工程教授", "Member of the National Academy of Engineering", "美国国家工程院院士", 2017),
        new("okafor", "gatech", "Okafor", "Chidi", false, null, "Exchange coordinator", "交流协调员"),
        new("lindqvist", "gatech", "Lindqvist", "Sara", false, null, "Professor", "教授"),
        new("beaumont", "waterloo", "Beaumont", "Claire", false, null, "Manager, International Agreements", "国际协议经理"),
        new("whitfield", "unsw", "Whitfield", "Tom", false, null, "International Partnerships Lead", "国际合作主管"),
        new("han.seojun", "postech", "Han", "Seo-jun", true, "한서준", "Head of International Relations", "国际处处长"),
        new("tan.weiling", "ntu", "Tan", "Wei Ling", true, "陈慧玲", "Senior Assistant Director", "高级助理主任"),
        new("cheung.kayan", "polyu", "Cheung", "Ka Yan", true, "张嘉恩", "Academic Exchange Manager", "学术交流经理"),
        new("vandermeer", "delft", "van der Meer", "Anneke", false, null, "Professor of Water Technology", "水技术教授", "Member of the Royal Netherlands Academy of Arts and Sciences", "荷兰皇家科学院院士", 2015),
        new("devries", "delft", "de Vries", "Pieter", false, null, "Exchange officer", "交流专员"),
        new("brunner", "eth", "Brunner", "Regula", false, null, "Student Exchange Office", "学生交流办公室"),
        new("mori.haruka", "kyoto", "Mori", "Haruka", true, "森遥", "International Affairs Division", "国际部"),
        new("ishida.ken", "utokyo", "Ishida", "Ken", true, "石田健", "Professor", "教授"),
        new("falk", "tum", "Falk", "Johannes", false, null, "Global Engagement", "全球合作部"),
        new("noergaard", "dtu", "Nørgaard", "Mette", false, null, "International Coordinator", "国际协调员"),
        new("ekstrom", "kth", "Ekström", "Lars", false, null, "Mobility officer", "交流专员"),
        new("pemberton", "imperial", "Pemberton", "Alice", false, null, "Head of Partnerships", "合作主管"),
        new("rowntree", "leeds", "Rowntree", "Daniel", false, null, "Study Abroad Manager", "海外学习经理"),
        new("mcallister", "uq", "McAllister", "Fiona", false, null, "Agreements Officer", "协议专员"),
        new("gagnon", "ubc", "Gagnon", "Étienne", false, null, "Go Global Advisor", "交流顾问"),
        new("rajan", "nus", "Rajan", "Priya", false, null, "Global Relations Office", "国际关系处"),
        new("almeida", "usp", "Almeida", "Beatriz", false, null, "International Office", "国际办公室"),
        new("mokoena", "uct", "Mokoena", "Thandi", false, null, "Partnership Manager", "合作经理"),
        new("hoekstra", "wageningen", "Hoekstra", "Jeroen", false, null, "Relation manager Asia", "亚洲事务经理"),
        new("keller", "eawag", "Keller", "Martin", false, null, "Head of Department", "部门主任"),
        new("solberg", "ntnu", "Solberg", "Ingrid", false, null, "Senior Adviser", "高级顾问"),
        new("ferrari", "polimi", "Ferrari", "Giulia", false, null, "International Mobility", "国际交流部"),
        new("siriporn", "chula", "Siriporn", "Naree", false, null, "International Affairs", "国际事务部"),
        new("delgado", "berkeley", "Delgado", "Rosa", false, null, "Professor", "教授", "Member of the National Academy of Sciences", "美国国家科学院院士", 2012),
        new("lefevre", "inrae", "Lefèvre", "Camille", false, null, "Director of Research", "研究主任"),
        new("sato.yui", "tohoku", "Sato", "Yui", true, "佐藤唯", "Exchange Section", "交流科"),
        new("harawira", "auckland", "Harawira", "Mere", false, null, "International Office", "国际办公室"),
        new("wanjiru", "nairobi", "Wanjiru", "Grace", false, null, "Dean", "院长"),
        new("carmody", "adelaide", "Carmody", "Neil", false, null, "Global Partnerships", "全球合作部"),
    ];
}
