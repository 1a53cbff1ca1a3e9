using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using Entente.Foundation.Web;

namespace Entente.Ui.Questions;

/// <summary>Finds a form for whoever keeps it, with what it is for.</summary>
internal sealed class FormReading(FormBoard forms, AnswerBoard answers, IEnumerable<IFormOwner> owners)
{
    public async Task<FormModel?> OfAsync(string id, Viewer viewer, CancellationToken cancellation)
    {
        if (!Id<FormTag>.TryParse(id, null, out var key) || await forms.FindAsync(key, viewer, cancellation) is not { } form) return null;
        if (owners.FirstOrDefault(o => o.Kind == form.Owner.Kind) is not { } owner) return null;
        return await owner.OfAsync(form.Owner.Key, viewer, cancellation) is { } subject
            ? new(form, subject, await forms.VersionsAsync(key, cancellation), await answers.CountsAsync(key, cancellation))
            : null;
    }
}

/// <summary>What the pages of a form show to those who keep it.</summary>
/// <param name="Form">The form.</param>
/// <param name="Subject">What it is for.</param>
/// <param name="Versions">Its published versions, the latest first.</param>
/// <param name="Counts">How many answers stand where.</param>
public sealed record FormModel(FormCard Form, FormSubject Subject, IReadOnlyList<FormVersionCard> Versions, IReadOnlyList<AnswerCount> Counts)
{
    /// <summary>What was sent and refused.</summary>
    public FormReader Sent { get; init; } = FormReader.Empty;

    /// <summary>Whether somebody else changed it meanwhile, so that nothing was done.</summary>
    public bool WasChanged { get; init; }

    /// <summary>Its page.</summary>
    public string Address => "/forms/" + Form.Id;

    /// <summary>What is being written.</summary>
    public FormContent Content => Form.Draft.Content;

    /// <summary>The latest published version.</summary>
    public FormVersionCard? Latest => Versions.Count > 0 ? Versions[0] : null;

    /// <summary>What keeps it from being published.</summary>
    public IReadOnlyList<FormProblem> Problems => FormChecks.Of(Content);

    /// <summary>Whether what is being written differs from what is published.</summary>
    public bool HasChanges => Latest is null || !FormContent.HashOf(Content.ToJson()).AsSpan().SequenceEqual(Latest.Hash);

    /// <summary>How many answers stand somewhere.</summary>
    public int Count(AnswerState state) => Counts.Where(c => c.State == state).Sum(c => c.Count);

    /// <summary>How many drafts, or answers taken back, there are under a version.</summary>
    public int Unfinished(int version) => Counts.Where(c => c.Version == version && c.State != AnswerState.Submitted).Sum(c => c.Count);
}
