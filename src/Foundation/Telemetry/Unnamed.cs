using System.Text.RegularExpressions;

namespace Entente.Foundation.Telemetry;

/// <summary>Takes mail addresses out of a sentence for the running log, which leaves the house's rules of who may read what.</summary>
public static partial class Unnamed
{
    /// <summary>The sentence with <c>…@domain</c> in place of every address.</summary>
    public static string In(string sentence) => Address().Replace(sentence, "…@${domain}");

    [GeneratedRegex(@"[^\s<>@""',;:()\[\]]+@(?<domain>[A-Za-z0-9.-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
