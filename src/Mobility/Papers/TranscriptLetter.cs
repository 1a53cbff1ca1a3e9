using Entente.Foundation.Data;
using Entente.Foundation.Documents;

namespace Entente.Mobility.Papers;

/// <summary>The transcript of a guest that comes with the product.</summary>
internal static class TranscriptLetter
{
    public static StartingTemplate Template { get; } = new("TRS", new("Transcript of records", "成绩单"), new(
        """
        <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
        <p class="right">{{ today }}</p>
        <h1>Transcript of records</h1>
        <table>
        <tr><th>Student</th><td>{{ guest }}</td></tr>
        <tr><th>Home institution</th><td>{{ partner }}, {{ partner_country }}</td></tr>
        <tr><th>Here from</th><td>{{ stay_from }} to {{ stay_until }}</td></tr>
        {% if host_supervisor %}<tr><th>Supervisor here</th><td>{{ host_supervisor }}</td></tr>{% endif %}
        </table>
        <table>
        <tr><th>Course</th><th>Code</th><th>Credits</th><th>Grade</th></tr>
        <tr><td>{{ course_title }}</td><td>{{ course_code }}</td><td>{{ course_credits }}</td><td>{{ course_grade }}</td></tr>
        </table>
        <p>Credits in all: {{ credits_total }}</p>
        <div class="signature"><p>{{ sender }}</p><p class="small">International Office, {{ unit }}</p></div>
        """,
        """
        <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
        <h1>成绩单</h1>
        <table>
        <tr><th>学生</th><td>{{ guest }}</td></tr>
        <tr><th>派出学校</th><td>{{ partner_country }}{{ partner }}</td></tr>
        <tr><th>在校时间</th><td>{{ stay_from }}至{{ stay_until }}</td></tr>
        {% if host_supervisor %}<tr><th>校内导师</th><td>{{ host_supervisor }}</td></tr>{% endif %}
        </table>
        <table>
        <tr><th>课程</th><th>课程代码</th><th>学分</th><th>成绩</th></tr>
        <tr><td>{{ course_title }}</td><td>{{ course_code }}</td><td>{{ course_credits }}</td><td>{{ course_grade }}</td></tr>
        </table>
        <p>学分合计：{{ credits_total }}</p>
        <div class="signature"><p class="right">{{ unit }}国际合作办公室</p><p class="right">经办人：{{ sender }}</p><p class="right">{{ today }}</p></div>
        """));
}
