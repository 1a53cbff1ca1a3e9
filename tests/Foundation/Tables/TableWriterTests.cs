using System.IO.Compression;
using System.Text;
using CsCheck;
using Entente.Foundation.Tables;
using NodaTime;

namespace Entente.Foundation.Tests.Tables;

public sealed class TableWriterTests
{
    private static readonly TableColumn<object?[]>[] Columns =
        [.. new[] { "Key", "Text", "Number", "Date", "Flag", "Moment" }.Select((name, index) => new TableColumn<object?[]>(name, row => row[index]))];

    [Fact]
    public async Task Csv_is_written_to_the_letter()
    {
        object?[][] rows =
        [
            [1, "=cmd()", -5, new DateOnly(2026, 3, 12), true, new LocalDateTime(2026, 3, 12, 9, 30)],
            [2L, "a \"b\", c", 0.50m, new LocalDate(2026, 3, 12), false, Instant.FromUtc(2026, 3, 12, 8, 0)],
            [3.5, "-5", null, null, null, new TimeOnly(9, 30)],
            ["@x", "\tx", "+x", "'=x", "'x", 1234567890123456789L],
        ];
        Assert.Equal(
            "\uFEFFKey,Text,Number,Date,Flag,Moment\r\n"
            + "1,'=cmd(),-5,2026-03-12,TRUE,2026-03-12T09:30\r\n"
            + "2,\"a \"\"b\"\", c\",0.50,2026-03-12,FALSE,2026-03-12T08:00:00Z\r\n"
            + "3.5,-5,,,,09:30\r\n"
            + "'@x,'\tx,'+x,''=x,'x,1234567890123456789\r\n",
            Encoding.UTF8.GetString(await Csv(rows)));
    }

    [Fact]
    public async Task A_workbook_has_a_bold_frozen_header_and_real_values()
    {
        var bytes = await Xlsx([[1, "=cmd()", -5, new DateOnly(2026, 3, 12), true, new LocalDateTime(2026, 3, 12, 9, 30)]]);
        await using var archive = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("""<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>""", sheet, StringComparison.Ordinal);
        Assert.Contains("""<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">Key</t></is></c>""", sheet, StringComparison.Ordinal);
        Assert.Contains("""<c r="B2" s="4" t="inlineStr"><is><t xml:space="preserve">=cmd()</t></is></c><c r="C2"><v>-5</v></c><c r="D2" s="2"><v>46093</v></c><c r="E2" t="b"><v>1</v></c><c r="F2" s="3"><v>46093.3958333333</v></c>""", sheet, StringComparison.Ordinal);
        Assert.Equal(bytes, await Xlsx([[1, "=cmd()", -5, new DateOnly(2026, 3, 12), true, new LocalDateTime(2026, 3, 12, 9, 30)]]));
    }

    [Theory]
    [InlineData("Partners: 2026/27 [all]?", "Partners 202627 all")]
    [InlineData("'*'", "Sheet1")]
    [InlineData("合作院校 & <partners> of the school in 2026", "合作院校 & <partners> of the school")]
    public async Task Sheet_names_are_made_fit(string wanted, string expected)
    {
        using var file = new MemoryStream();
        await TableWriter.WriteXlsxAsync(file, wanted, Columns[..1], Rows([[1]]), TestContext.Current.CancellationToken);
        using var table = TableReader.Open(file, "list.xlsx");
        Assert.Equal(expected, table.Sheet);
    }

    [Fact]
    public async Task A_text_too_long_for_a_sheet_is_cut_and_one_before_1900_stays_text()
    {
        using var table = TableReader.Open(new MemoryStream(await Xlsx([[1, new string('x', 40_000), null, new DateOnly(1850, 1, 2), null, null]])), "list.xlsx");
        var row = table.ReadAll()[0];
        Assert.Equal(new string('x', 32_766) + "…", row[1].Text);
        Assert.Equal(TableCell.Of("1850-01-02"), row[3]);
    }

    [Fact]
    public async Task The_destination_is_only_written_asynchronously()
    {
        var rows = Enumerable.Range(1, 5_000).Select(number => new object?[] { number, new string('x', 200), null, null, null, null });
        await using var csv = new AsyncOnly();
        await TableWriter.WriteCsvAsync(csv, Columns, Rows(rows), TestContext.Current.CancellationToken);
        await using var xlsx = new AsyncOnly();
        await TableWriter.WriteXlsxAsync(xlsx, "List", Columns, Rows(rows), TestContext.Current.CancellationToken);
        foreach (var (bytes, name) in new[] { (csv.ToArray(), "a.csv"), (xlsx.ToArray(), "a.xlsx") })
        {
            using var table = TableReader.Open(new MemoryStream(bytes), name);
            Assert.Equal(5_000, table.ReadAll().Count);
        }
    }

    [Fact]
    public Task What_is_written_as_csv_is_read_the_same() => RoundTripAsync(Csv, "list.csv");

    [Fact]
    public Task What_is_written_as_xlsx_is_read_the_same() => RoundTripAsync(Xlsx, "list.xlsx");

    private static Task RoundTripAsync(Func<IEnumerable<object?[]>, Task<byte[]>> write, string name)
    {
        // Characters that have a meaning in either format come often; lone surrogates and controls no text has.
        var character = Gen.OneOf<char>(Gen.OneOf('=', '+', '-', '@', '\t', '\r', '\n', '"', '\'', ',', ';', ' ', '_', 'x', '0', '<', '&', '学'), Gen.Char['\u0020', '\uD7FF']);
        var text = Gen.OneOf<string>(character.Array[0, 12].Select(letters => new string(letters)), Gen.OneOf("_x000D_", "=1", "''=1", "TRUE", "007", "2026-03-12", "𠀀"))
            .Where(value => !value.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n')));
        var row = Gen.Select(
            Gen.Int[1, 1_000_000], text, Gen.Decimal[-999_999m, 999_999m], Gen.Int[0, 40_000], Gen.Bool, Gen.Int[0, 86_399],
            (key, words, number, days, flag, seconds) => new object?[]
            {
                key, words, decimal.Round(number, 6), new DateOnly(1950, 1, 1).AddDays(days), flag,
                new LocalDateTime(2026, 3, 12, 0, 0).PlusSeconds(seconds + 1),
            });
        return row.Array[1, 12].SampleAsync(async rows =>
        {
            using var table = TableReader.Open(new MemoryStream(await write(rows)), name);
            var read = table.ReadAll();
            Assert.Equal(Columns.Select(column => column.Name), table.Header.Select(column => column.Name));
            Assert.Equal(rows.Length, read.Count);
            for (var index = 0; index < rows.Length; index++)
            {
                var (wrote, got) = (rows[index], read[index]);
                var moment = (LocalDateTime)wrote[5]!;
                Assert.Equal((int)wrote[0]!, got[0].Number);
                Assert.Equal(string.IsNullOrWhiteSpace((string)wrote[1]!) ? string.Empty : (string)wrote[1]!, got[1].Text);
                Assert.Equal(TableCellKind.Number, got[2].Kind);
                Assert.Equal((decimal)wrote[2]!, got[2].Number);
                Assert.Equal((DateOnly)wrote[3]!, got[3].Date);
                Assert.Equal(TableCell.Of((bool)wrote[4]!), got[4]);
                Assert.Equal((TableCellKind.Date, moment.Date.ToDateOnly(), moment.TimeOfDay == LocalTime.Midnight ? got[5].Time : moment.TimeOfDay.ToTimeOnly()), (got[5].Kind, got[5].Date, got[5].Time));
            }
        }, iter: 300);
    }

    private static async Task<byte[]> Csv(IEnumerable<object?[]> rows)
    {
        using var file = new MemoryStream();
        await TableWriter.WriteCsvAsync(file, Columns, Rows(rows), TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    private static async Task<byte[]> Xlsx(IEnumerable<object?[]> rows)
    {
        using var file = new MemoryStream();
        await TableWriter.WriteXlsxAsync(file, "List", Columns, Rows(rows), TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    private static async IAsyncEnumerable<object?[]> Rows(IEnumerable<object?[]> rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }

    /// <summary>What a web response is: forward only, and never written to synchronously.</summary>
    private sealed class AsyncOnly : Stream
    {
        private readonly MemoryStream _written = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public byte[] ToArray() => _written.ToArray();

        public override void Flush() => throw new InvalidOperationException("Synchronous flushing.");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous writing.");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            _written.WriteAsync(buffer, offset, count, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            _written.WriteAsync(buffer, cancellationToken);
    }
}
