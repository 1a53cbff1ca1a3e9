using Entente.Foundation.Data;
using Entente.Foundation.Texts;

namespace Entente.Foundation.Questions;

/// <summary>What keeps a form from being published.</summary>
/// <param name="Id">The section, question or column; empty for the form as a whole.</param>
/// <param name="TextKey">The key of the sentence.</param>
/// <param name="Args">What fills its places.</param>
public sealed record FormProblem(string Id, string TextKey, params object?[] Args);

/// <summary>Holds a form against what a published one must be: complete in every language, within its limits, conditions on earlier questions only.</summary>
public static class FormChecks
{
    /// <summary>Every problem, in the order of the form.</summary>
    public static IReadOnlyList<FormProblem> Of(FormContent content)
    {
        var problems = new List<FormProblem>();
        var all = content.Questions.SelectMany(q => q.Columns.Prepend(q)).ToList();
        if (all.Count == 0) problems.Add(new("", "questions.problem.none"));
        if (all.Count > FormLimits.Questions || content.Sections.Count > FormLimits.Sections) problems.Add(new("", "questions.problem.many", FormLimits.Sections, FormLimits.Questions));
        var before = new List<Question>();
        foreach (var section in content.Sections)
        {
            if (content.Sections.Count > 1 || !IsEmpty(section.Title)) Complete(section.Title, section.Id, "questions.problem.title", problems);
            if (section.Questions.Count == 0) problems.Add(new(section.Id, "questions.problem.section"));
            Both(section.Help, section.Id, problems);
            foreach (var question in section.Questions)
            {
                Check(question, problems);
                if (question.When is { } when && ConditionProblem(when, before) is { } key) problems.Add(new(question.Id, key));
                before.Add(question);
            }
        }

        return problems;
    }

    /// <summary>What is wrong with a condition, given the questions that stand before; none: nothing.</summary>
    public static string? ConditionProblem(Condition condition, IEnumerable<Question> before)
    {
        if (before.FirstOrDefault(q => q.Id == condition.On) is not { } on) return "questions.problem.when.later";
        if (!Conditions.For(on.Kind).Contains(condition.Kind)) return "questions.problem.when.kind";
        if (condition.Kind is ConditionKind.Given or ConditionKind.Missing) return null;
        return on.Kind switch
        {
            QuestionKind.Choice or QuestionKind.Choices => on.Options.Any(o => o.Id == condition.Value) || (on.Other && condition.Value == AnswerValue.Other) ? null : "questions.problem.when.option",
            QuestionKind.Number => AnswerChecks.NumberOf(condition.Value) is null ? "questions.problem.when.number" : null,
            QuestionKind.Date => AnswerChecks.DayOf(condition.Value) is null ? "questions.problem.when.day" : null,
            _ => condition.Value.Trim().Length == 0 ? "questions.problem.when.text" : null,
        };
    }

    private static void Check(Question question, List<FormProblem> problems)
    {
        Complete(question.Label, question.Id, "questions.problem.label", problems);
        Both(question.Help, question.Id, problems);
        switch (question.Kind)
        {
            case QuestionKind.Choice or QuestionKind.Choices:
                if (question.Options.Count + (question.Other ? 1 : 0) < 2) problems.Add(new(question.Id, "questions.problem.options"));
                foreach (var option in question.Options) Complete(option.Text, question.Id, "questions.problem.option", problems);
                break;
            case QuestionKind.Table:
                if (question.Columns.Count == 0) problems.Add(new(question.Id, "questions.problem.columns"));
                foreach (var column in question.Columns) Check(column, problems);
                break;
            case QuestionKind.Agreement:
                Complete(question.Statement, question.Id, "questions.problem.statement", problems);
                break;
        }
    }

    private static void Complete(LocalizedText text, string id, string key, List<FormProblem> problems)
    {
        foreach (var language in Language.All.Where(l => text.Exactly(l.Tag).Length == 0)) problems.Add(new(id, key, language.Name));
    }

    // Help may be left away, but then in every language.
    private static void Both(LocalizedText text, string id, List<FormProblem> problems)
    {
        if (!IsEmpty(text)) Complete(text, id, "questions.problem.help", problems);
    }

    private static bool IsEmpty(LocalizedText text) => text.Texts.Values.All(v => v.Length == 0);
}
