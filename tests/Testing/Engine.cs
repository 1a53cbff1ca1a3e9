using Xunit;

namespace Entente.Testing;

/// <summary>The databases every persistence test runs on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Data of theories that run on both databases: <c>[MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]</c>.</summary>
public static class Engines
{
    public static TheoryData<Engine> Both => [Engine.Sqlite, Engine.Postgres];

    /// <summary>The server for tests, as <c>./dev test</c> starts it.</summary>
    public static string? PostgresServer => Environment.GetEnvironmentVariable("ENTENTE_TEST_POSTGRES");

    /// <summary>Skips visibly where the database is not there; in CI its absence is a failure.</summary>
    public static void Need(Engine engine)
    {
        if (engine != Engine.Postgres || PostgresServer is not null) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail("PostgreSQL is missing in CI.");
        Assert.Skip("PostgreSQL is not configured (ENTENTE_TEST_POSTGRES).");
    }
}
