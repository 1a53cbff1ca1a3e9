using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Mobility.Model;

/// <summary>A form of mobility: visiting joint cultivation, dual degree, cotutelle; a school adds its own.</summary>
internal sealed class MobilityForm : Entity<MobilityForm>
{
    public const int LongestCode = 40;

    /// <summary>Unique, lower case: <c>joint-cultivation</c>.</summary>
    public required string Code { get; set; }

    public required LocalizedText Name { get; set; }

    /// <summary>Its place in lists.</summary>
    public int Order { get; set; }

    /// <summary>Whether new calls may be for it.</summary>
    public bool IsOffered { get; set; } = true;

    /// <summary>How long a stay is, as the place ledger weighs it.</summary>
    public PlaceLength Length { get; set; }

    /// <summary>How many months a stay usually takes.</summary>
    public int Months { get; set; }

    /// <summary>Whether a supervisor at the host institution is part of it.</summary>
    public bool HasHostSupervisor { get; set; }

    /// <summary>Whether both institutions award a degree, each with milestones of its own.</summary>
    public bool HasTwoDegrees { get; set; }

    /// <summary>Every how many months a progress report is owed while abroad; 0: none.</summary>
    public int ReportMonths { get; set; }

    /// <summary>The forms a school starts with.</summary>
    internal static readonly (string Code, LocalizedText Name, PlaceLength Length, int Months, bool Host, bool Degrees, int Reports)[] Start =
    [
        ("joint-cultivation", new("Joint cultivation", "联合培养"), PlaceLength.Year, 12, true, false, 6),
        ("dual-degree", new("Dual degree", "双学位"), PlaceLength.Year, 24, true, true, 6),
        ("cotutelle", new("Cotutelle", "联合授予博士学位"), PlaceLength.Year, 24, true, true, 6),
        ("short-doctoral", new("Short doctoral stay", "博士生短期访学"), PlaceLength.Semester, 4, true, false, 0),
        ("exchange-semester", new("Exchange semester", "交换学期"), PlaceLength.Semester, 5, false, false, 0),
    ];
}

internal sealed class MobilityFormMap : IEntityTypeConfiguration<MobilityForm>
{
    public void Configure(EntityTypeBuilder<MobilityForm> builder)
    {
        builder.Property(f => f.Code).HasMaxLength(MobilityForm.LongestCode);
        builder.HasIndex(f => f.Code).IsUnique();
        builder.HasData(MobilityForm.Start.Select((form, i) => new
        {
            Id = Key(i),
            form.Code,
            form.Name,
            Order = i,
            IsOffered = true,
            form.Length,
            form.Months,
            HasHostSupervisor = form.Host,
            HasTwoDegrees = form.Degrees,
            ReportMonths = form.Reports,
            Version = 1,
        }));
    }

    /// <summary>The fixed keys of the forms a new installation starts with.</summary>
    internal static Id<MobilityForm> Key(int i) => new(new Guid(0x019a0000, 4, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)(i + 1)));
}
