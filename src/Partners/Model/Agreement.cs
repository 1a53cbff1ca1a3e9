using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Partners.Model;

/// <summary>What the school and its partners agreed.</summary>
internal sealed class Agreement : Entity<AgreementCard>, IScoped
{
    public required string Number { get; set; }

    public required LocalizedText Title { get; set; }

    /// <summary>The unit that keeps it; decides who may see it.</summary>
    public required UnitId UnitId { get; set; }
}

internal sealed class AgreementMap : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.Property(a => a.Number).HasMaxLength(40);
        builder.HasIndex(a => a.Number).IsUnique();
    }
}

/// <summary>Who sees which agreements: those who may view them in the unit that keeps them.</summary>
internal static class AgreementVisibility
{
    public static IQueryable<Agreement> VisibleTo(this IQueryable<Agreement> agreements, Viewer viewer)
    {
        var reach = viewer.Reach(PartnersPermissions.View);
        if (reach.IsEverywhere) return agreements.ViewerNamed();
        var units = reach.Ids<Contracts.Directory.UnitCard>();
        return agreements.ViewerNamed().Where(a => units.Contains(a.UnitId));
    }
}
