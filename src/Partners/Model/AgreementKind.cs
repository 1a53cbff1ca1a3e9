using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Partners.Model;

/// <summary>A kind of agreement; a school adds its own.</summary>
internal sealed class AgreementKind : Entity<AgreementKind>
{
    /// <summary>Unique, lower case: <c>student-exchange</c>.</summary>
    public required string Code { get; set; }

    public required LocalizedText Name { get; set; }

    /// <summary>Its place in lists.</summary>
    public int Order { get; set; }

    /// <summary>Whether new agreements may have it.</summary>
    public bool IsOffered { get; set; } = true;

    public List<RenewalAlert> Alerts { get; } = [];

    /// <summary>From how many days before its end an agreement of the kind is expiring; 0 where nobody wants to know.</summary>
    public int Horizon => Alerts.Select(a => a.Days).DefaultIfEmpty(0).Max();

    /// <summary>The kinds a school starts with, and the days before the end at which their renewal is asked for.</summary>
    internal static readonly (string Code, LocalizedText Name)[] Start =
    [
        ("memorandum", new("Memorandum of understanding", "合作备忘录")),
        ("student-exchange", new("Student exchange", "学生交换")),
        ("joint-cultivation", new("Joint cultivation", "联合培养")),
        ("dual-degree", new("Dual degree", "双学位")),
        ("cotutelle", new("Cotutelle", "联合授予博士学位")),
        ("joint-centre", new("Joint research centre", "联合研究中心")),
    ];

    internal static readonly int[] StartDays = [180, 90, 30];
}

/// <summary>How many days before the end of an agreement of a kind somebody is reminded to decide on its renewal.</summary>
internal sealed class RenewalAlert : Entity<RenewalAlert>
{
    public required Id<AgreementKind> KindId { get; init; }

    public required int Days { get; set; }
}

internal sealed class AgreementKindMap : IEntityTypeConfiguration<AgreementKind>
{
    public void Configure(EntityTypeBuilder<AgreementKind> builder)
    {
        builder.Property(k => k.Code).HasMaxLength(40);
        builder.HasIndex(k => k.Code).IsUnique();
        builder.Ignore(k => k.Horizon);
        builder.HasMany(k => k.Alerts).WithOne().HasForeignKey(a => a.KindId);
        builder.HasData(AgreementKind.Start.Select((kind, i) => new { Id = Seeds.Kind(i), kind.Code, kind.Name, Order = i, IsOffered = true, Version = 1 }));
    }
}

internal sealed class RenewalAlertMap : IEntityTypeConfiguration<RenewalAlert>
{
    public void Configure(EntityTypeBuilder<RenewalAlert> builder)
    {
        builder.HasIndex(a => new { a.KindId, a.Days }).IsUnique();
        builder.HasData(AgreementKind.Start.SelectMany((_, kind) => AgreementKind.StartDays.Select((days, i) =>
            new { Id = Seeds.Alert(kind, i), KindId = Seeds.Kind(kind), Days = days, Version = 1 })));
    }
}

/// <summary>The fixed keys of rows a new installation starts with.</summary>
internal static class Seeds
{
    public static Id<AgreementKind> Kind(int i) => new(new Guid(0x019a0000, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)(i + 1)));

    public static Id<RenewalAlert> Alert(int kind, int i) => new(new Guid(0x019a0000, 2, 0x7000, 0x80, 0, 0, 0, 0, 0, (byte)(kind + 1), (byte)(i + 1)));
}
