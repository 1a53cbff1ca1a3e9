using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Briefing;

/// <summary>Reads what is to be raised with a partner.</summary>
internal sealed class OpenPoints(AppDbContext db, IAccounts accounts)
{
    private const int Most = 60;

    /// <summary>The open ones, oldest first, then those settled last.</summary>
    public async Task<IReadOnlyList<OpenPointLine>> OfAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation)
    {
        var points = await db.Set<OpenPoint>().VisibleTo(viewer).AsNoTracking().Where(p => p.OrganisationId == organisation)
            .OrderBy(p => p.SettledAt != null).ThenByDescending(p => p.SettledAt).ThenBy(p => p.RecordedAt).Take(Most).ToListAsync(cancellation);
        var names = await accounts.OfAsync([.. points.SelectMany(p => new[] { p.AccountId, p.SettledById }).OfType<AccountId>().Distinct()], cancellation);
        string? NameOf(AccountId? account) => account is { } key && names.TryGetValue(key, out var card) ? card.Name : null;
        return [.. points.Select(p => new OpenPointLine(p.Id.Value, p.Text, NameOf(p.AccountId), p.RecordedAt, p.SettledAt, NameOf(p.SettledById), p.Outcome)
        {
            MayEdit = viewer.May(PartnersPermissions.Edit, p.UnitId.Value),
        })];
    }
}

/// <summary>A point as pages show it.</summary>
public sealed record OpenPointLine(
    Guid Id, LocalizedText Text, string? By, NodaTime.Instant RecordedAt, NodaTime.Instant? SettledAt, string? SettledBy, string? Outcome)
{
    /// <summary>Whether the viewer may settle it.</summary>
    public bool MayEdit { get; init; }
}
