using System.Globalization;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using NodaTime;

namespace Entente.Foundation.Letters;

/// <summary>Fills a letter for its recipients, in the language of each; the other language where it was written in one only.</summary>
internal static class LetterWriting
{
    public static async Task<LetterPreview> PreviewAsync(
        Letter letter, IReadOnlyList<LetterRecipient> recipients, ILetterRecords kind, IReadOnlySet<string> fields, Instant now, CancellationToken cancellation)
    {
        var texts = new Dictionary<string, (LetterText Subject, LetterText Body)>(StringComparer.Ordinal);
        var problems = new List<(string, string, string)>();
        foreach (var language in Language.All)
        {
            if (letter.Body.Exactly(language.Tag).Length == 0 && letter.Subject.Exactly(language.Tag).Length == 0) continue;
            var subject = Read("subject", language, letter.Subject, fields, problems);
            var body = Read("body", language, letter.Body, fields, problems);
            if (subject is not null && body is not null) texts[language.Tag] = (subject, body);
        }

        if (problems.Count == 0 && texts.Count == 0) problems.Add(("body-en", "form.required", ""));

        // Whom a letter goes to was narrowed when it was begun; what is said of them is read as the house.
        var known = (await kind.AddresseesAsync([.. recipients.Select(r => r.RecordKey)], Viewer.System, cancellation)).ToDictionary(a => a.Record);
        return new(problems, [.. recipients.Select(r => CopyOf(letter, r, known.GetValueOrDefault(r.RecordKey), texts, now))]);
    }

    private static LetterText? Read(string field, Language language, LocalizedText text, IReadOnlySet<string> fields, List<(string, string, string)> problems)
    {
        var name = field + "-" + language.Segment;
        if (text.Exactly(language.Tag) is not { Length: > 0 } written)
        {
            problems.Add((name, "form.required", ""));
            return null;
        }

        var read = LetterText.Read(written, fields, out var problem);
        if (problem is { } wrong) problems.Add((name, wrong.Key, wrong.Argument));
        return read;
    }

    private static LetterCopy CopyOf(
        Letter letter, LetterRecipient to, LetterAddressee? known, Dictionary<string, (LetterText Subject, LetterText Body)> texts, Instant now)
    {
        var wanted = Language.Of(to.Language) ?? Language.English;
        var language = texts.ContainsKey(wanted.Tag) ? wanted : Language.All.FirstOrDefault(l => texts.ContainsKey(l.Tag)) ?? wanted;
        LetterCopy Copy(string subject, string body, string? problem, string? argument = null) =>
            new(to.Id, to.RecordKey, known?.Title ?? LocalizedText.Empty, to.Name, to.Email, language, subject, body, problem, argument);
        if (known is null) return Copy("", "", "letters.problem.gone");
        if (to.Email is null) return Copy("", "", "letters.problem.no-address");
        if (!texts.TryGetValue(language.Tag, out var text)) return Copy("", "", null);
        var values = known.Values.ToDictionary(v => v.Key, v => v.Value.In(language.Tag), StringComparer.Ordinal);
        values["name"] = to.Name;
        values["record"] = known.Title.In(language.Tag);
        values["sender"] = letter.MadeByName;
        values["today"] = now.InUtc().Date.ToString("D", language.Culture);
        var empty = text.Subject.Needed.Union(text.Body.Needed, StringComparer.Ordinal).FirstOrDefault(n => values.GetValueOrDefault(n) is null or "");
        return empty is not null
            ? Copy("", "", "letters.problem.empty", empty)
            : Copy(OneLine(text.Subject.Fill(values)), text.Body.Fill(values).ReplaceLineEndings("\n").Trim(), null);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
