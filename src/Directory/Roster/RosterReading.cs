using Entente.Directory.Model;
using Entente.Foundation.Tables;

namespace Entente.Directory.Roster;

/// <summary>Reads the files of a roster into rows whose values are sound; what contradicts itself or another row is set aside.</summary>
internal sealed class RosterReading(DateOnly today)
{
    private const int LongestCode = 20;
    private const int LongestUnitName = 120;
    private const int LongestTitle = 200;
    private const int LongestPart = 80;

    private readonly List<RosterSaying> doubtful = [];

    /// <exception cref="RosterRefusedException">A file cannot be read as a whole.</exception>
    public static RosterTable Read(IReadOnlyList<RosterContent> files, bool needsEndLine, DateOnly today)
    {
        var sheets = files.Select(f => RosterSheet.Open(f, needsEndLine)).ToList();
        var reading = new RosterReading(today);
        var units = sheets.Where(s => s.IsUnits).ToList();
        var people = sheets.Where(s => !s.IsUnits).ToList();
        var unitRows = units.SelectMany(s => s.Rows.Select(r => reading.UnitOf(s, r))).OfType<UnitLine>().ToList();
        var seen = people.SelectMany(s => s.Rows.Select(r => s.Text(r, "id"))).ToHashSet(StringComparer.Ordinal);
        var seenCodes = units.SelectMany(s => s.Rows.Select(r => s.Text(r, "code"))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = people.SelectMany(s => s.Rows.Select(r => reading.PersonOf(s, r))).OfType<PersonLine>().ToList();
        var codes = reading.Single(unitRows, u => u.Code.ToUpperInvariant(), u => u.Place, u => u.Code, "code", "roster.twice.code");
        var ids = reading.Single(rows, p => p.Subject, p => p.Place, p => p.Subject, "id", "roster.twice.id");
        var mails = reading.Single(ids, p => p.Mail.ToUpperInvariant(), p => p.Place, p => p.Subject, "email", "roster.twice.mail");
        return new(units.Count == 0 ? null : codes, people.Count == 0 ? null : mails, [.. reading.doubtful.OrderBy(d => files.ToList().FindIndex(f => f.Name == d.Place!.File)).ThenBy(d => d.Place!.Row)], seen, seenCodes, sheets.Sum(s => s.Rows.Count));
    }

    /// <summary>The rows whose value no other has; those that share one are all set aside, for nobody knows which is right.</summary>
    private List<T> Single<T>(IReadOnlyList<T> rows, Func<T, string> valueOf, Func<T, RosterPlace> placeOf, Func<T, string> subjectOf, string field, string key)
    {
        var kept = new List<T>();
        foreach (var same in rows.GroupBy(valueOf, StringComparer.Ordinal))
        {
            var all = same.ToList();
            if (same.Key.Length == 0 || all.Count == 1)
            {
                kept.AddRange(all);
                continue;
            }

            foreach (var row in all)
            {
                var other = placeOf(all.First(o => !ReferenceEquals(o, row)));
                doubtful.Add(new RosterSaying(RosterLineKind.Contradiction, subjectOf(row), key, valueOf(row), other.Row).At(placeOf(row), field));
            }
        }

        return kept;
    }

    private UnitLine? UnitOf(RosterSheet sheet, TableRow row)
    {
        var code = sheet.Text(row, "code");
        var check = new RowCheck(sheet, row, code);
        if (code.Length is 0 or > LongestCode) check.Wrong("code", "roster.wrong.code", LongestCode);
        var (name, english) = (sheet.Text(row, "name"), sheet.Text(row, "name en"));
        if (name.Length + english.Length == 0) check.Wrong("name", "roster.wrong.no-name");
        if (name.Length > LongestUnitName || english.Length > LongestUnitName) check.Wrong("name", "roster.wrong.long", LongestUnitName);
        var to = check.Day("to");
        var ended = check.HasLeft();
        return check.Passed(doubtful) ? new(check.Place, code, name, english, sheet.Text(row, "parent"), RosterWords.UnitKindOf(sheet.Text(row, "kind")), ended || to < today, to) : null;
    }

    private PersonLine? PersonOf(RosterSheet sheet, TableRow row)
    {
        var id = sheet.Text(row, "id");
        var check = new RowCheck(sheet, row, id);
        if (id.Length is 0 or > ExternalIdentity.LongestSubject || id.Any(char.IsControl)) check.Wrong("id", "roster.wrong.id", ExternalIdentity.LongestSubject);
        var (name, family, given) = (sheet.Text(row, "name"), sheet.Text(row, "family"), sheet.Text(row, "given"));
        if (name.Length + family.Length + given.Length == 0) check.Wrong("name", "roster.wrong.no-name");
        if (name.Length > LongestPart || family.Length > LongestPart || given.Length > LongestPart) check.Wrong("name", "roster.wrong.long", LongestPart);
        var (mail, title) = (sheet.Text(row, "email"), sheet.Text(row, "title"));
        if (mail.Length > 0 && !PersonEmail.IsAddress(mail)) check.Wrong("email", "directory.account.no-address", mail);
        if (title.Length > LongestTitle) check.Wrong("title", "roster.wrong.long", LongestTitle);
        if (sheet.Text(row, "unit").Length == 0) check.Wrong("unit", "roster.wrong.no-unit");
        if (RosterWords.KindOf(sheet.Text(row, "kind")) is not { } kind) kind = check.Wrong<RosterKind>("kind", "roster.wrong.kind", sheet.Text(row, "kind"));
        var (from, to, left) = (check.Day("from"), check.Day("to"), check.HasLeft());
        if (to < from) check.Wrong("to", "roster.wrong.order");
        // What ended is no longer there, whatever else is said; who left on a day to come has not left yet.
        if (left && to > today) check.Wrong("status", "roster.wrong.left-later", to);
        if (!left && to < today && sheet.Text(row, "status").Length > 0) check.Wrong("status", "roster.wrong.there-ended", to);
        return check.Passed(doubtful) ? new(check.Place, id, name, family, given, mail, kind, sheet.Text(row, "unit"), title, left || to < today, from, to) : null;
    }

    /// <summary>One row being looked at, with what is wrong in it.</summary>
    private sealed class RowCheck(RosterSheet sheet, TableRow row, string subject)
    {
        private readonly List<RosterSaying> wrong = [.. sheet.WrongIn(row, subject)];

        public RosterPlace Place { get; } = sheet.PlaceOf(row);

        public void Wrong(string field, string key, params object?[] args) => wrong.Add(new RosterSaying(RosterLineKind.Contradiction, subject, key, args).At(Place, field));

        public T Wrong<T>(string field, string key, params object?[] args)
            where T : struct
        {
            Wrong(field, key, args);
            return default;
        }

        public DateOnly? Day(string field)
        {
            var cell = sheet.Cell(row, field);
            if (cell.IsEmpty) return null;
            var read = Dates.Read(cell);
            if (read.Date is not { } date) Wrong(field, "roster.wrong.date", cell.Text.Length <= 40 ? cell.Text : cell.Text[..40]);
            // Far ahead is how tables write that there is no end.
            return read.Date is { Year: < 2200 } day ? day : null;
        }

        public bool HasLeft()
        {
            var word = sheet.Text(row, "status");
            if (RosterWords.HasLeft(word) is { } left) return left;
            Wrong("status", "roster.wrong.status", word);
            return false;
        }

        public bool Passed(List<RosterSaying> doubtful)
        {
            doubtful.AddRange(wrong);
            return wrong.Count == 0;
        }
    }
}
