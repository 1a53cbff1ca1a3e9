using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Partners.Model;

namespace Entente.Partners.Demo;

/// <summary>The words of the demonstration school's agreements.</summary>
internal static class DemoWords
{
    private static readonly Dictionary<string, LocalizedText> ShortNames = new(StringComparer.Ordinal)
    {
        ["psu"] = new("Penn State", "宾州州立大学"),
        ["gatech"] = new("Georgia Tech", "佐治亚理工学院"),
        ["waterloo"] = new("Waterloo", "滑铁卢大学"),
        ["unsw"] = new("UNSW", "新南威尔士大学"),
        ["postech"] = new("POSTECH", "浦项科技大学"),
        ["ntu"] = new("NTU Singapore", "南洋理工大学"),
        ["polyu"] = new("PolyU", "香港理工大学"),
        ["delft"] = new("TU Delft", "代尔夫特理工大学"),
        ["eth"] = new("ETH Zurich", "苏黎世联邦理工学院"),
        ["kyoto"] = new("Kyoto", "京都大学"),
        ["utokyo"] = new("Tokyo", "东京大学"),
        ["tum"] = new("TUM", "慕尼黑工业大学"),
        ["dtu"] = new("DTU", "丹麦技术大学"),
        ["kth"] = new("KTH", "瑞典皇家理工学院"),
        ["imperial"] = new("Imperial", "帝国理工学院"),
        ["leeds"] = new("Leeds", "利兹大学"),
        ["uq"] = new("Queensland", "昆士兰大学"),
        ["ubc"] = new("UBC", "不列颠哥伦比亚大学"),
        ["nus"] = new("NUS", "新加坡国立大学"),
        ["usp"] = new("São Paulo", "圣保罗大学"),
        ["uct"] = new("Cape Town", "开普敦大学"),
        ["wageningen"] = new("Wageningen", "瓦赫宁根大学"),
        ["eawag"] = new("Eawag", "瑞士联邦水研所"),
        ["ntnu"] = new("NTNU", "挪威科技大学"),
        ["polimi"] = new("Politecnico di Milano", "米兰理工大学"),
        ["chula"] = new("Chulalongkorn", "朱拉隆功大学"),
        ["berkeley"] = new("Berkeley", "加州大学伯克利分校"),
        ["inrae"] = new("INRAE", "法国农业食品与环境研究院"),
        ["tohoku"] = new("Tohoku", "日本东北大学"),
        ["auckland"] = new("Auckland", "奥克兰大学"),
        ["nairobi"] = new("Nairobi", "内罗毕大学"),
        ["adelaide"] = new("Adelaide", "阿德莱德大学"),
        ["adelaide-new"] = new("Adelaide University", "阿德莱德大学"),
    };

    public static LocalizedText ShortNameOf(string partner) => ShortNames[partner];

    public static LocalizedText TitleOf(string kind, IReadOnlyList<LocalizedText> partners)
    {
        var (en, zh) = kind switch
        {
            "student-exchange" => ("Student exchange with {0}", "与{0}的学生交换协议"),
            "joint-cultivation" => ("Joint cultivation of doctoral students with {0}", "与{0}联合培养博士研究生协议"),
            "dual-degree" => ("Dual master's degree with {0}", "与{0}硕士双学位协议"),
            "cotutelle" => ("Cotutelle framework with {0}", "与{0}联合授予博士学位框架协议"),
            "joint-centre" => partners.Count > 1
                ? ("Joint Research Centre for Sustainable Urban Water: {0}", "可持续城市水系统联合研究中心协议（{0}）")
                : ("Joint research centre with {0}", "与{0}共建联合研究中心协议"),
            _ => ("Memorandum of understanding with {0}", "与{0}合作备忘录"),
        };
        return new(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, en, string.Join(", ", partners.Select(p => p.En))),
            string.Format(System.Globalization.CultureInfo.InvariantCulture, zh, string.Join("、", partners.Select(p => p.Zh))));
    }

    public static IReadOnlyList<PlaceContent> PlacesOf(DemoAgreements.Entry entry)
    {
        var places = new List<PlaceContent>();
        if (entry.Out > 0) places.Add(new("out", PlaceDirection.Out, entry.Out));
        if (entry is { Out: >= 3, Kind: "student-exchange" }) places.Add(new("out-doctoral", PlaceDirection.Out, entry.Out / 2, "out", StudyLevel.Doctoral));
        if (entry.In > 0) places.Add(new("in", PlaceDirection.In, entry.In));
        return places;
    }

    public static IReadOnlyList<ClauseContent> ClausesOf(string kind) => kind switch
    {
        "memorandum" =>
        [
            new(new("Purpose", "宗旨"), new("The parties explore joint research, exchange of staff and joint events in environmental science and engineering.", "双方在环境科学与工程领域探索合作研究、人员交流与联合学术活动。")),
            new(new("No financial obligation", "无财务义务"), new("Each activity is agreed separately, with its own budget.", "各项活动另行商定，并单列经费。")),
        ],
        "joint-centre" =>
        [
            new(new("Governance", "治理"), new("A steering committee with equal members from each party meets once a year and approves the plan.", "设由各方同等人数组成的指导委员会，每年开会一次并审定计划。")),
            new(new("Intellectual property", "知识产权"), new("Results made together belong to the parties together; the terms of use are agreed before publication.", "共同取得的成果由各方共有；使用条件在发表前商定。")),
        ],
        _ =>
        [
            new(new("Tuition", "学费"), new("Students pay tuition at the home institution only.", "学生只在本校缴纳学费。")),
            new(new("Nomination", "提名"), new("The home institution nominates by 15 April for autumn and by 15 October for spring; the host decides within six weeks.", "秋季学期于4月15日前、春季学期于10月15日前由派出方提名；接收方六周内答复。")),
            new(new("Insurance", "保险"), new("Every student is insured for health and accident for the whole stay.", "学生在外期间须全程投保医疗与意外保险。")),
        ],
    };
}
