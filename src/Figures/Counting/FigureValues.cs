using System.Collections.Concurrent;
using Entente.Contracts.Figures;
using Entente.Foundation.Access;
using Entente.Foundation.Caching;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Figures.Counting;

/// <summary>
/// Answers values in bulk and remembers them until a record changes. Counts in a scope of its own, because the parts of a page
/// ask side by side and one database context serves one question at a time.
/// </summary>
internal sealed class FigureValues(FigureCatalog catalog, IServiceScopeFactory scopes, ChangeStamp stamp, SchoolClock clock) : IFigureValues
{
    private const int MaxRemembered = 4_000;
    private readonly ConcurrentDictionary<(string Figure, DateOnly AsOf), Remembered> remembered = new();

    public IReadOnlyDictionary<string, FigureDefinition> Definitions => catalog.ById;

    public async Task<IReadOnlyDictionary<string, FigureValue>> OfAsync(
        IReadOnlyCollection<string> figures, DateOnly? asOf, Viewer viewer, CancellationToken cancellation)
    {
        var date = asOf ?? clock.Today;
        var known = figures.Distinct(StringComparer.Ordinal).Select(catalog.Find).OfType<FigureDefinition>().ToList();
        var values = await NumbersAsync([.. known.Select(f => (f, date))], cancellation);
        var seesAll = viewer.May(FiguresPermissions.View);
        return known.ToDictionary(f => f.Id, f => Answer(f, date, values[(f.Id, date)], seesAll), StringComparer.Ordinal);
    }

    /// <summary>The numbers of figures at dates, without regard to who reads.</summary>
    public async Task<IReadOnlyDictionary<(string Figure, DateOnly AsOf), long>> NumbersAsync(
        IReadOnlyCollection<(FigureDefinition Figure, DateOnly AsOf)> asked, CancellationToken cancellation)
    {
        var now = stamp.Current;
        var values = new Dictionary<(string, DateOnly), long>();
        var missing = new List<(FigureDefinition Figure, DateOnly AsOf)>();
        foreach (var (figure, asOf) in asked.Distinct())
        {
            if (remembered.TryGetValue((figure.Id, asOf), out var kept) && kept.Stamp == now) values[(figure.Id, asOf)] = kept.Value;
            else missing.Add((figure, asOf));
        }

        if (missing.Count == 0) return values;
        if (remembered.Count > MaxRemembered) remembered.Clear();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        foreach (var (figure, asOf) in missing)
        {
            var value = await Counts.ValueAsync(db, figure, asOf, cancellation);
            remembered[(figure.Id, asOf)] = new(now, value);
            values[(figure.Id, asOf)] = value;
        }

        return values;
    }

    private static FigureValue Answer(FigureDefinition figure, DateOnly asOf, long value, bool seesAll) =>
        new(figure.Id, figure.Version, asOf, seesAll || !Counts.IsWithheld(figure, value) ? value : null);

    private readonly record struct Remembered(long Stamp, long Value);
}
