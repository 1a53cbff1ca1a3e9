using System.IO.Compression;
using System.Text;
using Entente.Foundation.Files;
using Entente.Foundation.Ids;
using Entente.Foundation.Questions;
using Entente.Foundation.Tables;
using Entente.Foundation.Tests.Files;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static Entente.Foundation.Tests.Questions.Asking;

namespace Entente.Foundation.Tests.Questions;

/// <summary>What is exported is what was answered: the same in every format, in columns that no version moves, and never a formula.</summary>
public sealed class AnswerTablesTests
{
    private static readonly Guid About = Guid.CreateVersion7();

    private static readonly FormContent First = Form(
        Ask("q1", QuestionKind.Text), Ask("q2", QuestionKind.Choices) with { Options = [Option("o1"), Option("o2")], Other = true },
        Ask("q3", QuestionKind.Table) with { Columns = [Ask("q4", QuestionKind.Text), Ask("q5", QuestionKind.Number)] }, Ask("q6", QuestionKind.Period));

    private static readonly FormContent Second = new FormEditing(First, 7).Remove("q1").Put(Ask("q7", QuestionKind.Number) with { Decimals = 2 }, "s1").Move("q7", up: true).Content;

    private static readonly FormVersionCard[] Versions = [Card(2, Second), Card(1, First)];

    [Fact]
    public void One_row_for_each_answer_in_columns_of_every_version_and_tables_of_their_own()
    {
        var sheets = AnswerTables.Of(Versions, Answers(), new Dictionary<Guid, string> { [About] = "Lake University" });
        Assert.Equal(["Answers", "q3 Question q3"], sheets.Select(s => s.Name));
        Assert.Equal(
            ["Answer", "Respondent", "About", "Version", "Submitted", "q2 Question q2", "q2 Question q2 (other)", "q3 Question q3 (rows)", "q7 Question q7", "q6 Question q6 (from)", "q6 Question q6 (until)", "q1 Question q1"],
            sheets[0].Header);
        Assert.Equal([null, "Choice o1; Other", "a third", 2, null, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 9), "=1+1"], sheets[0].Rows[0].Skip(5).Prepend(null));
        Assert.Equal(["Lake University", 2, null, null, null, 3.25m], sheets[0].Rows[1].Skip(2).Where((_, i) => i is 0 or 1 or 3 or 4 or 5 or 6));
        Assert.Equal([1, "@cmd", 3m], sheets[1].Rows[0].Skip(1));
        Assert.Equal([2, "plain", null], sheets[1].Rows[1].Skip(1));
    }

    [Fact]
    public async Task Every_format_holds_the_same_and_no_text_is_a_formula()
    {
        var sheets = AnswerTables.Of(Versions, Answers(), new Dictionary<Guid, string>());
        using var csv = new MemoryStream();
        using var xlsx = new MemoryStream();
        await AnswerTables.WriteCsvAsync(csv, sheets[0], TestContext.Current.CancellationToken);
        await TableWriter.WriteXlsxAsync(xlsx, sheets, TestContext.Current.CancellationToken);
        Assert.Contains(",'=1+1", Encoding.UTF8.GetString(csv.ToArray()), StringComparison.Ordinal);
        Assert.Equal(Read(csv, "a.csv"), Read(xlsx, "a.xlsx"));
        Assert.Equal(3, Read(csv, "a.csv").Count);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_archive_holds_every_table_and_every_file(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var names = await house.InAsync(async s =>
        {
            var store = s.GetRequiredService<IFileStore>();
            using var content = new MemoryStream(SampleFiles.Pdf("the plan"));
            var file = await store.AddAsync(new(new("tests.record", About), "计划.pdf", content, FileRules.Documents), CancellationToken.None);
            await s.GetRequiredService<Foundation.Data.AppDbContext>().SaveChangesAsync();
            var form = Form(Ask("q1", QuestionKind.File), Ask("q2", QuestionKind.Table) with { Columns = [Ask("q3", QuestionKind.Text)] });
            AnswerCard[] answers = [Answer(1, Said(("q1", new() { Files = [new(file.Id, file.Name, file.Size)] })))];
            using var zip = new MemoryStream();
            await AnswerTables.WriteZipAsync(zip, AnswerTables.Of([Card(1, form)], answers, new Dictionary<Guid, string>()), answers, store, CancellationToken.None);
            await using var archive = new ZipArchive(new MemoryStream(zip.ToArray()));
            using var stored = new MemoryStream();
            await using var sent = archive.Entries.Single(e => e.FullName.StartsWith("files/", StringComparison.Ordinal)).Open();
            await sent.CopyToAsync(stored);
            Assert.Equal(SampleFiles.Pdf("the plan"), stored.ToArray());
            return archive.Entries.Select(e => e.FullName).ToList();
        });
        Assert.Equal(["Answers.csv", "q2.csv", "Answers.xlsx"], names.Take(3));
        Assert.EndsWith("-计划.pdf", names[3], StringComparison.Ordinal);
    }

    private static List<string> Read(MemoryStream bytes, string name)
    {
        using var table = TableReader.Open(new MemoryStream(bytes.ToArray()), name);
        return [string.Join('|', table.Header.Select(h => h.Name)), .. table.ReadAll().Select(r => string.Join('|', r.Cells.Select(c => c.Text)))];
    }

    private static AnswerCard[] Answers() =>
    [
        Answer(1, Said(
            ("q1", Text("=1+1")), ("q2", Chosen("o1", "other") with { Text = "a third" }), ("q6", new() { Text = "2026-03-01", Until = "2026-03-09" }),
            ("q3", new() { Rows = [Row(("q4", "@cmd"), ("q5", "3")), Row(("q4", "plain"))] }))),
        Answer(2, Said(("q7", Text("3.25")))) with { About = new("tests.partner", About) },
    ];

    private static Dictionary<string, AnswerValue> Row(params (string Column, string Text)[] cells) => cells.ToDictionary(c => c.Column, c => Text(c.Text), StringComparer.Ordinal);

    private static AnswerCard Answer(int version, AnswerContent said) => new()
    {
        Id = Id<AnswerTag>.New(),
        FormId = Id<FormTag>.New(),
        Version = version,
        Name = "Ana",
        State = AnswerState.Submitted,
        Content = said,
        SavedAt = Instant.FromUtc(2026, 3, 12, 8, 0),
        SubmittedAt = Instant.FromUtc(2026, 3, 12, 8, 0),
        Token = 1,
    };

    private static FormVersionCard Card(int number, FormContent content) => new(number, content, FormContent.HashOf(content.ToJson()), Instant.FromUtc(2026, 3, 1, 8, 0), null, null);
}
