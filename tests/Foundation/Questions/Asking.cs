using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Entente.Foundation.Tests.Questions;

/// <summary>Writes questions and what was sent to them in a line each.</summary>
internal static class Asking
{
    public static Question Ask(string id, QuestionKind kind, bool required = false) => new() { Id = id, Kind = kind, Label = new("Question " + id, "题目" + id), Required = required };

    public static QuestionOption Option(string id) => new(id, new("Choice " + id, "选项" + id));

    public static FormContent Form(params Question[] questions) => new([new("s1", LocalizedText.Empty, LocalizedText.Empty, questions)]);

    public static AnswerContent Said(params (string Question, AnswerValue Value)[] values) => values.Aggregate(AnswerContent.Empty, (said, v) => said.With(v.Question, v.Value));

    public static AnswerValue Text(string text) => new() { Text = text };

    public static AnswerValue Chosen(params string[] options) => new() { Chosen = options };

    public static FormReader Sent(params (string Name, string Value)[] fields) => new(new FormCollection(fields.GroupBy(f => f.Name, f => f.Value, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => new StringValues([.. g]), StringComparer.Ordinal)));

    public static string[] WrongIn(FormContent form, AnswerContent said) => [.. AnswerChecks.Of(form, said).Select(e => e.Field + " " + e.TextKey)];

    public static string[] WrongIn(Question question, AnswerValue value) => [.. AnswerChecks.Of(Form(question), Said((question.Id, value))).Select(e => e.TextKey)];
}
