using Entente.Directory.Model;

namespace Entente.Directory.Roster;

/// <summary>What a roster changes, while it is compared with the records: said line by line, and counted.</summary>
internal sealed class RosterOutcome
{
    private readonly HashSet<(string File, int Row)> leftOut = [];

    public List<RosterSaying> Sayings { get; } = [];

    public int Created { get; set; }

    public int Changed { get; set; }

    public int Ended { get; set; }

    public int Unchanged { get; set; }

    public int LeftOut => leftOut.Count;

    /// <summary>People the roster had before, and how many of them it lets go.</summary>
    public (int Before, int Leaving) People { get; set; }

    /// <summary>Units the roster had before, and how many of them it ends.</summary>
    public (int Before, int Leaving) Units { get; set; }

    /// <summary>The accounts that are over.</summary>
    public List<AccountId> Left { get; } = [];

    /// <summary>The roles that somebody no longer has, and for which unit.</summary>
    public List<(string Role, UnitId Unit)> RolesEnded { get; } = [];

    /// <summary>Whether somebody is given a role, or loses one.</summary>
    public bool ChangesRights => GivesRoles || RolesEnded.Count > 0;

    public bool GivesRoles { get; set; }

    public bool ChangesNothing => Created + Changed + Ended == 0;

    /// <summary>Whether more would end than a share of a hundred.</summary>
    public bool EndsMoreThan(int percent) => Exceeds(People, percent) || Exceeds(Units, percent);

    public void Say(RosterSaying saying)
    {
        Sayings.Add(saying);
        if (saying is { Kind: RosterLineKind.Contradiction or RosterLineKind.Double, Place: { } place }) leftOut.Add((place.File, place.Row));
    }

    public void Say(RosterLineKind kind, string subject, RosterPlace? place, string key, params object?[] args) => Say(new RosterSaying(kind, subject, key, args) { Place = place });

    private static bool Exceeds((int Before, int Leaving) share, int percent) => share.Before > 0 && 100L * share.Leaving > (long)percent * share.Before;
}
