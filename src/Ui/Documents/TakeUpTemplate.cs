using Entente.Foundation.Access;
using Entente.Foundation.Documents;
using Entente.Foundation.Files;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Documents;

/// <summary>The templates that come with the product: looked at as Word files, taken up as the office's own.</summary>
internal static class TakeUpTemplate
{
    public const string Route = TemplateList.Route + "/starting";

    public static string AddressOf(string kind, StartingTemplate template, Language language) => $"{Route}/{kind}/{template.Code}/{language.Segment}";

    /// <summary>Takes one up in one form, or all of a kind in both; comes back to where it was asked from.</summary>
    public static async Task<IResult> TakeUpAsync(HttpRequest request, StartingTemplates starting, DocumentTemplates templates, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var kind = form.Raw("kind");
        if (form.Raw("code") is not { Length: > 0 } code)
        {
            if (starting.OfKind(kind).Count == 0) return Results.NotFound();
            foreach (var one in starting.OfKind(kind))
                foreach (var each in Enum.GetValues<DocumentForm>()) await starting.TakeUpAsync(kind, one, each, viewer, cancellation);
            return Page.SeeOther(Guid.TryParse(form.Raw("key"), out var key) ? IssueDocument.AddressOf(new(kind, key)) : TemplateList.Route);
        }

        if (starting.Find(kind, code) is not { } template) return Results.NotFound();
        var how = form.Choice("form", DocumentForm.Html);
        if (!form.IsValid) return Results.NotFound();
        return Page.SeeOther($"{TemplateList.Route}/{await starting.TakeUpAsync(kind, template, how, viewer, cancellation)}");
    }

    public static IResult Download(string kind, string code, string language, StartingTemplates starting) =>
        starting.Find(kind, code) is { } template && Language.All.FirstOrDefault(l => l.Segment == language) is { } known
            ? Results.File(StartingTemplates.WordOf(template, known), StoredKind.Docx.MediaType, StartingTemplates.FileName(template.Name.In(known.Tag)))
            : Results.NotFound();
}
