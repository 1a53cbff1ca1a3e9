using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Partners.Model;

internal sealed class AgreementMap : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.Ignore(a => a.Text);
        builder.Property(a => a.Number).HasMaxLength(40);
        builder.Property(a => a.ContentHash).HasMaxLength(32);
        builder.Property(a => a.ApprovedHash).HasMaxLength(32);
        builder.Property(a => a.Seal).HasMaxLength(32);
        builder.HasIndex(a => a.Number).IsUnique();
        builder.HasIndex(a => new { a.State, a.LastDay });
        builder.HasMany(a => a.Parties).WithOne().HasForeignKey(p => p.AgreementId);
        builder.HasMany(a => a.Units).WithOne().HasForeignKey(u => u.AgreementId);
        builder.HasMany(a => a.Places).WithOne().HasForeignKey(p => p.AgreementId);
        builder.HasMany(a => a.Steps).WithOne().HasForeignKey(s => s.AgreementId);
        builder.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.AgreementId);
        builder.HasOne<AgreementKind>().WithMany().HasForeignKey(a => a.KindId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgreementPartyMap : IEntityTypeConfiguration<AgreementParty>
{
    public void Configure(EntityTypeBuilder<AgreementParty> builder) => builder.HasIndex(p => new { p.OrganisationId, p.AgreementId });
}

internal sealed class AgreementUnitMap : IEntityTypeConfiguration<AgreementUnit>
{
    public void Configure(EntityTypeBuilder<AgreementUnit> builder) => builder.HasIndex(u => new { u.UnitId, u.AgreementId });
}

internal sealed class PlaceLineMap : IEntityTypeConfiguration<PlaceLine>
{
    public void Configure(EntityTypeBuilder<PlaceLine> builder)
    {
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.Within).HasMaxLength(40);
        builder.Property(p => p.Field).HasMaxLength(4);
        builder.HasIndex(p => new { p.AgreementId, p.Code }).IsUnique();
    }
}

internal sealed class AgreementStepMap : IEntityTypeConfiguration<AgreementStep>
{
    public void Configure(EntityTypeBuilder<AgreementStep> builder) => builder.Property(s => s.Reason).HasMaxLength(2000);
}

internal sealed class AgreementVersionMap : IEntityTypeConfiguration<AgreementVersion>
{
    public void Configure(EntityTypeBuilder<AgreementVersion> builder)
    {
        builder.Ignore(v => v.Text);
        builder.Property(v => v.Hash).HasMaxLength(32);
        builder.Property(v => v.ApprovedHash).HasMaxLength(32);
        builder.HasIndex(v => new { v.AgreementId, v.Number }).IsUnique();
        builder.HasIndex(v => new { v.State, v.EffectiveOn });
    }
}
