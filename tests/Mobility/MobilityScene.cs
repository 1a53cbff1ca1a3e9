using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>A running product with what mobility needs: a student, a partner, forms; more is made as it is needed.</summary>
internal static class MobilityScene
{
    /// <summary>Today at the school.</summary>
    public static DateOnly Today { get; } = new(2026, 3, 12);

    public static Task<PersonId> PersonAsync(this RunningHost host, string family, string given, string native) => host.InAsync(async s =>
    {
        var id = s.GetRequiredService<IPersons>().Add(new(new(family, given, true, native), null, null, null, "test"));
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        return id;
    });

    public static Task<OrganisationId> PartnerAsync(this RunningHost host, string en = "Delft University", string zh = "代尔夫特大学", string country = "NL") => host.InAsync(async s =>
    {
        var id = s.GetRequiredService<IOrganisations>().Add(new(new(en, zh), country, new("Delft", "代尔夫特")));
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        return id;
    });

    /// <summary>A browser in which a person with an account and no role is signed in.</summary>
    public static async Task<TestBrowser> StudentAsync(this RunningHost host, PersonId person, string key)
    {
        var account = await host.AccountAsync(key + "@example.edu");
        await host.InAsync(s => TestAccounts.IsAsync(s, account, person));
        var browser = host.Browser();
        await browser.SignInAsync(key + "@example.edu", RunningHost.Password);
        return browser;
    }

    public static Task<Id<MobilityForm>> FormAsync(this RunningHost host, string code = "joint-cultivation") =>
        host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<MobilityForm>().Where(f => f.Code == code).Select(f => f.Id).SingleAsync());

    /// <summary>A stay planned for a student of the school SOE; by default it begins in four months.</summary>
    public static async Task<Id<Stay>> StayAsync(this RunningHost host, PersonId person, OrganisationId partner, DateOnly? from = null, DateOnly? until = null, Func<NewStay, NewStay>? adjust = null, string form = "joint-cultivation")
    {
        var of = await host.FormAsync(form);
        return await host.InAsync(async s =>
        {
            var (db, first) = (s.GetRequiredService<AppDbContext>(), from ?? Today.AddMonths(4));
            var planned = new NewStay(
                person, partner, PlaceDirection.Out, of, s.GetRequiredService<AcademicCalendar>().Of(first), first, until ?? first.AddMonths(12).AddDays(-1), await TestAccounts.UnitAsync(s, "SOE"), "hand");
            var stay = await s.GetRequiredService<Stays.Stays>().PlanAsync(adjust?.Invoke(planned) ?? planned, CancellationToken.None);
            await db.SaveChangesAsync();
            return stay.Id;
        });
    }
}
