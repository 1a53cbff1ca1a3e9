using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Partners.Model;

namespace Entente.Partners.Demo;

/// <summary>Contacts on both sides of each partnership, and those they followed.</summary>
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

    /// <summary>Those who dealt with the partnership before: until how many months ago.</summary>
    private static readonly (string Partner, string Family, string Given, bool FamilyFirst, string? Native, string Title, ContactRole Role, int Until)[] Before =
    [
        ("eth", "Wyss", "Corinne", false, null, "Student Exchange Office", ContactRole.ExchangeCoordinator, 6),
        ("psu", "Radford", "Joan", false, null, "Director of Global Programs", ContactRole.InternationalDirector, 31),
        ("ntu", "Ong", "Bee Leng", true, "王美玲", "Assistant Director", ContactRole.ExchangeCoordinator, 22),
        ("delft", "Bakker", "Lotte", false, null, "Exchange officer", ContactRole.ExchangeCoordinator, 14),
        ("kyoto", "Nagai", "Daichi", true, "永井大地", "International Affairs Division", ContactRole.ExchangeCoordinator, 26),
        ("unsw", "Coates", "Imogen", false, null, "International Partnerships Lead", ContactRole.InternationalDirector, 18),
        ("tum", "Reiter", "Sabine", false, null, "International Center", ContactRole.ExchangeCoordinator, 20),
        ("imperial", "Underhill", "Giles", false, null, "Head of Partnerships", ContactRole.InternationalDirector, 11),
    ];

    public static void Add(AppDbContext db, DemoBook book, IPersons persons, DateOnly today)
    {
        var unit = book.Find<UnitCard>("SOE");
        var changed = Before.ToDictionary(b => (b.Partner, b.Role), b => today.AddMonths(-b.Until));
        foreach (var before in Before)
        {
            var organisation = book.Find<OrganisationCard>(before.Partner);
            var name = new PersonNameParts(before.Family, before.Given, before.FamilyFirst, before.Native);
            var email = $"{before.Family.ToLowerInvariant()}@{before.Partner}.example";
            db.Add(new Contact
            {
                OrganisationId = organisation,
                Side = ContactSide.Partner,
                PersonId = persons.Add(new(name, email, organisation, before.Title, "demonstration")),
                Role = before.Role,
                Email = email,
                Language = "en",
                From = today.AddMonths(-before.Until - 38),
                Until = today.AddMonths(-before.Until).AddDays(-1),
                UnitId = unit,
            });
        }

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
                From = changed.GetValueOrDefault((partner, role), today.AddMonths(-50 + i)),
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
