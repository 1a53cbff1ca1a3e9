using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Documents;
using Entente.Foundation.Ids;
using Entente.Foundation.Settings;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Documents;

/// <summary>One document: its bytes, the address it is checked at, how it was made, and revoking it.</summary>
internal static class ShowDocument
{
    /// <summary>While its bytes are made the page asks again, by a header, without any script.</summary>
    private const string Again = "2";

    public static async Task<IResult> ShowAsync(Id<DocumentTag> id, HttpContext context, [AsParameters] DocumentServices asked, CancellationToken cancellation)
    {
        if (await ModelAsync(id, asked, FormReader.Empty, cancellation) is not { } model) return Results.NotFound();
        if (model.Line.State == DocumentState.Making && model.Trouble is null) context.Response.Headers.Append("Refresh", Again);
        return Page.Show<DocumentPage>(model);
    }

    public static async Task<IResult> RevokeAsync(Id<DocumentTag> id, HttpRequest request, DocumentIssuing issuing, [AsParameters] DocumentServices asked, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var reason = form.Text("reason", 1_000, required: true);
        if (form.IsValid) return await issuing.RevokeAsync(id, reason, asked.Viewer, cancellation) ? Page.SeeOther($"{DocumentPages.Route}/{id}") : Results.NotFound();
        return await ModelAsync(id, asked, form, cancellation) is { } model ? Page.Refuse<DocumentPage>(model) : Results.NotFound();
    }

    public static async Task<IResult> TryAgainAsync(Id<DocumentTag> id, DocumentIssuing issuing, Viewer viewer, CancellationToken cancellation) =>
        await issuing.TryAgainAsync(id, viewer, cancellation) ? Page.SeeOther($"{DocumentPages.Route}/{id}") : Results.NotFound();

    private static async Task<DocumentModel?> ModelAsync(Id<DocumentTag> id, DocumentServices asked, FormReader form, CancellationToken cancellation)
    {
        if (await asked.Board.FindAsync(id, asked.Viewer, cancellation) is not { } line) return null;
        var record = asked.Names.FirstOrDefault(n => n.Kind == line.RecordKind) is { } naming
            ? (await naming.VisibleAsync([line.RecordKey], asked.Viewer, cancellation)).GetValueOrDefault(line.RecordKey)
            : null;
        return new(
            line, record, CheckCode.AddressOf(asked.Settings, line.Code), line.State == DocumentState.Making ? await asked.Board.TroubleAsync(id, cancellation) : null,
            line.Replaces is { } before ? await asked.Board.FindAsync(before, asked.Viewer, cancellation) : null,
            line.State == DocumentState.Revoked ? await asked.Board.ReplacementAsync(id, asked.Viewer, cancellation) : null,
            asked.Viewer.May(FoundationPermissions.IssueDocuments, line.Unit), asked.Viewer.May(FoundationPermissions.RevokeDocuments, line.Unit), form)
        {
            People = await DocumentPeople.OfAsync([line], asked.Accounts, cancellation),
            Checks = line.Passing is { } passing ? await asked.Gates.PassedAsync(passing, cancellation) : null,
        };
    }
}

/// <summary>What the page of a document needs.</summary>
internal sealed record DocumentServices(DocumentBoard Board, IEnumerable<IRecordNames> Names, IGates Gates, IAccounts Accounts, EntenteSettings Settings, Viewer Viewer);

/// <summary>What the page shows.</summary>
public sealed record DocumentModel(
    DocumentLine Line, RecordName? Record, string CheckAddress, string? Trouble, DocumentLine? Before, DocumentLine? After, bool MayIssue, bool MayRevoke, FormReader Form)
{
    /// <summary>What those who issued documents are called.</summary>
    public DocumentPeople People { get; init; } = DocumentPeople.Nobody;

    /// <summary>What the checks before it said when it was issued.</summary>
    public GateOutcome? Checks { get; init; }

    /// <summary>Where it is issued anew.</summary>
    public string AnewAddress => $"{DocumentPages.Route}/new?kind={Line.RecordKind}&key={Line.RecordKey:N}&template={Line.Template}&language={Line.Language}&replaces={Line.Id}";
}
