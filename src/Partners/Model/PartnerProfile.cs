using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Partners.Model;

/// <summary>What the school says of a partner beside what follows from records.</summary>
internal sealed class PartnerProfile : Entity<PartnerProfile>
{
    public required OrganisationId OrganisationId { get; init; }

    /// <summary>Its place in lists that are cut short, from 1; none: after those, by the number of agreements.</summary>
    public int? Featured { get; set; }
}

internal sealed class PartnerProfileMap : IEntityTypeConfiguration<PartnerProfile>
{
    public void Configure(EntityTypeBuilder<PartnerProfile> builder) => builder.HasIndex(p => p.OrganisationId).IsUnique();
}
