namespace Entente.Foundation.Tables.Csv;

/// <summary>
/// Whether bytes are GB18030 (GB 18030-2022, which contains GBK and GB 2312). Nearly any pair of high bytes is valid there, so
/// form alone proves little: text in a western or Big5 encoding is told apart by how many pairs are of GB 2312, which holds
/// the characters of everyday simplified Chinese and its punctuation.
/// </summary>
internal static class ChineseBytes
{
    private const double LeastCommon = 0.85;

    public static bool Plausible(Stream file)
    {
        var buffer = new byte[65_536];
        var (state, lead, pairs, common) = (State.Single, (byte)0, 0L, 0L);
        file.Position = 0;
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            foreach (var value in buffer.AsSpan(0, read))
            {
                switch (state)
                {
                    case State.Single when value < 0x80:
                        break;
                    case State.Single when value is >= 0x81 and <= 0xFE:
                        (state, lead) = (State.Second, value);
                        break;
                    case State.Second when value is (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFE):
                        pairs++;
                        common += lead is (>= 0xA1 and <= 0xA9) or (>= 0xB0 and <= 0xF7) && value is >= 0xA1 and <= 0xFE ? 1 : 0;
                        state = State.Single;
                        break;
                    case State.Second when value is >= 0x30 and <= 0x39:
                        state = State.Third;
                        break;
                    case State.Third when value is >= 0x81 and <= 0xFE:
                        state = State.Fourth;
                        break;
                    case State.Fourth when value is >= 0x30 and <= 0x39:
                        state = State.Single;
                        break;
                    default:
                        return false;
                }
            }
        }

        return state == State.Single && pairs > 0 && common >= pairs * LeastCommon;
    }

    private enum State
    {
        Single,
        Second,
        Third,
        Fourth,
    }
}
