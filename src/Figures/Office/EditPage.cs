using Entente.Contracts.Figures;
using Entente.Figures.Counting;
using Entente.Figures.Model;
using Entente.Figures.PageTexts;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Figures.Office;

/// <summary>Writes the public page's text: a draft with its preview, what cannot be said yet, numbers typed by hand, and publishing.</summary>
internal static class EditPage
{
    public const string Route = "/site/page";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(FiguresPermissions.EditPage);
        routes.MapPost(Route, SaveAsync).Requires(FiguresPermissions.EditPage);
        routes.MapPost(Route + "/publish", PublishAsync).Requires(FiguresPermissions.EditPage);
    }

    /// <summary>The address of the text in a language.</summary>
    public static string AddressOf(Language language) => $"{Route}?text={language.Segment}";

    private static async Task<IResult> ShowAsync(string? text, int? version, [AsParameters] EditPageAsk ask, CancellationToken cancellation) =>
        Page.Show<EditPagePage>(await ModelAsync(ask, Language.Of(text) ?? Language.Current, version, FormReader.Empty, cancellation));

    private static async Task<IResult> SaveAsync(HttpRequest request, [AsParameters] EditPageAsk ask, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var language = Language.Of(form.Text("language", 10)) ?? Language.Current;
        var markdown = form.Text("markdown", PageText.MaxLength, required: true);
        var basis = form.Number("basis", 0, int.MaxValue) ?? 0;
        ask.Db.Write.Action = FiguresPermissions.EditPage;
        if (form.IsValid && form.Raw("do") != "preview")
        {
            try
            {
                await ask.Store.SaveAsync(language, markdown, basis, cancellation);
                return Page.SeeOther(AddressOf(language));
            }
            catch (RefusedException refused)
            {
                ask.Db.ChangeTracker.Clear();
                foreach (var reason in refused.Reasons) form.Refuse("markdown", "figures.refused", reason);
            }
        }

        var model = await ModelAsync(ask, language, null, form, cancellation);
        return form.IsValid ? Page.Show<EditPagePage>(model) : Page.Refuse<EditPagePage>(model);
    }

    private static async Task<IResult> PublishAsync(HttpRequest request, [AsParameters] EditPageAsk ask, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var language = Language.Of(form.Text("language", 10)) ?? Language.Current;
        ask.Db.Write.Action = FiguresPermissions.EditPage;
        try
        {
            await ask.Store.PublishAsync(language, cancellation);
            return Page.SeeOther(AddressOf(language));
        }
        catch (RefusedException refused)
        {
            foreach (var reason in refused.Reasons) form.Refuse("", "figures.refused", reason);
            return Page.Refuse<EditPagePage>(await ModelAsync(ask, language, null, form, cancellation));
        }
    }

    private static async Task<EditPageModel> ModelAsync(EditPageAsk ask, Language language, int? version, FormReader form, CancellationToken cancellation)
    {
        var versions = await ask.Store.VersionsAsync(language, cancellation);
        var draft = versions.FirstOrDefault(v => v.State == PageTextState.Draft);
        var shown = versions.FirstOrDefault(v => v.Number == version) ?? draft ?? versions.FirstOrDefault(v => v.State == PageTextState.Published);
        var markdown = form.Has("markdown") ? form.Raw("markdown") : shown?.Markdown ?? "";
        var reader = Language.Current;
        language.Use();
        var preview = await ask.Writer.WriteAsync(markdown, cancellation);
        reader.Use();
        return new(
            language, markdown, draft?.Version ?? 0, draft is not null, preview.Title, preview.Lead, preview.Sections, preview.LeftOut, preview.Unknown,
            [.. ask.Bare.In(markdown, language).Select(b => new BareLine(b.Excerpt, b.Figures))],
            ask.Catalog.All,
            [.. versions.Select(v => new PageVersionLine(v.Number, v.State.ToString().ToLowerInvariant(), v.SavedAt))],
            form);
    }
}

/// <summary>What the page asks of the house.</summary>
internal sealed record EditPageAsk(AppDbContext Db, PageTextStore Store, StoryWriter Writer, BareCounts Bare, FigureCatalog Catalog);

/// <summary>What the page shows.</summary>
public sealed record EditPageModel(
    Language Language, string Markdown, int Basis, bool HasDraft, string Title, string Lead, IReadOnlyList<string> Sections, IReadOnlyList<string> LeftOut, IReadOnlyList<string> Unknown,
    IReadOnlyList<BareLine> Bare, IReadOnlyList<FigureDefinition> Figures, IReadOnlyList<PageVersionLine> Versions, FormReader Form);

/// <summary>A number typed by hand, and the figures that would count it.</summary>
public sealed record BareLine(string Excerpt, IReadOnlyList<FigureDefinition> Figures);

/// <summary>A version of the text.</summary>
public sealed record PageVersionLine(int Number, string State, NodaTime.Instant SavedAt);
