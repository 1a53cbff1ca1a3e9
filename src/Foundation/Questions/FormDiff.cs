using System.Text.Json;

namespace Entente.Foundation.Questions;

/// <summary>What became of a question, a column or a section from one version to another.</summary>
public enum FormChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is asked no more.</summary>
    Removed,

    /// <summary>Something about it changed.</summary>
    Changed,

    /// <summary>It only stands elsewhere.</summary>
    Moved,
}

/// <summary>One change between two versions.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The question as it was.</param>
/// <param name="After">The question as it is.</param>
/// <param name="Facets">What about it changed, in the names of <see cref="Question"/>'s properties.</param>
public sealed record FormChange(FormChangeKind Kind, Question? Before, Question? After, IReadOnlyList<string> Facets)
{
    /// <summary>The question as it is, or as it last was.</summary>
    public Question Question => After ?? Before!;
}

/// <summary>Finds what changed between two versions of a form. A question is known by its key, so one that only moved is not shown as another.</summary>
public static class FormDiff
{
    /// <summary>The changes, in the order of the later version, what was taken away last.</summary>
    public static IReadOnlyList<FormChange> Between(FormContent before, FormContent after)
    {
        var was = All(before).ToDictionary(q => q.Id, StringComparer.Ordinal);
        var now = All(after).ToList();
        var stays = Staying([.. before.Questions.Select(q => q.Id)], [.. after.Questions.Select(q => q.Id)]);
        var changes = new List<FormChange>();
        foreach (var question in now)
        {
            if (!was.TryGetValue(question.Id, out var earlier)) changes.Add(new(FormChangeKind.Added, null, question, []));
            else if (Facets(earlier, question) is { Count: > 0 } facets) changes.Add(new(FormChangeKind.Changed, earlier, question, facets));
            else if (after.Questions.Contains(question) && !stays.Contains(question.Id)) changes.Add(new(FormChangeKind.Moved, earlier, question, []));
        }

        changes.AddRange(All(before).Where(q => now.TrueForAll(n => n.Id != q.Id)).Select(q => new FormChange(FormChangeKind.Removed, q, null, [])));
        return changes;
    }

    /// <summary>Sections whose heading or help changed, came or went: before and after.</summary>
    public static IReadOnlyList<(FormSection? Before, FormSection? After)> Sections(FormContent before, FormContent after)
    {
        var changes = new List<(FormSection?, FormSection?)>();
        foreach (var section in after.Sections)
        {
            var earlier = before.Sections.FirstOrDefault(s => s.Id == section.Id);
            if (earlier is null || earlier.Title != section.Title || earlier.Help != section.Help) changes.Add((earlier, section));
        }

        changes.AddRange(before.Sections.Where(s => after.Sections.All(a => a.Id != s.Id)).Select(s => ((FormSection?, FormSection?))(s, null)));
        return changes;
    }

    private static IEnumerable<Question> All(FormContent content) => content.Questions.SelectMany(q => q.Columns.Prepend(q));

    private static IReadOnlyList<string> Facets(Question before, Question after)
    {
        using var was = JsonSerializer.SerializeToDocument(before with { Columns = [] }, FormContent.Form);
        using var now = JsonSerializer.SerializeToDocument(after with { Columns = [] }, FormContent.Form);
        var names = was.RootElement.EnumerateObject().Concat(now.RootElement.EnumerateObject()).Select(p => p.Name).Distinct(StringComparer.Ordinal);
        return [.. names.Where(n => RawOf(was, n) != RawOf(now, n))];
    }

    private static string? RawOf(JsonDocument document, string name) => document.RootElement.TryGetProperty(name, out var value) ? value.GetRawText() : null;

    // The longest run of questions that kept their order; the others moved.
    private static HashSet<string> Staying(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var places = before.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        var common = after.Where(places.ContainsKey).ToList();
        var (length, previous) = (new int[common.Count], new int[common.Count]);
        var best = -1;
        for (var i = 0; i < common.Count; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
                if (places[common[j]] < places[common[i]] && length[j] + 1 > length[i]) (length[i], previous[i]) = (length[j] + 1, j);
            if (best < 0 || length[i] > length[best]) best = i;
        }

        var stays = new HashSet<string>(StringComparer.Ordinal);
        for (var i = best; i >= 0; i = previous[i]) stays.Add(common[i]);
        return stays;
    }
}
