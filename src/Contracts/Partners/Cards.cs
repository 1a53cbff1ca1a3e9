using Entente.Foundation.Data;

namespace Entente.Contracts.Partners;

/// <summary>What every room may know of an agreement.</summary>
public sealed class AgreementCard
{
    /// <summary>The key.</summary>
    public required AgreementId Id { get; init; }

    /// <summary>The agreement's title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The office's number.</summary>
    public required string Number { get; init; }
}
