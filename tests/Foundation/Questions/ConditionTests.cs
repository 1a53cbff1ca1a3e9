using CsCheck;
using Entente.Foundation.Questions;
using static Entente.Foundation.Tests.Questions.Asking;

namespace Entente.Foundation.Tests.Questions;

/// <summary>Laws of conditions: what is not asked is not kept, whatever is sent and however the questions depend on each other.</summary>
public sealed class ConditionTests
{
    private const int Most = 12;

    private static readonly Gen<FormContent> Forms = Gen.Int[1, Most].SelectMany(count => Gen.Select(Gen.Int[0, 99], Gen.Int[0, 4], Gen.Int[0, 9]).Array[count])
        .Select(spots => Form([.. spots.Select((spot, i) => QuestionAt(i, spot.Item1, (ConditionKind)spot.Item2, spot.Item3))]));

    private static readonly Gen<AnswerContent> Answers = Gen.Int[0, 4].Array[Most + 2].Select(given => given.Select((g, i) => (Id: "q" + i, Value: ValueAt(i, g)))
        .Aggregate(AnswerContent.Empty, (said, v) => said.With(v.Id, v.Value)));

    [Fact]
    public void Nothing_that_is_not_asked_is_kept_and_keeping_again_changes_nothing() => Gen.Select(Forms, Answers).Sample((form, said) =>
    {
        var settled = AnswerChecks.Settled(form, said);
        var asked = Conditions.Asked(form, settled);
        Assert.All(settled.Values.Keys, id => Assert.Contains(id, asked));
        Assert.Equal(asked, Conditions.Asked(form, said));
        Assert.Equal(settled.ToJson(), AnswerChecks.Settled(form, settled).ToJson());
    });

    [Fact]
    public void What_is_asked_depends_on_nothing_that_comes_later_or_is_not_asked() => Gen.Select(Forms, Answers, Answers).Sample((form, one, other) =>
    {
        var questions = form.Questions.ToList();
        for (var i = 0; i < questions.Count; i++)
        {
            // Up to the question as one says, from it on as the other does.
            var mixed = new AnswerContent(one.Values.Where(v => Place(v.Key) < i).Concat(other.Values.Where(v => Place(v.Key) >= i)).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal));
            Assert.Equal(Conditions.Asked(form, one).Contains("q" + i), Conditions.Asked(form, mixed).Contains("q" + i));
        }

        var asked = Conditions.Asked(form, one);
        Assert.All(questions.Where(q => asked.Contains(q.Id) && q.When is not null), q => Assert.Contains(q.When!.On, asked));
    });

    [Fact]
    public void Nothing_is_missing_or_wrong_of_what_is_not_asked() => Gen.Select(Forms, Answers).Sample((form, said) =>
    {
        var asked = Conditions.Asked(form, said);
        Assert.All(AnswerChecks.Of(form, said), e => Assert.Contains(e.Field.Split('.')[0], asked));
    });

    [Theory]
    [InlineData(ConditionKind.Given, "", true, false)]
    [InlineData(ConditionKind.Missing, "", false, true)]
    [InlineData(ConditionKind.Is, "o1", true, false)]
    [InlineData(ConditionKind.IsNot, "o1", false, false)]
    [InlineData(ConditionKind.IsNot, "o2", true, false)]
    [InlineData(ConditionKind.Contains, "o1", true, false)]
    public void A_condition_on_a_choice_holds_as_it_reads(ConditionKind kind, string value, bool whenFirst, bool whenNone)
    {
        var form = Form(Ask("q1", QuestionKind.Choice) with { Options = [Option("o1"), Option("o2")] }, Ask("q2", QuestionKind.Text) with { When = new("q1", kind, value) });
        Assert.Equal(whenFirst, Conditions.Asked(form, Said(("q1", Chosen("o1")))).Contains("q2"));
        Assert.Equal(whenNone, Conditions.Asked(form, AnswerContent.Empty).Contains("q2"));
    }

    [Fact]
    public void Numbers_compare_as_numbers_and_texts_without_their_case()
    {
        var number = Form(Ask("q1", QuestionKind.Number), Ask("q2", QuestionKind.Text) with { When = new("q1", ConditionKind.Is, "3") });
        Assert.Contains("q2", Conditions.Asked(number, Said(("q1", Text("3.00")))));
        Assert.DoesNotContain("q2", Conditions.Asked(number, Said(("q1", Text("three")))));
        var text = Form(Ask("q1", QuestionKind.Text), Ask("q2", QuestionKind.Text) with { When = new("q1", ConditionKind.Contains, "Lake") });
        Assert.Contains("q2", Conditions.Asked(text, Said(("q1", Text("the great lakes")))));
    }

    [Fact]
    public void A_condition_on_itself_on_a_later_question_or_on_none_is_a_problem_and_never_holds()
    {
        foreach (var on in new[] { "q1", "q2", "q9" })
        {
            var form = Form(Ask("q1", QuestionKind.Text) with { When = new(on, ConditionKind.Missing) }, Ask("q2", QuestionKind.Text));
            Assert.Equal("questions.problem.when.later", Assert.Single(FormChecks.Of(form)).TextKey);
            Assert.DoesNotContain("q1", Conditions.Asked(form, AnswerContent.Empty));
        }
    }

    private static int Place(string id) => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture);

    private static Question QuestionAt(int i, int on, ConditionKind kind, int value)
    {
        var question = (i % 3) switch
        {
            0 => Ask("q" + i, QuestionKind.Choice, required: i % 2 == 0) with { Options = [Option("o0"), Option("o1"), Option("o2")] },
            1 => Ask("q" + i, QuestionKind.Text),
            _ => Ask("q" + i, QuestionKind.Number, required: true) with { Most = 2 },
        };
        return i == 0 || on % 3 == 0 ? question : question with { When = new("q" + (on % i), kind, (on % i % 3 == 0 ? "o" : "") + (value % 3)) };
    }

    private static AnswerValue ValueAt(int i, int given) => given == 0 ? AnswerValue.None : i % 3 == 0 ? Chosen("o" + (given % 3)) : Text((given - 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
