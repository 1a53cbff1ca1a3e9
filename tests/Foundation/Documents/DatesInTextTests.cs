using Entente.Foundation.Documents;

namespace Entente.Foundation.Tests.Documents;

public sealed class DatesInTextTests
{
    [Theory]
    [InlineData("on 12 March 2026.", "12 March 2026", "2026-03-12")]
    [InlineData("on the 1st of Sept. 2026,", "1st of Sept. 2026", "2026-09-01")]
    [InlineData("Mar 3, 2026", "Mar 3, 2026", "2026-03-03")]
    [InlineData("于2026年3月12日签署", "2026年3月12日", "2026-03-12")]
    [InlineData("2026 年 3 月 12 号", "2026 年 3 月 12 号", "2026-03-12")]
    [InlineData("(2026-03-12)", "2026-03-12", "2026-03-12")]
    [InlineData("2026.3.12", "2026.3.12", "2026-03-12")]
    [InlineData("until 3/4/2026", "3/4/2026", "2026-04-03 2026-03-04")]
    [InlineData("31 Feb 2026", "31 Feb 2026", "")]
    public void A_date_is_found_however_it_is_written(string text, string written, string days)
    {
        var found = Assert.Single(DatesInText.In(text));
        Assert.Equal((written, days), (found.Written, string.Join(' ', found.Days.Select(d => d.ToString("O", System.Globalization.CultureInfo.InvariantCulture)))));
    }

    [Theory]
    [InlineData("March 2026")]
    [InlineData("No. 2026/LET/0012")]
    [InlineData("SOE-2026-07")]
    [InlineData("tel. 010-62-780000")]
    [InlineData("version 1.2.3")]
    [InlineData("2026年3月")]
    public void What_is_no_whole_date_is_left_alone(string text) => Assert.Empty(DatesInText.In(text));
}
