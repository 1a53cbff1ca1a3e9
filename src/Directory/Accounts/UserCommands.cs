using System.CommandLine;
using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Accounts;

/// <summary><c>user add</c> and <c>user role</c>: the first operator, and whoever is locked out of the pages.</summary>
internal sealed class UserCommands : ICommandSource
{
    public IEnumerable<Command> Commands(IServiceProvider services) =>
        [new Command("user", "Accounts and their roles.") { Add(services), Role(services) }];

    private static Command Add(IServiceProvider services)
    {
        var email = new Argument<string>("EMAIL");
        var name = new Option<string>("--name") { Description = "The name to show.", Required = true };
        var password = new Option<string>("--password") { Description = "At least 12 characters; without it, asked for on standard input." };
        var role = new Option<string>("--role") { Description = string.Join(", ", BuiltInRole.All) };
        var unit = new Option<string>("--unit") { Description = "The code of a unit; without it, the university." };
        var command = new Command("add", "Opens an account.") { email, name, password, role, unit };
        command.SetAction(async (parsed, cancellation) =>
        {
            await Migrating.BringUpToDateAsync(services, cancellation);
            await using var scope = services.CreateAsyncScope();
            var given = parsed.GetValue(password) ?? await AskForPasswordAsync(cancellation);
            var open = scope.ServiceProvider.GetRequiredService<NewAccount>();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            await using var whole = await db.Database.BeginTransactionAsync(cancellation);
            var account = await open.OpenAsync(parsed.GetValue(email)!, parsed.GetValue(name)!, given, cancellation);
            if (parsed.GetValue(role) is { } granted)
                await GrantAsync(scope.ServiceProvider, account.Id, granted, parsed.GetValue(unit), null, null, cancellation);
            await whole.CommitAsync(cancellation);
            Console.WriteLine($"{account.Email} added.");
            return 0;
        });
        return command;
    }

    private static Command Role(IServiceProvider services)
    {
        var email = new Argument<string>("EMAIL");
        var role = new Argument<string>("ROLE") { Description = string.Join(", ", BuiltInRole.All) };
        var unit = new Option<string>("--unit") { Description = "The code of a unit; without it, the university." };
        var from = new Option<string>("--from") { Description = "The first day, 2026-09-01; without it, today." };
        var to = new Option<string>("--to") { Description = "The last day; without it, until withdrawn." };
        var end = new Option<bool>("--end") { Description = "Withdraws the role instead." };
        var command = new Command("role", "Grants or withdraws a role.") { email, role, unit, from, to, end };
        command.SetAction(async (parsed, cancellation) =>
        {
            await Migrating.BringUpToDateAsync(services, cancellation);
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var address = parsed.GetValue(email)!.ToUpperInvariant();
            var account = await db.Accounts().SingleOrDefaultAsync(a => a.NormalizedEmail == address && a.EndedAt == null, cancellation)
                ?? throw new RefusedException($"No account has the address {parsed.GetValue(email)}.");
            if (parsed.GetValue(end))
                await WithdrawAsync(db, account.Id, parsed.GetValue(role)!, parsed.GetValue(unit), cancellation);
            else
                await GrantAsync(scope.ServiceProvider, account.Id, parsed.GetValue(role)!, parsed.GetValue(unit), Day(parsed.GetValue(from)), Day(parsed.GetValue(to)), cancellation);
            Console.WriteLine("Done.");
            return 0;
        });
        return command;
    }

    private static async Task GrantAsync(
        IServiceProvider services, AccountId account, string role, string? code, DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        if (!BuiltInRole.All.Contains(role, StringComparer.Ordinal))
            throw new RefusedException($"There is no role '{role}'; there are {string.Join(", ", BuiltInRole.All)}.");
        var db = services.GetRequiredService<AppDbContext>();
        var first = from ?? services.GetRequiredService<SchoolClock>().Today;
        if (to < first) throw new RefusedException("The last day lies before the first.");
        var unit = await UnitAsync(db, code, cancellation);
        if (role == BuiltInRole.Operator && unit.ParentId is not null)
            throw new RefusedException("An operator runs the whole installation: the role is granted for the university.");
        db.Tell(new RightsChanged());
        db.Add(new RoleGrant { AccountId = account, Role = role, UnitId = unit.Id, From = first, To = to, GrantedAt = db.Write.Now });
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task WithdrawAsync(AppDbContext db, AccountId account, string role, string? code, CancellationToken cancellation)
    {
        var unit = await UnitAsync(db, code, cancellation);
        var grants = await db.Set<RoleGrant>()
            .Where(g => g.AccountId == account && g.Role == role && g.UnitId == unit.Id && g.WithdrawnAt == null).ToListAsync(cancellation);
        if (grants.Count == 0) throw new RefusedException($"The account does not hold {role} for {unit.Code}.");
        foreach (var grant in grants) grant.WithdrawnAt = db.Write.Now;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The unit of a code; without a code the university, which a fresh installation receives here.</summary>
    private static async Task<Unit> UnitAsync(AppDbContext db, string? code, CancellationToken cancellation)
    {
        if (code is not null)
        {
            return await db.Set<Unit>().SingleOrDefaultAsync(u => u.Code == code, cancellation)
                ?? throw new RefusedException($"No unit has the code {code}.");
        }

        if (await db.Set<Unit>().SingleOrDefaultAsync(u => u.ParentId == null, cancellation) is { } top) return top;
        var university = new Unit { Name = new LocalizedText("University", "学校"), Code = "UNI", Kind = UnitKind.University };
        db.Add(university);
        return university;
    }

    private static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day
        : throw new RefusedException($"'{text}' is no date; write it as 2026-09-01.");

    private static async Task<string> AskForPasswordAsync(CancellationToken cancellation)
    {
        await Console.Error.WriteAsync("Password: ");
        return await Console.In.ReadLineAsync(cancellation) ?? throw new RefusedException("No password was given.");
    }
}
