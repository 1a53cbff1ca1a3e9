using Entente.Foundation.Access;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Ui.Forms;

/// <summary>Finds the choices of a <c>PickField</c>, within the page and as a fragment.</summary>
public static class Finding
{
    /// <summary>The name of the button that asks for choices; its value is the field.</summary>
    public const string Button = "find";

    private const int Most = 12;

    /// <summary>
    /// Whether the form was sent only to find choices: the handler shows the page again, with what was typed and without a word on what is missing.
    /// </summary>
    public static bool AsksToFind(this FormReader form) => form.Raw(Button).Length > 0;

    /// <summary>The name under which a field's search text is sent.</summary>
    internal static string FieldOf(string name) => name + "-find";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/pick/{kind}", AnswerAsync).ForAccounts();

    private static async Task<IResult> AnswerAsync(string kind, HttpRequest request, Viewer viewer, IEnumerable<IPickSource> sources, CancellationToken cancellation)
    {
        var field = request.Query["field"].ToString();
        var text = request.Query[FieldOf(field)].ToString().Trim();
        var question = new PickQuestion(
            field, text.Length > 100 ? text[..100] : text, [.. request.Query[field].OfType<string>()], request.Query.ContainsKey("several"), request.Query.ContainsKey("required"));
        var model = await ShowAsync(sources.FirstOrDefault(s => s.Kind == kind), viewer, question, cancellation);
        return model is null ? Results.NotFound() : Page.Show<PickChoices>(model);
    }

    internal static async Task<PickModel?> ShowAsync(IPickSource? source, Viewer viewer, PickQuestion question, CancellationToken cancellation)
    {
        if (source is null) return null;
        var keys = question.Chosen.Where(k => k.Length > 0).Distinct(StringComparer.Ordinal).Take(50).ToList();
        var chosen = keys.Count == 0 ? [] : await source.OfAsync(viewer, keys, cancellation);
        var found = question.Text.Length == 0 ? [] : await source.FindAsync(viewer, question.Text, Most, cancellation);
        return new(question.Field, [.. chosen.Concat(found).DistinctBy(c => c.Key, StringComparer.Ordinal)], [.. chosen.Select(c => c.Key)], question.Several, question.IsRequired)
        {
            Text = question.Text,
            FoundNothing = question.Text.Length > 0 && found.Count == 0,
        };
    }
}

/// <summary>What a field asks for.</summary>
/// <param name="Field">Under which name the key is sent.</param>
/// <param name="Text">What was typed.</param>
/// <param name="Chosen">The keys chosen already.</param>
/// <param name="Several">Whether several can be chosen.</param>
/// <param name="IsRequired">Whether one must be.</param>
internal sealed record PickQuestion(string Field, string Text, IReadOnlyList<string> Chosen, bool Several, bool IsRequired);

/// <summary>What a field offers.</summary>
/// <param name="Field">Under which name the key is sent.</param>
/// <param name="Choices">The choices: those chosen first.</param>
/// <param name="Chosen">The keys chosen.</param>
/// <param name="Several">Whether several can be chosen.</param>
/// <param name="IsRequired">Whether one must be.</param>
public sealed record PickModel(string Field, IReadOnlyList<PickChoice> Choices, IReadOnlyList<string> Chosen, bool Several, bool IsRequired)
{
    /// <summary>Nothing asked, nothing offered.</summary>
    public static PickModel None { get; } = new("", [], [], Several: false, IsRequired: true);

    /// <summary>What was looked for.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether nothing matches what was typed.</summary>
    public bool FoundNothing { get; init; }

    /// <summary>Whether a choice can be taken back: one of at most one, already made, not required.</summary>
    public bool OffersNone => !Several && !IsRequired && Choices.Count > 0;

    /// <summary>Whether a choice is made.</summary>
    public bool IsChosen(string key) => Chosen.Contains(key, StringComparer.Ordinal);
}
