using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Partners.Model;

/// <summary>Questions to partners by link, and to colleagues who are signed in. What is asked stands in its form, in versions.</summary>
internal sealed class Questionnaire : Entity<Questionnaire>, IScoped
{
    public const string RecordKind = "partners.questionnaire";

    public const int LongestTitle = 200;

    public const int LongestLead = 2000;

    public required LocalizedText Title { get; set; }

    /// <summary>What those who answer read above it.</summary>
    public required LocalizedText Lead { get; set; }

    /// <summary>The last day answers are taken; none: no end.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Whether colleagues who see partners of the unit may answer as well.</summary>
    public bool AsksColleagues { get; set; }

    public required Instant CreatedAt { get; init; }

    /// <summary>The unit that keeps it; decides who may see it.</summary>
    public required UnitId UnitId { get; init; }

    public RecordRef Ref() => new(RecordKind, Id.Value);
}

internal sealed class QuestionnaireMap : IEntityTypeConfiguration<Questionnaire>
{
    public void Configure(EntityTypeBuilder<Questionnaire> builder) => builder.HasIndex(q => q.CreatedAt);
}
