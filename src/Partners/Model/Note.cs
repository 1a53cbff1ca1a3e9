using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Partners.Model;

/// <summary>What somebody wrote down about a partner: a meeting, a call, a remark. Seen by those who may see the unit's partners.</summary>
internal sealed class Note : Entity<Note>, IScoped
{
    public required OrganisationId OrganisationId { get; init; }

    public AgreementId? AgreementId { get; set; }

    public required NoteKind Kind { get; set; }

    /// <summary>The meeting it tells of; such a note is written, changed and taken back with its meeting only.</summary>
    public Id<Meeting>? MeetingId { get; init; }

    [Personal]
    public required LocalizedText Text { get; set; }

    /// <summary>The day it is about.</summary>
    public required DateOnly On { get; set; }

    public AccountId? AccountId { get; init; }

    /// <summary>Who wrote it, where there is no account.</summary>
    public PersonId? PersonId { get; init; }

    public required Instant RecordedAt { get; init; }

    /// <summary>Set when its author took it back; it is shown no more.</summary>
    public Instant? WithdrawnAt { get; set; }

    public required UnitId UnitId { get; init; }
}

/// <summary>What a note is about.</summary>
public enum NoteKind
{
    Remark,
    Meeting,
    Call,
    Mail,
    Visit,
}

internal sealed class NoteMap : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder) => builder.HasIndex(n => new { n.OrganisationId, n.On });
}
