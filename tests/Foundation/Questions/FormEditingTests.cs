using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using static Entente.Foundation.Tests.Questions.Asking;

namespace Entente.Foundation.Tests.Questions;

/// <summary>Writing a form step by step, what a published one must be, what changes from one version to the next, and what is taken over.</summary>
public sealed class FormEditingTests
{
    private static FormEditing Two => new(
        new(
        [
            new("s1", new("One", "一"), LocalizedText.Empty, [Ask("q1", QuestionKind.Choice) with { Options = [Option("o1"), Option("o2")] }, Ask("q2", QuestionKind.Text)]),
            new("s2", new("Two", "二"), LocalizedText.Empty, [Ask("q3", QuestionKind.Table) with { Columns = [Ask("q4", QuestionKind.Text), Ask("q5", QuestionKind.Number)] }]),
        ]), 6);

    [Fact]
    public void Questions_move_within_and_between_sections_and_columns_within_their_table()
    {
        Assert.Equal("q2 q1|q3", Order(Two.Move("q2", up: true)));
        Assert.Equal("q1|q2 q3", Order(Two.Move("q2", up: false)));
        Assert.Equal("q1 q2 q3|", Order(Two.Move("q3", up: true)));
        Assert.Equal("q1 q2|q3", Order(Two.Move("q1", up: true)));
        Assert.Equal("q3|q1 q2", Order(Two.Move("s1", up: false)));
        Assert.Equal(["q5", "q4"], Two.Move("q5", up: true).Content.Find("q3")!.Columns.Select(c => c.Id));
    }

    [Fact]
    public void A_copy_has_keys_of_its_own_and_what_is_removed_gives_its_key_to_nobody()
    {
        var copied = Two.Copy("q3").Copy("q1");
        Assert.Equal("q1 q9 q2|q3 q6", Order(copied));
        Assert.Equal(["q7", "q8"], copied.Content.Find("q6")!.Columns.Select(c => c.Id));
        Assert.Equal(["o10", "o11"], copied.Content.Find("q9")!.Options.Select(o => o.Id));
        Assert.Equal(("q12", "q1 q9 q2|q3"), (copied.Remove("q6").NewId('q').Id, Order(copied.Remove("q6"))));
        Assert.Equal("q1 q2", Order(Two.Remove("s2")));
    }

    [Fact]
    public void A_form_is_published_only_when_it_is_complete_in_both_languages()
    {
        Assert.Equal([], FormChecks.Of(Two.Content));
        Assert.Equal(["questions.problem.none"], Keys(FormContent.Empty));
        Assert.Equal(["questions.problem.label"], Keys(Form(Ask("q1", QuestionKind.Text) with { Label = new("Only English", "") })));
        Assert.Equal(["questions.problem.help"], Keys(Form(Ask("q1", QuestionKind.Text) with { Help = new("", "只有中文") })));
        Assert.Equal(["questions.problem.options"], Keys(Form(Ask("q1", QuestionKind.Choice) with { Options = [Option("o1")] })));
        Assert.Equal(["questions.problem.columns"], Keys(Form(Ask("q1", QuestionKind.Table))));
        Assert.Equal(["questions.problem.statement", "questions.problem.statement"], Keys(Form(Ask("q1", QuestionKind.Agreement))));
        Assert.Equal(["questions.problem.when.later"], Keys(Two.Put(Ask("q2", QuestionKind.Text) with { When = new("q1", ConditionKind.Is, "o1") }, "").Move("q1", up: false).Content));
        Assert.Equal(["questions.problem.when.option"], Keys(Two.Put(Ask("q2", QuestionKind.Text) with { When = new("q1", ConditionKind.Is, "o7") }, "").Content));
    }

    [Fact]
    public void What_changes_between_versions_is_named_and_what_only_moved_is_not_shown_as_changed()
    {
        var after = Two.Put(Ask("q6", QuestionKind.Date), "s1").Put(Two.Content.Find("q5")! with { Most = 9 }, "").Move("q1", up: false).Remove("q2").Content;
        Assert.Equal(
            ["Added q6 ", "Changed q5 Most", "Removed q2 "],
            FormDiff.Between(Two.Content, after).Select(c => $"{c.Kind} {c.Question.Id} {string.Join(',', c.Facets)}"));
        Assert.Equal(["Moved q1"], FormDiff.Between(Two.Content, Two.Move("q1", up: false).Content).Select(c => $"{c.Kind} {c.Question.Id}"));
        Assert.Empty(FormDiff.Between(Two.Content, Two.Content));
        Assert.Equal("One", Assert.Single(FormDiff.Sections(Two.Content, Two.Remove("s1").Content)).Before!.Title.En);
    }

    [Fact]
    public void A_draft_is_taken_over_where_it_has_a_place_and_the_rest_is_kept_beside()
    {
        var later = Two.Put(Two.Content.Find("q1")! with { Options = [Option("o2")] }, "").Remove("q2").Remove("q4").Content;
        var row = new Dictionary<string, AnswerValue>(StringComparer.Ordinal) { ["q4"] = Text("word"), ["q5"] = Text("7") };
        var said = Said(("q1", Chosen("o1")), ("q2", Text("typed")), ("q3", new() { Rows = [row] }));
        var (carried, left) = CarryOver.To(later, said);
        Assert.Equal("""{"q3":{"Text":"","Rows":[{"q5":{"Text":"7"}}]}}""", carried.ToJson());
        Assert.Equal(["q1", "q2", "q3"], left.Values.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((said.ToJson(), "{}"), (CarryOver.To(Two.Content, said).Carried.ToJson(), CarryOver.To(Two.Content, said).LeftOver.ToJson()));
    }

    [Fact]
    public void A_form_reads_back_as_it_was_written() => Assert.Equal(Two.Content.ToJson(), FormContent.FromJson(Two.Content.ToJson()).ToJson());

    private static string Order(FormEditing editing) => string.Join('|', editing.Content.Sections.Select(s => string.Join(' ', s.Questions.Select(q => q.Id))));

    private static string[] Keys(FormContent content) => [.. FormChecks.Of(content).Select(p => p.TextKey)];
}
