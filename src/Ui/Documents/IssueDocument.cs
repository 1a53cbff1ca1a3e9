using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Ids;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Ui.Letters;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Documents;

/// <summary>Issues a document about a record: choose template and language, look at it filled, change the text for this once, issue it.</summary>
public static class IssueDocument
{
    /// <summary>Where one is issued about a record.</summary>
    public static string AddressOf(RecordRef record) => $"{DocumentPages.Route}/new?kind={record.Kind}&key={record.Key:N}";

    internal static async Task<IResult> ShowAsync(HttpRequest request, [AsParameters] IssueServices asked, IUnits units, CancellationToken cancellation)
    {
        // Without a record there is nothing to issue about: the register says from where one is issued.
        if (!request.Query.ContainsKey("key")) return Page.SeeOther(DocumentPages.Route);
        var model = await ModelAsync(name => request.Query[name].ToString(), FormReader.Empty, asked, units, cancellation);
        return model is null ? Results.NotFound() : Page.Show<IssueDocumentPage>(model);
    }

    internal static async Task<IResult> IssueAsync(HttpRequest request, [AsParameters] IssueServices asked, DocumentIssuing issuing, IUnits units, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        form.Text("text", TemplateLimits.LongestBody);
        var reason = form.Text("reason", 1_000);
        if (await ModelAsync(form.Raw, form, asked, units, cancellation) is not { } model) return Results.NotFound();
        if (form.Raw("do") != "issue") return form.IsValid && model.Draft?.Problem is null ? Page.Show<IssueDocumentPage>(model) : Page.Refuse<IssueDocumentPage>(model);
        if (model is not { Template: { } template, Text: { } text, Draft: { } draft } || await UnitAsync(model.Subject, units, asked.Viewer, cancellation) is not { } unit) return Results.NotFound();
        if (form.Number("version", 1, int.MaxValue) != text.Number) form.Refuse("", "documents.problem.version");
        if (model.LacksChromium) form.Refuse("", "documents.problem.chromium");
        if (draft.Findings.Count > 0 && !draft.CanOverride) form.Refuse("", "documents.problem.stops");
        else if (draft.Findings.Count > 0 && reason.Length == 0) form.Refuse("reason", "documents.problem.reason");
        if (!form.IsValid) return Page.Refuse<IssueDocumentPage>(model);
        var (id, found) = await issuing.IssueAsync(
            new(template, text, model.Subject, unit, model.Language) { Changed = model.Changed, OverrideReason = reason, Replaces = model.Replaces?.Id }, asked.Viewer, cancellation);
        if (id is { } issued) return Page.SeeOther($"{DocumentPages.Route}/{issued}");
        if (found.IsHeld) form.Refuse("", "documents.problem.gate");
        return Page.Refuse<IssueDocumentPage>(model with { Draft = found });
    }

    /// <summary>The unit a document is issued for: the record's own, or the widest for which the viewer issues documents.</summary>
    private static async Task<Guid?> UnitAsync(DocumentSubject subject, IUnits units, Viewer viewer, CancellationToken cancellation) => subject.Unit is { } own
        ? viewer.May(FoundationPermissions.IssueDocuments, own) ? own : null
        : await BeginLetter.UnitAsync(units, viewer, cancellation, FoundationPermissions.IssueDocuments);

    /// <summary>Where none was chosen: the first template that says nothing wrong of the record, no letter of admission for a student who was sent.</summary>
    private static async Task<DocumentTemplateLine?> FittingAsync(List<DocumentTemplateLine> offered, DocumentSubject subject, IssueServices asked, CancellationToken cancellation)
    {
        foreach (var line in offered.Count > 1 ? offered : [])
        {
            if (await asked.Templates.TextAsync(line.Id, null, cancellation) is not { } text) continue;
            if (await asked.Drafting.PrepareAsync(line, text, subject, UsualOf(text), null, asked.Viewer, cancellation) is { Problem: null, Findings.Count: 0 }) return line;
        }

        return offered.FirstOrDefault();
    }

    /// <summary>The reader's language where the text has it, else one it has.</summary>
    private static Language UsualOf(TemplateText? text) => Language.All.OrderBy(l => l != Language.Current).FirstOrDefault(l => text?.Has(l) == true) ?? Language.Current;

    private static async Task<IssueModel?> ModelAsync(Func<string, string> value, FormReader form, IssueServices asked, IUnits units, CancellationToken cancellation)
    {
        if (!Guid.TryParse(value("key"), out var key) || asked.Templates.OfKind(value("kind")) is not { } kind) return null;
        if (await kind.OfAsync(key, asked.Viewer, cancellation) is not { } subject) return null;
        if (subject.Unit is { } unit && !asked.Viewer.May(FoundationPermissions.IssueDocuments, unit)) return null;
        var offered = await asked.Templates.Lines().Where(t => t.RecordKind == kind.Kind && t.ArchivedAt == null).ToListAsync(cancellation);
        var template = offered.Find(t => t.Id.ToString() == value("template")) ?? await FittingAsync(offered, subject, asked, cancellation);
        var text = template is null ? null : await asked.Templates.TextAsync(template.Id, null, cancellation);
        var language = Language.All.FirstOrDefault(l => l.Tag == value("language") && text?.Has(l) == true) ?? UsualOf(text);
        var source = text?.Body.Exactly(language.Tag) ?? "";
        var written = form.Raw("text").ReplaceLineEndings("\n").Trim();
        var changed = written.Length > 0 && written.Length <= TemplateLimits.LongestBody && written != source.ReplaceLineEndings("\n").Trim() ? written : null;
        var draft = template is null || text is null ? null : await asked.Drafting.PrepareAsync(template, text, subject, language, changed, asked.Viewer, cancellation);
        if (draft?.Problem is { } problem) form.Refuse(changed is null ? "" : "text", problem.Key, problem.Argument);
        var replaces = Id<DocumentTag>.TryParse(value("replaces"), null, out var before) ? await asked.Board.FindAsync(before, asked.Viewer, cancellation) : null;
        var isFree = replaces is { State: DocumentState.Revoked } && replaces.RecordKey == key && await asked.Board.ReplacementAsync(replaces.Id, asked.Viewer, cancellation) is null;
        return new(subject, offered, template, text, language, draft, changed ?? source, changed, isFree ? replaces : null, form)
        {
            Fields = [.. asked.Templates.FieldsOf(kind.Kind)],
            Gate = template is { IsOutward: true } ? kind.OutwardGate ?? "" : null,
            Checks = template is { IsOutward: true } && await UnitAsync(subject, units, asked.Viewer, cancellation) is { } issuedFor
                ? await asked.Gates.PreviewAsync(new(kind.OutwardGate ?? "", subject.Record, new UnitId(issuedFor), [.. subject.Countries.Distinct(StringComparer.Ordinal)]), cancellation)
                : null,
            MayExcuse = asked.Evidence.Any(e => e.Kind == kind.Kind),
            Starting = asked.Viewer.May(FoundationPermissions.DocumentTemplates) ? asked.Starting.OfKind(kind.Kind).Count : 0,
            LacksChromium = template?.Form == DocumentForm.Html && asked.Chromium.Path is null,
        };
    }
}

/// <summary>What the pages of issuing need.</summary>
internal sealed record IssueServices(DocumentTemplates Templates, StartingTemplates Starting, DocumentDrafting Drafting, DocumentBoard Board, Chromium Chromium, IGates Gates, IEnumerable<IDecisionEvidence> Evidence, Viewer Viewer);

/// <summary>What the page shows.</summary>
public sealed record IssueModel(
    DocumentSubject Subject, IReadOnlyList<DocumentTemplateLine> Templates, DocumentTemplateLine? Template, TemplateText? Text, Language Language, DocumentDraft? Draft,
    string Source, string? Changed, DocumentLine? Replaces, FormReader Form)
{
    /// <summary>The placeholders of the kind.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The gate it goes through; none: it commits to nothing.</summary>
    public string? Gate { get; init; }

    /// <summary>What the checks of the gate say now.</summary>
    public GateOutcome? Checks { get; init; }

    /// <summary>Whether an exception can be granted for its record.</summary>
    public bool MayExcuse { get; init; }

    /// <summary>How many templates about this kind come with the product and may be taken up by the viewer.</summary>
    public int Starting { get; init; }

    /// <summary>Whether no PDF can be made here.</summary>
    public bool LacksChromium { get; init; }
}
