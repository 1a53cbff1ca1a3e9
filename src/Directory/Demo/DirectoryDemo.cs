using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Answers;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Demo;

/// <summary>The demonstration school's units, organisations, people and accounts.</summary>
internal sealed class DirectoryDemo : IDemoData, IDemoGuide
{
    public const string Password = "clear-river-2026";
    private const string Domain = "qinghe.example";

    private static readonly (string Code, string? Parent, UnitKind Kind, LocalizedText Name)[] Units =
    [
        ("QHU", null, UnitKind.University, new("Qinghe University", "清河大学")),
        ("SOE", "QHU", UnitKind.School, new("School of Environment", "环境学院")),
        ("WSE", "SOE", UnitKind.Department, new("Department of Water Science", "水科学系")),
        ("AQE", "SOE", UnitKind.Department, new("Department of Air Quality", "大气系")),
        ("SWR", "SOE", UnitKind.Department, new("Department of Resources and Solid Waste", "资源与固体废物系")),
        ("ECO", "SOE", UnitKind.Department, new("Department of Ecology", "生态系")),
        ("EPM", "SOE", UnitKind.Department, new("Department of Environmental Policy", "环境政策系")),
        ("ICO", "SOE", UnitKind.Office, new("International Cooperation Office", "国际合作办公室")),
    ];

    public int Order => 10;

    public IEnumerable<string> Lines
    {
        get
        {
            yield return "Demonstration accounts, all with the password " + Password + ":";
            foreach (var person in DemoPeople.School.Where(p => p.Role is not null || p.IsStudent))
                yield return $"  {person.Key}@{Domain,-16} {person.Role ?? "student"}, {person.TitleEn}";
        }
    }

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        foreach (var ((code, parent, kind, name), order) in Units.Select((u, i) => (u, i)))
        {
            var unit = new Unit { Code = code, Name = name, Kind = kind, Order = order, ParentId = parent is null ? null : book.Find<UnitCard>(parent) };
            db.Add(unit);
            book.Note(code, unit.Id);
        }

        foreach (var entry in DemoOrganisations.All) book.Note(entry.Key, Add(db, entry));
        Succeed(db, book, "adelaide", "adelaide-new");
        await db.SaveChangesAsync(cancellation);
        foreach (var guest in DemoPeople.Partners) book.Note(guest.Key, Add(db, book, guest, today));
        var open = db.Write.Services.GetRequiredService<NewAccount>();
        foreach (var person in DemoPeople.School)
        {
            var id = Add(db, book, person, today);
            book.Note(person.Key, id);
            if (person.Role is null && !person.IsStudent) continue;
            await db.SaveChangesAsync(cancellation);
            var account = await open.OpenAsync($"{person.Key}@{Domain}", $"{person.Given} {person.Family}", Password, cancellation);
            account.PersonId = id;
            book.Note(person.Key, account.Id);
            if (person.Role is null) continue;
            db.Add(new RoleGrant
            {
                AccountId = account.Id,
                Role = person.Role,
                UnitId = book.Find<UnitCard>(person.RoleUnit!),
                From = today.AddYears(-2),
                GrantedAt = db.Write.Now,
            });
            if (person.Role == BuiltInRole.Dean)
                db.Add(new RoleGrant { AccountId = account.Id, Role = BuiltInRole.Reader, UnitId = book.Find<UnitCard>("QHU"), From = today.AddYears(-2), GrantedAt = db.Write.Now });
        }

        await db.SaveChangesAsync(cancellation);
        await DemoRoster.TakeAsync(db, today, cancellation);
    }

    private static OrganisationId Add(AppDbContext db, DemoOrganisations.Entry entry)
    {
        var name = new LocalizedText(entry.En, entry.Zh);
        var organisation = new Organisation
        {
            Name = name,
            Country = entry.Country,
            City = new LocalizedText(entry.CityEn, entry.CityZh),
            Latitude = entry.Latitude,
            Longitude = entry.Longitude,
            Ror = entry.Ror,
            Website = entry.Site,
            Domains = new Uri(entry.Site).Host.Replace("www.", "", StringComparison.Ordinal),
            Types = entry.Types,
            Source = FactSource.Ror,
        }.Call(name);
        db.Add(organisation);
        foreach (var (language, text) in name.Texts)
            db.Add(OrganisationName.Of(organisation.Id, text, language, OrganisationNameKind.Display, FactSource.Hand, db.Write.Now));
        foreach (var alias in entry.Aliases.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var kind = alias.Length <= 7 && alias.All(char.IsAsciiLetterUpper) ? OrganisationNameKind.Acronym : OrganisationNameKind.Alias;
            db.Add(OrganisationName.Of(organisation.Id, alias, OrganisationName.Undetermined, kind, FactSource.Ror, db.Write.Now));
        }

        return organisation.Id;
    }

    private static void Succeed(AppDbContext db, DemoBook book, string ended, string successor)
    {
        var before = db.Set<Organisation>().Local.Single(o => o.Id == book.Find<OrganisationCard>(ended));
        before.Status = OrganisationStatus.Inactive;
        db.Add(new OrganisationRelation
        {
            Kind = OrganisationRelationKind.Successor,
            FromId = before.Id,
            ToId = book.Find<OrganisationCard>(successor),
            Source = FactSource.Ror,
            RecordedAt = db.Write.Now,
        });
    }

    private static PersonId Add(AppDbContext db, DemoBook book, DemoPeople.Own person, DateOnly today)
    {
        var id = Person(db, person.Family, person.Given, familyFirst: true, person.Native, $"{person.Key}@{Domain}");
        db.Add(new PersonAffiliation
        {
            PersonId = id,
            UnitId = book.Find<UnitCard>(person.Unit),
            Title = new LocalizedText(person.TitleEn, person.TitleZh),
            From = new DateOnly(today.Year - 6 + person.Key.Length % 5, 9, 1),
            Source = "demonstration",
            RecordedAt = db.Write.Now,
        });
        return id;
    }

    private static PersonId Add(AppDbContext db, DemoBook book, DemoPeople.Guest guest, DateOnly today)
    {
        var domain = DemoOrganisations.All.Single(o => o.Key == guest.Organisation).Key + ".example";
        var id = Person(db, guest.Family, guest.Given, guest.FamilyFirst, guest.Native, $"{guest.Key}@{domain}");
        db.Add(new PersonAffiliation
        {
            PersonId = id,
            OrganisationId = book.Find<OrganisationCard>(guest.Organisation),
            Title = new LocalizedText(guest.TitleEn, guest.TitleZh),
            From = new DateOnly(today.Year - 5, 1, 1),
            Source = "demonstration",
            RecordedAt = db.Write.Now,
        });
        if (guest.Honour is not null)
        {
            db.Add(new PersonDistinction
            {
                PersonId = id,
                Kind = DistinctionKind.AcademyMember,
                Name = new LocalizedText(guest.Honour, guest.HonourZh ?? ""),
                Year = guest.Year,
                RecordedAt = db.Write.Now,
            });
        }

        return id;
    }

    private static PersonId Person(AppDbContext db, string family, string given, bool familyFirst, string? native, string email)
    {
        var now = db.Write.Now;
        var person = new Person { Name = LocalizedText.Empty, Source = "demonstration", RecordedAt = now };
        var names = Answers.Persons.NamesOf(person.Id, new PersonNameParts(family, given, familyFirst, native), now);
        db.Add(person.Call(names));
        db.AddRange(names);
        db.Add(PersonEmail.Of(person.Id, email, now));
        return person.Id;
    }
}
