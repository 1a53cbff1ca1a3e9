using Entente.Contracts.Directory;
using Entente.Directory.Matching;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>One name of an organisation, in one language, as one source gives it. A name no longer used is withdrawn, not deleted.</summary>
internal sealed class OrganisationName : Entity<OrganisationName>
{
    public const int Longest = 300;

    public OrganisationId OrganisationId { get; init; }

    public required string Text { get; init; }

    /// <summary>BCP 47; <c>und</c> where the source does not say.</summary>
    public string Language { get; init; } = Undetermined;

    public OrganisationNameKind Kind { get; init; }

    /// <summary>The text without case, accents and width, to compare and to find.</summary>
    public required string Folded { get; init; }

    /// <summary>The words in the form in which the matcher compares names.</summary>
    public required string Key { get; init; }

    public FactSource Source { get; init; }

    public Instant RecordedAt { get; init; }

    public Instant? WithdrawnAt { get; set; }

    public const string Undetermined = "und";

    public static OrganisationName Of(OrganisationId organisation, string text, string language, OrganisationNameKind kind, FactSource source, Instant at) => new()
    {
        OrganisationId = organisation,
        Text = text,
        Language = language,
        Kind = kind,
        Folded = Cut(NameFolding.Of(text)),
        Key = NameKey.Of(text),
        Source = source,
        RecordedAt = at,
    };

    /// <summary>Folding may lengthen a name: one ligature becomes several letters.</summary>
    private static string Cut(string folded) => folded.Length <= Longest ? folded : folded[..Longest];
}

/// <summary>What a name is to its organisation.</summary>
internal enum OrganisationNameKind
{
    /// <summary>The name to show in its language.</summary>
    Display,

    /// <summary>The name in another language.</summary>
    Label,

    /// <summary>Another name, or a former one.</summary>
    Alias,

    /// <summary>Letters that stand for it.</summary>
    Acronym,
}

internal sealed class OrganisationNameMap : IEntityTypeConfiguration<OrganisationName>
{
    public void Configure(EntityTypeBuilder<OrganisationName> builder)
    {
        builder.Property(n => n.Text).HasMaxLength(OrganisationName.Longest);
        builder.Property(n => n.Folded).HasMaxLength(OrganisationName.Longest);
        builder.Property(n => n.Language).HasMaxLength(20);
        builder.Property(n => n.Key).HasMaxLength(NameKey.Longest);
        builder.HasIndex(n => n.OrganisationId);
        builder.HasIndex(n => n.Key);
    }
}
