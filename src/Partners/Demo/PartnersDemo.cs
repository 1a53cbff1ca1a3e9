using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Time;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Partners.Demo;

/// <summary>The demonstration school's partnerships: five years of agreements in every state, contacts, notes and places used.</summary>
internal sealed class PartnersDemo(SchoolClock clock) : IDemoData
{
    private static readonly string[] Featured = ["psu", "gatech", "waterloo", "unsw", "postech", "ntu", "polyu"];

    public int Order => 20;

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        foreach (var (partner, i) in Featured.Select((p, i) => (p, i)))
            db.Add(new PartnerProfile { OrganisationId = book.Find<OrganisationCard>(partner), Featured = i + 1 });
        var writing = new AgreementWriting(db, book, today, clock.Zone);
        await writing.LoadKindsAsync(cancellation);
        foreach (var entry in DemoAgreements.All) writing.Write(entry);
        await db.SaveChangesAsync(cancellation);
        DemoContacts.Add(db, book, today);
        DemoNotes.Add(db, book, today);
        DemoPlaces.Add(db, writing, today);
        await AskApprovalAsync(db, writing.Written["psu-2"], cancellation);
        await db.SaveChangesAsync(cancellation);
        if (db.Write.Services.GetService<RenewalAlerts>() is { } alerts) await alerts.RaiseAsync(cancellation);
    }

    private static async Task AskApprovalAsync(AppDbContext db, Agreement agreement, CancellationToken cancellation)
    {
        if (db.Write.Services.GetService<IApprovals>() is not { } approvals) return;
        await approvals.AskAsync(
            new(new("partners.agreement", agreement.Id.Value), "agreement", agreement.UnitId, agreement.Title, $"/agreements/{agreement.Id}", agreement.ContentHash),
            cancellation);
    }
}

/// <summary>An agreement that came to light late, after figures were published.</summary>
internal sealed class LateAgreementDemo(SchoolClock clock) : IDemoData
{
    public int Order => 95;

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        var writing = new AgreementWriting(db, book, today, clock.Zone);
        await writing.LoadKindsAsync(cancellation);
        writing.WriteNumbered(DemoAgreements.RecordedLate, 90);
    }
}

/// <summary>Contacts on both sides of each partnership.</summary>
internal static class DemoContacts
{
    private static readonly (string Person, string Partner, ContactRole Role, bool Signs)[] All =
    [
        ("ellwood", "psu", ContactRole.InternationalDirector, true), ("hartigan", "psu", ContactRole.Professor, false), ("okafor", "gatech", ContactRole.ExchangeCoordinator, false),
        ("lindqvist", "gatech", ContactRole.Professor, false), ("beaumont", "waterloo", ContactRole.InternationalDirector, true), ("whitfield", "unsw", ContactRole.InternationalDirector, false),
        ("han.seojun", "postech", ContactRole.InternationalDirector, true), ("tan.weiling", "ntu", ContactRole.ExchangeCoordinator, false), ("cheung.kayan", "polyu", ContactRole.ExchangeCoordinator, false),
        ("vandermeer", "delft", ContactRole.Professor, false), ("devries", "delft", ContactRole.ExchangeCoordinator, false), ("brunner", "eth", ContactRole.ExchangeCoordinator, false),
        ("mori.haruka", "kyoto", ContactRole.ExchangeCoordinator, false), ("ishida.ken", "utokyo", ContactRole.Professor, false), ("falk", "tum", ContactRole.InternationalDirector, true),
        ("noergaard", "dtu", ContactRole.ExchangeCoordinator, false), ("ekstrom", "kth", ContactRole.ExchangeCoordinator, false), ("pemberton", "imperial", ContactRole.InternationalDirector, true),
        ("rowntree", "leeds", ContactRole.ExchangeCoordinator, false), ("mcallister", "uq", ContactRole.Other, false), ("gagnon", "ubc", ContactRole.ExchangeCoordinator, false),
        ("rajan", "nus", ContactRole.ExchangeCoordinator, false), ("almeida", "usp", ContactRole.Other, false), ("mokoena", "uct", ContactRole.Other, false),
        ("hoekstra", "wageningen", ContactRole.Other, false), ("keller", "eawag", ContactRole.SeniorScientist, true), ("solberg", "ntnu", ContactRole.Other, false),
        ("ferrari", "polimi", ContactRole.ExchangeCoordinator, false), ("siriporn", "chula", ContactRole.Other, false), ("delgado", "berkeley", ContactRole.Professor, false),
        ("lefevre", "inrae", ContactRole.SeniorScientist, true), ("sato.yui", "tohoku", ContactRole.ExchangeCoordinator, false), ("harawira", "auckland", ContactRole.ExchangeCoordinator, false),
        ("wanjiru", "nairobi", ContactRole.Dean, true), ("carmody", "adelaide", ContactRole.Other, false),
    ];

    private static readonly string[] Own = ["song.qiao", "jiang.wanqing", "luo.tingyu", "xie.heming", "cheng.mo", "ding.siyuan"];

    public static void Add(AppDbContext db, DemoBook book, DateOnly today)
    {
        var unit = book.Find<UnitCard>("SOE");
        foreach (var ((person, partner, role, signs), i) in All.Select((c, i) => (c, i)))
        {
            db.Add(new Contact
            {
                OrganisationId = book.Find<OrganisationCard>(partner),
                Side = ContactSide.Partner,
                PersonId = book.Find<PersonCard>(person),
                Role = role,
                Signs = signs,
                Email = $"{person}@{partner}.example",
                Language = "en",
                From = today.AddMonths(-50 + i),
                UnitId = unit,
            });
            if (i % 2 == 0)
                db.Add(new Contact
                {
                    OrganisationId = book.Find<OrganisationCard>(partner),
                    Side = ContactSide.School,
                    PersonId = book.Find<PersonCard>(Own[i / 2 % Own.Length]),
                    Role = ContactRole.Professor,
                    Email = $"{Own[i / 2 % Own.Length]}@qinghe.example",
                    Language = "en",
                    From = today.AddMonths(-40 + i),
                    UnitId = unit,
                });
        }
    }
}
