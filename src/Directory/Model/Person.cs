using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>A record of the office about people: seen by those who may see the directory.</summary>
internal interface IOfficeRecord : IScoped;

/// <summary>A human being in every role: one record. Names, mail, affiliations and distinctions are rows of their own.</summary>
internal sealed class Person : Entity<PersonCard>, IOfficeRecord
{
    /// <summary>The name to show: in Latin letters as <c>en</c>, in Han as <c>zh-Hans</c>.</summary>
    [Personal]
    public required LocalizedText Name { get; set; }

    public byte[] SortKey { get; private set; } = [];

    public byte[] SortKeyZh { get; private set; } = [];

    [Personal]
    public string? Orcid { get; set; }

    /// <summary>Where the record comes from.</summary>
    public string Source { get; set; } = "";

    public Instant RecordedAt { get; init; }

    /// <summary>Shows the person under these names; Latin letters order by family name.</summary>
    public Person Call(IReadOnlyCollection<PersonName> names)
    {
        var latin = names.OrderBy(n => n.Kind).FirstOrDefault(n => !NameFolding.HasHan(n.Full));
        var native = names.OrderBy(n => n.Kind).FirstOrDefault(n => NameFolding.HasHan(n.Full));
        Name = new LocalizedText(latin?.Full ?? "", native?.Full ?? "");
        // Among Latin names a Chinese one stands where it sounds.
        SortKey = Foundation.Data.SortKey.Of(latin?.ByFamily ?? native?.Roman ?? "");
        SortKeyZh = Foundation.Data.SortKey.Of(native?.Full ?? latin?.ByFamily ?? "");
        return this;
    }
}

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.SortKey).HasMaxLength(SortKey.MaxLength);
        builder.Property(p => p.SortKeyZh).HasMaxLength(SortKey.MaxLength);
        builder.Property(p => p.Orcid).HasMaxLength(19);
        builder.Property(p => p.Source).HasMaxLength(200);
        builder.HasIndex(p => new { p.SortKey, p.Id });
        builder.HasIndex(p => new { p.SortKeyZh, p.Id });
        builder.HasIndex(p => p.Orcid);
    }
}

/// <summary>Who may see the office's records about people.</summary>
internal static class OfficeVisibility
{
    /// <summary>The records the viewer may see: all, for those who may see the directory; else none.</summary>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> records, Viewer viewer)
        where T : class, IOfficeRecord
    {
        var named = records.ViewerNamed();
        return viewer.May(DirectoryPermissions.View) ? named : named.Where(_ => false);
    }
}
