using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Files;
using Entente.Partners.Agreements;
using Entente.Partners.Model;

namespace Entente.Partners.Demo;

/// <summary>The papers of the demonstration school's agreements and the signatures under them.</summary>
internal sealed class DemoDocuments(AppDbContext db, DemoBook book, DemoPast past, IFileStore files)
{
    /// <summary>Signed texts older than this have no draft on file any more.</summary>
    private const int MonthsDraftsAreKept = 18;

    public async Task AddAsync(DemoAgreements.Entry entry, Agreement agreement, CancellationToken cancellation)
    {
        var begun = agreement.Steps[0].On;
        if (agreement.State != AgreementState.Draft || entry.Partners == "imperial")
        {
            if (agreement.SignedOn is null || agreement.SignedOn > past.Today.AddMonths(-MonthsDraftsAreKept))
                await PutAsync(agreement, 1, AgreementDocumentKind.Draft, "draft", TextOf(entry, agreement.Number, agreement.Title, FirstTextOf(agreement), null), begun.AddDays(6), cancellation);
        }

        if (agreement.SignedOn is { } signed)
        {
            Sign(entry, agreement.Id, 1, signed, agreement.Seal!);
            await PutAsync(agreement, 1, AgreementDocumentKind.Signed, "signed", TextOf(entry, agreement.Number, agreement.Title, FirstTextOf(agreement), signed), signed, cancellation);
            if (AnnexOf(entry, agreement) is { } annex)
                await PutAsync(agreement, 1, AgreementDocumentKind.Annex, "annex 1", annex, signed, cancellation);
        }

        foreach (var version in agreement.Versions.Where(v => v.Number > 1))
        {
            if (version.SignedOn is { } on) Sign(entry, agreement.Id, version.Number, on, version.Hash);
            await PutAsync(
                agreement, version.Number, version.SignedOn is null ? AgreementDocumentKind.Draft : AgreementDocumentKind.Signed, $"amendment {version.Number - 1}",
                TextOf(entry, agreement.Number, version.Title!, version.Text, version.SignedOn), version.SignedOn ?? past.Today.AddDays(-8), cancellation);
        }

        if (LetterOf(entry, agreement) is var (letter, day)) await PutAsync(agreement, agreement.TextVersion, AgreementDocumentKind.Letter, "letter", letter, day, cancellation);
    }

    private static AgreementContent FirstTextOf(Agreement agreement) => agreement.Versions.Find(v => v.Number == 1)?.Text ?? agreement.Text;

    private async Task PutAsync(Agreement agreement, int version, AgreementDocumentKind kind, string name, DemoPaper paper, DateOnly on, CancellationToken cancellation)
    {
        var account = version == 1 ? "tang.yuan" : "shen.ruolan";
        using var day = past.As(account, on);
        using var content = new MemoryStream(paper.ToBytes());
        var file = await files.AddAsync(new(agreement.Ref(), $"{agreement.Number} {name}.pdf", content, Documents.Rules), cancellation);
        db.Add(new AgreementDocument
        {
            AgreementId = agreement.Id,
            TextVersion = version,
            Kind = kind,
            FileId = file.Id,
            IsSealed = kind == AgreementDocumentKind.Signed,
            RecordedAt = db.Write.Now,
            AccountId = book.Find<AccountCard>(account),
        });
    }

    // The partner signs first and sends two copies; the dean signs last.
    private void Sign(DemoAgreements.Entry entry, AgreementId agreement, int version, DateOnly signed, byte[] hash)
    {
        foreach (var partner in entry.Partners.Split('|'))
            Add(book.Find<OrganisationCard>(partner), signed.AddDays(-12), DemoSignatories.Of(partner, book).Name);
        Add(null, signed, "Lu Jingxing");

        void Add(OrganisationId? party, DateOnly on, string name) => db.Add(new PartySignature
        {
            AgreementId = agreement,
            TextVersion = version,
            OrganisationId = party,
            SignedOn = on,
            Signatory = name,
            Hash = hash,
            RecordedAt = past.At(signed),
            AccountId = book.Find<AccountCard>("tang.yuan"),
        });
    }

    private static DemoPaper TextOf(DemoAgreements.Entry entry, string number, LocalizedText title, AgreementContent text, DateOnly? signed)
    {
        var paper = new DemoPaper().Heading(title.En).Han(title.Zh, 13).Gap()
            .Line($"No. {number}   Demonstration: every person and every agreement here is invented.").Gap()
            .Line($"between the School of Environment, Qinghe University, and {string.Join(", ", entry.Partners.Split('|').Select(p => DemoWords.ShortNameOf(p).En))}")
            .Line(text.EndsOn is { } end ? $"in force from {Day(text.EffectiveOn!.Value)} to {Day(end)}" : $"in force from {Day(text.EffectiveOn!.Value)}, without end");
        foreach (var (clause, i) in text.Clauses.Select((c, i) => (c, i)))
            paper.Head($"{i + 1}  {clause.Heading.En}").Line(clause.Text.En).Han($"{i + 1}  {clause.Heading.Zh}：{clause.Text.Zh}");
        if (text.Places.Count > 0)
        {
            paper.Head($"{text.Clauses.Count + 1}  Places a year");
            foreach (var place in text.Places) paper.Line($"{place.Code}: {place.PerYear}");
        }

        paper.Head(signed is null ? "For signature" : "Signed");
        foreach (var signatory in text.Parties.SelectMany(p => p.Signatories))
            paper.Line($"{signatory.Name}, {signatory.Title}" + (signed is { } on ? $", {Day(signatory.Title == "Dean" && signatory.Name == "Lu Jingxing" ? on : on.AddDays(-12))}" : "  ______________________"));
        return paper;
    }

    private static DemoPaper? AnnexOf(DemoAgreements.Entry entry, Agreement agreement) => entry.Kind switch
    {
        "dual-degree" => new DemoPaper().Heading($"Annex 1 to {agreement.Number}: table of credits").Han("附件一：学分对照表", 13).Gap()
            .Line("Advanced water treatment  4  =  7.5 ECTS").Line("Environmental systems analysis  3  =  6 ECTS")
            .Line("Air pollution control  3  =  6 ECTS").Line("Master's thesis  12  =  30 ECTS"),
        "joint-centre" => new DemoPaper().Heading($"Annex 1 to {agreement.Number}: plan of work").Han("附件一：工作计划", 13).Gap()
            .Line("Year 1: shared laboratory protocol, two doctoral projects.").Line("Year 2: field campaign, one workshop on each side.")
            .Line("Year 3: joint publications, evaluation by the steering committee."),
        _ => null,
    };

    private (DemoPaper Paper, DateOnly Day)? LetterOf(DemoAgreements.Entry entry, Agreement agreement)
    {
        var partner = DemoWords.ShortNameOf(entry.Partners.Split('|')[0]);
        if (agreement.NoticeOn is { } notice)
            return (new DemoPaper().Heading("Notice").Han("终止通知", 13).Gap().Line($"{partner.En} gives notice that {agreement.Number} shall not be renewed after its current period.")
                .Han($"{partner.Zh}通知：{agreement.Number}期满后不再续期。"), notice);
        if (agreement.EndReason is { } reason)
            return (new DemoPaper().Heading($"Ending of {agreement.Number}").Han("提前终止协议书", 13).Gap().Line(reason.En).Han(reason.Zh), agreement.EndedOn!.Value);
        return null;
    }

    private static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
