using Entente.Foundation.Caching;
using Entente.Foundation.Keys;
using Entente.Foundation.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Data;

/// <summary>Chooses the database by its connection string.</summary>
public static class DatabaseRegistration
{
    /// <summary>The assembly with the migrations for SQLite.</summary>
    public const string SqliteMigrations = "Entente.Migrations.Sqlite";

    /// <summary>The assembly with the migrations for PostgreSQL.</summary>
    public const string PostgresMigrations = "Entente.Migrations.Postgres";

    /// <summary>Adds the context of the one database.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddScoped<WriteContext>();
        services.AddDbContext<AppDbContext>((provider, options) =>
            options.UseEntente(provider.GetRequiredService<EntenteSettings>().Database)
                .AddInterceptors(provider.GetRequiredService<CommittedChanges>()));
        return services;
    }

    /// <summary>Configures a context for a connection string.</summary>
    public static DbContextOptionsBuilder UseEntente(this DbContextOptionsBuilder options, string connection)
    {
        if (connection.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            options.UseNpgsql(connection, npgsql => npgsql.UseNodaTime().MigrationsAssembly(PostgresMigrations));
        else
            options.UseSqlite(SqliteInProduction(connection), sqlite => sqlite.MigrationsAssembly(SqliteMigrations))
                .AddInterceptors(SqlitePragmas.Instance);
        return options.AddInterceptors(CommitSignal.Instance).ReplaceService<IModelCacheKeyFactory, ModelOfKeyPlace>().ConfigureWarnings(warnings => warnings
            .Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning)
            .Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning)

            // SQLite makes a table anew that gets a foreign key, outside a transaction; that is why Migrating keeps a copy first.
            .Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));
    }

    private static string SqliteInProduction(string connection) =>
        new SqliteConnectionStringBuilder(connection) { ForeignKeys = true, DefaultTimeout = 10 }.ToString();
}
