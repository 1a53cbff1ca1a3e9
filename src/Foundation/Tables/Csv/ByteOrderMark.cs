namespace Entente.Foundation.Tables.Csv;

/// <summary>The mark that Excel and Notepad write at the start of a text file.</summary>
internal static class ByteOrderMark
{
    /// <summary>Moves past the mark if there is one, so that it does not become part of the first header.</summary>
    public static StreamReader PastMark(this StreamReader text)
    {
        if (text.Peek() == '\uFEFF')
        {
            _ = text.Read();
        }

        return text;
    }
}
