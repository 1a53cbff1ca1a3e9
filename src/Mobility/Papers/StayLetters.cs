using Entente.Foundation.Data;
using Entente.Foundation.Documents;

namespace Entente.Mobility.Papers;

/// <summary>The templates about stays that come with the product: a guest's invitation, what a host is asked to write, the certificate of a stay abroad.</summary>
internal static class StayLetters
{
    public static IReadOnlyList<StartingTemplate> All { get; } =
    [
        new("CER", new("Certificate of a stay abroad", "出国（境）学习证明"), new(
            """
            <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
            <p class="right">{{ today }}</p>
            <h1>Certificate of a stay abroad</h1>
            <p>The {{ unit }} of {{ university }} certifies that {{ sent_student }} stayed at {{ partner }}, {{ partner_country }}, from {{ stayed_from }} to {{ stayed_until }}, {{ stayed_days }} days in all.</p>
            <table>
            <tr><th>Form</th><td>{{ stay_form }}</td></tr>
            {% if stay_level %}<tr><th>Level of study</th><td>{{ stay_level }}</td></tr>{% endif %}
            {% if stay_topic %}<tr><th>Topic</th><td>{{ stay_topic }}</td></tr>{% endif %}
            {% if home_supervisor %}<tr><th>Supervisor at home</th><td>{{ home_supervisor }}</td></tr>{% endif %}
            {% if host_supervisor %}<tr><th>Supervisor there</th><td>{{ host_supervisor }}</td></tr>{% endif %}
            </table>
            <div class="signature"><p>{{ sender }}</p><p class="small">International Office, {{ unit }}</p></div>
            """,
            """
            <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
            <h1>出国（境）学习证明</h1>
            <p>兹证明{{ sent_student }}自{{ stayed_from }}至{{ stayed_until }}在{{ partner_country }}{{ partner }}学习，共{{ stayed_days }}天。</p>
            <table>
            <tr><th>派出形式</th><td>{{ stay_form }}</td></tr>
            {% if stay_level %}<tr><th>学习层次</th><td>{{ stay_level }}</td></tr>{% endif %}
            {% if stay_topic %}<tr><th>研究内容</th><td>{{ stay_topic }}</td></tr>{% endif %}
            {% if home_supervisor %}<tr><th>校内导师</th><td>{{ home_supervisor }}</td></tr>{% endif %}
            {% if host_supervisor %}<tr><th>外方导师</th><td>{{ host_supervisor }}</td></tr>{% endif %}
            </table>
            <p>特此证明。</p>
            <div class="signature"><p class="right">{{ unit }}国际合作办公室</p><p class="right">经办人：{{ sender }}</p><p class="right">{{ today }}</p></div>
            """)),
        new("INV", new("Invitation of a guest", "来访邀请函"), new(
            """
            <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
            <p class="right">{{ today }}</p>
            <h1>Letter of invitation</h1>
            <p>Dear {{ guest }},</p>
            <p>The {{ unit }} of {{ university }} has the pleasure of inviting you to study and do research with us from {{ stay_from }} to {{ stay_until }}.</p>
            <table>
            <tr><th>Guest</th><td>{{ guest }}, {{ partner }}, {{ partner_country }}</td></tr>
            <tr><th>Form</th><td>{{ stay_form }}</td></tr>
            {% if stay_level %}<tr><th>Level of study</th><td>{{ stay_level }}</td></tr>{% endif %}
            <tr><th>First and last day</th><td>{{ stay_from }} – {{ stay_until }}, {{ stay_days }} days</td></tr>
            {% if stay_topic %}<tr><th>Field</th><td>{{ stay_topic }}</td></tr>{% endif %}
            {% if host_supervisor %}<tr><th>Supervisor here</th><td>{{ host_supervisor }}</td></tr>{% endif %}
            </table>
            <p>This letter may be shown when applying for a visa.</p>
            <div class="signature"><p>{{ sender }}</p><p class="small">International Office, {{ unit }}</p></div>
            """,
            """
            <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
            <h1>邀请函</h1>
            <p>{{ guest }}：</p>
            <p>{{ university }}{{ unit }}诚邀您于{{ stay_from }}至{{ stay_until }}来校学习和开展研究。</p>
            <table>
            <tr><th>受邀人</th><td>{{ guest }}（{{ partner_country }}{{ partner }}）</td></tr>
            <tr><th>来访形式</th><td>{{ stay_form }}</td></tr>
            {% if stay_level %}<tr><th>学习层次</th><td>{{ stay_level }}</td></tr>{% endif %}
            <tr><th>起止日期</th><td>{{ stay_from }}至{{ stay_until }}，共{{ stay_days }}天</td></tr>
            {% if stay_topic %}<tr><th>研究内容</th><td>{{ stay_topic }}</td></tr>{% endif %}
            {% if host_supervisor %}<tr><th>我方导师</th><td>{{ host_supervisor }}</td></tr>{% endif %}
            </table>
            <p>本函可用于办理签证。</p>
            <div class="signature"><p class="right">{{ unit }}国际合作办公室</p><p class="right">经办人：{{ sender }}</p><p class="right">{{ today }}</p></div>
            """))
        { IsOutward = true },
        new("REQ", new("Request to a host for a letter of invitation", "请外方出具邀请信函"), new(
            """
            <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
            <p class="right">{{ today }}</p>
            <h1>Request for a letter of invitation</h1>
            <p>{{ partner }}, {{ partner_country }}</p>
            <p>Our student {{ sent_student }} is going to stay with you. For the visa and the scholarship we ask you for a letter of invitation on your letterhead that names the following.</p>
            <table>
            <tr><th>Person</th><td>{{ sent_student }}</td></tr>
            <tr><th>Status</th><td>{{ stay_form }}</td></tr>
            {% if stay_level %}<tr><th>Level of study</th><td>{{ stay_level }}</td></tr>{% endif %}
            <tr><th>First and last day</th><td>{{ stay_from }} – {{ stay_until }}</td></tr>
            {% if host_supervisor %}<tr><th>Your supervisor</th><td>{{ host_supervisor }}</td></tr>{% endif %}
            {% if stay_topic %}<tr><th>Field</th><td>{{ stay_topic }}</td></tr>{% endif %}
            {% if home_supervisor %}<tr><th>Our supervisor</th><td>{{ home_supervisor }}</td></tr>{% endif %}
            <tr><th>Fees</th><td>tuition and bench fees, or that none are asked for</td></tr>
            <tr><th>Signature</th><td>of the supervisor or of your international office</td></tr>
            </table>
            <p>With kind regards</p>
            <div class="signature"><p>{{ sender }}</p><p class="small">International Office, {{ unit }}</p></div>
            """,
            """
            <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
            <h1>关于出具邀请信的函</h1>
            <p>{{ partner }}（{{ partner_country }}）：</p>
            <p>我院学生{{ sent_student }}将赴贵校学习。为办理签证和申请资助，烦出具贵校信笺邀请信一份，并载明下列事项。</p>
            <table>
            <tr><th>姓名</th><td>{{ sent_student }}</td></tr>
            <tr><th>身份</th><td>{{ stay_form }}</td></tr>
            {% if stay_level %}<tr><th>学习层次</th><td>{{ stay_level }}</td></tr>{% endif %}
            <tr><th>起止日期</th><td>{{ stay_from }}至{{ stay_until }}</td></tr>
            {% if host_supervisor %}<tr><th>贵方导师</th><td>{{ host_supervisor }}</td></tr>{% endif %}
            {% if stay_topic %}<tr><th>研究内容</th><td>{{ stay_topic }}</td></tr>{% endif %}
            {% if home_supervisor %}<tr><th>我方导师</th><td>{{ home_supervisor }}</td></tr>{% endif %}
            <tr><th>费用</th><td>学费、实验费，或注明不收取</td></tr>
            <tr><th>签字</th><td>导师或国际合作部门</td></tr>
            </table>
            <div class="signature"><p class="right">{{ unit }}国际合作办公室</p><p class="right">经办人：{{ sender }}</p><p class="right">{{ today }}</p></div>
            """)),
    ];
}
