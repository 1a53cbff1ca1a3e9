using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Partners.Model;

/// <summary>Somebody on either side who deals with a partnership, from when to when.</summary>
internal sealed class Contact : Entity<Contact>, IScoped
{
    /// <summary>The partner it is about.</summary>
    public required OrganisationId OrganisationId { get; init; }

    public required ContactSide Side { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>What they do for the partnership.</summary>
    public required ContactRole Role { get; set; }

    /// <summary>The office held, as on the card.</summary>
    [Personal]
    public LocalizedText Title { get; set; } = LocalizedText.Empty;

    [Personal]
    public string? Email { get; set; }

    /// <summary>The language one writes in, BCP 47.</summary>
    public string? Language { get; set; }

    /// <summary>Whether they may sign for their side.</summary>
    public bool Signs { get; set; }

    public DateOnly? From { get; set; }

    /// <summary>The last day; none: still there.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The unit that keeps it; decides who may see it.</summary>
    public required UnitId UnitId { get; init; }
}

/// <summary>The side a contact is on.</summary>
public enum ContactSide
{
    School,
    Partner,
}

/// <summary>What a contact does.</summary>
public enum ContactRole
{
    InternationalDirector,
    ExchangeCoordinator,
    Professor,
    AssociateProfessor,
    SeniorScientist,
    Dean,
    Other,
}

internal sealed class ContactMap : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(c => c.Email).HasMaxLength(254);
        builder.Property(c => c.Language).HasMaxLength(20);
        builder.HasIndex(c => new { c.OrganisationId, c.Side });
    }
}
