namespace Entente.Foundation.Files;

/// <summary>What is taken at some place: how large, and which kinds.</summary>
/// <param name="MaxBytes">The largest file taken, in bytes.</param>
/// <param name="Kinds">The kinds taken.</param>
public sealed record FileRules(long MaxBytes, IReadOnlyList<StoredKind> Kinds)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>What an office files: PDF, OFD, Word, Excel, PowerPoint, OpenDocument, pictures, plain text; 25 MB.</summary>
    public static FileRules Documents { get; } = new(25 * Megabyte, StoredKind.All);

    /// <summary>Scans and letters as they were signed: PDF, OFD, pictures; 25 MB.</summary>
    public static FileRules Scans { get; } = new(25 * Megabyte, [StoredKind.Pdf, StoredKind.Ofd, StoredKind.Png, StoredKind.Jpeg]);

    /// <summary>Pictures for a page: PNG, JPEG, WebP; 8 MB.</summary>
    public static FileRules Pictures { get; } = new(8 * Megabyte, [StoredKind.Png, StoredKind.Jpeg, StoredKind.Webp]);

    /// <summary>The endings a browser offers: the <c>accept</c> of a file field.</summary>
    public string Accept => string.Join(",", Kinds.SelectMany(k => k.Endings));

    /// <summary>The kinds as a person reads them: PDF, Word (.docx), …</summary>
    public string Names => string.Join(", ", Kinds.Select(k => k.Name));

    /// <summary>The limit in whole megabytes.</summary>
    public long Megabytes => MaxBytes / Megabyte;
}

/// <summary>A kind of file that can be stored.</summary>
/// <param name="MediaType">The media type it is served as.</param>
/// <param name="Name">Its name, the same in every language.</param>
/// <param name="Endings">The endings a name of this kind may have; the first is given to a name without one.</param>
public sealed record StoredKind(string MediaType, string Name, params string[] Endings)
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    /// <summary>PDF (ISO 32000).</summary>
    public static StoredKind Pdf { get; } = new("application/pdf", "PDF", ".pdf");

    /// <summary>OFD (GB/T 33190), the fixed-layout format of Chinese offices.</summary>
    public static StoredKind Ofd { get; } = new("application/ofd", "OFD", ".ofd");

    /// <summary>Word documents without macros.</summary>
    public static StoredKind Docx { get; } = new(Office + "wordprocessingml.document", "Word (.docx)", ".docx");

    /// <summary>Excel workbooks without macros.</summary>
    public static StoredKind Xlsx { get; } = new(Office + "spreadsheetml.sheet", "Excel (.xlsx)", ".xlsx");

    /// <summary>PowerPoint presentations without macros.</summary>
    public static StoredKind Pptx { get; } = new(Office + "presentationml.presentation", "PowerPoint (.pptx)", ".pptx");

    /// <summary>OpenDocument text.</summary>
    public static StoredKind Odt { get; } = new("application/vnd.oasis.opendocument.text", "OpenDocument (.odt)", ".odt");

    /// <summary>PNG pictures.</summary>
    public static StoredKind Png { get; } = new("image/png", "PNG", ".png");

    /// <summary>JPEG pictures.</summary>
    public static StoredKind Jpeg { get; } = new("image/jpeg", "JPEG", ".jpg", ".jpeg");

    /// <summary>WebP pictures.</summary>
    public static StoredKind Webp { get; } = new("image/webp", "WebP", ".webp");

    /// <summary>Plain text.</summary>
    public static StoredKind Text { get; } = new("text/plain", "TXT", ".txt");

    /// <summary>Comma-separated values.</summary>
    public static StoredKind Csv { get; } = new("text/csv", "CSV", ".csv");

    /// <summary>A mail as a mail program saves it (RFC 5322).</summary>
    public static StoredKind Mail { get; } = new("message/rfc822", "Mail (.eml)", ".eml");

    /// <summary>Every kind an office files beside its mail.</summary>
    public static IReadOnlyList<StoredKind> All { get; } = [Pdf, Ofd, Docx, Xlsx, Pptx, Odt, Png, Jpeg, Webp, Text, Csv];
}
