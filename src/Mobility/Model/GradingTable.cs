using System.Text.Json;
using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>How often each grade was given at an institution over some years, as its office or website says. A newer one is another version; what was converted by an older stays as it was.</summary>
internal sealed class GradingTable : Entity<GradingTable>
{
    public const int LongestGrade = 20;
    public const int LongestField = 120;
    public const int LongestSource = 300;
    public const int MostFailing = 10;
    public const int EarliestYear = 1990;

    /// <summary>The largest factor of credits, hundredths.</summary>
    public const int MostCreditHundredths = 1_000;

    /// <summary>Whose grades; none: the school's own.</summary>
    public OrganisationId? OrganisationId { get; init; }

    /// <summary>The field of study it counts; empty: the whole institution.</summary>
    public required string Field { get; init; }

    /// <summary>From 1, for each institution and field.</summary>
    public required int Number { get; init; }

    /// <summary>The first year counted.</summary>
    public required int FromYear { get; init; }

    /// <summary>The last year counted.</summary>
    public required int UntilYear { get; init; }

    /// <summary>Where the numbers are from.</summary>
    public required string Source { get; init; }

    /// <summary>The passing grades with their passes as JSON, the best first.</summary>
    public required string Grades { get; init; }

    /// <summary>The failing grades as JSON, the first standing for all.</summary>
    public required string Failing { get; init; }

    /// <summary>How many credits here one credit there is, hundredths; none: they count as they are.</summary>
    public int? CreditHundredths { get; init; }

    public required Instant RecordedAt { get; init; }

    public AccountId? RecordedById { get; init; }

    public KnownDistribution Read() => new(new(JsonSerializer.Deserialize<IReadOnlyList<GradeShare>>(Grades)!), JsonSerializer.Deserialize<IReadOnlyList<string>>(Failing)!, FromYear, UntilYear);

    public static string Write<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list);
}

internal sealed class GradingTableMap : IEntityTypeConfiguration<GradingTable>
{
    public void Configure(EntityTypeBuilder<GradingTable> builder)
    {
        builder.Property(t => t.Field).HasMaxLength(GradingTable.LongestField);
        builder.Property(t => t.Source).HasMaxLength(GradingTable.LongestSource);
        builder.HasIndex(t => new { t.OrganisationId, t.Field, t.Number }).IsUnique();
    }
}
