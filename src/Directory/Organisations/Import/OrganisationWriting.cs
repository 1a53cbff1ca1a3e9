using System.Security.Cryptography;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Search;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.Organisations.Import;

/// <summary>Writes what an import found new or changed: records, names, relations, the index of the search, and one row for the log.</summary>
internal sealed class OrganisationWriting(AppDbContext db, KnownOrganisations directory, Statements stated, RelationChanges relations)
{
    private const int AtOnce = 500;

    private readonly List<Organisation> added = [];
    private readonly List<Organisation> changed = [];
    private readonly List<OrganisationName> names = [];
    private readonly List<OrganisationName> withdrawnNames = [];
    private readonly Instant now = db.Write.Now;

    public async Task WriteAsync(string fileName, ImportReport report, CancellationToken cancellation)
    {
        foreach (var one in stated.New) Add(one);
        foreach (var chunk in stated.Changed.Chunk(AtOnce)) await ChangeAsync(chunk, cancellation);
        relations.Tie(added);
        if (report.New + report.Changed == 0 && relations.IsEmpty) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var import = ImportOf(fileName, report);
        db.Add(import);
        await db.SaveChangesAsync(cancellation);
        foreach (var organisation in added.Concat(changed)) organisation.ImportId = import.Id;
        await BulkRows.InsertAsync(db, added, cancellation);
        await BulkRows.UpdateAsync(db, changed, cancellation);
        await BulkRows.InsertAsync(db, names, cancellation);
        await BulkRows.UpdateAsync(db, withdrawnNames, cancellation);
        await BulkRows.InsertAsync(db, relations.Added, cancellation);
        await BulkRows.UpdateAsync(db, relations.Changed, cancellation);
        await SearchUpkeep.IndexAsync(db, OrganisationSearch.KindId, [.. added.Concat(changed).Select(o => o.Id.Value)], cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private void Add(Stated one)
    {
        var organisation = new Organisation
        {
            Name = one.Statement.ShownName,
            Country = one.Statement.Country,
            City = one.Statement.City,
            Ror = one.Statement.Ror,
            Source = FactSource.Ror,
        };
        Take(organisation, one, []);
        added.Add(organisation);
        names.AddRange(one.Statement.Names.Select(n => NameOf(organisation.Id, n)));
    }

    private async Task ChangeAsync(Stated[] chunk, CancellationToken cancellation)
    {
        var ids = chunk.Select(c => directory.ByRor[c.Statement.Ror].Id).ToList();
        var records = await db.Set<Organisation>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
        var all = await db.Set<OrganisationName>().AsNoTracking().Where(n => ids.Contains(n.OrganisationId) && n.WithdrawnAt == null).ToListAsync(cancellation);
        var standing = all.Where(n => n.Source == FactSource.Ror).ToLookup(n => n.OrganisationId);
        var byHand = all.Where(n => n is { Source: FactSource.Hand, Kind: OrganisationNameKind.Display }).ToLookup(n => n.OrganisationId);
        foreach (var one in chunk)
        {
            var organisation = records[directory.ByRor[one.Statement.Ror].Id];
            Take(organisation, one, byHand[organisation.Id]);
            changed.Add(organisation);
            var said = one.Statement.Names.ToHashSet();
            var there = standing[organisation.Id].ToDictionary(n => new StatedName(n.Text, n.Language, n.Kind));
            names.AddRange(said.Where(n => !there.ContainsKey(n)).Select(n => NameOf(organisation.Id, n)));
            foreach (var gone in there.Where(n => !said.Contains(n.Key)).Select(n => n.Value))
            {
                gone.WithdrawnAt = now;
                withdrawnNames.Add(gone);
            }
        }
    }

    /// <summary>Takes over what is said; what somebody entered by hand stays, and only gaps in it are filled.</summary>
    private static void Take(Organisation organisation, Stated one, IEnumerable<OrganisationName> byHand)
    {
        var said = one.Statement;
        organisation.Status = said.Status;
        organisation.Release = said.Release;
        organisation.Digest = one.Digest;
        if (organisation.Source == FactSource.Ror)
        {
            organisation.Country = said.Country;
            organisation.City = Over(organisation.City.Texts, said.City.Texts);
            (organisation.Latitude, organisation.Longitude) = (said.Latitude, said.Longitude);
            organisation.Types = said.Types;
            organisation.Website = said.Website;
            organisation.Domains = said.Domains;
            organisation.Call(Over(said.ShownName.Texts, byHand.Select(n => KeyValuePair.Create(n.Language, n.Text))));
            return;
        }

        if (organisation.Latitude is null) (organisation.Latitude, organisation.Longitude) = (said.Latitude, said.Longitude);
        if (organisation.Types == OrganisationTypes.None) organisation.Types = said.Types;
        organisation.Website ??= said.Website;
        if (organisation.Domains.Length == 0) organisation.Domains = said.Domains;
    }

    /// <summary>Texts with others laid over them, language by language: what nobody says anew stays.</summary>
    private static LocalizedText Over(IReadOnlyDictionary<string, string> texts, IEnumerable<KeyValuePair<string, string>> above)
    {
        var laid = new Dictionary<string, string>(texts, StringComparer.Ordinal);
        foreach (var (language, text) in above) laid[language] = text;
        return new(laid);
    }

    private OrganisationName NameOf(OrganisationId organisation, StatedName name) =>
        OrganisationName.Of(organisation, name.Text, name.Language, name.Kind, FactSource.Ror, now);

    private OrganisationImport ImportOf(string fileName, ImportReport report)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var one in stated.New.Concat(stated.Changed).OrderBy(s => s.Statement.Ror, StringComparer.Ordinal)) all.AppendData(one.Digest);
        return new()
        {
            FileName = fileName.Length <= 200 ? fileName : fileName[^200..],
            Digest = all.GetHashAndReset(),
            New = report.New,
            Changed = report.Changed,
            Unchanged = report.Unchanged,
            Refused = report.Refused,
            At = now,
        };
    }
}
