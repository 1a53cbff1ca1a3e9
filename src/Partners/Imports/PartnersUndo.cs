using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Imports;

/// <summary>Takes an import of partners back, while nothing depends on it.</summary>
internal sealed class PartnersUndo(AppDbContext db, ITakeBack directory)
{
    public async Task<IReadOnlyList<ImportBlock>> RunAsync(IReadOnlyList<ImportEffect> effects, CancellationToken cancellation)
    {
        var byKind = effects.ToLookup(e => e.Kind, StringComparer.Ordinal);
        var going = effects.Where(e => e.IsNew).Select(e => e.Key).ToHashSet();
        var names = new UndoNames(effects);
        var blocks = new List<ImportBlock>();
        blocks.AddRange(await ContactsAsync([.. byKind[PartnersApply.Contact]], going, names, cancellation));
        blocks.AddRange(await ProfilesAsync([.. byKind[PartnersApply.Profile]], cancellation));
        var notes = Keys<Note>(byKind[PartnersApply.Note]);
        db.RemoveRange(await db.Set<Note>().VisibleTo(Viewer.System).Where(n => notes.Contains(n.Id)).ToListAsync(cancellation));
        var persons = await directory.PersonsAsync(Keys<PersonCard>(byKind[PartnersApply.Person]), going, cancellation);
        blocks.AddRange(persons.Select(names.BlockOf));
        var organisations = await directory.OrganisationsAsync(Keys<OrganisationCard>(byKind[PartnersApply.Organisation]), going, cancellation);
        blocks.AddRange(organisations.Select(names.BlockOf));
        return [.. blocks.DistinctBy(b => b.Sentence)];
    }

    private async Task<IEnumerable<ImportBlock>> ContactsAsync(List<ImportEffect> effects, HashSet<Guid> going, UndoNames names, CancellationToken cancellation)
    {
        var ids = Keys<Contact>(effects);
        var contacts = await db.Set<Contact>().VisibleTo(Viewer.System).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id.Value, cancellation);
        var blocks = new List<ImportBlock>();
        foreach (var effect in effects)
        {
            if (!contacts.TryGetValue(effect.Key, out var contact)) continue;
            if (effect.IsNew)
            {
                if (contact.Version > 1 && db.Entry(contact).State == EntityState.Unchanged && !effects.Exists(e => e.Key == effect.Key && !e.IsNew)) blocks.Add(UndoNames.ChangedSince(effect));
                db.Remove(contact);
            }
            else if (!UndoNames.Same(PartnersApply.ContactValues(contact), effect.After!))
            {
                blocks.Add(UndoNames.ChangedSince(effect));
            }
            else
            {
                contact.Email = effect.Before!["email"];
                contact.Role = Enum.Parse<ContactRole>(effect.Before["role"]!);
            }
        }

        var created = Keys<Contact>(effects.Where(e => e.IsNew));
        blocks.AddRange((await Dependents.OfAsync(db, created, [], going, cancellation)).Select(names.BlockOf));
        return blocks;
    }

    private async Task<IEnumerable<ImportBlock>> ProfilesAsync(List<ImportEffect> effects, CancellationToken cancellation)
    {
        var ids = Keys<PartnerProfile>(effects);
        var profiles = await db.Set<PartnerProfile>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id.Value, cancellation);
        var blocks = new List<ImportBlock>();
        foreach (var effect in effects.Where(e => profiles.ContainsKey(e.Key)))
        {
            var profile = profiles[effect.Key];
            if (effect.IsNew) db.Remove(profile);
            else if (!UndoNames.Same(PartnersApply.Value(profile.Featured), effect.After!)) blocks.Add(UndoNames.ChangedSince(effect));
            else profile.Featured = effect.Before!["featured"] is { } before ? int.Parse(before, CultureInfo.InvariantCulture) : null;
        }

        return blocks;
    }

    private static List<Id<TCard>> Keys<TCard>(IEnumerable<ImportEffect> effects) => [.. effects.Select(e => new Id<TCard>(e.Key)).Distinct()];
}

/// <summary>The sentences about what stands in the way of an undo.</summary>
internal sealed class UndoNames(IEnumerable<ImportEffect> effects)
{
    private readonly Dictionary<Guid, ImportEffect> byKey = effects.Where(e => e.IsNew).DistinctBy(e => e.Key).ToDictionary(e => e.Key);

    public static ImportBlock ChangedSince(ImportEffect effect) =>
        new(new(Severity.Error, "import.undo.changed-since", null, [effect.Label]), effect.Address);

    public static bool Same(IReadOnlyDictionary<string, string?> one, IReadOnlyDictionary<string, string?> other) =>
        one.Count == other.Count && one.All(o => other.TryGetValue(o.Key, out var value) && value == o.Value);

    public ImportBlock BlockOf(Dependent dependent)
    {
        var effect = byKey.GetValueOrDefault(dependent.On);
        return new(new(Severity.Error, "import.undo.depends", null, [effect?.Label ?? "", new TextRef("record." + dependent.Table)]), effect?.Address);
    }
}
