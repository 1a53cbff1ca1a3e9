using System.Collections.Concurrent;

namespace Entente.Foundation.Caching;

/// <summary>What one address answers; the key leaves the query out where there is none, so that a look-up allocates nothing.</summary>
/// <param name="Path">The path as it was asked for.</param>
/// <param name="Query">The query with its question mark; empty without.</param>
internal readonly record struct AnswerKey(string Path, string Query);

/// <summary>The public answers kept in memory: bounded in number and bytes, those longest unread go first.</summary>
public sealed class PublicAnswers
{
    private const int MaxAnswers = 2_000;
    private const long MaxBytes = 64 * 1024 * 1024;
    private readonly ConcurrentDictionary<AnswerKey, PublicAnswer> answers = new();
    private readonly Lock trimming = new();
    private long bytes;

    /// <summary>How many answers are kept.</summary>
    public int Count => answers.Count;

    internal PublicAnswer? Find(AnswerKey key, long stamp)
    {
        if (!answers.TryGetValue(key, out var answer)) return null;
        if (answer.Stamp == stamp)
        {
            answer.ReadAt = Environment.TickCount64;
            return answer;
        }

        Remove(key, answer);
        return null;
    }

    internal void Keep(AnswerKey key, PublicAnswer answer)
    {
        if (answer.Size > MaxBytes / 16) return;
        answer.ReadAt = Environment.TickCount64;
        if (answers.TryGetValue(key, out var old)) Remove(key, old);
        if (answers.TryAdd(key, answer)) Interlocked.Add(ref bytes, answer.Size);
        if (answers.Count > MaxAnswers || Interlocked.Read(ref bytes) > MaxBytes) Trim();
    }

    private void Remove(AnswerKey key, PublicAnswer answer)
    {
        if (answers.TryRemove(KeyValuePair.Create(key, answer))) Interlocked.Add(ref bytes, -answer.Size);
    }

    private void Trim()
    {
        lock (trimming)
        {
            foreach (var (key, answer) in answers.ToArray().OrderBy(a => a.Value.ReadAt))
            {
                if (answers.Count <= MaxAnswers * 9 / 10 && Interlocked.Read(ref bytes) <= MaxBytes * 9 / 10) return;
                Remove(key, answer);
            }
        }
    }
}
