using Entente.Contracts.Directory;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Documents;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Mobility.Demo;

/// <summary>The demonstration school took up the templates that come with the product, and issued a certificate and a study plan by them.</summary>
internal sealed class PapersDemo(IPersons persons) : IDemoData
{
    private static readonly StudyPlanContent Plan = new(
        [new("CIE5420", "Public hygiene and epidemiology", 40, "环境与健康"), new("CIE4485", "Wastewater treatment", 60, "水污染控制工程")],
        "Membranes of low fouling for municipal wastewater, compared over two seasons in the pilot plant.\n\n- Spring: set-up and first measurements\n- Summer: evaluation together with the host group");

    public int Order => 39;

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        if (db.Write.Services.GetService<StartingTemplates>() is not { } starting) return;
        var office = Viewer.Of(book.Find<AccountCard>("tang.yuan").Value, book.Find<PersonCard>("tang.yuan").Value, "Yuan Tang", [.. new[]
        {
            FoundationPermissions.Documents, FoundationPermissions.IssueDocuments, FoundationPermissions.DocumentTemplates, MobilityPermissions.View,
        }.Select(p => KeyValuePair.Create(p, Reach.Everywhere))]);
        var taken = new Dictionary<(string, DocumentForm), Id<TemplateTag>>();
        foreach (var (kind, template) in starting.All.Where(t => t.Kind.StartsWith("mobility.", StringComparison.Ordinal)))
            foreach (var form in Enum.GetValues<DocumentForm>()) taken[(template.Code, form)] = await starting.TakeUpAsync(kind, template, form, office, cancellation);

        var now = db.Write.Now;
        var stays = db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().Where(s => s.HomeSupervisorId != null && s.HostSupervisorId != null);
        var supervisor = book.Find<PersonCard>("he.mingche");
        var abroad = await stays.Where(s => s.HomeSupervisorId == supervisor && s.State == StayState.UnderWay).OrderByDescending(s => s.From).ThenBy(s => s.Id).FirstAsync(cancellation);
        var host = await persons.Cards(Viewer.System).Where(p => p.Id == abroad.HostSupervisorId).Select(p => p.Name).SingleAsync(cancellation);
        var plan = new StudyPlan { StayId = abroad.Id, Number = 1, Content = Plan.ToJson(), RecordedAt = now - Duration.FromDays(40), RecordedById = book.Find<AccountCard>("tang.yuan") };
        plan.AgreeAsStudent(now - Duration.FromDays(40));
        plan.AgreeAsHome(book.Find<AccountCard>("he.mingche"), now - Duration.FromDays(38));
        plan.AgreeAsHost(host.En, now - Duration.FromDays(33));
        db.Add(plan);
        await db.SaveChangesAsync(cancellation);
        var returned = await stays.Where(s => s.State == StayState.Returned && s.Reason == null && s.EndedOn < today.AddDays(-20)).OrderByDescending(s => s.EndedOn).ThenBy(s => s.Id).FirstAsync(cancellation);
        var unit = book.Find<UnitCard>("SOE").Value;
        db.Write.DateAs(now - Duration.FromDays(12));
        await DocumentsAtOnce.IssueAsync(db.Write.Services, taken[("PLAN", DocumentForm.Word)], plan.Id.Value, Language.English, unit, office, cancellation);
        await DocumentsAtOnce.IssueAsync(db.Write.Services, taken[("CER", DocumentForm.Word)], returned.Id.Value, Language.Chinese, unit, office, cancellation);
        if (db.Write.Services.GetRequiredService<Chromium>().Path is not null)
            await DocumentsAtOnce.IssueAsync(db.Write.Services, taken[("CER", DocumentForm.Html)], returned.Id.Value, Language.English, unit, office, cancellation);
        db.Write.DateAs(null);
    }
}
