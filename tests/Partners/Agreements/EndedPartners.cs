using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Partners.Tests.Agreements;

/// <summary>Organisations that end and are followed. The directory does it by its own pages; a test of another room writes the rows itself.</summary>
internal static class EndedPartners
{
    public static Task<OrganisationId> AddAsync(RunningHost host, string en, string zh, string country) => host.InAsync(async s =>
    {
        var id = s.GetRequiredService<IOrganisations>().Add(new(new(en, zh), country, new("Town", "某城")));
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        return id;
    });

    /// <summary>Ends an organisation, or lets it exist again.</summary>
    public static Task ExistAsync(RunningHost host, OrganisationId organisation, string status) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        var entry = db.Entry((await db.FindAsync(TypeOf(db, "Organisation"), organisation))!);
        var column = entry.Property("Status");
        column.CurrentValue = Enum.Parse(column.Metadata.ClrType, status);
        await db.SaveChangesAsync();
    });

    /// <summary>Ends an organisation of which another takes over.</summary>
    public static async Task FollowAsync(RunningHost host, OrganisationId ended, OrganisationId successor)
    {
        await ExistAsync(host, ended, "Inactive");
        await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var type = TypeOf(db, "OrganisationRelation");
            var relation = Activator.CreateInstance(type)!;
            type.GetProperty("FromId")!.SetValue(relation, ended);
            type.GetProperty("ToId")!.SetValue(relation, successor);
            type.GetProperty("RecordedAt")!.SetValue(relation, Instant.FromUtc(2026, 1, 1, 0, 0));
            db.Add(relation);
            await db.SaveChangesAsync();
        });
    }

    private static Type TypeOf(AppDbContext db, string name) => db.Model.GetEntityTypes().Single(e => e.ClrType.FullName == "Entente.Directory.Model." + name).ClrType;
}
