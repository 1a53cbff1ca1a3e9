using System.Globalization;
using Entente.Directory.SignOn;
using Entente.Foundation.Access;
using Entente.Foundation.Settings;
using Microsoft.Extensions.Configuration;

namespace Entente.Directory.Roster;

/// <summary>The settings <c>Entente__Roster__…</c>: where the university's roster lies, whose numbers it holds, what may end at once, which rights follow from it.</summary>
internal sealed record RosterSettings
{
    private const string Name = "Entente__Roster__";

    /// <exception cref="SettingException">One is wrong.</exception>
    public RosterSettings(IConfiguration configuration, Providers providers)
    {
        var section = configuration.GetSection("Entente:Roster");
        string Text(string name) => section[name]?.Trim() ?? "";
        Place = Text("Path") is { Length: > 0 } place ? Path.GetFullPath(place) : null;
        Issuer = Text("Issuer") is { Length: > 0 } issuer ? issuer : providers.All is [var only] ? only.Issuer : null;
        if (Issuer?.Length > Model.ExternalIdentity.LongestIssuer) throw new SettingException(Name + "Issuer", $"it has more than {Model.ExternalIdentity.LongestIssuer} characters.");
        if (Place is not null && Issuer is null)
            throw new SettingException(Name + "Issuer", "is needed where not exactly one provider of identities is set: it says whose numbers the roster holds.");
        MostLeaving = Text("MostLeaving") is not { Length: > 0 } share ? 20
            : int.TryParse(share, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100 ? percent
            : throw new SettingException(Name + "MostLeaving", $"'{share}' is no whole number from 0 to 100.");
        NeedsEndLine = Text("EndLine") is { Length: > 0 } flag && (bool.TryParse(flag, out var needs) ? needs : throw new SettingException(Name + "EndLine", $"'{flag}' is neither true nor false."));
        Rights = [.. section.GetSection("Rights").GetChildren().Select(ReadRight)];
    }

    /// <summary>The folder or the file that is read at night; none: nothing is.</summary>
    public string? Place { get; }

    /// <summary>The provider whose subjects the numbers of the roster are; none: nobody said.</summary>
    public string? Issuer { get; init; }

    /// <summary>Of a hundred people, how many may leave at once before somebody is asked.</summary>
    public int MostLeaving { get; }

    /// <summary>Whether every file ends with a line that says how many rows it has.</summary>
    public bool NeedsEndLine { get; }

    /// <summary>Which rights follow from what the roster says.</summary>
    public IReadOnlyList<RosterRight> Rights { get; }

    private static RosterRight ReadRight(IConfigurationSection given)
    {
        SettingException Wrong(string name, string why) => new($"{Name}Rights__{given.Key}__{name}", why);
        string Text(string name) => given[name]?.Trim() ?? "";
        var role = Text("Role");
        if (!BuiltInRole.All.Contains(role, StringComparer.Ordinal)) throw Wrong("Role", $"there is no role '{role}'; there are {string.Join(", ", BuiltInRole.All)}.");
        if (role == BuiltInRole.Operator) throw Wrong("Role", "an operator is named by another, not by a table.");
        Model.RosterKind? kind = Text("Kind") switch
        {
            "" => null,
            "staff" => Model.RosterKind.Staff,
            "student" => Model.RosterKind.Student,
            var other => throw Wrong("Kind", $"'{other}' is neither staff nor student."),
        };
        return new(role, kind, [.. Text("Titles").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], Text("Unit"), Text("For"));
    }
}

/// <summary>A right that follows from what the roster says of a person.</summary>
/// <param name="Role">The role given.</param>
/// <param name="Kind">To whom: staff or students; none: to all.</param>
/// <param name="Titles">To those with one of these titles; empty: with any.</param>
/// <param name="Unit">To those in the unit of this code or below; empty: anywhere.</param>
/// <param name="For">The code of the unit it is given for; empty: the person's own.</param>
internal sealed record RosterRight(string Role, Model.RosterKind? Kind, IReadOnlyList<string> Titles, string Unit, string For);
