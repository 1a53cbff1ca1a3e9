using Entente.Foundation.Tables;

namespace Entente.Foundation.Tests.Tables;

public sealed class HeaderTests
{
    [Fact]
    public void Headers_are_equal_whatever_their_case_space_and_width() =>
        Assert.Equal(
            [
                new TableFinding(Severity.Error, TableCodes.DuplicateHeader, 1, "C", 1, "C · ＳＴＡＲＴ ＤＡＴＥ", "A · Start date"),
                new TableFinding(Severity.Error, TableCodes.DuplicateHeader, 1, "D", 1, "D · startdate", "A · Start date"),
            ],
            Files.Findings(Files.Csv("Start date,End date,ＳＴＡＲＴ　ＤＡＴＥ,startdate\n1,2,3,4\n"), "list.csv"));

    [Fact]
    public void An_empty_header_over_a_filled_column_is_found_once() =>
        Assert.Equal(
            [new TableFinding(Severity.Error, TableCodes.EmptyHeader, 3, "B", 3, "B", 1)],
            Files.Findings(Files.Csv("Name,,City\nAna,,Oslo\nBo,x,Rome\nCy,y,Bern\n"), "list.csv"));

    [Fact]
    public void A_header_alone_is_found() =>
        Assert.Equal(
            [new TableFinding(Severity.Error, TableCodes.OnlyHeader, 1, Column: null, 1)],
            Files.Findings(Files.Csv("Name,City\n,\n"), "list.csv"));

    [Fact]
    public void Cells_right_of_the_header_are_found_row_by_row() =>
        Assert.Equal(
            [new TableFinding(Severity.Error, TableCodes.ExtraCells, 3, Column: null, 3, 3, 2)],
            Files.Findings(Files.Csv("Name,City\nAna,Oslo,,\nBo,Rome, Lazio\n"), "list.csv"));

    [Fact]
    public void A_title_over_the_header_is_found_and_the_header_can_be_chosen()
    {
        const string Text = "2026 年合作院校一览表,\n机构,国家\n牛津大学,英国\n";
        Assert.Equal(
            new TableFinding(Severity.Warning, TableCodes.TitleRow, 1, Column: null, 1, "2026 年合作院校一览表"),
            Files.Findings(Files.Csv(Text), "list.csv")[0]);
        using var table = TableReader.Open(Files.Csv(Text), "list.csv", options: new TableOptions { HeaderRow = 2 });
        Assert.Equal(["机构", "国家"], table.Header.Select(column => column.Name));
        Assert.Equal(3, Assert.Single(table.ReadAll()).Number);
        Assert.Equal([], table.Findings);
    }

    [Fact]
    public void Ten_thousand_columns_are_refused_with_the_limit_named()
    {
        var header = string.Join(',', Enumerable.Range(1, 10_000).Select(number => "c" + number));
        Assert.Equal(Files.RefusedAt(1, TableCodes.TooManyColumns, 200), Files.Refusal(Files.Csv(header + "\n1\n"), "list.csv"));
        Assert.Equal(Files.RefusedAt(2, TableCodes.TooManyColumns, 200), Files.Refusal(Files.Csv("Name\n" + new string(',', 2_000_000) + "x\n"), "list.csv"));
    }

    [Fact]
    public void Two_hundred_columns_and_empty_ones_beyond_are_read()
    {
        var header = string.Join(',', Enumerable.Range(1, 200).Select(number => "c" + number)) + ",,,";
        Assert.Equal([], Files.Findings(Files.Csv(header + "\n1\n"), "list.csv"));
    }

    [Fact]
    public void Rows_over_the_limit_refuse_the_file_and_rows_at_the_limit_do_not()
    {
        var limits = new TableLimits { MaxRows = 3 };
        Assert.Equal([], Files.Findings(Files.Csv("n\n1\n2\n\n3\n"), "list.csv", limits: limits));
        Assert.Equal(Files.RefusedAt(6, TableCodes.TooManyRows, 3), Files.Refusal(Files.Csv("n\n1\n2\n\n3\n4\n5\n"), "list.csv", limits: limits));
    }

    [Fact]
    public void Many_findings_of_one_kind_are_counted()
    {
        var text = "Name,City\n" + string.Concat(Enumerable.Repeat("=a,=b\n", 3));
        Assert.Equal(
            [
                new TableFinding(Severity.Warning, TableCodes.FormulaLike, 2, "A", 2, "A · Name", "=a"),
                new TableFinding(Severity.Warning, TableCodes.FormulaLike, 2, "B", 2, "B · City", "=b"),
                new TableFinding(Severity.Warning, TableCodes.MoreFindings, 2, Column: null, 2, 4),
            ],
            Files.Findings(Files.Csv(text), "list.csv", limits: new TableLimits { MaxFindingsPerCode = 2 }));
    }

    [Fact]
    public void An_ambiguous_date_asks_once_a_column_until_the_order_is_known()
    {
        const string Text = "From,To\n03/04/2026,13/04/2026\n05/06/2026,01/02/2026\n";
        Assert.Equal(
            [
                new TableFinding(Severity.Warning, TableCodes.DateAmbiguous, 2, "A", 2, "A · From", "03/04/2026"),
                new TableFinding(Severity.Warning, TableCodes.DateAmbiguous, 3, "B", 3, "B · To", "01/02/2026"),
            ],
            Files.Findings(Files.Csv(Text), "list.csv"));
        Assert.Equal([], Files.Findings(Files.Csv(Text), "list.csv", new TableOptions { DateOrder = DateOrder.DayFirst }));
    }
}
