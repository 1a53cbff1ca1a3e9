namespace Entente.Contracts.Directory;

/// <summary>Two records were found to be one human being; rooms check again what depended on their being two (conflicts, gates).</summary>
/// <param name="Merged">The key that is shown as the other from now on; it stays valid.</param>
/// <param name="Into">The key that stands for both.</param>
public sealed record PersonsMerged(PersonId Merged, PersonId Into);

/// <summary>A merge was undone: the two are two again.</summary>
/// <param name="Merged">The key that stands for itself again.</param>
/// <param name="Into">The key that stood for both.</param>
public sealed record PersonsParted(PersonId Merged, PersonId Into);

/// <summary>The university let people go: what waited for them in person goes back to the role it belongs to.</summary>
/// <param name="Accounts">Their accounts, which are over.</param>
public sealed record AccountsLeft(IReadOnlyList<AccountId> Accounts);

/// <summary>Roles were given, lent or ended: who may do what waits is another question now.</summary>
public sealed record RightsChanged;
