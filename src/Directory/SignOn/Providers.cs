using System.Globalization;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Entente.Foundation.Settings;
using Microsoft.Extensions.Configuration;

namespace Entente.Directory.SignOn;

/// <summary>The providers of the settings <c>Entente__Oidc__0__…</c>, <c>Entente__Cas__0__…</c> and <c>Entente__Gateway__0__…</c>, checked once.</summary>
internal sealed class Providers
{
    /// <exception cref="SettingException">One is wrong.</exception>
    public Providers(IConfiguration configuration)
    {
        var house = configuration.GetSection("Entente");
        All =
        [
            .. Sections(house, "Oidc").Select(ReadOidc),
            .. Sections(house, "Cas").Select(ReadCas),
            .. Sections(house, "Gateway").Select(ReadGateway),
        ];
        if (All.GroupBy(p => p.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new SettingException("Entente__Oidc", $"two providers have the id '{twice.Key}'; give each its own Id.");
        if (All.Count(p => p.IsDefault) > 1) throw new SettingException("Entente__Oidc", "more than one provider is the default.");
    }

    public IReadOnlyList<Provider> All { get; }

    /// <summary>Where whoever has to sign in is led at once; none: the page is shown.</summary>
    public Provider? Default => All.FirstOrDefault(p => p.IsDefault);

    public Provider? Find(string id) => All.FirstOrDefault(p => p.Id == id);

    public Provider? OfIssuer(string? issuer) => issuer is null ? null : All.FirstOrDefault(p => p.Issuer == issuer);

    /// <summary>The provider's name; the issuer itself where the settings no longer have it.</summary>
    public LocalizedText NameOf(string issuer) => OfIssuer(issuer)?.Name ?? new LocalizedText(issuer, "");

    private static IEnumerable<ProviderSection> Sections(IConfigurationSection house, string kind) =>
        house.GetSection(kind).GetChildren().Select(c => new ProviderSection(c, kind));

    private static Provider ReadOidc(ProviderSection given)
    {
        var authority = given.Address("Authority");
        return Common(given, ProviderKind.Oidc, given.Text("Authority")) with
        {
            Server = authority,
            ClientId = given.Needed("ClientId"),
            ClientSecret = given.Text("ClientSecret"),
            Scopes = given.Words("Scopes", "openid profile"),
            Label = given.Text("Label", "preferred_username"),
        };
    }

    private static Provider ReadCas(ProviderSection given)
    {
        var server = given.Address("Server");
        return Common(given, ProviderKind.Cas, given.Text("Server").TrimEnd('/')) with
        {
            Server = server,
            Subject = given.Text("Subject", "user"),
            Label = given.Text("Label", "user"),
        };
    }

    private static Provider ReadGateway(ProviderSection given)
    {
        var authorize = given.Address("Authorize");
        return Common(given, ProviderKind.Gateway, authorize.GetLeftPart(UriPartial.Authority)) with
        {
            Authorize = authorize,
            Token = given.Address("Token"),
            UserInfo = given.Address("UserInfo"),
            SignOut = given.Text("SignOut").Length > 0 ? given.Address("SignOut") : null,
            ClientId = given.Needed("ClientId"),
            ClientSecret = given.Needed("ClientSecret"),
            Scopes = given.Words("Scopes", ""),
            Subject = given.Needed("Subject"),
            Label = given.Text("Label"),
            UsesPkce = given.Flag("Pkce", true),
        };
    }

    private static Provider Common(ProviderSection given, ProviderKind kind, string issuer)
    {
        var id = given.Text("Id", $"{given.Kind.ToLower(CultureInfo.InvariantCulture)}-{given.Key}");
        if (id.Length > 40 || !id.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-')) throw given.Wrong("Id", "expected small letters, digits and hyphens.");
        var key = given.Text("Issuer", issuer);
        if (key.Length > ExternalIdentity.LongestIssuer) throw given.Wrong("Issuer", $"it has more than {ExternalIdentity.LongestIssuer} characters.");
        var english = given.Needed("NameEn");
        return new(id, kind, new LocalizedText(english, given.Text("NameZh", english)), key)
        {
            IsDefault = given.Flag("Default", false),
            Timeout = given.Seconds("Timeout", 10),
        };
    }
}
