using Entente.Foundation.Access;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Documents;

/// <summary>Issues documents of a demonstration school at once, instead of by the job.</summary>
public static class DocumentsAtOnce
{
    /// <summary>Issues a document about a record.</summary>
    /// <param name="services">The services of the writing.</param>
    /// <param name="template">Its template.</param>
    /// <param name="key">The record.</param>
    /// <param name="language">The language.</param>
    /// <param name="unit">The unit it is issued for where the record has none.</param>
    /// <param name="office">Who issues it.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InvalidOperationException">The demonstration contradicts itself.</exception>
    public static async Task<Id<DocumentTag>> IssueAsync(IServiceProvider services, Id<TemplateTag> template, Guid key, Language language, Guid unit, Viewer office, CancellationToken cancellation)
    {
        var (templates, issuing) = (services.GetRequiredService<DocumentTemplates>(), services.GetRequiredService<DocumentIssuing>());
        var line = await templates.Lines().SingleAsync(t => t.Id == template, cancellation);
        var subject = (await templates.OfKind(line.RecordKind)!.OfAsync(key, office, cancellation))!;
        var (id, draft) = await issuing.IssueAsync(new(line, (await templates.TextAsync(template, null, cancellation))!, subject, subject.Unit ?? unit, language), office, cancellation);
        var issued = id ?? throw new InvalidOperationException("A document of the demonstration school contradicts its record: " + string.Join("; ", draft.Findings.Select(f => f.TextKey + " " + f.Args[0])));
        await issuing.MakeNowAsync(issued, cancellation);
        return issued;
    }
}
