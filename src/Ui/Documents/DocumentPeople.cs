using Entente.Contracts.Directory;
using Entente.Foundation.Documents;

namespace Entente.Ui.Documents;

/// <summary>What those who issued documents are called in the language one reads; who is known by nothing else, as the document kept it.</summary>
public sealed class DocumentPeople
{
    private readonly IReadOnlyDictionary<AccountId, AccountCard> accounts;

    private DocumentPeople(IReadOnlyDictionary<AccountId, AccountCard> accounts) => this.accounts = accounts;

    /// <summary>Nobody is known.</summary>
    public static DocumentPeople Nobody { get; } = new(new Dictionary<AccountId, AccountCard>());

    /// <summary>Whoever issued a document.</summary>
    public string IssuerOf(DocumentLine document) => document.AskedByAccount is { } key && accounts.TryGetValue(new AccountId(key), out var account) ? account.Name : document.AskedBy;

    internal static async Task<DocumentPeople> OfAsync(IReadOnlyCollection<DocumentLine> documents, IAccounts accounts, CancellationToken cancellation) =>
        new(await accounts.OfAsync([.. documents.Select(d => d.AskedByAccount).OfType<Guid>().Distinct().Select(a => new AccountId(a))], cancellation));
}
