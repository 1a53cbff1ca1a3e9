using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Questions;

/// <summary>What one respondent answers to a form: a draft until it is submitted, under the version it was begun with.</summary>
internal sealed class FormAnswer : Entity<AnswerTag>, IScoped
{
    /// <summary>The kind of record that owns the files of an answer.</summary>
    public const string RecordKind = "foundation.form-answer";

    public required Id<FormTag> FormId { get; init; }

    /// <summary>The version it answers; only its respondent carries it over to another.</summary>
    public required int VersionNumber { get; set; }

    /// <summary>The unit whose form it is.</summary>
    public required Guid Unit { get; init; }

    /// <summary>Who answers: <c>account:…</c> or <c>link:…</c>; each answers a form once.</summary>
    public required string Respondent { get; init; }

    public Guid? Account { get; init; }

    public Id<LinkTag>? LinkId { get; init; }

    [Personal]
    public required string Name { get; init; }

    /// <summary>Whom it is about, where that is a record: the partner asked.</summary>
    public string? AboutKind { get; init; }

    public Guid? AboutKey { get; init; }

    public AnswerState State { get; set; } = AnswerState.Draft;

    /// <summary>The <see cref="AnswerContent"/> in canonical form.</summary>
    [Personal]
    public required string Content { get; set; }

    /// <summary>What was said to an earlier version and has no place in this one.</summary>
    [Personal]
    public string? LeftOver { get; set; }

    public required Instant StartedAt { get; init; }

    public required Instant SavedAt { get; set; }

    public Instant? SubmittedAt { get; set; }
}

/// <summary>Types the key of an answer.</summary>
public sealed class AnswerTag;

/// <summary>Where an answer stands.</summary>
public enum AnswerState
{
    /// <summary>It is being written.</summary>
    Draft,

    /// <summary>It counts.</summary>
    Submitted,

    /// <summary>It was taken back and can be changed and submitted again.</summary>
    Withdrawn,
}

internal sealed class FormAnswerMap : IEntityTypeConfiguration<FormAnswer>
{
    public void Configure(EntityTypeBuilder<FormAnswer> builder)
    {
        builder.Property(a => a.Respondent).HasMaxLength(80);
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.Property(a => a.AboutKind).HasMaxLength(80);
        builder.HasIndex(a => new { a.FormId, a.Respondent }).IsUnique();
        builder.HasIndex(a => new { a.FormId, a.State });
        builder.HasIndex(a => a.Account);
    }
}
