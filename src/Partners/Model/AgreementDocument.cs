using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Partners.Model;

/// <summary>What a stored file is to an agreement. A document is withdrawn, never replaced.</summary>
internal sealed class AgreementDocument : Entity<AgreementDocument>
{
    public required AgreementId AgreementId { get; init; }

    /// <summary>The version of the text it belongs to, from 1.</summary>
    public required int TextVersion { get; init; }

    public required AgreementDocumentKind Kind { get; init; }

    public required Id<FileCard> FileId { get; init; }

    /// <summary>Whether this is the paper that carries the signatures under the sealed text; one of each version.</summary>
    public bool IsSealed { get; set; }

    public required Instant RecordedAt { get; init; }

    public AccountId? AccountId { get; init; }

    public Instant? WithdrawnAt { get; private set; }

    public AccountId? WithdrawnById { get; private set; }

    public string? WithdrawReason { get; private set; }

    public const int LongestReason = 1000;

    /// <summary>Takes it out of what the agreement stands on; it stays listed, and can be read.</summary>
    /// <exception cref="InvalidOperationException">It is sealed, or withdrawn already.</exception>
    public void Withdraw(StepBy by, string reason)
    {
        if (IsSealed || WithdrawnAt is not null) throw new InvalidOperationException("Only a standing document that is not sealed is withdrawn.");
        (WithdrawnAt, WithdrawnById, WithdrawReason) = (by.At, by.Account, reason);
    }
}

/// <summary>What a document is to its agreement.</summary>
public enum AgreementDocumentKind
{
    /// <summary>The text as it is to be approved and signed.</summary>
    Draft,

    /// <summary>The text with every signature.</summary>
    Signed,

    /// <summary>An annex.</summary>
    Annex,

    /// <summary>A letter about it: notice, confirmation, minutes.</summary>
    Letter,
}

/// <summary>The signature of one party under one version of the text.</summary>
internal sealed class PartySignature : Entity<PartySignature>
{
    public required AgreementId AgreementId { get; init; }

    public required int TextVersion { get; init; }

    /// <summary>The party; none: the school's own university.</summary>
    public OrganisationId? OrganisationId { get; init; }

    public required DateOnly SignedOn { get; init; }

    /// <summary>Who signed, as it stands under the text.</summary>
    [Personal]
    public required string Signatory { get; init; }

    /// <summary>The hash of the text under which the signature stands.</summary>
    public required byte[] Hash { get; init; }

    public required Instant RecordedAt { get; init; }

    public AccountId? AccountId { get; init; }

    /// <summary>Set when the text went back to be changed: the signature stands under a text that is no more.</summary>
    public Instant? WithdrawnAt { get; set; }
}

internal sealed class AgreementDocumentMap : IEntityTypeConfiguration<AgreementDocument>
{
    public void Configure(EntityTypeBuilder<AgreementDocument> builder)
    {
        builder.Property(d => d.WithdrawReason).HasMaxLength(AgreementDocument.LongestReason);
        builder.HasIndex(d => new { d.AgreementId, d.TextVersion });
    }
}

internal sealed class PartySignatureMap : IEntityTypeConfiguration<PartySignature>
{
    public void Configure(EntityTypeBuilder<PartySignature> builder)
    {
        builder.Property(s => s.Signatory).HasMaxLength(200);
        builder.Property(s => s.Hash).HasMaxLength(32);
        builder.HasIndex(s => new { s.AgreementId, s.TextVersion });
    }
}
