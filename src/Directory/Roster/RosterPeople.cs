using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.Persons;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Roster;

/// <summary>The records of people that a roster touches, read in a constant number of statements for every thousand.</summary>
internal sealed class RosterPeople(AppDbContext db, string issuer)
{
    private const int AtOnce = 1000;

    private Dictionary<AccountId, Account> accounts = [];
    private Dictionary<Id<PersonAffiliation>, PersonAffiliation> places = [];

    /// <summary>Everybody the roster announced before, by number.</summary>
    public Dictionary<string, RosterMember> Members { get; private set; } = [];

    /// <summary>The accounts of identities, by number.</summary>
    public Dictionary<string, AccountId> Linked { get; private set; } = [];

    /// <summary>The accounts that have an address, by the address in capitals.</summary>
    public Dictionary<string, AccountId> Addresses { get; private set; } = [];

    /// <summary>Persons of the directory by an address of theirs, in small letters.</summary>
    public ILookup<string, PersonId> PersonsByMail { get; private set; } = Array.Empty<PersonId>().ToLookup(_ => "", StringComparer.Ordinal);

    public async Task ReadMembersAsync(CancellationToken cancellation) => Members = await db.Set<RosterMember>().AsNoTracking()
        .Where(m => m.Issuer == issuer).ToDictionaryAsync(m => m.Subject, StringComparer.Ordinal, cancellation);

    /// <summary>Reads what the rows of people not yet announced may meet.</summary>
    public async Task ReadForNewAsync(IReadOnlyCollection<PersonLine> lines, IReadOnlyCollection<string> mails, CancellationToken cancellation)
    {
        Linked = (await InPartsAsync(lines.Select(l => l.Subject), part => db.Set<ExternalIdentity>().AsNoTracking()
            .Where(i => i.Issuer == issuer && part.Contains(i.Subject)).Select(i => new { i.Subject, i.AccountId }).ToListAsync(cancellation)))
            .ToDictionary(i => i.Subject, i => i.AccountId, StringComparer.Ordinal);
        Addresses = (await InPartsAsync(mails.Select(Normal), part => db.Accounts()
            .Where(a => part.Contains(a.NormalizedEmail)).Select(a => new { a.NormalizedEmail, a.Id }).ToListAsync(cancellation)))
            .ToDictionary(a => a.NormalizedEmail, a => a.Id, StringComparer.Ordinal);
        PersonsByMail = (await InPartsAsync(mails.Select(m => m.ToLowerInvariant()), part => db.Set<PersonEmail>().VisibleTo(Viewer.System)
            .Where(e => e.WithdrawnAt == null && part.Contains(e.Folded)).Select(e => new { e.Folded, e.PersonId }).ToListAsync(cancellation)))
            .ToLookup(e => e.Folded, e => e.PersonId, StringComparer.Ordinal);
    }

    /// <summary>Reads, to be changed, what stands of members and accounts.</summary>
    public async Task ReadToChangeAsync(IReadOnlyCollection<RosterMember> members, IEnumerable<AccountId> more, CancellationToken cancellation)
    {
        db.AttachRange(members);
        accounts = (await InPartsAsync(members.Select(m => m.AccountId).Concat(more), part => db.Accounts().Where(a => part.Contains(a.Id)).ToListAsync(cancellation))).ToDictionary(a => a.Id);
        places = (await InPartsAsync(members.Select(m => m.AffiliationId).OfType<Id<PersonAffiliation>>(), part => db.Set<PersonAffiliation>().VisibleTo(Viewer.System)
            .Where(a => part.Contains(a.Id)).ToListAsync(cancellation))).ToDictionary(a => a.Id);
    }

    public Account AccountOf(AccountId id) => accounts[id];

    /// <summary>Where the roster has somebody; none where that was withdrawn by hand.</summary>
    public PersonAffiliation? PlaceOf(RosterMember member) =>
        member.AffiliationId is { } id && places.TryGetValue(id, out var place) && place.WithdrawnAt is null ? place : null;

    public static string Normal(string mail) => mail.Normalize().ToUpperInvariant();

    /// <summary>Asks for many keys in parts that a statement can carry.</summary>
    public static async Task<List<TRow>> InPartsAsync<TKey, TRow>(IEnumerable<TKey> keys, Func<List<TKey>, Task<List<TRow>>> ask)
    {
        var rows = new List<TRow>();
        foreach (var part in keys.Distinct().Chunk(AtOnce)) rows.AddRange(await ask([.. part]));
        return rows;
    }
}
