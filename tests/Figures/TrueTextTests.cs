using CsCheck;
using Entente.Figures.PageTexts;

namespace Entente.Figures.Tests;

/// <summary>Only what can be counted is said.</summary>
public sealed class TrueTextTests
{
    private static readonly string[] Pieces =
        ["Known {fig:a}. ", "Unknown {fig:x}. ", "Plain words. ", "\n\n", "## Heading {fig:a}\n\n", "- item {fig:x}\n", "> quoted {fig:x}.\n\n"];

    [Theory]
    [InlineData("There are {fig:a}. And {fig:x}.", "There are {fig:a}. ", 1)]
    [InlineData("{fig:x} of {fig:a}.", "", 1)]
    [InlineData("Dr. Lin counts {fig:a}. Prof. Wu counts {fig:x}.", "Dr. Lin counts {fig:a}. ", 1)]
    [InlineData("现有{fig:a}份协议。来访{fig:x}人次。欢迎合作。", "现有{fig:a}份协议。欢迎合作。", 1)]
    [InlineData("## Lectures\n\n{fig:x} lectures.\n\n## Partners\n\n{fig:a} partners.", "## Partners\n\n{fig:a} partners.", 1)]
    [InlineData("- {fig:a} one\n- {fig:x} two", "- {fig:a} one", 1)]
    public void A_sentence_stands_only_while_everything_it_names_can_be_counted(string text, string expected, int leftOut)
    {
        var (kept, gone) = TrueText.Of(text, p => p.Figure == "a");
        Assert.Equal((expected.Trim(), leftOut), (kept.Trim(), gone.Count));
    }

    [Fact]
    public void Sentences_put_together_are_the_paragraph() => Gen.String[Gen.Char["ab .!?。！？{}:,A1\n"], 0, 60].Sample(text =>
        string.Concat(Sentences.Of(text)) == text);

    [Fact]
    public void What_remains_never_names_what_cannot_be_said() =>
        Gen.OneOf(Pieces.Select(p => Gen.Const(p)).ToArray()).Array[0, 12].Sample(pieces =>
                Placeholder.In(TrueText.Of(string.Concat(pieces), p => p.Figure == "a").Text).All(p => p.Figure == "a"));
}
