using Entente.Foundation.Data;

namespace Entente.Directory.SignOn;

/// <summary>A house that vouches for people: the university's own, or a federation's gateway.</summary>
/// <param name="Id">Its word in addresses; also the name of its scheme.</param>
/// <param name="Kind">What it speaks.</param>
/// <param name="Name">What its button is called.</param>
/// <param name="Issuer">With the subject, the key of an identity.</param>
internal sealed record Provider(string Id, ProviderKind Kind, LocalizedText Name, string Issuer)
{
    /// <summary>Whether whoever has to sign in is led there at once.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Where an OpenID provider or a CAS server is.</summary>
    public Uri? Server { get; init; }

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The field that names the subject: CAS's attribute (<c>user</c>: CAS's own), a path into a gateway's answer.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The field by which its holder recognises the identity.</summary>
    public string Label { get; init; } = "";

    /// <summary>How long its server may take to answer ours.</summary>
    public TimeSpan Timeout { get; init; }

    public Uri? Authorize { get; init; }

    public Uri? Token { get; init; }

    public Uri? UserInfo { get; init; }

    /// <summary>Where signing out is told, for a gateway that has such a place.</summary>
    public Uri? SignOut { get; init; }

    /// <summary>Whether the code is bound by PKCE (RFC 7636); some older gateways refuse it.</summary>
    public bool UsesPkce { get; init; } = true;

    /// <summary>Where it sends people back to.</summary>
    public string ReturnPath => "/sign-in/return/" + Id;
}

/// <summary>What a provider speaks.</summary>
internal enum ProviderKind
{
    /// <summary>OpenID Connect: authorization code with PKCE, state and nonce.</summary>
    Oidc,

    /// <summary>CAS 3.0.</summary>
    Cas,

    /// <summary>Plain OAuth 2.0 with an address that tells who somebody is, as CARSI's gateways do.</summary>
    Gateway,
}
