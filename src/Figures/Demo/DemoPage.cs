namespace Entente.Figures.Demo;

/// <summary>
/// The page of the demonstration school: the five sections a school writes about its cooperation. Every number is a figure; a
/// sentence appears when its figures exist, so the page grows with the rooms.
/// </summary>
internal static class DemoPage
{
    public const string English =
        """
        # International cooperation

        The school works with {fig:partners.partners.active|unit} in {fig:partners.countries.active|unit} under {fig:partners.agreements.active|unit} in force.

        ## Joint cultivation of graduate students

        The school has signed {fig:partners.agreements.student-exchange.active|unit} with universities and institutes abroad. Its partners include {fig:partners.partners.active|list}. Together these agreements offer {fig:partners.places.offered-per-year|unit} each year, out and in. {fig:mobility.students.sent|range} graduate students go to partner universities each year. Of {fig:mobility.students.returned|unit}, {fig:mobility.students.sent-with-outcome|share:mobility.students.returned} per cent have a recorded outcome. {fig:mobility.students.abroad} are abroad now.

        ## Academic exchange

        Every outward step passes a check and an approval before it leaves the school, and what was promised is kept as a dated obligation. {fig:exchange.experts.long-term|unit} work with the school for the long term, {fig:exchange.experts.adjunct-supervisors|unit} among them. {fig:exchange.trips.conference-this-year|unit} attended international conferences this year. {fig:exchange.lectures.foreign-this-year|unit} lectured here.

        ## International conferences

        The school held {fig:conferences.held-this-year|unit} this year, which brought together {fig:conferences.participants-this-year|unit} from {fig:conferences.participant-countries|unit}. Teachers, engineers and laboratory staff are encouraged to take part in exchanges abroad.

        ## Cooperation platform

        Under the programme for introducing talents of discipline, {fig:centres.programme.experts|unit} work regularly at the school's research centres, {fig:centres.programme.academicians|unit} among them.

        ## Joint research centres

        {fig:partners.agreements.joint-centre.active|unit} on joint research centres are in force. {fig:centres.joint.active|unit} with partners abroad are at work.
        """;

    public const string Chinese =
        """
        # 国际合作

        学院目前与{fig:partners.countries.active}个国家和地区的{fig:partners.partners.active}所合作院校与机构保持合作，有效协议{fig:partners.agreements.active}份。

        ## 研究生联合培养

        学院与海外高校和科研机构签有{fig:partners.agreements.student-exchange.active}份学生交换协议。合作院校包括{fig:partners.partners.active|list}。这些协议每年共提供派出与接收名额{fig:partners.places.offered-per-year}个。每年派出联合培养研究生{fig:mobility.students.sent|range}人。已归的{fig:mobility.students.returned}人中，{fig:mobility.students.sent-with-outcome|share:mobility.students.returned}%有成果记录。目前在外{fig:mobility.students.abroad}人。

        ## 学术交流

        每一项对外承诺在发出之前都经过核查与审批，承诺之事以到期事项逐项跟踪。学院聘有长期合作专家{fig:exchange.experts.long-term}人，其中外籍兼职博士生导师{fig:exchange.experts.adjunct-supervisors}人。本年度参加国际学术会议{fig:exchange.trips.conference-this-year}人次。来院讲学的境外学者{fig:exchange.lectures.foreign-this-year}人次。

        ## 举办国际会议

        本年度学院举办国际会议{fig:conferences.held-this-year}次，来自{fig:conferences.participant-countries}个国家和地区的专家学者{fig:conferences.participants-this-year}人参会。学院鼓励教师、工程技术与实验人员赴海外交流。

        ## 国际合作平台

        依托学科创新引智计划，{fig:centres.programme.experts}位专家定期在学院的研究中心工作，其中院士{fig:centres.programme.academicians}位。

        ## 国际联合研究中心

        共建联合研究中心的有效协议现有{fig:partners.agreements.joint-centre.active}份。学院与境外伙伴共建的{fig:centres.joint.active}个联合研究中心正在运行。
        """;
}
