using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>What a student reports of a stay: on the way, every so many months, and after the return. The host supervisor puts a name to exactly what stands in it.</summary>
internal sealed class StayReport : Entity<StayReport>, IScoped
{
    public const string RecordKind = "mobility.report";
    public const int LongestText = 20_000;
    public const int LongestRemark = 4000;
    public const int LongestName = 160;

    public required Id<Stay> StayId { get; init; }

    /// <summary>Which progress report, from 1; 0: the return report.</summary>
    public required int Number { get; init; }

    public required string Text { get; set; }

    public required Instant SentAt { get; set; }

    public AccountId? SentById { get; set; }

    /// <summary>When the host supervisor put a name to it.</summary>
    public Instant? SignedAt { get; private set; }

    [Personal]
    public string? SignedName { get; private set; }

    /// <summary>What the host supervisor added.</summary>
    public string? Remark { get; private set; }

    public RecordRef Ref() => new(RecordKind, Id.Value);

    /// <summary>SHA-256 of what is signed: which report of which stay, and its words.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{StayId}\n{Number}\n{Text}")));

    public void Sign(string name, string? remark, Instant at) => (SignedName, Remark, SignedAt) = (name, remark, at);
}

/// <summary>Who sees a report: whoever sees its stay.</summary>
internal static class ReportsOfStays
{
    public static IQueryable<StayReport> Of(this IQueryable<StayReport> reports, IQueryable<Stay> visible) => reports.ViewerNamed().Where(r => visible.Any(s => s.Id == r.StayId));
}

internal sealed class StayReportMap : IEntityTypeConfiguration<StayReport>
{
    public void Configure(EntityTypeBuilder<StayReport> builder)
    {
        builder.Property(r => r.SignedName).HasMaxLength(StayReport.LongestName);
        builder.HasIndex(r => new { r.StayId, r.Number }).IsUnique();
    }
}
