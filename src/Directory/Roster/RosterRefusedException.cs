namespace Entente.Directory.Roster;

/// <summary>A roster cannot be read as a whole; nothing of it is taken over.</summary>
internal sealed class RosterRefusedException(IReadOnlyList<RosterSaying> why) : Exception("The roster is refused as a whole.")
{
    public IReadOnlyList<RosterSaying> Why { get; } = why;
}
