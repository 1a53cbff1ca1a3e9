using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>
/// One version of what a student will study or research abroad. Student, home and host supervisor agree to exactly its words, known by their hash; a change
/// is another version, to be agreed anew.
/// </summary>
internal sealed class StudyPlan : Entity<StudyPlan>, IScoped
{
    public const string RecordKind = "mobility.plan";

    public required Id<Stay> StayId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The content as canonical JSON.</summary>
    public required string Content { get; init; }

    public required Instant RecordedAt { get; init; }

    public AccountId? RecordedById { get; init; }

    public Instant? StudentAgreedAt { get; private set; }

    public Instant? HomeAgreedAt { get; private set; }

    public AccountId? HomeAgreedById { get; private set; }

    public Instant? HostAgreedAt { get; private set; }

    [Personal]
    public string? HostAgreedName { get; private set; }

    /// <summary>Whether all three agreed.</summary>
    public bool IsAgreed => StudentAgreedAt is not null && HomeAgreedAt is not null && HostAgreedAt is not null;

    public StudyPlanContent Read() => StudyPlanContent.FromJson(Content);

    /// <summary>SHA-256 of what is agreed to.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes($"{StayId}\n{Content}"));

    public RecordRef Ref() => new(RecordKind, Id.Value);

    public void AgreeAsStudent(Instant at) => StudentAgreedAt ??= at;

    public void AgreeAsHome(AccountId? by, Instant at) => (HomeAgreedById, HomeAgreedAt) = HomeAgreedAt is null ? (by, at) : (HomeAgreedById, HomeAgreedAt);

    public void AgreeAsHost(string name, Instant at) => (HostAgreedName, HostAgreedAt) = HostAgreedAt is null ? (name, at) : (HostAgreedName, HostAgreedAt);
}

/// <summary>What is planned: courses with credits, or research as text, or both.</summary>
/// <param name="Courses">The courses, in the order entered.</param>
/// <param name="Research">What is researched, how and with whom; empty where only courses are taken.</param>
public sealed record StudyPlanContent(IReadOnlyList<PlannedCourse> Courses, string Research)
{
    public const int MostCourses = 12;
    public const int LongestResearch = 12_000;

    private static readonly JsonSerializerOptions Canonical = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    public static StudyPlanContent Empty { get; } = new([], "");

    public string ToJson() => JsonSerializer.Serialize(this, Canonical);

    public static StudyPlanContent FromJson(string json) => JsonSerializer.Deserialize<StudyPlanContent>(json, Canonical) ?? Empty;
}

/// <summary>A course to be taken.</summary>
/// <param name="Code">Its code at the host; may be empty.</param>
/// <param name="Title">Its title.</param>
/// <param name="Credits">Credits of the host, tenths.</param>
/// <param name="For">What it stands for at home; empty: an elective.</param>
public sealed record PlannedCourse(string Code, string Title, int Credits, string For);

/// <summary>Who sees a plan: whoever sees its stay.</summary>
internal static class PlansOfStays
{
    public static IQueryable<StudyPlan> Of(this IQueryable<StudyPlan> plans, IQueryable<Stay> visible) => plans.ViewerNamed().Where(p => visible.Any(s => s.Id == p.StayId));
}

internal sealed class StudyPlanMap : IEntityTypeConfiguration<StudyPlan>
{
    public void Configure(EntityTypeBuilder<StudyPlan> builder)
    {
        builder.Property(p => p.HostAgreedName).HasMaxLength(StayReport.LongestName);
        builder.HasIndex(p => new { p.StayId, p.Number }).IsUnique();
    }
}
