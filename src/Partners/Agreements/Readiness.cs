using Entente.Contracts.Safeguards;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;

namespace Entente.Partners.Agreements;

/// <summary>What must be there before a text goes out to be signed, and what of it is missing: in the text itself, and by the checks of the gate.</summary>
/// <param name="Missing">What the text does not say yet, by the fields of its form.</param>
/// <param name="Gate">What the gate says.</param>
public sealed record Readiness(IReadOnlyList<FieldError> Missing, GateOutcome Gate)
{
    /// <summary>What a field left empty makes a check say again, in other words.</summary>
    private static readonly Dictionary<string, string> SaidByField = new(StringComparer.Ordinal)
    {
        ["partners.parties-not-ended"] = "new-partner",
        ["partners.territory-named"] = "territory",
        ["partners.term-within-limit"] = "effective-on ends-on",
    };

    public bool IsComplete => Missing.Count == 0 && Gate.IsOpen;

    /// <summary>The checks that stand against it, each thing once.</summary>
    public IReadOnlyList<VerdictCard> Against => Gate.IsOpen ? [] : [.. Gate.Against.Where(v => !IsSaid(v.Check))];

    /// <summary>The other checks: they hold, or an exception lets them pass.</summary>
    public IReadOnlyList<VerdictCard> Others => [.. Gate.Verdicts.Except(Against).Where(v => !IsSaid(v.Check))];

    /// <summary>How many things are missing.</summary>
    public int Count => Missing.Count + Against.Count;

    /// <summary>Everything that is missing, a sentence each.</summary>
    public IReadOnlyList<string> Sentences(TextCatalog texts) => [.. Missing.Select(m => texts[m.TextKey, m.Args]), .. Against.Select(v => v.Sentence.ToString())];

    private bool IsSaid(string check) => SaidByField.GetValueOrDefault(check) is { } fields && Missing.Any(m => fields.Split(' ').Contains(m.Field, StringComparer.Ordinal));
}
