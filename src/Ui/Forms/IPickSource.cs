using Entente.Foundation.Access;

namespace Entente.Ui.Forms;

/// <summary>
/// A room's records of one kind, to be picked in a <c>PickField</c>: <c>organisations</c>, <c>persons</c>, <c>agreements</c>. The room that owns the
/// kind contributes it (<c>services.AddScoped&lt;IPickSource, …&gt;()</c>), and every form can ask for it; <c>/pick/{kind}</c> answers the choices as a fragment.
/// </summary>
public interface IPickSource
{
    /// <summary>The kind's name, as fields and addresses say it.</summary>
    string Kind { get; }

    /// <summary>The records the viewer may see that match, best first.</summary>
    /// <param name="viewer">Who is choosing.</param>
    /// <param name="text">What was typed, trimmed, not empty.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellation">Ends the search.</param>
    Task<IReadOnlyList<PickChoice>> FindAsync(Viewer viewer, string text, int max, CancellationToken cancellation);

    /// <summary>The records already chosen, for those the viewer may see; a key that is none is left out.</summary>
    Task<IReadOnlyList<PickChoice>> OfAsync(Viewer viewer, IReadOnlyCollection<string> keys, CancellationToken cancellation);
}

/// <summary>A record that can be picked.</summary>
/// <param name="Key">What is sent: the record's key.</param>
/// <param name="Text">Its name.</param>
/// <param name="Detail">What tells it from others of the same name: place, dates.</param>
public sealed record PickChoice(string Key, string Text, string? Detail = null);
