using Entente.Foundation.Data;
using Entente.Foundation.Documents;

namespace Entente.Mobility.Papers;

/// <summary>The letter of admission that comes with the product; issued with the admission where one wants.</summary>
internal static class AdmissionLetter
{
    /// <summary>The letters in its numbers; admission proposes the template that has them.</summary>
    public const string Code = "ADM";

    public static StartingTemplate Template { get; } = new(Code, new("Letter of admission", "录取通知书"), new(
        """
        <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
        <p class="right">{{ today }}</p>
        <h1>Letter of admission</h1>
        <p>Dear {{ guest }},</p>
        <p>On the nomination of {{ partner }}, the {{ unit }} of {{ university }} admits you as a visiting student from {{ stay_from }} to {{ stay_until }}.</p>
        <table>
        <tr><th>Form</th><td>{{ stay_form }}</td></tr>
        {% if stay_level %}<tr><th>Level of study</th><td>{{ stay_level }}</td></tr>{% endif %}
        {% if stay_topic %}<tr><th>Topic</th><td>{{ stay_topic }}</td></tr>{% endif %}
        {% if host_supervisor %}<tr><th>Supervisor here</th><td>{{ host_supervisor }}</td></tr>{% endif %}
        </table>
        <div class="signature"><p>{{ sender }}</p><p class="small">International Office, {{ unit }}</p></div>
        """,
        """
        <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
        <h1>录取通知书</h1>
        <p>{{ guest }}：</p>
        <p>经{{ partner }}推荐，{{ university }}{{ unit }}决定录取您为来访学生，来访时间为{{ stay_from }}至{{ stay_until }}。</p>
        <table>
        <tr><th>来访形式</th><td>{{ stay_form }}</td></tr>
        {% if stay_level %}<tr><th>培养层次</th><td>{{ stay_level }}</td></tr>{% endif %}
        {% if stay_topic %}<tr><th>研究内容</th><td>{{ stay_topic }}</td></tr>{% endif %}
        {% if host_supervisor %}<tr><th>校内导师</th><td>{{ host_supervisor }}</td></tr>{% endif %}
        </table>
        <div class="signature"><p class="right">{{ unit }}国际合作办公室</p><p class="right">经办人：{{ sender }}</p><p class="right">{{ today }}</p></div>
        """));
}
