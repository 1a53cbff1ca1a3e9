using Entente.Contracts.Directory;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Jobs;
using Entente.Foundation.Texts;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Papers;

/// <summary>An agreement with Delft and a template about it, without the web.</summary>
internal sealed class PaperScene : IAsyncDisposable
{
    private PaperScene(Scene scene) => Scene = scene;

    public Scene Scene { get; }

    public AgreementId Agreement { get; private set; }

    public Viewer Office { get; private set; } = Viewer.Public;

    private static Viewer OfficeOf(AccountId account) => Viewer.Of(account.Value, null, "Tang Yuan", [.. new[]
    {
        FoundationPermissions.Documents, FoundationPermissions.IssueDocuments, FoundationPermissions.RevokeDocuments, PartnersPermissions.View,
    }.Select(p => KeyValuePair.Create(p, Reach.Everywhere))]);

    public static async Task<PaperScene> OpenAsync(Engine engine)
    {
        var paper = new PaperScene(await Scene.OpenAsync(engine));
        var delft = await paper.Scene.Partner("Delft University of Technology", "代尔夫特理工大学", "NL");
        paper.Office = OfficeOf(await paper.Scene.House.InAsync(s => TestAccounts.OpenAsync(s, "office@example.edu", "Tang Yuan", null, null, null)));
        await paper.Scene.Partner("Town Institute of Water", "某城水研究所", "NL");
        await paper.Scene.Partner("Monash University", "莫纳什大学", "AU");
        paper.Agreement = await paper.Scene.Signed(paper.Scene.Content("SOE-2025-07", delft));
        return paper;
    }

    public Task<Id<TemplateTag>> HtmlAsync(string body, bool isOutward = false) => AsAsync(s => s.GetRequiredService<DocumentTemplates>().AddAsync(
        "partners.agreement", "LET", DocumentForm.Html, new("Letter", "函"), new(new(body, ""), []) { IsOutward = isOutward }, Office, default));

    public Task<Id<TemplateTag>> WordAsync(byte[] file) => AsAsync(s => s.GetRequiredService<DocumentTemplates>().AddAsync(
        "partners.agreement", "INV", DocumentForm.Word, new("Invitation", "邀请函"), new(LocalizedText.Empty, [(Language.English, "invitation.docx", file)]), Office, default));

    /// <summary>Issues a document, or says what stands against it.</summary>
    public Task<(Id<DocumentTag>? Id, DocumentDraft Draft)> IssueAsync(Id<TemplateTag> template, string? changed = null, string reason = "") => AsAsync(async s =>
    {
        var templates = s.GetRequiredService<DocumentTemplates>();
        var line = await templates.Lines().SingleAsync(t => t.Id == template);
        var subject = (await templates.OfKind("partners.agreement")!.OfAsync(Agreement.Value, Office, default))!;
        return await s.GetRequiredService<DocumentIssuing>().IssueAsync(
            new(line, (await templates.TextAsync(template, null, default))!, subject, Scene.School.Value, Language.English) { Changed = changed, OverrideReason = reason }, Office, default);
    });

    public Task RunAsync() => Scene.House.Root.GetRequiredService<JobRunner>().RunDueAsync(default);

    public Task<IReadOnlyList<DocumentLine>> LinesAsync() => AsAsync(async s => (IReadOnlyList<DocumentLine>)await s.GetRequiredService<DocumentBoard>().Lines(Office).ToListAsync());

    public async Task<DocumentLine> LineAsync(Id<DocumentTag> id) => (await LinesAsync()).Single(d => d.Id == id);

    public Task<T> AsAsync<T>(Func<IServiceProvider, Task<T>> work) => Scene.House.InAsync(work, Office);

    public ValueTask DisposeAsync() => Scene.DisposeAsync();
}
