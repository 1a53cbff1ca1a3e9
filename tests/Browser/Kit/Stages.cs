using Entente.Testing;

namespace Entente.Browser.Tests.Kit;

/// <summary>Where journeys are played: <c>[MemberData(nameof(Stages.All), MemberType = typeof(Stages))]</c>, a language's tag and a database.</summary>
public static class Stages
{
    /// <summary>English on SQLite and Chinese on PostgreSQL; with <c>ENTENTE_LONG=1</c> the other two as well.</summary>
    public static TheoryData<string, Engine> All
    {
        get
        {
            var stages = new TheoryData<string, Engine> { { "en", Engine.Sqlite }, { "zh-Hans", Engine.Postgres } };
            if (Environment.GetEnvironmentVariable("ENTENTE_LONG") == "1")
            {
                stages.Add("en", Engine.Postgres);
                stages.Add("zh-Hans", Engine.Sqlite);
            }

            return stages;
        }
    }
}
