using Entente.Foundation.Access;

namespace Entente.Ui.Lists;

/// <summary>A list whose filters people may save under a name. The room that has the list contributes it.</summary>
public interface ISavedList
{
    /// <summary>The list's address: <c>/partners</c>.</summary>
    string Path { get; }

    /// <summary>The key of its name.</summary>
    string TitleKey { get; }

    /// <summary>The permission its page asks for; none: every account has it.</summary>
    string? Permission { get; }

    /// <summary>The keys of the records found as the viewer may see them, in any order; at most one more than is asked for.</summary>
    Task<IReadOnlyList<Guid>> KeysAsync(ListQuery query, Viewer viewer, int most, CancellationToken cancellation);
}
