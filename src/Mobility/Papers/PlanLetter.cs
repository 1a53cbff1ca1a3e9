using Entente.Foundation.Data;
using Entente.Foundation.Documents;

namespace Entente.Mobility.Papers;

/// <summary>The template of a study plan that comes with the product: courses, research, the three agreements and the hash they were given on.</summary>
internal static class PlanLetter
{
    public static StartingTemplate Start { get; } = new("PLAN", new("Study plan", "学习计划"), new(
        """
        <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
        <h1>Study plan</h1>
        <table>
        <tr><th>Student</th><td>{{ student }}</td></tr>
        <tr><th>Host</th><td>{{ partner }}, {{ partner_country }}</td></tr>
        <tr><th>Form</th><td>{{ stay_form }}</td></tr>
        <tr><th>First and last day</th><td>{{ stay_from }} – {{ stay_until }}</td></tr>
        {% if home_supervisor %}<tr><th>Supervisor at home</th><td>{{ home_supervisor }}</td></tr>{% endif %}
        {% if host_supervisor %}<tr><th>Supervisor at the host</th><td>{{ host_supervisor }}</td></tr>{% endif %}
        </table>
        {% if plan_courses %}<h2>Courses: {{ plan_courses }}, {{ plan_credits }} credits of the host</h2>{% endif %}
        <table>
        <tr><th>Code</th><th>Course</th><th>Credits</th><th>Stands at home for</th></tr>
        <tr><td>{{ course_code }}</td><td>{{ course_title }}</td><td>{{ course_credits }}</td><td>{{ course_for }}</td></tr>
        </table>
        {% if plan_research %}<h2>Research</h2>{% endif %}
        <p>{{ research_paragraph }}</p>
        <h2>Agreed</h2>
        <table>
        <tr><th>The student</th><td>{{ agreed_student }}, {{ agreed_student_on }}</td></tr>
        <tr><th>The supervisor at home</th><td>{{ agreed_home }}, {{ agreed_home_on }}</td></tr>
        <tr><th>The supervisor at the host</th><td>{{ agreed_host }}, {{ agreed_host_on }}</td></tr>
        </table>
        <p class="small">All three agreed to exactly these words, version {{ plan_number }}, SHA-256 {{ plan_hash }}.</p>
        """,
        """
        <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
        <h1>学习计划</h1>
        <table>
        <tr><th>学生</th><td>{{ student }}</td></tr>
        <tr><th>外方院校</th><td>{{ partner }}（{{ partner_country }}）</td></tr>
        <tr><th>派出形式</th><td>{{ stay_form }}</td></tr>
        <tr><th>起止日期</th><td>{{ stay_from }}至{{ stay_until }}</td></tr>
        {% if home_supervisor %}<tr><th>校内导师</th><td>{{ home_supervisor }}</td></tr>{% endif %}
        {% if host_supervisor %}<tr><th>外方导师</th><td>{{ host_supervisor }}</td></tr>{% endif %}
        </table>
        {% if plan_courses %}<h2>课程：{{ plan_courses }}门，外方学分共{{ plan_credits }}</h2>{% endif %}
        <table>
        <tr><th>课程代码</th><th>课程</th><th>学分</th><th>对应校内课程</th></tr>
        <tr><td>{{ course_code }}</td><td>{{ course_title }}</td><td>{{ course_credits }}</td><td>{{ course_for }}</td></tr>
        </table>
        {% if plan_research %}<h2>研究计划</h2>{% endif %}
        <p>{{ research_paragraph }}</p>
        <h2>确认</h2>
        <table>
        <tr><th>学生</th><td>{{ agreed_student }}，{{ agreed_student_on }}</td></tr>
        <tr><th>校内导师</th><td>{{ agreed_home }}，{{ agreed_home_on }}</td></tr>
        <tr><th>外方导师</th><td>{{ agreed_host }}，{{ agreed_host_on }}</td></tr>
        </table>
        <p class="small">三方确认的内容为第{{ plan_number }}版，SHA-256：{{ plan_hash }}。</p>
        """));
}
