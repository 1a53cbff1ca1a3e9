using Entente.Foundation.Ids;
using Entente.Foundation.Questions;
using Entente.Foundation.Texts;
using static Entente.Foundation.Tests.Questions.Asking;

namespace Entente.Foundation.Tests.Questions;

/// <summary>The limits of every kind of question.</summary>
public sealed class AnswerChecksTests
{
    [Fact]
    public void A_text_has_its_most_characters_and_words()
    {
        var question = Ask("q1", QuestionKind.Lines) with { Longest = 12, MostWords = 3 };
        Assert.Equal([], WrongIn(question, Text("one two thre")));
        Assert.Equal(["form.too-long"], WrongIn(question, Text("one two three")));
        Assert.Equal(["questions.wrong.words"], WrongIn(question, Text("a b c d")));
        Assert.Equal(["questions.wrong.words"], WrongIn(question, Text("水环境a b")));
        Assert.Equal((4, 2, 3, 0), (AnswerChecks.WordsOf("水环境 lake"), AnswerChecks.WordsOf("don't well-known"), AnswerChecks.WordsOf("中、日、韩"), AnswerChecks.WordsOf(" — … ")));
        Assert.Equal([], WrongIn(Ask("q1", QuestionKind.Text) with { Longest = 2 }, Text("𠮷野")));
    }

    [Theory]
    [InlineData("3", null)]
    [InlineData("３．５", null)]
    [InlineData("+10", null)]
    [InlineData("10.01", "questions.wrong.between")]
    [InlineData("-1", "questions.wrong.between")]
    [InlineData("3.25", "questions.wrong.decimals")]
    [InlineData("3,5", "questions.wrong.number")]
    [InlineData("1e3", "questions.wrong.number")]
    [InlineData("some", "questions.wrong.number")]
    public void A_number_has_its_bounds_and_decimals(string typed, string? wrong) =>
        Assert.Equal(wrong is null ? [] : [wrong], WrongIn(Ask("q1", QuestionKind.Number) with { Least = 0, Most = 10, Decimals = 1 }, Text(typed)));

    [Fact]
    public void A_day_and_a_period_have_their_first_and_last()
    {
        var day = Ask("q1", QuestionKind.Date) with { Earliest = new(2026, 3, 1), Latest = new(2026, 3, 31) };
        Assert.Equal([], WrongIn(day, Text("2026-03-31")));
        Assert.Equal(["questions.wrong.days"], WrongIn(day, Text("2026-04-01")));
        Assert.Equal(["form.date"], WrongIn(day, Text("31 March")));
        var period = day with { Kind = QuestionKind.Period };
        Assert.Equal([], WrongIn(period, new() { Text = "2026-03-02", Until = "2026-03-02" }));
        Assert.Equal(["questions.wrong.until"], WrongIn(period, new() { Text = "2026-03-02", Until = "2026-03-01" }));
        Assert.Equal(["form.date"], WrongIn(period, new() { Text = "2026-03-02" }));
    }

    [Fact]
    public void Choices_are_those_offered_and_as_many_as_asked()
    {
        var several = Ask("q1", QuestionKind.Choices) with { Options = [Option("o1"), Option("o2"), Option("o3")], FewestChosen = 2, MostChosen = 2 };
        Assert.Equal([], WrongIn(several, Chosen("o1", "o3")));
        Assert.Equal(["questions.wrong.chosen.few"], WrongIn(several, Chosen("o1")));
        Assert.Equal(["questions.wrong.chosen.many"], WrongIn(several, Chosen("o1", "o2", "o3")));
        Assert.Equal(["form.choice"], WrongIn(several, Chosen("o1", "other")));
        var one = Ask("q1", QuestionKind.Choice) with { Options = [Option("o1")], Other = true };
        Assert.Equal([], WrongIn(one, Chosen("other") with { Text = "A third" }));
        Assert.Equal(["questions.wrong.other"], WrongIn(one, Chosen("other")));
        Assert.Equal(["questions.wrong.other.unchosen"], WrongIn(one, Chosen("o1") with { Text = "A third" }));
        Assert.Equal(["questions.wrong.one"], WrongIn(one, Chosen("o1", "other") with { Text = "A third" }));
    }

    [Fact]
    public void Files_and_rows_are_counted_and_cells_are_held_against_their_column()
    {
        var file = new AnsweredFile(Id<Foundation.Files.FileCard>.New(), "plan.pdf", 10);
        Assert.Equal(["questions.wrong.files"], WrongIn(Ask("q1", QuestionKind.File), new() { Files = [file, file] }));
        var table = Ask("q1", QuestionKind.Table) with { FewestRows = 2, MostRows = 3, Columns = [Ask("q2", QuestionKind.Number, required: true), Ask("q3", QuestionKind.Text)] };
        Assert.Equal(["questions.wrong.rows.few"], WrongIn(table, AnswerValue.None));
        Assert.Equal(["q1.1.q2 questions.wrong.number"], WrongIn(Form(table), Said(("q1", Rows("1", "two")))));
        Assert.Equal(["q1 questions.wrong.rows.many"], WrongIn(Form(table), Said(("q1", Rows("1", "2", "3", "4")))));
        var untold = new AnswerValue { Rows = [new Dictionary<string, AnswerValue>(StringComparer.Ordinal) { ["q3"] = Text("only this") }, new Dictionary<string, AnswerValue>(StringComparer.Ordinal) { ["q2"] = Text("1") }] };
        Assert.Equal(["q1.0.q2 form.required"], WrongIn(Form(table), Said(("q1", untold))));
    }

    [Fact]
    public void A_statement_is_agreed_to_in_its_own_words_and_they_are_kept()
    {
        var question = Ask("q1", QuestionKind.Agreement, required: true) with { Statement = new("I agree to be quoted.", "同意引用。") };
        Assert.Equal(["questions.missing.agreement"], WrongIn(question, AnswerValue.None));
        var said = AnswerReading.Read(Sent(("q1", "true")), [question], AnswerContent.Empty, Language.Chinese);
        Assert.Equal(("同意引用。", "zh-Hans"), (said.Of("q1").Statement, said.Of("q1").Text));
        Assert.Equal([], WrongIn(Form(question), said));

        // Shown again in another language, the box still ticked: the words agreed to stay; other words must be agreed to anew.
        Assert.Equal(said.ToJson(), AnswerReading.Read(Sent(("q1", "true")), [question], said, Language.English).ToJson());
        Assert.Equal(["questions.wrong.statement"], WrongIn(question with { Statement = new("I agree to be named.", "同意署名。") }, said.Of("q1")));
    }

    [Fact]
    public void What_is_required_is_missed_in_the_words_of_its_kind() => Assert.Equal(
        ["form.required", "form.required", "form.required", "form.required", "form.required", "questions.missing.choice", "questions.missing.choice", "questions.missing.file", "questions.missing.rows", "questions.missing.agreement"],
        Enum.GetValues<QuestionKind>().Select(k => Assert.Single(WrongIn(Ask("q1", k, required: true), AnswerValue.None))));

    [Fact]
    public void What_is_submitted_is_written_in_one_way_and_reads_back_the_same()
    {
        var form = Form(Ask("q1", QuestionKind.Number) with { Decimals = 2 }, Ask("q2", QuestionKind.Table) with { Columns = [Ask("q3", QuestionKind.Number)] });
        var said = Said(("q1", Text(" ０3.50 ")), ("q2", new() { Rows = [new Dictionary<string, AnswerValue>(StringComparer.Ordinal) { ["q3"] = Text("007") }] }), ("q9", Text("nobody asked")));
        var settled = AnswerChecks.Settled(form, said);
        Assert.Equal("""{"q1":{"Text":"3.5"},"q2":{"Text":"","Rows":[{"q3":{"Text":"7"}}]}}""", settled.ToJson());
        Assert.Equal(settled.ToJson(), AnswerContent.FromJson(settled.ToJson()).ToJson());
    }

    private static AnswerValue Rows(params string[] numbers) =>
        new() { Rows = [.. numbers.Select(n => (IReadOnlyDictionary<string, AnswerValue>)new Dictionary<string, AnswerValue>(StringComparer.Ordinal) { ["q2"] = Text(n) })] };
}
