namespace Entente.Contracts.Partners;

/// <summary>An agreement was signed by all its parties.</summary>
public sealed record AgreementSigned(AgreementId Agreement, DateOnly SignedOn);

/// <summary>An agreement came into force.</summary>
public sealed record AgreementBegan(AgreementId Agreement, DateOnly On);

/// <summary>An agreement ended: its term ran out, it was terminated, or a successor replaced it.</summary>
/// <param name="Agreement">Which.</param>
/// <param name="State">Expired, terminated or superseded.</param>
/// <param name="On">The first day no longer in force.</param>
public sealed record AgreementEnded(AgreementId Agreement, AgreementState State, DateOnly On);

/// <summary>An amendment took effect; the text and the places may be others now.</summary>
public sealed record AgreementAmended(AgreementId Agreement, int Version, DateOnly EffectiveOn);
