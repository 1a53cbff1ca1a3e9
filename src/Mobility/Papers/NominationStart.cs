using Entente.Foundation.Data;
using Entente.Foundation.Documents;

namespace Entente.Mobility.Papers;

/// <summary>The template of a nomination to the partner that comes with the product; it commits the school, so it goes through the gate of nominations.</summary>
internal static class NominationStart
{
    public static StartingTemplate Template { get; } = new("NOM", new("Nomination to the partner", "推荐函"), new(
        """
        <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
        <p class="right">{{ today }}</p>
        <h1>Nomination</h1>
        <p>{{ partner }}, {{ partner_country }}</p>
        <p>The {{ unit }} of {{ university }} nominates the following student for a stay with you under our agreement.</p>
        <table>
        <tr><th>Student</th><td>{{ student }}</td></tr>
        <tr><th>Call</th><td>{{ call }}</td></tr>
        <tr><th>First and last day</th><td>{{ stay_from }} – {{ stay_until }}</td></tr>
        </table>
        <p>We ask you to tell us whether {{ student }} can be admitted, and what you need from us. The student was chosen in our own procedure and took the place.</p>
        <p>With kind regards</p>
        <div class="signature"><p>{{ sender }}</p><p class="small">International Office, {{ unit }}</p></div>
        """,
        """
        <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
        <h1>推荐函</h1>
        <p>{{ partner }}（{{ partner_country }}）：</p>
        <p>根据双方协议，{{ university }}{{ unit }}推荐下列学生赴贵校学习。</p>
        <table>
        <tr><th>学生</th><td>{{ student }}</td></tr>
        <tr><th>派出项目</th><td>{{ call }}</td></tr>
        <tr><th>起止日期</th><td>{{ stay_from }}至{{ stay_until }}</td></tr>
        </table>
        <p>该生经我院选拔并已确认接受名额。望贵校告知能否录取{{ student }}及所需材料。</p>
        <div class="signature"><p class="right">{{ unit }}国际合作办公室</p><p class="right">经办人：{{ sender }}</p><p class="right">{{ today }}</p></div>
        """))
    { IsOutward = true };
}
