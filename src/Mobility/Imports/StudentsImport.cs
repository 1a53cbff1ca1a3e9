using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Imports;

/// <summary>The import of students of past years: each row a stay. A stay of the same student at the same partner from the same day is there already.</summary>
internal sealed class StudentsImport(
    AppDbContext db, IOrganisations organisations, IPersons persons, IAgreements agreements, StudentsApply apply, StudentsUndo undo, TextCatalog texts) : IImportKind
{
    private const string New = "new";
    private const int AskedAtOnce = 200;

    public string Id => "students";

    public string Permission => MobilityPermissions.Edit;

    public IReadOnlyList<ImportField> Fields => StudentFields.All;

    public IReadOnlyList<IReadOnlyList<string>> OneOf => [[StudentFields.Name, StudentFields.NameZh]];

    public async Task CheckAsync(ImportBatch batch, CancellationToken cancellation)
    {
        var forms = await db.Set<MobilityForm>().AsNoTracking().OrderBy(f => f.Order).ToListAsync(cancellation);
        var rows = batch.Lines.Select(l => StudentLine.Read(l, forms)).ToList();
        await FindPartnersAsync(rows, batch, cancellation);
        await FindPersonsAsync(rows, batch, cancellation);
        await FindAgreementsAsync(rows, cancellation);
        var people = rows.Select(r => r.Person?.Id).OfType<PersonId>().Distinct().ToList();
        var stored = await db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().Where(s => people.Contains(s.PersonId) && s.State != StayState.CalledOff).ToListAsync(cancellation);
        var seen = new List<StudentLine>();
        foreach (var row in rows)
        {
            row.Line.State = row;
            Compare(row, stored, seen);
            seen.Add(row);
        }
    }

    public async Task<IReadOnlyList<IReadOnlyList<ImportOption>>> OptionsAsync(IReadOnlyList<ImportQuestion> questions, CancellationToken cancellation)
    {
        var options = new List<IReadOnlyList<ImportOption>>();
        var named = questions.Any(q => q.Field == StudentFields.Name) ? await NamesAsync(cancellation) : null;
        foreach (var question in questions) options.Add(question.Field == StudentFields.Name ? [.. Same(named!, question.Text).Select(p => new ImportOption(p.Id.ToString(), p.Name.ToString())), new(New, texts["import.students.add", question.Text])] : await PartnersLikeAsync(question.Text, cancellation));
        return options;
    }

    public Task<IReadOnlyList<ImportOption>> FindAsync(ImportQuestion question, string text, CancellationToken cancellation) =>
        question.Field == StudentFields.Name ? Task.FromResult<IReadOnlyList<ImportOption>>([]) : PartnersLikeAsync(text, cancellation);

    public Task ApplyAsync(ImportBatch batch, CancellationToken cancellation) => apply.RunAsync(batch, cancellation);

    public Task<IReadOnlyList<ImportBlock>> UndoAsync(IReadOnlyList<ImportEffect> effects, CancellationToken cancellation) => undo.RunAsync(effects, cancellation);

    private static void Compare(StudentLine row, List<Stay> stored, List<StudentLine> seen)
    {
        if (row.Line.IsRefused || row.Partner is not { } partner) return;
        row.Line.Outcome = ImportOutcome.New;
        var own = stored.Where(s => s.PersonId == row.Person?.Id).ToList();
        row.Line.Basis = string.Join(' ', own.OrderBy(s => s.Id).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Id}:{s.Version}")));
        if (own.Exists(s => s.OrganisationId == partner.Id && (s.From == row.From || s.ArrivedOn == row.From)) || seen.Exists(o => o.Key == row.Key && o.Partner?.Id == partner.Id && o.From == row.From)) row.Line.Outcome = ImportOutcome.Unchanged;
        else if (own.Find(s => s.From <= row.Until && (s.EndedOn ?? s.Until) >= row.From) is { } there) row.Line.Refuse(StudentFields.From, "import.students.overlap", there.From, there.EndedOn ?? there.Until);
        else if (seen.Find(o => o.Key == row.Key && o.From <= row.Until && o.Until >= row.From) is { } other) row.Line.Refuse(StudentFields.From, "import.students.overlap-row", other.Line.Number);
    }

    private async Task FindPartnersAsync(List<StudentLine> rows, ImportBatch batch, CancellationToken cancellation)
    {
        var asked = rows.Where(r => r.Line.Text(StudentFields.Partner).Length > 0).ToList();
        var names = asked.Select(r => r.Line.Text(StudentFields.Partner)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var sure = new Dictionary<string, OrganisationCard>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in names.Chunk(AskedAtOnce))
        {
            var proposals = await organisations.MatchAsync([.. some.Select(n => new OrganisationQuestion(n))], cancellation);
            foreach (var (name, proposal) in some.Zip(proposals))
                if (proposal.Chosen is { Organisation.HasEnded: false } chosen) sure[name] = chosen.Organisation;
        }

        var answered = batch.Answers.Values.Select(v => OrganisationId.TryParse(v, null, out var id) ? id : default).Where(i => i != default).Distinct().ToList();
        var chosenByHand = await organisations.Cards(Viewer.System).Where(o => answered.Contains(o.Id)).ToDictionaryAsync(o => o.Id.ToString(), StringComparer.Ordinal, cancellation);
        foreach (var row in asked)
        {
            var name = row.Line.Text(StudentFields.Partner);
            var question = ImportQuestion.Of(StudentFields.Partner, name);
            if (batch.Answers.TryGetValue(question.Key, out var answer) && chosenByHand.TryGetValue(answer, out var card)) (row.Partner, _) = (card, Settled(row, question, answer));
            else if (sure.TryGetValue(name, out var found)) (row.Partner, _) = (found, Settled(row, question, found.Id.ToString()));
            else if (!row.Line.IsRefused) row.Line.Ask(question);
        }
    }

    /// <summary>One person of the same name is meant; of several a person chooses; none is new.</summary>
    private async Task FindPersonsAsync(List<StudentLine> rows, ImportBatch batch, CancellationToken cancellation)
    {
        var named = await NamesAsync(cancellation);
        foreach (var row in rows)
        {
            if (row.Shown.Length > 0)
            {
                var same = Same(named, row.Name.Native ?? row.Line.Text(StudentFields.Name));
                var question = ImportQuestion.Of(StudentFields.Name, row.Name.Native ?? row.Line.Text(StudentFields.Name));
                if (batch.Answers.TryGetValue(question.Key, out var answer) && same.Count > 0)
                {
                    row.Person = same.FirstOrDefault(p => p.Id.ToString() == answer);
                    Settled(row, question, answer);
                }
                else if (same.Count == 1)
                {
                    row.Person = same[0];
                    row.Line.Tell(StudentFields.Name, "import.students.known", same[0].Name);
                }
                else if (same.Count > 1 && !row.Line.IsRefused)
                {
                    row.Line.Ask(question);
                }
            }

            if (row.Line.Text(StudentFields.Home) is not { Length: > 0 } home) continue;
            if (Same(named, PersonNames.Read(home).Native ?? home) is [{ } supervisor]) row.Home = supervisor.Id;
            else row.Line.Warn(StudentFields.Home, "import.students.supervisor", home);
        }
    }

    private async Task FindAgreementsAsync(List<StudentLine> rows, CancellationToken cancellation)
    {
        var numbers = rows.Select(r => r.Line.Text(StudentFields.Agreement)).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (numbers.Count == 0) return;
        var cards = await agreements.Cards(Viewer.System).Where(a => numbers.Contains(a.Number)).ToDictionaryAsync(a => a.Number, StringComparer.Ordinal, cancellation);
        var parties = await agreements.PartnersAsync([.. cards.Values.Select(a => a.Id)], cancellation);
        foreach (var row in rows.Where(r => r.Line.Text(StudentFields.Agreement).Length > 0))
        {
            var number = row.Line.Text(StudentFields.Agreement);
            if (!cards.TryGetValue(number, out var card)) row.Line.Refuse(StudentFields.Agreement, "import.students.agreement-unknown", number);
            else if (row.Partner is { } partner && !parties.GetValueOrDefault(card.Id, []).Contains(partner.Id)) row.Line.Refuse(StudentFields.Agreement, "import.students.agreement-partner", number, partner.Name);
            else row.Agreement = card;
        }
    }

    private async Task<ILookup<string, PersonCard>> NamesAsync(CancellationToken cancellation) =>
        (await persons.Cards(Viewer.System).Where(p => p.Id == p.Canonical).ToListAsync(cancellation))
            .SelectMany(p => p.Name.Texts.Values.Distinct(StringComparer.OrdinalIgnoreCase).Select(n => (Name: n, Card: p))).ToLookup(n => n.Name, n => n.Card, StringComparer.OrdinalIgnoreCase);

    private static List<PersonCard> Same(ILookup<string, PersonCard> named, string name) => [.. named[name.Trim()].DistinctBy(p => p.Id)];

    private async Task<IReadOnlyList<ImportOption>> PartnersLikeAsync(string text, CancellationToken cancellation) =>
        [.. (await organisations.MatchAsync([new(text)], cancellation))[0].Candidates.Select(c => new ImportOption(c.Organisation.Id.ToString(), c.Organisation.Name.ToString(), Countries.In(texts, c.Organisation.Country), c.Score, c.Reason))];

    private static bool Settled(StudentLine row, ImportQuestion question, string answer)
    {
        row.Line.Settle(question, answer);
        return true;
    }
}
