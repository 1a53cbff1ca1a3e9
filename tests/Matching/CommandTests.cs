using System.Text.Json;
using Entente.Foundation.Tables;
using Entente.Matching.Places;

namespace Entente.Matching.Tests;

/// <summary><c>match places</c> on files, as a school without Entente uses it: no database, no settings.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("entente-match-").FullName;

    private static string Examples { get; } = Path.Combine(Above(AppContext.BaseDirectory), "docs", "examples");

    [Theory]
    [InlineData("serial")]
    [InlineData("deferred")]
    [InlineData("lottery")]
    [InlineData("optimum")]
    public async Task The_example_gives_the_same_bytes_from_both_formats(string mechanism)
    {
        var files = new List<byte[]>();
        foreach (var input in new[] { "places.json", "places.xlsx", "places.json" })
        {
            var outcome = await RunAsync(Path.Combine(Examples, input), "--mechanism", mechanism, "--seed", "7", "--explain");
            Assert.Equal(0, outcome.Code);
            Assert.Contains("7 of 10 placed, 3 without a place.", outcome.Said);
            Assert.StartsWith("worst-off: ", outcome.Said.TrimEnd().Split('\n')[^1]);
            files.Add(await File.ReadAllBytesAsync(Out));
        }

        Assert.Equal(files[0], files[1]);
        Assert.Equal(files[0], files[2]);
        using var written = JsonDocument.Parse(files[0]);
        var placement = written.RootElement.GetProperty("placement");
        Assert.Equal("7", placement.GetProperty("seed").GetString());
        Assert.Equal(mechanism == "optimum" ? Places.Places.DefaultSteps : 0, placement.GetProperty("steps").GetInt64());
        Assert.Equal(Placement.ThisBuild, placement.GetProperty("build").GetString());
        Assert.Equal(PlaceFile.Read(await File.ReadAllBytesAsync(Path.Combine(Examples, "places.json"))).Digest, placement.GetProperty("input").GetString());
        Assert.Equal(10, written.RootElement.GetProperty("explanations").GetArrayLength());
    }

    [Theory]
    [InlineData("{", "is no problem in JSON")]
    [InlineData("[]", "is no problem in JSON")]
    [InlineData("null", "is no problem in JSON")]
    [InlineData("""{"format": "entente.places.9", "students": [], "places": []}""", "The format is 'entente.places.9'")]
    [InlineData("""{"students": [{"id": "a", "rank": 1, "choices": [null]}], "places": []}""", "null")]
    [InlineData("""{"students": [{"id": "a", "rank": 1, "choices": [], "wish": 1}], "places": []}""", "wish")]
    [InlineData("""{"students": [{"id": "a", "rank": "first", "choices": []}], "places": []}""", "$.students[0].rank")]
    [InlineData("""{"students": [{"id": "a", "rank": 1, "choices": ["x"]}], "places": []}""", "Student 'a' names place 'x', which is not there.")]
    [InlineData("""{"students": [{"id": "a", "rank": 1, "choices": []}, {"id": "a", "rank": 1, "choices": []}], "places": []}""", "Student 'a' stands in the file twice.")]
    public async Task What_is_wrong_in_a_file_is_said_in_a_line(string json, string said)
    {
        var input = Path.Combine(folder, "in.json");
        await File.WriteAllTextAsync(input, json);
        var outcome = await RunAsync(input);
        Assert.Equal(1, outcome.Code);
        Assert.Contains(said, outcome.Refused);
        Assert.DoesNotContain("   at ", outcome.Refused);
        Assert.False(File.Exists(Out));
    }

    [Fact]
    public async Task What_is_wrong_in_a_workbook_is_said_with_its_place()
    {
        var input = Path.Combine(folder, "in.xlsx");
        await WriteAsync(input, new WrittenSheet("Students", ["id", "rank", "choices", "languages", "shoe size"], [["a", 1, "p", "French", 43]]));
        Assert.Contains("Students: column 'shoe size' is not known", (await RunAsync(input)).Refused);
        Assert.Contains("The workbook has no sheet 'Places'.", (await RunAsync(input)).Refused);
        await WriteAsync(input, new WrittenSheet("Students", ["id", "rank", "choices", "languages"], [["a", "x", "p", "French"]]), new WrittenSheet("Places", ["id"], [["p"]]));
        var outcome = await RunAsync(input);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("Students, row 2, rank: 'x' is no number that can be taken here.", outcome.Refused);
        Assert.Contains("Students, row 2, languages: 'French' is no language with its level", outcome.Refused);
        Assert.Contains("Places: column 'capacity' is missing.", outcome.Refused);
    }

    [Fact]
    public async Task Files_that_are_none_and_wrong_usage_are_told_apart()
    {
        Assert.Equal(1, (await RunAsync(Path.Combine(folder, "none.json"))).Code);
        Assert.Equal(1, (await RunAsync(Path.Combine(folder, "none.ods"))).Code);
        var noise = Path.Combine(folder, "noise.xlsx");
        await File.WriteAllBytesAsync(noise, [1, 2, 3]);
        Assert.Equal(1, (await RunAsync(noise)).Code);
        Assert.Equal(2, (await RunAsync(noise, "--mechanism", "coin")).Code);
        Assert.Equal(2, (await RunAsync(noise, "--steps", "0")).Code);
        Assert.Equal(2, (await CliAsync(["match", "places", noise])).Code);
        Assert.Equal(1, (await CliAsync(["match", "places", Path.Combine(Examples, "places.json"), "--out", Path.Combine(folder, "no", "out.json")])).Code);
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private string Out => Path.Combine(folder, "out.json");

    private Task<(int Code, string Said, string Refused)> RunAsync(string input, params string[] options) =>
        CliAsync(["match", "places", input, "--out", Out, .. options]);

    private static async Task<(int Code, string Said, string Refused)> CliAsync(string[] arguments)
    {
        var (said, refused, output, error) = (new StringWriter(), new StringWriter(), Console.Out, Console.Error);
        Console.SetOut(said);
        Console.SetError(refused);
        try
        {
            return (await Web.Cli.RunAsync(arguments), said.ToString(), refused.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private static async Task WriteAsync(string file, params WrittenSheet[] sheets)
    {
        await using var stream = File.Create(file);
        await TableWriter.WriteXlsxAsync(stream, sheets);
    }

    private static string Above(string from) => File.Exists(Path.Combine(from, "Entente.slnx")) ? from : Above(Path.GetDirectoryName(from.TrimEnd('/'))!);
}
