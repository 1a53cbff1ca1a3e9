using Entente.Directory.Model;

namespace Entente.Directory.Roster;

/// <summary>A roster as it was read: its units and people, and the rows that contradict themselves or each other.</summary>
/// <param name="Units">The rows of units; none where no table of units was handed in, which then says nothing about units.</param>
/// <param name="People">The rows of people; none where no table of people was handed in.</param>
/// <param name="Doubtful">What speaks against single rows; they are left as they stand.</param>
/// <param name="Seen">The numbers of all people's rows, the doubtful ones too: whoever stands there has not left.</param>
/// <param name="SeenCodes">The codes of all units' rows, likewise.</param>
/// <param name="Rows">How many rows there were.</param>
internal sealed record RosterTable(
    IReadOnlyList<UnitLine>? Units, IReadOnlyList<PersonLine>? People, IReadOnlyList<RosterSaying> Doubtful, IReadOnlySet<string> Seen, IReadOnlySet<string> SeenCodes, int Rows);

/// <summary>Where a row stands.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Row">Its number, as the sheet shows it.</param>
/// <param name="Columns">Letter and header of each field that has a column.</param>
internal sealed record RosterPlace(string File, int Row, IReadOnlyDictionary<string, string> Columns);

/// <summary>A row of the table of units.</summary>
internal sealed record UnitLine(RosterPlace Place, string Code, string Name, string NameEn, string Parent, UnitKind? Kind, bool IsEnded, DateOnly? To);

/// <summary>A row of the table of people.</summary>
internal sealed record PersonLine(
    RosterPlace Place, string Subject, string Name, string Family, string Given, string Mail, RosterKind Kind, string Unit, string Title, bool HasLeft, DateOnly? From, DateOnly? To)
{
    /// <summary>The name as one text, to compare and to show.</summary>
    public string Called => Name.Length > 0 ? Name : $"{Family} {Given}".Trim();

    /// <summary>Everything that was said of the person, as one text.</summary>
    public string Said => string.Join('\u001f', Name, Family, Given, Mail, Kind, Unit, Title, HasLeft, From, To);
}

/// <summary>Something to be said about a roster, kept without words, so that it is read in either language.</summary>
internal sealed record RosterSaying(RosterLineKind Kind, string Subject, string TextKey, params IReadOnlyList<object?> Args)
{
    /// <summary>Where it stands; none: nowhere in particular.</summary>
    public RosterPlace? Place { get; init; }

    /// <summary>The field it is about.</summary>
    public string? Field { get; init; }

    /// <summary>The account a double is like.</summary>
    public AccountId? Account { get; init; }

    public RosterSaying At(RosterPlace place, string? field = null) => this with { Place = place, Field = field };
}
