using Entente.Foundation.Tables;

namespace Entente.Foundation.Tests.Tables;

public sealed class ColumnMapTests
{
    private static readonly TargetField[] Fields =
    [
        new("name", ["Name", "Partner", "Institution", "Organisation", "机构名称", "学校", "单位名称"], IsRequired: true),
        new("country", ["Country", "国家", "国别"], IsRequired: true),
        new("startDate", ["Start date", "Valid from", "开始日期", "生效日期"]),
        new("endDate", ["End date", "Valid until", "结束日期", "终止日期"]),
        new("places", ["Places", "Number of places", "名额", "人数"]),
    ];

    [Fact]
    public void Headers_of_both_languages_find_their_fields()
    {
        var map = ColumnMap.Propose(Header("国别", "ＩＮＳＴＩＴＵＴＩＯＮ", "Start date (yyyy-mm-dd)*", "结束日期", "Remarks", "Number of the places"), Fields);
        Assert.Equal(
            [("country", 0, 1.0), ("name", 1, 1.0), ("startDate", 2, 0.95), ("endDate", 3, 1.0)],
            map.Matches.Take(4).Select(match => (match.Field, match.Column, match.Score)));
        Assert.Equal("places", map.Matches[4].Field);
        Assert.True(map.Matches[4].Score is >= ColumnMap.LeastScore and < 0.95);
        Assert.Equal([], map.Missing(Fields));
        Assert.Equal([new TableHeader(4, "Remarks")], map.Unused(Header("国别", "ＩＮＳＴＩＴＵＴＩＯＮ", "Start date (yyyy-mm-dd)*", "结束日期", "Remarks", "Number of the places")));
    }

    [Fact]
    public void A_field_takes_its_best_column_only()
    {
        var map = ColumnMap.Propose(Header("Partner", "Name", "Contry"), Fields);
        Assert.Equal([("name", 0), ("country", 2)], map.Matches.Select(match => (match.Field, match.Column)));
        Assert.Null(map.ColumnOf("places"));
        Assert.Equal("country", Assert.Single(ColumnMap.Propose(Header("Name"), Fields).Missing(Fields)).Id);
    }

    [Fact]
    public void A_map_is_remembered_and_found_again_in_a_file_with_moved_columns()
    {
        var map = ColumnMap.Propose(Header("机构名称", "国家", "名额"), Fields);
        var remembered = ColumnMap.FromJson(map.ToJson());
        Assert.Equal(map, remembered);
        var applied = remembered!.AppliedTo(Header("名 额", "备注", "机构名称"));
        Assert.Equal([("places", 0), ("name", 2)], applied.Matches.Select(match => (match.Field, match.Column)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"matches":[{"field":"a","column":0,"header":"A","score":1},{"field":"b","column":0,"header":"B","score":1}]}""")]
    public void A_spoilt_memory_is_no_map(string json) => Assert.Null(ColumnMap.FromJson(json));

    private static TableHeader[] Header(params string[] names) => [.. names.Select((name, index) => new TableHeader(index, name))];
}
