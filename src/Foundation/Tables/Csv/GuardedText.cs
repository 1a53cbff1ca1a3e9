namespace Entente.Foundation.Tables.Csv;

/// <summary>
/// Watches the characters on their way to the CSV parser, which would otherwise keep a line of any length in memory. Counts
/// lines as the parser does: CR LF, LF and CR each end one.
/// </summary>
internal sealed class GuardedText(TextReader text, char delimiter, TableLimits limits) : TextReader
{
    private readonly long _mostCharacters = Math.Max(1_000_000L, 4L * limits.MaxCellCharacters);
    private readonly int _mostDelimiters = Math.Max(ColumnLetter.Most, limits.MaxColumns);
    private int _line = 1;
    private int _recordLine = 1;
    private int _delimiters;
    private long _characters;
    private bool _quoted;
    private char _previous;
    private int _quoteLine;
    private bool _justClosed;

    /// <summary>Whether the text ended inside quotes.</summary>
    public bool EndsQuoted => _quoted;

    /// <summary>The line on which the last quotes begin.</summary>
    public int QuoteLine => _quoteLine;

    public override int Peek() => text.Peek();

    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var read = text.Read(buffer);
        foreach (var character in buffer[..read])
        {
            Watch(character);
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Watch(char character)
    {
        switch (character)
        {
            case '\0':
                throw TableRefusedException.At(_line, TableCodes.NulCharacters);
            case TextEncodings.Broken:
                throw TableRefusedException.At(_line, TableCodes.WrongEncoding);
            case '"':
                WatchQuote();
                break;
            case '\n' when _previous == '\r':
                break;
            case '\r' or '\n':
                _line++;
                if (!_quoted)
                {
                    (_recordLine, _delimiters, _characters) = (_line, 0, 0);
                }

                break;
            default:
                if (character == delimiter && !_quoted && ++_delimiters >= _mostDelimiters)
                {
                    throw TableRefusedException.At(_recordLine, TableCodes.TooManyColumns, limits.MaxColumns);
                }

                break;
        }

        _justClosed = character == '"' && !_quoted;
        _previous = character;
        if (++_characters > _mostCharacters)
        {
            throw _quoted
                ? TableRefusedException.At(_quoteLine, TableCodes.UnclosedQuote)
                : TableRefusedException.At(_recordLine, TableCodes.CellTooLong, ColumnLetter.Of(_delimiters), limits.MaxCellCharacters);
        }
    }

    /// <summary>Quotes open only at the start of a cell, or again when doubled; elsewhere they are part of the text.</summary>
    private void WatchQuote()
    {
        if (_quoted)
        {
            _quoted = false;
        }
        else if (_justClosed)
        {
            _quoted = true;
        }
        else if (_previous is '\0' or '\r' or '\n' || _previous == delimiter)
        {
            _quoted = true;
            _quoteLine = _line;
        }
    }
}
