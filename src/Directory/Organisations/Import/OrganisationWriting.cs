using System.Security.Cryptography;
using Entente.Directory.Model;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Search;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.Organisations.Import;

/// <summary>
/// Writes what an import found new or changed: records, names, relations, and one row for the log, in one transaction that holds the
/// right to write for a moment only; the search follows by jobs.
/// </summary>
internal sealed class OrganisationWriting(AppDbContext db, KnownOrganisations directory, Statements stated, RelationChanges relations, TextCatalog texts)
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
        var import = ImportOf(fileName, report);
        foreach (var organisation in added.Concat(changed)) organisation.ImportId = import.Id;
        db.Add(import);
        SearchUpkeep.IndexLater(db, OrganisationSearch.KindId, [.. added.Concat(changed).Select(o => o.Id.Value)]);
        var (newOnes, oldOnes) = (BulkRows.Of(db, added), BulkRows.Of(db, changed));
        var (newNames, oldNames) = (BulkRows.Of(db, names), BulkRows.Of(db, withdrawnNames));
        var (newRelations, oldRelations) = (BulkRows.Of(db, relations.Added), BulkRows.Of(db, relations.Changed));
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await db.SaveChangesAsync(cancellation);
            await newOnes.InsertAsync(db, cancellation);
            await oldOnes.UpdateAsync(db, cancellation);
            await newNames.InsertAsync(db, cancellation);
            await oldNames.UpdateAsync(db, cancellation);
            await newRelations.InsertAsync(db, cancellation);
            await oldRelations.UpdateAsync(db, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(texts["organisations.import.meanwhile"]);
        }
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
