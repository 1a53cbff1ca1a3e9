using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using NodaTime;

namespace Entente.Mobility.Incoming;

/// <summary>An application as a nominated student wrote it: a draft may leave anything open, what is sent in may not.</summary>
internal sealed record ApplicationFields(PersonNameParts Name, string Motivation, StudyPlanContent Plan, string Supervisor, string Language, int? LanguageLevel, string Evidence, string EmergencyName, string EmergencyPhone, string Signed)
{
    public static ApplicationFields Read(FormReader sent, bool isFinal)
    {
        var name = NomineeFields.ReadName(sent);
        var motivation = sent.Text("motivation", IncomingApplication.LongestMotivation, required: isFinal).ReplaceLineEndings("\n");
        var plan = ReadPlan(sent);
        if (isFinal && plan.Courses.Count == 0 && plan.Research.Length == 0) sent.Refuse("research", "plans.wrong.empty");
        var language = sent.Text("language", 20);
        if (language.Length > 0 && !CallNeeds.Languages.Contains(language, StringComparer.Ordinal) && language != "zh") sent.Refuse("language", "form.choice");
        var level = sent.Number("language-level", 1, 6);
        if (language.Length == 0 != level is null) sent.Refuse("language", "calls.wrong.language");
        return new(
            name, motivation, plan, sent.Text("supervisor", 160), language, level, sent.Text("evidence", IncomingApplication.LongestEvidence),
            sent.Text("emergency-name", StayContact.LongestName, required: isFinal), KeepContact.Phone(sent, "emergency-phone", isFinal), isFinal ? sent.Text("signed", 160, required: true) : "");
    }

    public void Put(IncomingStudent student, IncomingApplication application, string language, Instant now)
    {
        (student.Family, student.Given, student.Native, student.Language) = (Name.Family, Name.Given, Name.Native ?? "", language);
        (application.Motivation, application.Plan, application.Supervisor, application.SavedAt) = (Motivation, Plan.ToJson(), Supervisor, now);
        (application.Language, application.LanguageLevel, application.LanguageEvidence) = (Language, LanguageLevel, Evidence);
        (application.EmergencyName, application.EmergencyPhone, application.SignedName) = (EmergencyName, EmergencyPhone, Signed);
    }

    // Courses wished: how many credits they give here the student need not know.
    private static StudyPlanContent ReadPlan(FormReader sent)
    {
        var courses = new List<PlannedCourse>();
        for (var i = 0; i < StudyPlanContent.MostCourses; i++)
        {
            var (code, title, credits) = (sent.Text($"code-{i}", 40), sent.Text($"title-{i}", 200), PlanFields.Credits(sent, $"credits-{i}"));
            if (code.Length + title.Length == 0 && credits is null) continue;
            if (title.Length == 0) sent.Refuse($"title-{i}", "form.required");
            courses.Add(new(code, title, credits ?? 0, ""));
        }

        return new(courses, sent.Text("research", StudyPlanContent.LongestResearch).ReplaceLineEndings("\n"));
    }
}
