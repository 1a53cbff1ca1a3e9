using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Files;
using Entente.Foundation.Time;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Demo;

/// <summary>The demonstration school's partnerships: five years of agreements in every state, papers, contacts, notes, places used and renewals decided.</summary>
internal sealed class PartnersDemo(SchoolClock clock, AcademicCalendar calendar, IOrganisations organisations, IPersons persons, IFileStore files, IApprovals approvals, IObligations obligations, Meetings.Owing owing)
    : IDemoData
{
    private static readonly string[] Featured = ["psu", "gatech", "waterloo", "unsw", "postech", "ntu", "polyu"];

    public int Order => 20;

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        foreach (var (partner, i) in Featured.Select((p, i) => (p, i)))
            db.Add(new PartnerProfile { OrganisationId = book.Find<OrganisationCard>(partner), Featured = i + 1 });
        var past = new DemoPast(db, book, today, clock.Zone, calendar);
        var writing = new AgreementWriting(db, book, past);
        await writing.LoadAsync(organisations, cancellation);
        foreach (var entry in DemoAgreements.All) writing.Write(entry);
        var amendments = DemoAmendments.All.Select(e => (Entry: e, Version: writing.Amend(writing.Written[e.Agreement], e))).ToList();
        await db.SaveChangesAsync(cancellation);
        var papers = new DemoDocuments(db, book, past, files);
        foreach (var entry in DemoAgreements.All) await papers.AddAsync(entry, writing.Written[entry.Key], cancellation);
        DemoContacts.Add(db, book, persons, today);
        DemoPlaces.Add(db, writing, past);
        new DemoNotes(db, book, past).Add(writing);
        await DemoFactSheets.AddAsync(db, book, today, clock.Zone, calendar, cancellation);
        await new DemoSurvey(db, book, past).AddAsync(organisations, cancellation);
        DemoPoints.Add(db, book);
        await db.SaveChangesAsync(cancellation);
        await new DemoMeetings(db, book, past, owing).AddAsync(cancellation);
        await DemoLetters.AddAsync(db, book, cancellation);
        await DemoPapers.AddAsync(db, book, cancellation);
        await db.SaveChangesAsync(cancellation);
        foreach (var (entry, agreement) in DemoAgreements.All.Select(e => (e, writing.Written[e.Key])).Where(a => a.Item2.State == AgreementState.InReview))
            await AskAsync(past, entry.Author, agreement.Steps[^1].On, agreement, agreement.Ref(), agreement.Title, $"/agreements/{agreement.Id}", agreement.ContentHash, cancellation);
        foreach (var (entry, version) in amendments.Where(a => !a.Entry.IsSigned))
        {
            var agreement = writing.Written[entry.Agreement];
            await AskAsync(
                past, entry.Author, today.AddDays(-entry.DaysAgo), agreement, version.Ref(), new($"{agreement.Number}: {entry.Title.En}", $"{agreement.Number}：{entry.Title.Zh}"),
                $"/agreements/{agreement.Id}/versions/{version.Number}", version.Hash, cancellation);
        }

        await new DemoRenewals(db, past, obligations).AddAsync(writing, cancellation);
        await db.SaveChangesAsync(cancellation);
        if (db.Write.Services.GetService<RenewalAlerts>() is { } alerts) await alerts.RaiseAsync(cancellation);
    }

    private async Task AskAsync(
        DemoPast past, string account, DateOnly on, Agreement agreement, RecordRef subject, LocalizedText title, string address, byte[] hash, CancellationToken cancellation)
    {
        using var day = past.As(account, on);
        await approvals.AskAsync(new(subject, AgreementRoad.Chain, agreement.UnitId, title, address, hash), cancellation);
    }
}

/// <summary>An agreement that came to light late, after figures were published.</summary>
internal sealed class LateAgreementDemo(SchoolClock clock, AcademicCalendar calendar, IOrganisations organisations, IFileStore files) : IDemoData
{
    public int Order => 95;

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        var past = new DemoPast(db, book, today, clock.Zone, calendar);
        var writing = new AgreementWriting(db, book, past);
        await writing.LoadAsync(organisations, cancellation);
        var agreement = writing.WriteNumbered(DemoAgreements.RecordedLate, 90);
        await new DemoDocuments(db, book, past, files).AddAsync(DemoAgreements.RecordedLate, agreement, cancellation);
    }
}
