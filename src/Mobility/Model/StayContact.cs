using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>How a student is reached abroad and whom to call in an emergency, in the student's own words; one a stay.</summary>
internal sealed class StayContact : Entity<StayContact>, IScoped
{
    public const int LongestName = 120;
    public const int LongestPhone = 40;
    public const int LongestAddress = 400;

    public required Id<Stay> StayId { get; init; }

    [Personal]
    public string Phone { get; set; } = "";

    /// <summary>Where the student lives there.</summary>
    [Personal]
    public string Address { get; set; } = "";

    /// <summary>Whom to call, and who that is to the student.</summary>
    [Personal]
    public string EmergencyName { get; set; } = "";

    [Personal]
    public string EmergencyPhone { get; set; } = "";

    /// <summary>Whom to call at the host: a supervisor, an office.</summary>
    [Personal]
    public string HostPhone { get; set; } = "";

    public Instant EnteredAt { get; set; }
}

internal sealed class StayContactMap : IEntityTypeConfiguration<StayContact>
{
    public void Configure(EntityTypeBuilder<StayContact> builder)
    {
        foreach (var phone in new[] { nameof(StayContact.Phone), nameof(StayContact.EmergencyPhone), nameof(StayContact.HostPhone) }) builder.Property(phone).HasMaxLength(StayContact.LongestPhone);
        builder.Property(c => c.EmergencyName).HasMaxLength(StayContact.LongestName);
        builder.Property(c => c.Address).HasMaxLength(StayContact.LongestAddress);
        builder.HasIndex(c => c.StayId).IsUnique();
    }
}
