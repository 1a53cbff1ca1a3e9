using System.Globalization;

namespace Entente.Foundation.Questions;

/// <summary>Which questions are asked, given the answers. Questions are looked at in order, and each depends on earlier ones only, so there is one result.</summary>
public static class Conditions
{
    /// <summary>The keys of the questions that are asked.</summary>
    public static IReadOnlySet<string> Asked(FormContent content, AnswerContent answers)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var before = new Dictionary<string, Question>(StringComparer.Ordinal);
        foreach (var question in content.Questions)
        {
            if (question.When is not { } when || (asked.Contains(when.On) && Holds(when, before[when.On], answers.Of(when.On)))) asked.Add(question.Id);
            before[question.Id] = question;
        }

        return asked;
    }

    /// <summary>The answers without those to questions that are not asked, and without those to questions the form does not have.</summary>
    public static AnswerContent Kept(FormContent content, AnswerContent answers)
    {
        var asked = Asked(content, answers);
        return answers.Only(asked.Contains);
    }

    /// <summary>Whether a condition holds of an answer to the question it depends on.</summary>
    public static bool Holds(Condition condition, Question on, AnswerValue answer) => condition.Kind switch
    {
        ConditionKind.Given => answer.IsGiven,
        ConditionKind.Missing => !answer.IsGiven,
        ConditionKind.Is => answer.IsGiven && Equals(on, answer, condition.Value),
        ConditionKind.IsNot => answer.IsGiven && !Equals(on, answer, condition.Value),
        _ => on.Kind is QuestionKind.Choice or QuestionKind.Choices
            ? answer.Chosen?.Contains(condition.Value, StringComparer.Ordinal) == true
            : condition.Value.Length > 0 && answer.Text.Contains(condition.Value, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>What can be asked of the answers to a kind of question.</summary>
    public static IReadOnlyList<ConditionKind> For(QuestionKind kind) => kind switch
    {
        QuestionKind.File or QuestionKind.Table or QuestionKind.Agreement or QuestionKind.Period => [ConditionKind.Given, ConditionKind.Missing],
        QuestionKind.Choice or QuestionKind.Number or QuestionKind.Date => [ConditionKind.Is, ConditionKind.IsNot, ConditionKind.Given, ConditionKind.Missing],
        QuestionKind.Choices => [ConditionKind.Contains, ConditionKind.Is, ConditionKind.IsNot, ConditionKind.Given, ConditionKind.Missing],
        _ => [ConditionKind.Is, ConditionKind.IsNot, ConditionKind.Contains, ConditionKind.Given, ConditionKind.Missing],
    };

    private static bool Equals(Question on, AnswerValue answer, string value) => on.Kind switch
    {
        QuestionKind.Choice or QuestionKind.Choices => answer.Chosen is [var only] && only == value,
        QuestionKind.Number => AnswerChecks.NumberOf(answer.Text) is { } number && AnswerChecks.NumberOf(value) == number,
        _ => string.Equals(answer.Text.Trim(), value.Trim(), StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>A number as it stands in a condition.</summary>
    internal static string Written(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
