using CsCheck;
using Entente.Foundation.Tables;

namespace Entente.Foundation.Tests.Tables;

public sealed class DatesTests
{
    [Theory]
    [InlineData("2026-03-12")]
    [InlineData("2026/3/12")]
    [InlineData("2026.03.12")]
    [InlineData("12.03.2026")]
    [InlineData("12. 3. 2026")]
    [InlineData("12 Mar 2026")]
    [InlineData("12 March 2026")]
    [InlineData("12th March, 2026")]
    [InlineData("12-MAR-2026")]
    [InlineData("March 12, 2026")]
    [InlineData("Mar. 12 2026")]
    [InlineData("2026年3月12日")]
    [InlineData("2026 年 03 月 12 日")]
    [InlineData("２０２６年３月１２日")]
    [InlineData("2026年3月12")]
    [InlineData(" 20260312 ")]
    [InlineData("46093")]
    [InlineData("13/12/2025", 2025, 12, 13)]
    [InlineData("12/13/2025", 2025, 12, 13)]
    [InlineData("3/3/2026", 2026, 3, 3)]
    public void Dates_are_read_as_people_write_them(string text, int year = 2026, int month = 3, int day = 12) =>
        Assert.Equal(new DateReading(DateProblem.None, new DateOnly(year, month, day), Time: null), Dates.Read(text));

    [Theory]
    [InlineData("2026-03-12T09:30")]
    [InlineData("2026-03-12 9:30:00")]
    [InlineData("2026年3月12日9:30")]
    [InlineData("46093.3958333333")]
    public void A_time_of_day_is_kept(string text) =>
        Assert.Equal(new DateReading(DateProblem.None, new DateOnly(2026, 3, 12), new TimeOnly(9, 30)), Dates.Read(text));

    [Theory]
    [InlineData("03/04/2026", DateProblem.Ambiguous, TableCodes.DateAmbiguous)]
    [InlineData("2026-02-30", DateProblem.ImpossibleDay, TableCodes.DateImpossible)]
    [InlineData("31.04.2026", DateProblem.ImpossibleDay, TableCodes.DateImpossible)]
    [InlineData("13/13/2026", DateProblem.ImpossibleDay, TableCodes.DateImpossible)]
    [InlineData("12/03/26", DateProblem.ShortYear, TableCodes.DateShortYear)]
    [InlineData("12 Mar 26", DateProblem.ShortYear, TableCodes.DateShortYear)]
    [InlineData("2026年3月", DateProblem.Incomplete, TableCodes.DateIncomplete)]
    [InlineData("March 2026", DateProblem.Incomplete, TableCodes.DateIncomplete)]
    [InlineData("2026", DateProblem.Incomplete, TableCodes.DateIncomplete)]
    [InlineData("soon", DateProblem.NotADate, TableCodes.DateUnreadable)]
    [InlineData("12 Foo 2026", DateProblem.NotADate, TableCodes.DateUnreadable)]
    public void What_is_no_date_says_why(string text, DateProblem problem, string code)
    {
        var reading = Dates.Read(text);
        Assert.Equal(new DateReading(problem, Date: null, Time: null), reading);
        Assert.Equal(
            new TableFinding(Severity.Error, code, 5, "C", 5, "C · Start", text),
            reading.Finding(5, new TableHeader(2, "Start"), text));
    }

    [Fact]
    public void The_order_settles_what_is_ambiguous()
    {
        Assert.Equal(new DateOnly(2026, 4, 3), Dates.Read("03/04/2026", DateOrder.DayFirst).Date);
        Assert.Equal(new DateOnly(2026, 3, 4), Dates.Read("03/04/2026", DateOrder.MonthFirst).Date);
        Assert.Equal(new DateOnly(2026, 12, 13), Dates.Read("13-12-2026", DateOrder.MonthFirst).Date);
    }

    [Fact]
    public void Day_numbers_follow_the_sheet_over_the_day_that_never_was()
    {
        Assert.Equal(new DateOnly(1900, 1, 1), Serials.Read(1, from1904: false)!.Value.Date);
        Assert.Equal(new DateOnly(1900, 2, 28), Serials.Read(59, from1904: false)!.Value.Date);
        Assert.Null(Serials.Read(60, from1904: false));
        Assert.Equal(new DateOnly(1900, 3, 1), Serials.Read(61, from1904: false)!.Value.Date);
        Assert.Equal(new DateOnly(1904, 1, 2), Serials.Read(1, from1904: true)!.Value.Date);
        Assert.Equal(DateOnly.MaxValue, Serials.Read(2_958_465, from1904: false)!.Value.Date);
        Assert.Null(Serials.Read(2_958_466, from1904: false));
    }

    [Fact]
    public void Every_date_is_read_from_every_unambiguous_form() =>
        Gen.Date[new DateTime(1000, 1, 1), new DateTime(9999, 12, 31)].Sample(moment =>
        {
            var date = DateOnly.FromDateTime(moment);
            string[] forms = ["yyyy-MM-dd", "yyyy/M/d", "dd.MM.yyyy", "d MMM yyyy", "MMMM d, yyyy", "yyyy年M月d日"];
            Assert.All(forms, form => Assert.Equal(date, Dates.Read(date.ToString(form, System.Globalization.CultureInfo.InvariantCulture)).Date));
            Assert.Equal(date, Dates.Read(date.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), DateOrder.DayFirst).Date);
        });
}
