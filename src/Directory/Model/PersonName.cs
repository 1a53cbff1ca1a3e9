using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Directory.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>A name of a person in one script. The parts stay apart, and the order in which they are said is kept.</summary>
internal sealed class PersonName : Entity<PersonName>, IOfficeRecord
{
    public const int Longest = 160;

    public PersonId PersonId { get; init; }

    public PersonNameKind Kind { get; init; }

    /// <summary>BCP 47 with script where it matters: <c>und-Latn</c>, <c>zh-Hans</c>, <c>ja</c>.</summary>
    public required string Language { get; init; }

    [Personal]
    public string Family { get; init; } = "";

    [Personal]
    public string Given { get; init; } = "";

    public bool FamilyFirst { get; init; }

    /// <summary>The whole name as it is said.</summary>
    [Personal]
    public required string Full { get; init; }

    /// <summary>The words without case and accents, in alphabetical order, to find doubles.</summary>
    [Personal]
    public required string Folded { get; init; }

    /// <summary>How it sounds in Latin letters, to find it: <c>li xiaoming</c> for 李晓明; Latin names as <see cref="Folded"/>.</summary>
    [Personal]
    public string Roman { get; init; } = "";

    /// <summary>The letters of how it sounds, sorted: the same for 李晓明, Li Xiaoming and Xiao-Ming Li. Narrows the search for doubles.</summary>
    [Personal]
    public string Letters { get; init; } = "";

    public Instant RecordedAt { get; init; }

    public Instant? WithdrawnAt { get; set; }

    /// <summary>The name as lists order it: family name, given name.</summary>
    public string ByFamily => Family.Length == 0 ? Full : $"{Family} {Given}".TrimEnd();

    /// <summary>A name of parts; Han is written without a space.</summary>
    public static PersonName Of(PersonId person, PersonNameKind kind, string family, string given, bool familyFirst, Instant at)
    {
        var isHan = NameFolding.HasHan(family + given);
        var parts = (familyFirst ? new[] { family, given } : [given, family]).Where(p => p.Length > 0);
        return Whole(person, kind, string.Join(isHan ? "" : " ", parts), at, family, given, familyFirst);
    }

    /// <summary>A name known only as a whole.</summary>
    public static PersonName Whole(
        PersonId person, PersonNameKind kind, string full, Instant at, string family = "", string given = "", bool familyFirst = true) => new()
        {
            PersonId = person,
            Kind = kind,
            Language = NameFolding.HasHan(full) ? "zh-Hans" : "und-Latn",
            Family = family,
            Given = given,
            FamilyFirst = familyFirst,
            Full = full,
            Folded = NameFolding.InAnyOrder(full),
            Roman = NameSound.RomanOf(full),
            Letters = NameSound.LettersOf(full),
            RecordedAt = at,
        };
}

/// <summary>What a name is to its bearer; the smaller is shown first.</summary>
internal enum PersonNameKind
{
    /// <summary>The name to use.</summary>
    Preferred,

    /// <summary>Another spelling, as on papers.</summary>
    Variant,

    /// <summary>A name no longer borne.</summary>
    Former,
}

internal sealed class PersonNameMap : IEntityTypeConfiguration<PersonName>
{
    public void Configure(EntityTypeBuilder<PersonName> builder)
    {
        builder.Property(n => n.Family).HasMaxLength(80);
        builder.Property(n => n.Given).HasMaxLength(80);
        builder.Property(n => n.Full).HasMaxLength(PersonName.Longest);
        builder.Property(n => n.Folded).HasMaxLength(PersonName.Longest);
        builder.Property(n => n.Roman).HasMaxLength(PersonName.Longest * 6);
        builder.Property(n => n.Letters).HasMaxLength(PersonName.Longest * 6);
        builder.HasIndex(n => n.Letters);
        builder.Property(n => n.Language).HasMaxLength(20);
        builder.Ignore(n => n.ByFamily);
        builder.HasIndex(n => n.PersonId);
        builder.HasIndex(n => n.Folded);
    }
}
