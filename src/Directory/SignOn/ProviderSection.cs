using System.Globalization;
using Entente.Foundation.Settings;
using Microsoft.Extensions.Configuration;

namespace Entente.Directory.SignOn;

/// <summary>The settings of one provider, read with words that name what is wrong.</summary>
internal sealed class ProviderSection(IConfigurationSection section, string kind)
{
    public string Kind => kind;

    /// <summary>Its number in the settings.</summary>
    public string Key => section.Key;

    public string Text(string name, string fallback = "") => section[name] is { Length: > 0 } value ? value.Trim() : fallback;

    public string Needed(string name) => Text(name) is { Length: > 0 } value ? value : throw Wrong(name, "is needed.");

    public IReadOnlyList<string> Words(string name, string fallback) => Text(name, fallback).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool Flag(string name, bool fallback) => Text(name) is not { Length: > 0 } value ? fallback
        : bool.TryParse(value, out var flag) ? flag : throw Wrong(name, $"'{value}' is neither true nor false.");

    public TimeSpan Seconds(string name, int fallback) => Text(name) is not { Length: > 0 } value ? TimeSpan.FromSeconds(fallback)
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 60 ? TimeSpan.FromSeconds(seconds)
        : throw Wrong(name, $"'{value}' is no whole number of seconds from 1 to 60.");

    /// <summary>An address people are sent to or secrets are told to: only over TLS, except on this very machine.</summary>
    public Uri Address(string name) =>
        Uri.TryCreate(Needed(name), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)
            ? uri
            : throw Wrong(name, $"'{Text(name)}' is no address that begins with https://.");

    public SettingException Wrong(string name, string why) => new($"Entente__{kind}__{section.Key}__{name}", why);
}
