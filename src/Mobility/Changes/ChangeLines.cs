using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Changes;

/// <summary>Reads requests to change stays as pages show them: what was before, what is asked for, whom it waits for, what was decided.</summary>
internal sealed class ChangeLines(AppDbContext db, StayNames names, OutsideLinks links, IAccounts accounts, SchoolClock clock, TextCatalog texts)
{
    /// <summary>The requests of a stay the viewer was shown, the newest first.</summary>
    public async Task<IReadOnlyList<ChangeLine>> OfAsync(Stay stay, CancellationToken cancellation)
    {
        var id = stay.Id;
        var changes = await db.Set<StayChange>().ViewerNamed().AsNoTracking().Where(c => c.StayId == id).OrderByDescending(c => c.AskedAt).ThenByDescending(c => c.Id).ToListAsync(cancellation);
        if (changes.Count == 0) return [];
        var people = await names.PersonsAsync([.. changes.Select(c => c.HostBefore).Append(stay.HomeSupervisorId).OfType<PersonId>().Distinct()], cancellation);
        var by = await accounts.OfAsync([.. changes.SelectMany(c => new[] { c.AskedById, c.OpinionById, c.DecidedById }).OfType<AccountId>().Distinct()], cancellation);
        var open = changes.Where(c => c.State == ChangeState.Open).Select(c => c.Id.Value).ToList();
        var (kind, now) = (StayChange.RecordKind, clock.Now);
        var asked = open.Count == 0 ? [] : await links.Lines(Viewer.System).Where(l => l.SubjectKind == kind && open.Contains(l.SubjectKey) && l.AnsweredAt == null && l.WithdrawnAt == null && l.ExpiresAt > now)
            .Select(l => new { l.SubjectKey, l.Name }).ToListAsync(cancellation);
        var hosts = asked.ToLookup(l => l.SubjectKey, l => l.Name);
        return [.. changes.Select(LineOf)];

        ChangeLine LineOf(StayChange change)
        {
            var (before, after) = ChangeWords.ValuesOf(change, texts, change.HostBefore is { } host ? people.GetValueOrDefault(host) : null);
            return new(change.Id.Value, ShowChange.AddressOf(change), change.Kind, change.State, before, after, change.Reason)
            {
                File = change.FileId,
                Hash = Convert.ToHexStringLower(change.Hash()),
                AskedOn = clock.DateOf(change.AskedAt),
                AskedBy = NameOf(change.AskedById),
                Host = change.HostAgreedAt is { } agreed ? (change.HostAgreedName!, clock.DateOf(agreed)) : null,
                HostRemark = change.HostRemark,
                IsSupported = change.IsSupported,
                Opinion = change.Opinion,
                OpinionBy = change.OpinionAt is { } said ? (NameOf(change.OpinionById), clock.DateOf(said)) : null,
                Decided = change.DecidedAt is { } decided ? (NameOf(change.DecidedById), clock.DateOf(decided)) : null,
                Answer = change.Answer,
                WaitsFor = change.State != ChangeState.Open ? null
                    : hosts[change.Id.Value].FirstOrDefault() is { } outside && change.HostAgreedAt is null ? (ChangeWaits.Host, outside)
                    : stay.HomeSupervisorId is { } home && change.OpinionAt is null ? (ChangeWaits.Supervisor, people.GetValueOrDefault(home)?.ToString() ?? "–")
                    : (ChangeWaits.Office, ""),
            };
        }

        string NameOf(AccountId? account) => account is { } known && by.TryGetValue(known, out var card) ? card.Name : "–";
    }
}

/// <summary>A request as pages show it.</summary>
public sealed record ChangeLine(Guid Key, string Address, ChangeKind Kind, ChangeState State, LocalizedText Before, LocalizedText After, string Reason)
{
    public FileId? File { get; init; }

    public required string Hash { get; init; }

    public required DateOnly AskedOn { get; init; }

    public required string AskedBy { get; init; }

    public (string Name, DateOnly On)? Host { get; init; }

    public string? HostRemark { get; init; }

    public bool? IsSupported { get; init; }

    public string? Opinion { get; init; }

    public (string Name, DateOnly On)? OpinionBy { get; init; }

    public (string Name, DateOnly On)? Decided { get; init; }

    public string? Answer { get; init; }

    /// <summary>Who must move; none: it is decided.</summary>
    public (ChangeWaits Who, string Name)? WaitsFor { get; init; }

    /// <summary>Where it stands, as one sentence.</summary>
    public string Status(TextCatalog texts) => WaitsFor is var (who, name) ? texts["changes.waits." + who, name] : texts["changes.state." + State];
}

/// <summary>Who must move on an open request.</summary>
public enum ChangeWaits
{
    /// <summary>Somebody at the host was asked by a link.</summary>
    Host,

    /// <summary>The home supervisor has not said an opinion.</summary>
    Supervisor,

    /// <summary>The office decides.</summary>
    Office,
}
