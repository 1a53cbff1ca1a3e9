using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using NodaTime;

namespace Entente.Partners.Model;

/// <summary>A version of an agreement's text: the one first signed (1) and each amendment. A signed version is never changed.</summary>
internal sealed class AgreementVersion : Entity<AgreementVersion>
{
    public AgreementVersion(AgreementId agreementId, int number, string content)
    {
        AgreementId = agreementId;
        Number = number;
        Content = content;
        Hash = AgreementContent.HashOf(content);
    }

    public AgreementId AgreementId { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    [Personal]
    public string Content { get; private set; }

    public byte[] Hash { get; private set; }

    public AmendmentState State { get; set; }

    /// <summary>What it is about, in a few words; none for version 1.</summary>
    public LocalizedText? Title { get; set; }

    public LocalizedText? Reason { get; set; }

    public DateOnly? SignedOn { get; set; }

    public DateOnly? EffectiveOn { get; set; }

    public required Instant RecordedAt { get; init; }

    public AccountId? AccountId { get; set; }

    public byte[]? ApprovedHash { get; set; }

    public AgreementContent Text => AgreementContent.FromJson(Content);

    /// <summary>Changes the text of an amendment that is still written.</summary>
    public void Rewrite(AgreementContent content)
    {
        if (State != AmendmentState.Draft) throw new InvalidOperationException("Only an amendment that is still written is changed.");
        Content = content.ToJson();
        Hash = AgreementContent.HashOf(Content);
    }

    /// <summary>Its name for other rooms.</summary>
    public RecordRef Ref() => new(RecordKind, Id.Value);

    public const string RecordKind = "partners.amendment";
}

/// <summary>The states of an amendment; the same road as an agreement's, shorter.</summary>
public enum AmendmentState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for approval.</summary>
    InReview,

    /// <summary>Approved as it stands.</summary>
    Approved,

    /// <summary>Signed by all; its day has not come.</summary>
    Signed,

    /// <summary>Took effect; a later version may have replaced it since.</summary>
    InForce,

    /// <summary>Given up.</summary>
    Withdrawn,
}
