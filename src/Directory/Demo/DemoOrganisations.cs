using Entente.Directory.Model;

namespace Entente.Directory.Demo;

/// <summary>
/// The real organisations the demonstration school works with. Identifiers, places and coordinates: Research Organization
/// Registry (coordinates by GeoNames, CC BY 4.0), rounded; Chinese names as commonly used.
/// </summary>
internal static class DemoOrganisations
{
    public sealed record Entry(
        string Key, string Ror, string En, string Zh, string Country, string CityEn, string CityZh, double Latitude, double Longitude, string Site, string Aliases = "",
        OrganisationTypes Types = OrganisationTypes.Education);

    public static IReadOnlyList<Entry> All { get; } =
    [
        new("psu", "04p491231", "Pennsylvania State University", "宾夕法尼亚州立大学", "US", "State College", "斯泰特科利奇", 40.793, -77.86, "https://www.psu.edu", "Penn State|PSU"),
        new("gatech", "01zkghx44", "Georgia Institute of Technology", "佐治亚理工学院", "US", "Atlanta", "亚特兰大", 33.749, -84.388, "https://www.gatech.edu", "Georgia Tech|GT"),
        new("waterloo", "01aff2v68", "University of Waterloo", "滑铁卢大学", "CA", "Waterloo", "滑铁卢", 43.467, -80.516, "https://uwaterloo.ca", "UW"),
        new("unsw", "03r8z3t63", "University of New South Wales", "新南威尔士大学", "AU", "Sydney", "悉尼", -33.868, 151.207, "https://www.unsw.edu.au", "UNSW Sydney|UNSW"),
        new("postech", "04xysgw12", "Pohang University of Science and Technology", "浦项科技大学", "KR", "Pohang", "浦项", 36.029, 129.365, "https://www.postech.ac.kr", "POSTECH|포항공과대학교"),
        new("ntu", "02e7b5302", "Nanyang Technological University", "南洋理工大学", "SG", "Singapore", "新加坡", 1.29, 103.85, "https://www.ntu.edu.sg", "NTU"),
        new("polyu", "0030zas98", "Hong Kong Polytechnic University", "香港理工大学", "HK", "Hong Kong", "香港", 22.278, 114.175, "https://www.polyu.edu.hk", "PolyU|香港理工大學"),
        new("delft", "02e2c7k09", "Delft University of Technology", "代尔夫特理工大学", "NL", "Delft", "代尔夫特", 52.007, 4.356, "https://www.tudelft.nl", "TU Delft"),
        new("eth", "05a28rw58", "ETH Zurich", "苏黎世联邦理工学院", "CH", "Zurich", "苏黎世", 47.367, 8.55, "https://ethz.ch", "ETH Zürich"),
        new("kyoto", "02kpeqv85", "Kyoto University", "京都大学", "JP", "Kyoto", "京都", 35.021, 135.754, "https://www.kyoto-u.ac.jp", "Kyōto daigaku"),
        new("utokyo", "057zh3y96", "The University of Tokyo", "东京大学", "JP", "Tokyo", "东京", 35.69, 139.692, "https://www.u-tokyo.ac.jp", "UTokyo|東京大学"),
        new("tum", "02kkvpp62", "Technical University of Munich", "慕尼黑工业大学", "DE", "Munich", "慕尼黑", 48.137, 11.575, "https://www.tum.de", "TUM|Technische Universität München"),
        new("dtu", "04qtj9h94", "Technical University of Denmark", "丹麦技术大学", "DK", "Kongens Lyngby", "孔恩斯-灵比", 55.77, 12.504, "https://www.dtu.dk", "DTU"),
        new("kth", "026vcq606", "KTH Royal Institute of Technology", "瑞典皇家理工学院", "SE", "Stockholm", "斯德哥尔摩", 59.329, 18.069, "https://www.kth.se", "KTH|Kungliga Tekniska högskolan"),
        new("imperial", "041kmwe10", "Imperial College London", "帝国理工学院", "GB", "London", "伦敦", 51.509, -0.126, "https://www.imperial.ac.uk", "Imperial"),
        new("leeds", "024mrxd33", "University of Leeds", "利兹大学", "GB", "Leeds", "利兹", 53.796, -1.548, "https://www.leeds.ac.uk"),
        new("uq", "00rqy9422", "The University of Queensland", "昆士兰大学", "AU", "Brisbane", "布里斯班", -27.468, 153.028, "https://www.uq.edu.au", "UQ"),
        new("ubc", "03rmrcq20", "University of British Columbia", "不列颠哥伦比亚大学", "CA", "Vancouver", "温哥华", 49.25, -123.119, "https://www.ubc.ca", "UBC"),
        new("nus", "01tgyzw49", "National University of Singapore", "新加坡国立大学", "SG", "Singapore", "新加坡", 1.29, 103.85, "https://www.nus.edu.sg", "NUS"),
        new("usp", "036rp1748", "University of São Paulo", "圣保罗大学", "BR", "São Paulo", "圣保罗", -23.548, -46.636, "https://www5.usp.br", "USP|Universidade de São Paulo"),
        new("uct", "03p74gp79", "University of Cape Town", "开普敦大学", "ZA", "Cape Town", "开普敦", -33.963, 18.476, "https://uct.ac.za", "UCT"),
        new("wageningen", "04qw24q55", "Wageningen University & Research", "瓦赫宁根大学", "NL", "Wageningen", "瓦赫宁根", 51.97, 5.667, "https://www.wur.nl", "WUR"),
        new("eawag", "00pc48d59", "Swiss Federal Institute of Aquatic Science and Technology", "瑞士联邦水科学与技术研究所", "CH", "Dübendorf", "迪本多夫", 47.397, 8.618, "https://www.eawag.ch", "Eawag", OrganisationTypes.Facility),
        new("ntnu", "05xg72x27", "Norwegian University of Science and Technology", "挪威科技大学", "NO", "Trondheim", "特隆赫姆", 63.43, 10.395, "https://www.ntnu.edu", "NTNU"),
        new("polimi", "01nffqt88", "Polytechnic University of Milan", "米兰理工大学", "IT", "Milan", "米兰", 45.464, 9.19, "https://www.polimi.it", "Politecnico di Milano"),
        new("chula", "028wp3y58", "Chulalongkorn University", "朱拉隆功大学", "TH", "Bangkok", "曼谷", 13.754, 100.501, "https://www.chula.ac.th", "จุฬาลงกรณ์มหาวิทยาลัย"),
        new("berkeley", "01an7q238", "University of California, Berkeley", "加州大学伯克利分校", "US", "Berkeley", "伯克利", 37.872, -122.273, "https://www.berkeley.edu", "UC Berkeley"),
        new("inrae", "003vg9w96", "National Research Institute for Agriculture, Food and Environment", "法国国家农业食品与环境研究院", "FR", "Paris", "巴黎", 48.853, 2.349, "https://www.inrae.fr", "INRAE", OrganisationTypes.Government),
        new("tohoku", "01dq60k83", "Tohoku University", "东北大学（日本）", "JP", "Sendai", "仙台", 38.267, 140.867, "https://www.tohoku.ac.jp", "東北大学"),
        new("auckland", "03b94tp07", "University of Auckland", "奥克兰大学", "NZ", "Auckland", "奥克兰", -36.849, 174.763, "https://www.auckland.ac.nz", "Waipapa Taumata Rau"),
        new("nairobi", "02y9nww90", "University of Nairobi", "内罗毕大学", "KE", "Nairobi", "内罗毕", -1.283, 36.817, "https://www.uonbi.ac.ke", "UON"),
        new("adelaide", "00892tw58", "The University of Adelaide", "阿德莱德大学（1874—2025）", "AU", "Adelaide", "阿德莱德", -34.929, 138.601, "https://www.adelaide.edu.au"),
        new("adelaide-new", "028g18b61", "Adelaide University", "阿德莱德大学", "AU", "Adelaide", "阿德莱德", -34.929, 138.601, "https://adelaideuni.edu.au"),
    ];
}
