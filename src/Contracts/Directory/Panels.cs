using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Contracts.Directory;

/// <summary>Contributes to the page of a person: visits, lectures, students supervised, contacts kept.</summary>
public interface IPersonPanelSource
{
    /// <summary>What refers to a person, as the viewer may see it; none where nothing is to be shown.</summary>
    /// <param name="persons">The person's key and the keys merged into it: rows may carry any of them.</param>
    /// <param name="viewer">Who is looking.</param>
    /// <param name="cancellation">Ends the reading.</param>
    Task<IReadOnlyList<PersonPanel>> PanelsAsync(IReadOnlyCollection<PersonId> persons, Viewer viewer, CancellationToken cancellation);

    /// <summary>What happened with a person, as the viewer may see it.</summary>
    Task<IReadOnlyList<PersonMoment>> TimelineAsync(IReadOnlyCollection<PersonId> persons, Viewer viewer, CancellationToken cancellation);
}

/// <summary>A block of lines on a person's page.</summary>
/// <param name="TitleKey">Its heading.</param>
/// <param name="Order">Its place; smaller comes first.</param>
/// <param name="Lines">What it says.</param>
public sealed record PersonPanel(string TitleKey, int Order, IReadOnlyList<PersonPanelLine> Lines);

/// <summary>One line of a block.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Address">Its page, where it has one.</param>
/// <param name="Detail">A second, quieter part.</param>
public sealed record PersonPanelLine(LocalizedText Text, string? Address, LocalizedText? Detail);

/// <summary>Something that happened with a person.</summary>
/// <param name="On">When.</param>
/// <param name="Text">What.</param>
/// <param name="Address">Its page, where it has one.</param>
/// <param name="KindKey">The text key of a word for it.</param>
public sealed record PersonMoment(DateOnly On, LocalizedText Text, string? Address, string KindKey);
