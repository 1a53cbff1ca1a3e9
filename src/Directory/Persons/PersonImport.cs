using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>
/// <c>import people FILE</c>: all rows or none. A row is a known person by its ORCID iD, else its mail, else name and organisation;
/// a repeated import changes nothing.
/// </summary>
internal sealed class PersonImport(AppDbContext db, IPersons persons, IOrganisations organisations, Duplicates duplicates, TextCatalog texts) : IImportCommandKind
{
    private const string Source = "import";

    private static readonly TargetField[] Fields =
    [
        new("family", ["family name", "surname", "last name", "姓", "姓氏"]), new("given", ["given name", "first name", "given names", "名", "名字"]),
        new("order", ["name order", "姓名顺序"]), new("native name", ["native", "chinese name", "中文名", "中文姓名", "姓名"]),
        new("email", ["e-mail", "mail", "邮箱", "电子邮件"]), new("orcid", ["orcid id"]), new("organisation", ["organization", "institution", "university", "affiliation", "单位", "机构"]),
        new("ror", ["ror id"]), new("country", ["国家", "国家或地区"]), new("title", ["position", "职务", "职称"]), new("from", ["since", "start", "起始日期"]), new("to", ["until", "end", "截止日期"]),
    ];

    public string Id => "people";

    public async Task<ImportReport> ImportAsync(ImportCommandRequest request, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(request.File);
        using var table = TableReader.Open(file, request.File);
        var map = ColumnMap.Propose(table.Header, Fields);
        var rows = table.ReadAll();
        var whole = table.Findings.Where(f => f.Severity != Severity.Warning).Select(f => texts[f.TextKey, f.Args]).ToList();
        if (table.IsRefused) throw new RefusedException([.. whole]);
        if (map.ColumnOf("family") is null && map.ColumnOf("native name") is null) throw new RefusedException(texts["directory.import.no-name-column"]);
        var places = await PlacesAsync(rows, map, cancellation);
        var (added, changed, unchanged, refused) = (0, 0, 0, 0);
        var reasons = new List<string>(whole);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var row in rows)
        {
            var read = PersonRow(row, map, places);
            if (read.Reasons.Count > 0)
            {
                refused++;
                reasons.AddRange(read.Reasons.Select(r => texts["directory.import.row", row.Number, r]));
                continue;
            }

            switch (await ApplyAsync(read, cancellation))
            {
                case null:
                    refused++;
                    reasons.Add(texts["directory.import.row", row.Number, texts["directory.import.several"]]);
                    break;
                case RowOutcome.New: added++; break;
                case RowOutcome.Changed: changed++; break;
                default: unchanged++; break;
            }
        }

        if (whole.Count > 0 && refused == 0) refused = 1;
        if (refused == 0 && !request.IsDryRun) await transaction.CommitAsync(cancellation);
        return new(added, changed, unchanged, refused, reasons);
    }

    private async Task<RowOutcome?> ApplyAsync(ReadRow read, CancellationToken cancellation)
    {
        var like = await duplicates.LikeAsync(new PersonInput(read.Name, read.Email, read.Orcid).Likeness(default, read.Organisation), Viewer.System, cancellation);
        var same = like.Where(p => IsSame(p.Verdict, read)).ToList();
        if (same.Count > 1) return null;
        if (same.Count == 0)
        {
            var id = persons.Add(new NewPerson(read.Name, read.Email, null, null, Source));
            db.Set<Person>().Local.Single(p => p.Id == id).Orcid = read.Orcid;
            await PlaceAsync(id, [id], read, cancellation);
            await db.SaveChangesAsync(cancellation);
            return RowOutcome.New;
        }

        var known = same[0].Second;
        var keys = await PersonReading.KeysOfAsync(db, Viewer.System, known.Id, cancellation);
        if (read.Orcid is { } orcid && known.Orcid is null)
            (await db.Set<Person>().VisibleTo(Viewer.System).SingleAsync(p => p.Id == known.Id, cancellation)).Orcid = orcid;
        if (read.Email.Length > 0 && !known.Mails.Contains(read.Email.ToLowerInvariant(), StringComparer.Ordinal)) db.Add(PersonEmail.Of(known.Id, read.Email, db.Write.Now));
        foreach (var name in Answers.Persons.NamesOf(known.Id, read.Name, db.Write.Now).Where(n => !known.Names.Contains(n.Full, StringComparer.Ordinal)))
            db.Add(PersonName.Whole(known.Id, PersonNameKind.Variant, name.Full, db.Write.Now, name.Family, name.Given, name.FamilyFirst));
        await PlaceAsync(known.Id, keys, read, cancellation);
        return await db.SaveChangesAsync(cancellation) > 0 ? RowOutcome.Changed : RowOutcome.Unchanged;
    }

    // The same identifier or mail is the same person; the same name is, where the organisation is too.
    private static bool IsSame(DuplicateVerdict verdict, ReadRow read)
    {
        bool Has(string reason) => verdict.Reasons.Contains("directory.duplicates.because." + reason, StringComparer.Ordinal);
        return Has("orcid") || Has("mail") || ((Has("han") || Has("latin")) && (Has("organisation") || read.Organisation is null && read.Email.Length == 0));
    }

    private async Task PlaceAsync(PersonId id, IReadOnlyCollection<PersonId> keys, ReadRow read, CancellationToken cancellation)
    {
        if (read.Organisation is not { } organisation) return;
        var there = await KeepAffiliations.Overlapping(
            db.Set<PersonAffiliation>().VisibleTo(Viewer.System), keys, organisation, null, read.From, read.To).FirstOrDefaultAsync(cancellation);
        if (there is not null)
        {
            if (there.To is null && read.To is not null) there.To = read.To;
            return;
        }

        db.Add(new PersonAffiliation
        {
            PersonId = id,
            OrganisationId = organisation,
            Title = new LocalizedText(read.Title, ""),
            From = read.From,
            To = read.To,
            Source = Source,
            RecordedAt = db.Write.Now,
        });
    }

    private ReadRow PersonRow(TableRow row, ColumnMap map, IReadOnlyDictionary<string, OrganisationId?> places)
    {
        var reasons = new List<string>();
        string Cell(string field) => map.ColumnOf(field) is { } column ? row[column].Trimmed : "";
        DateOnly? Day(string field)
        {
            var cell = map.ColumnOf(field) is { } column ? row[column] : TableCell.Empty;
            if (cell.IsEmpty) return null;
            if (cell.Kind == TableCellKind.Date) return cell.Date;
            if (DateOnly.TryParseExact(cell.Trimmed, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)) return day;
            reasons.Add(texts["directory.import.date", field, cell.Text]);
            return null;
        }

        var (family, given, native, email) = (Cell("family"), Cell("given"), Cell("native name"), Cell("email"));
        var (written, title) = (Cell("orcid"), Cell("title"));
        if (family.Length + given.Length + native.Length == 0) reasons.Add(texts["directory.person.no-name"]);
        if (family.Length > 80 || given.Length > 80 || native.Length > PersonName.Longest || title.Length > 200) reasons.Add(texts["directory.import.too-long"]);
        if (email.Length > 0 && !PersonEmail.IsAddress(email)) reasons.Add(texts["directory.account.no-address", email]);
        string? orcid = null;
        if (written.Length > 0 && (orcid = Orcid.Read(written, out var wrong)) is null) reasons.Add(texts[wrong!]);
        var (from, to) = (Day("from"), Day("to"));
        if (to < from) reasons.Add(texts["directory.role.order"]);
        var place = KeyOf(Cell("organisation"), Cell("ror"), Cell("country"));
        OrganisationId? organisation = place.Length == 0 ? null : places.GetValueOrDefault(place);
        if (place.Length > 0 && organisation is null) reasons.Add(texts["directory.import.organisation", Cell("organisation").Length > 0 ? Cell("organisation") : Cell("ror")]);
        return new(new(family, given, !string.Equals(Cell("order"), "given", StringComparison.OrdinalIgnoreCase), native.Length > 0 ? native : null), email, orcid, organisation, title, from, to, reasons);
    }

    /// <summary>The organisations named, found once for the whole file: by ROR identifier, by exact name, else by the matcher where it is sure.</summary>
    private async Task<IReadOnlyDictionary<string, OrganisationId?>> PlacesAsync(IReadOnlyList<TableRow> rows, ColumnMap map, CancellationToken cancellation)
    {
        string Cell(TableRow row, string field) => map.ColumnOf(field) is { } column ? row[column].Trimmed : "";
        var asked = rows.Select(r => (Name: Cell(r, "organisation"), Ror: Cell(r, "ror"), Country: Cell(r, "country")))
            .Where(a => KeyOf(a.Name, a.Ror, a.Country).Length > 0).DistinctBy(a => KeyOf(a.Name, a.Ror, a.Country), StringComparer.Ordinal).ToList();
        var rors = asked.Select(a => RorIdentifier.Read(a.Ror)).OfType<string>().ToList();
        var byRor = await db.Set<Organisation>().Where(o => rors.Contains(o.Ror!)).ToDictionaryAsync(o => o.Ror!, o => o.Id, StringComparer.Ordinal, cancellation);
        var folded = asked.Select(a => NameFolding.Of(a.Name)).ToList();
        var byName = (await db.Set<OrganisationName>().Where(n => n.WithdrawnAt == null && folded.Contains(n.Folded))
            .Select(n => new { n.Folded, n.OrganisationId }).Distinct().ToListAsync(cancellation)).ToLookup(n => n.Folded, n => n.OrganisationId, StringComparer.Ordinal);
        var matched = await organisations.MatchAsync([.. asked.Select(a => new OrganisationQuestion(a.Name, a.Country.Length == 2 ? a.Country : null))], cancellation);
        return asked.Select((a, i) => (Key: KeyOf(a.Name, a.Ror, a.Country), Id: Find(a, i))).ToDictionary(a => a.Key, a => a.Id, StringComparer.Ordinal);

        OrganisationId? Find((string Name, string Ror, string Country) a, int i)
        {
            if (a.Ror.Length > 0) return RorIdentifier.Read(a.Ror) is { } ror && byRor.TryGetValue(ror, out var found) ? found : null;
            var named = byName[NameFolding.Of(a.Name)].Distinct().ToList();
            return named.Count == 1 ? named[0] : matched[i].Chosen?.Organisation.Id;
        }
    }

    private static string KeyOf(string name, string ror, string country) => ror.Length > 0 ? "ror:" + ror : name.Length > 0 ? name + "|" + country : "";

    private sealed record ReadRow(
        PersonNameParts Name, string Email, string? Orcid, OrganisationId? Organisation, string Title, DateOnly? From, DateOnly? To, IReadOnlyList<string> Reasons);

    private enum RowOutcome
    {
        New,
        Changed,
        Unchanged,
    }
}
