using Entente.Foundation.Data;

namespace Entente.Mobility.Demo;

/// <summary>Invented students, supervisors at partners and topics of the demonstration school. Whoever has such a name has it by chance.</summary>
internal static class DemoNames
{
    private static readonly (string Latin, string Native)[] Families =
    [
        ("Gao", "高"), ("Lin", "林"), ("Zhou", "周"), ("Xu", "徐"), ("Sun", "孙"), ("Ma", "马"), ("Zhu", "朱"), ("Hu", "胡"), ("Guo", "郭"), ("He", "贺"), ("Liang", "梁"), ("Song", "宋"), ("Zheng", "郑"),
        ("Tang", "汤"), ("Feng", "冯"), ("Dong", "董"), ("Cheng", "成"), ("Cao", "曹"), ("Peng", "彭"), ("Yuan", "袁"), ("Deng", "邓"), ("Fu", "傅"), ("Shen", "沈"), ("Zeng", "曾"), ("Lü", "吕"), ("Su", "苏"),
        ("Jiang", "蒋"), ("Cai", "蔡"), ("Jia", "贾"), ("Wei", "魏"), ("Xue", "薛"), ("Ye", "叶"), ("Yan", "严"), ("Yu", "余"), ("Pan", "潘"), ("Du", "杜"), ("Dai", "戴"), ("Xia", "夏"), ("Zhong", "钟"), ("Wang", "汪"),
    ];

    private static readonly (string Latin, string Native)[] Givens =
    [
        ("Yiran", "一然"), ("Zhiyuan", "志远"), ("Wenqi", "文琪"), ("Haoyu", "浩宇"), ("Sihan", "思涵"), ("Zixuan", "子轩"), ("Yutong", "雨桐"), ("Jiaqi", "佳琪"), ("Mingze", "明泽"), ("Ruoxi", "若溪"), ("Chenxi", "晨曦"),
        ("Yifan", "亦凡"), ("Lehan", "乐涵"), ("Shuyi", "书怡"), ("Kaiwen", "凯文"), ("Tianyu", "天宇"), ("Qingyu", "清瑜"), ("Zhihan", "芷涵"), ("Boyuan", "博远"), ("Yuchen", "宇辰"), ("Xinyue", "心悦"), ("Haoran", "浩然"),
        ("Keyi", "可依"), ("Jingyi", "静宜"), ("Weilin", "蔚林"), ("Anqi", "安琪"), ("Zhenyu", "振宇"), ("Mengjie", "梦洁"), ("Ruilin", "瑞霖"), ("Yaxin", "雅馨"), ("Siqi", "思齐"), ("Nanxi", "楠曦"), ("Junhao", "俊豪"),
    ];

    /// <summary>A student by number; no name comes twice among the first thousand.</summary>
    public static (string Family, string Given, string Native) Student(int i)
    {
        var (family, given) = (Families[i % Families.Length], Givens[(i * 7 + i / Families.Length) % Givens.Length]);
        return (family.Latin, given.Latin, family.Native + given.Native);
    }

    /// <summary>Supervisors at partners, by the partner's key: family name, given names, title.</summary>
    public static IReadOnlyDictionary<string, (string Family, string Given, bool FamilyFirst)[]> Hosts { get; } = new Dictionary<string, (string, string, bool)[]>(StringComparer.Ordinal)
    {
        ["psu"] = [("Whitlock", "Eleanor", false), ("Brandvold", "Thomas", false)],
        ["gatech"] = [("Castellane", "Monica", false), ("Averill", "James", false)],
        ["waterloo"] = [("Pelham", "Catherine", false), ("Dunmore", "Richard", false)],
        ["unsw"] = [("Harcourt", "Louise", false), ("Thornbury", "Mark", false)],
        ["postech"] = [("Baek", "Ji-won", true), ("Noh", "Tae-hyun", true)],
        ["ntu"] = [("Sim", "Hui Min", true), ("Devan", "Arjun", false)],
        ["polyu"] = [("Mok", "Wing Sze", true), ("Fong", "Chi Hang", true)],
        ["delft"] = [("Verbeek", "Marijke", false), ("Zandstra", "Ruben", false)],
        ["eth"] = [("Aeschlimann", "Urs", false), ("Bodenmann", "Sabine", false)],
        ["kyoto"] = [("Hayami", "Sachiko", true), ("Kuroiwa", "Daisuke", true)],
        ["tum"] = [("Lindenthal", "Katrin", false), ("Obermaier", "Stefan", false)],
        ["dtu"] = [("Kragh", "Signe", false), ("Mortensgaard", "Anders", false)],
        ["kth"] = [("Hallström", "Elin", false), ("Rydell", "Jonas", false)],
        ["leeds"] = [("Ashworth", "Helena", false), ("Pickersgill", "Simon", false)],
        ["uq"] = [("Merriweather", "Joanne", false), ("Callaghan", "Peter", false)],
        ["ubc"] = [("Marchetti", "Laura", false), ("Whyte", "Gordon", false)],
        ["nus"] = [("Chiang", "Mei Fong", true), ("Raghavan", "Suresh", false)],
        ["uct"] = [("Dlamini", "Nomsa", false), ("Van Wyk", "Hendrik", false)],
        ["wageningen"] = [("Terpstra", "Femke", false), ("Boersma", "Gijs", false)],
        ["ntnu"] = [("Hagerup", "Silje", false), ("Nordli", "Eirik", false)],
        ["polimi"] = [("Bianchetti", "Paola", false), ("Marangoni", "Luca", false)],
        ["berkeley"] = [("Sandoval", "Irene", false), ("Kestenbaum", "David", false)],
        ["tohoku"] = [("Miyagawa", "Rie", true), ("Onodera", "Kenta", true)],
        ["auckland"] = [("Parata", "Aroha", false), ("Sinclair", "Bruce", false)],
        ["adelaide"] = [("Fairweather", "Gillian", false), ("Donnelly", "Craig", false)],
    };

    public static IReadOnlyList<LocalizedText> Topics { get; } =
    [
        new("Membrane fouling in water reuse", "再生水膜污染机理"), new("Fate of microplastics in estuaries", "河口微塑料归趋"), new("Low-carbon nitrogen removal", "低碳脱氮工艺"),
        new("Formation of secondary organic aerosol", "二次有机气溶胶生成"), new("Recovery of phosphorus from sludge", "污泥磷回收"), new("PFAS destruction by electrochemistry", "全氟化合物电化学降解"),
        new("Urban heat and air quality", "城市热环境与空气质量"), new("Life cycle assessment of battery recycling", "电池回收生命周期评价"), new("Antibiotic resistance in rivers", "河流抗生素抗性"),
        new("Satellite inversion of methane", "甲烷卫星反演"), new("Soil carbon under restoration", "生态修复土壤碳"), new("Photocatalysis with visible light", "可见光光催化"), new("Emission trading and industry", "碳交易与产业转型"),
        new("Digital twins of sewer networks", "排水管网数字孪生"), new("Heavy metals in farmland", "农田重金属阻控"), new("Anaerobic digestion of food waste", "餐厨垃圾厌氧消化"), new("Biodiversity in urban wetlands", "城市湿地生物多样性"),
        new("Ozone pollution in summer", "夏季臭氧污染"), new("Desalination with forward osmosis", "正渗透海水淡化"),
    ];
}
