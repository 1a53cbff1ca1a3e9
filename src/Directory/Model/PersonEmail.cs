using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>An address of mail at which a person is or was reached.</summary>
internal sealed class PersonEmail : Entity<PersonEmail>, IOfficeRecord
{
    public const int Longest = 254;

    public PersonId PersonId { get; init; }

    [Personal]
    public required string Address { get; init; }

    /// <summary>The address in lower case, to compare.</summary>
    [Personal]
    public required string Folded { get; init; }

    public Instant RecordedAt { get; init; }

    public Instant? WithdrawnAt { get; set; }

    public static PersonEmail Of(PersonId person, string address, Instant at) => new()
    {
        PersonId = person,
        Address = address.Trim(),
        Folded = address.Trim().ToLowerInvariant(),
        RecordedAt = at,
    };

    /// <summary>Whether a text can be an address: one @ between two parts, the second with a dot, no space.</summary>
    public static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.') && !text.Any(char.IsWhiteSpace) && text.Length <= Longest;
    }
}

internal sealed class PersonEmailMap : IEntityTypeConfiguration<PersonEmail>
{
    public void Configure(EntityTypeBuilder<PersonEmail> builder)
    {
        builder.Property(e => e.Address).HasMaxLength(PersonEmail.Longest);
        builder.Property(e => e.Folded).HasMaxLength(PersonEmail.Longest);
        builder.HasIndex(e => e.PersonId);
        builder.HasIndex(e => e.Folded);
    }
}
