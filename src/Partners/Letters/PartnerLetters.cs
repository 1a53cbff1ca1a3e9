using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Events;
using Entente.Foundation.Letters;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.FactSheets;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Letters;

/// <summary>Whom one writes to at a partner: whoever coordinates exchanges and has an address; and what a letter can say of it.</summary>
internal sealed class PartnerLetters(AppDbContext db, IOrganisations organisations, IPersons persons, TextCatalog texts, SchoolClock clock) : ILetterRecords
{
    public string Kind => PartnerRecordNames.RecordKind;

    public IReadOnlyList<string> Fields { get; } = ["agreement", "last_day", "country"];

    public async Task<IReadOnlyList<LetterAddressee>> AddresseesAsync(IReadOnlyCollection<Guid> keys, Viewer viewer, CancellationToken cancellation)
    {
        var ids = keys.Select(k => new OrganisationId(k)).ToList();
        var cards = await organisations.Cards(viewer).Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
        var contacts = (await CurrentAsync(ids, viewer, cancellation)).ToLookup(c => c.OrganisationId);
        var people = contacts.SelectMany(c => c).Select(c => c.PersonId).Distinct().ToList();
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var agreements = await NearestAsync(ids, viewer, cancellation);
        return [.. ids.Where(cards.ContainsKey).Select(id =>
        {
            var to = contacts[id].OrderBy(c => c.Email is null).ThenBy(c => FactSheetReading.Rank(c.Role)).ThenBy(c => c.Id).FirstOrDefault();
            var language = Language.Of(to?.Language) ?? Language.English;
            return new LetterAddressee(
                id.Value, cards[id].Name, to?.PersonId.Value, to is null ? cards[id].Name.In(language.Tag) : names[to.PersonId].In(language.Tag), to?.Email, language,
                ValuesOf(cards[id], agreements.GetValueOrDefault(id)));
        })];
    }

    public async Task<ILookup<Guid, string>> AddressesAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellation)
    {
        var ids = keys.Select(k => new OrganisationId(k)).ToList();
        var known = await db.Set<Contact>().VisibleTo(Viewer.System).Where(c => ids.Contains(c.OrganisationId) && c.Email != null)
            .Select(c => new { c.OrganisationId, c.Email }).ToListAsync(cancellation);
        return known.ToLookup(c => c.OrganisationId.Value, c => c.Email!.ToLowerInvariant());
    }

    private Task<List<Contact>> CurrentAsync(List<OrganisationId> ids, Viewer viewer, CancellationToken cancellation)
    {
        var today = clock.Today;
        return db.Set<Contact>().VisibleTo(viewer).AsNoTracking()
            .Where(c => ids.Contains(c.OrganisationId) && c.Side == ContactSide.Partner && (c.Until == null || c.Until >= today) && (c.From == null || c.From <= today))
            .ToListAsync(cancellation);
    }

    /// <summary>Of each partner the agreement in force that ends first.</summary>
    private async Task<Dictionary<OrganisationId, (LocalizedText Title, DateOnly? LastDay)>> NearestAsync(List<OrganisationId> ids, Viewer viewer, CancellationToken cancellation)
    {
        var set = new PartnerSet(db, organisations, viewer, clock.Today);
        var found = await set.InForceOf.Where(a => ids.Contains(a.Partner))
            .Join(set.AgreementsInForce, p => p.Agreement, a => a.Id, (p, a) => new { p.Partner, a.Title, p.LastDay }).ToListAsync(cancellation);
        return found.GroupBy(a => a.Partner).ToDictionary(g => g.Key, g => g.OrderBy(a => a.LastDay ?? DateOnly.MaxValue).Select(a => (a.Title, a.LastDay)).First());
    }

    private Dictionary<string, LocalizedText> ValuesOf(OrganisationCard card, (LocalizedText Title, DateOnly? LastDay) nearest) => new(StringComparer.Ordinal)
    {
        ["agreement"] = nearest.Title ?? LocalizedText.Empty,
        ["last_day"] = nearest.LastDay is { } last ? LocalizedText.InEach(l => texts.DateIn(l, last)) : LocalizedText.Empty,
        ["country"] = Countries.NameOf(texts, card.Country),
    };
}

/// <summary>A mail that was filed is a talk with the partner: it stands among the notes, and the last contact follows from it.</summary>
internal sealed class NoteFiledReply : IHear<LetterReplyFiled>
{
    public Task HearAsync(LetterReplyFiled happened, AppDbContext db, CancellationToken cancellation)
    {
        if (happened.Record.Kind != PartnerRecordNames.RecordKind) return Task.CompletedTask;
        db.Add(new Note
        {
            OrganisationId = new OrganisationId(happened.Record.Key),
            Kind = NoteKind.Mail,
            Text = EnteredText.In($"{happened.From}: {happened.Subject}"),
            On = happened.On,
            AccountId = happened.By is { } account ? new AccountId(account) : null,
            RecordedAt = db.Write.Now,
            UnitId = new UnitId(happened.Unit),
        });
        return Task.CompletedTask;
    }
}
