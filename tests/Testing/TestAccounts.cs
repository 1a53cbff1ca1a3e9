using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Testing;

/// <summary>Opens accounts and units for tests by the same way as the product does.</summary>
public static class TestAccounts
{
    /// <summary>Opens an account; with a role, grants it from today for a unit, by code.</summary>
    public static async Task<AccountId> OpenAsync(
        IServiceProvider services, string email, string name, string? password, string? role, string? unit)
    {
        var account = await services.GetRequiredService<NewAccount>().OpenAsync(email, name, password, CancellationToken.None);
        if (role is not null) await GrantAsync(services, account.Id, role, await UnitAsync(services, unit));
        return account.Id;
    }

    /// <summary>Grants a role.</summary>
    public static async Task GrantAsync(
        IServiceProvider services, AccountId account, string role, UnitId unit, DateOnly? from = null, DateOnly? to = null)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var today = services.GetRequiredService<SchoolClock>().Today;
        db.Add(new RoleGrant { AccountId = account, Role = role, UnitId = unit, From = from ?? today, To = to, GrantedAt = db.Write.Now });
        await db.SaveChangesAsync();
    }

    /// <summary>The account of an address.</summary>
    public static async Task<AccountId> FindAsync(IServiceProvider services, string email)
    {
        var wanted = email.ToUpperInvariant();
        return await services.GetRequiredService<AppDbContext>().Accounts().Where(a => a.NormalizedEmail == wanted).Select(a => a.Id).SingleAsync();
    }

    /// <summary>Takes every role of an account away.</summary>
    public static async Task EndRolesAsync(IServiceProvider services, AccountId account)
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.RemoveRange(await db.Set<RoleGrant>().Where(g => g.AccountId == account).ToListAsync());
        await db.SaveChangesAsync();
    }

    /// <summary>Locks an account, or unlocks it.</summary>
    public static async Task LockAsync(IServiceProvider services, AccountId account, bool isLocked)
    {
        var db = services.GetRequiredService<AppDbContext>();
        (await db.Accounts().SingleAsync(a => a.Id == account)).LockedAt = isLocked ? db.Write.Now : null;
        await db.SaveChangesAsync();
    }

    /// <summary>Says who is behind an account.</summary>
    public static async Task IsAsync(IServiceProvider services, AccountId account, PersonId person)
    {
        var db = services.GetRequiredService<AppDbContext>();
        (await db.Accounts().SingleAsync(a => a.Id == account)).PersonId = person;
        await db.SaveChangesAsync();
    }

    /// <summary>The unit of a code, made under the university (or another unit) where there is none; without a code the university.</summary>
    public static async Task<UnitId> UnitAsync(IServiceProvider services, string? code = null, UnitId? under = null)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var wanted = code ?? "UNI";
        if (await db.Set<Unit>().SingleOrDefaultAsync(u => u.Code == wanted) is { } there) return there.Id;
        var parent = code is null or "UNI" ? (UnitId?)null : under ?? await UnitAsync(services);
        var unit = new Unit
        {
            Name = new LocalizedText("Unit " + wanted, "单位" + wanted),
            Code = wanted,
            ParentId = parent,
            Kind = parent is null ? UnitKind.University : UnitKind.School,
        };
        db.Add(unit);
        await db.SaveChangesAsync();
        return unit.Id;
    }
}
