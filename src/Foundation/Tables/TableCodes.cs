namespace Entente.Foundation.Tables;

/// <summary>Every code a <see cref="TableFinding"/> can carry. Stable: texts, tests and scripts refer to them.</summary>
public static class TableCodes
{
    // The file as a whole: refused.
#pragma warning disable CS1591 // The names are the explanation; the sentences stand in Text/tables/.
    public const string EmptyFile = "empty-file";
    public const string EmptySheet = "empty-sheet";
    public const string FileTooLarge = "file-too-large";
    public const string UnknownExtension = "unknown-extension";
    public const string OldWorkbook = "old-workbook";
    public const string BinaryWorkbook = "binary-workbook";
    public const string OpenDocument = "open-document";
    public const string PdfFile = "pdf-file";
    public const string Picture = "picture";
    public const string WebPage = "web-page";
    public const string OtherDocument = "other-document";
    public const string BinaryFile = "binary-file";
    public const string Encrypted = "encrypted";
    public const string Corrupt = "corrupt";
    public const string TooManyParts = "too-many-parts";
    public const string UnpacksTooLarge = "unpacks-too-large";
    public const string XmlEntities = "xml-entities";
    public const string Macros = "macros";
    public const string ExternalLinks = "external-links";
    public const string NoSuchSheet = "no-such-sheet";
    public const string NoSheet = "no-sheet";
    public const string TooManyRows = "too-many-rows";
    public const string TooManyColumns = "too-many-columns";
    public const string WrongEncoding = "wrong-encoding";
    public const string NulCharacters = "nul-characters";
    public const string UnclosedQuote = "unclosed-quote";

    // The file as a whole: read, but worth a word.
    public const string NameMismatch = "name-mismatch";
    public const string ReadAsChinese = "read-as-chinese";
    public const string OtherSheets = "other-sheets";
    public const string EmbeddedObjects = "embedded-objects";
    public const string MoreFindings = "more-findings";

    // The header.
    public const string OnlyHeader = "only-header";
    public const string DuplicateHeader = "duplicate-header";
    public const string EmptyHeader = "empty-header";
    public const string MergedHeader = "merged-header";
    public const string TitleRow = "title-row";

    // Rows and cells.
    public const string Formula = "formula";
    public const string FormulaLike = "formula-like";
    public const string ErrorValue = "error-value";
    public const string MergedCells = "merged-cells";
    public const string ExtraCells = "extra-cells";
    public const string StrayQuote = "stray-quote";
    public const string CellTooLong = "cell-too-long";
    public const string ControlCharacters = "control-characters";
    public const string GarbledText = "garbled-text";
    public const string LongNumber = "long-number";
    public const string DateAsText = "date-as-text";
    public const string DateAmbiguous = "date-ambiguous";
    public const string DateImpossible = "date-impossible";
    public const string DateShortYear = "date-short-year";
    public const string DateIncomplete = "date-incomplete";
    public const string DateUnreadable = "date-unreadable";
#pragma warning restore CS1591
}
