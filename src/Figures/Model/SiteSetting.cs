using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Figures.Model;

/// <summary>The public site's own words; one row.</summary>
internal sealed class SiteSetting : Entity<SiteSetting>
{
    /// <summary>The one row there is.</summary>
    public const int TheOne = 1;

    /// <summary>Always <see cref="TheOne"/>; unique, so that two cannot be.</summary>
    public int Row { get; init; } = TheOne;

    public LocalizedText Name { get; set; } = LocalizedText.Empty;

    public LocalizedText University { get; set; } = LocalizedText.Empty;

    /// <summary>The sentence a visitor reads first; may name figures. Empty: the first paragraph of the page text.</summary>
    public LocalizedText Hero { get; set; } = LocalizedText.Empty;

    /// <summary>The figures set large under it, ids separated by spaces. Empty: the first of the page text.</summary>
    public string Featured { get; set; } = "";

    /// <summary>Under which terms the open data may be used. Empty: CC BY 4.0.</summary>
    public LocalizedText Licence { get; set; } = LocalizedText.Empty;

    /// <summary>Where the school is, degrees north; none: not said.</summary>
    public double? Latitude { get; set; }

    /// <summary>Degrees east; given with the latitude.</summary>
    public double? Longitude { get; set; }

    /// <summary>Whether the records are the demonstration school's.</summary>
    public bool IsDemo { get; set; }
}

internal sealed class SiteSettingMap : IEntityTypeConfiguration<SiteSetting>
{
    public void Configure(EntityTypeBuilder<SiteSetting> builder)
    {
        builder.Property(s => s.Featured).HasMaxLength(600);
        builder.HasIndex(s => s.Row).IsUnique();
    }
}
