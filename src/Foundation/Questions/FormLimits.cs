namespace Entente.Foundation.Questions;

/// <summary>How large a form and an answer may be.</summary>
public static class FormLimits
{
    /// <summary>Sections of a form.</summary>
    public const int Sections = 20;

    /// <summary>Questions of a form, columns of tables included.</summary>
    public const int Questions = 200;

    /// <summary>Choices of a question.</summary>
    public const int Options = 60;

    /// <summary>Columns of a table.</summary>
    public const int Columns = 12;

    /// <summary>Rows of a table.</summary>
    public const int Rows = 50;

    /// <summary>Rows of a table where nobody says otherwise.</summary>
    public const int UsualRows = 10;

    /// <summary>Files of a question.</summary>
    public const int Files = 10;

    /// <summary>The largest file, in megabytes.</summary>
    public const int Megabytes = 25;

    /// <summary>The largest file where nobody says otherwise, in megabytes.</summary>
    public const int UsualMegabytes = 10;

    /// <summary>Characters of a question or a heading.</summary>
    public const int Label = 500;

    /// <summary>Characters of a choice.</summary>
    public const int Option = 200;

    /// <summary>Characters of help and of a statement.</summary>
    public const int Help = 4000;

    /// <summary>Characters of one answer, whatever its question says.</summary>
    public const int Answer = 20_000;

    /// <summary>Characters of one line, whatever its question says.</summary>
    public const int Line = 1000;

    /// <summary>Characters of everything one answer to a form says, in the form it is kept.</summary>
    public const int Whole = 1_000_000;

    /// <summary>The most bytes that are sent at once.</summary>
    public const long Sent = 60L * 1024 * 1024;
}
