using Entente.Contracts.Directory;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Documents;
using Entente.Mobility.Model;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Demo;

/// <summary>The demonstration school's template of a certificate for a student who came back.</summary>
internal static class DemoCertificate
{
    private static readonly LocalizedText Text = new(
        """
        <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
        <p class="right">{{ today }}</p>
        <h1>Certificate of a stay abroad</h1>
        <p>The {{ unit }} of {{ university }} certifies that {{ student }} stayed at {{ partner }}, {{ partner_country }}, from {{ stay_from }} to {{ stay_until }}, {{ stay_days }} days in all.</p>
        <table>
        <tr><th>Form</th><td>{{ stay_form }}</td></tr>
        {% if stay_topic %}<tr><th>Topic</th><td>{{ stay_topic }}</td></tr>{% endif %}
        {% if host_supervisor %}<tr><th>Supervisor there</th><td>{{ host_supervisor }}</td></tr>{% endif %}
        </table>
        <div class="signature"><p>{{ sender }}</p><p class="small">International Office, {{ unit }}</p></div>
        """,
        """
        <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
        <h1>出国（境）学习证明</h1>
        <p>兹证明{{ student }}自{{ stay_from }}至{{ stay_until }}在{{ partner_country }}{{ partner }}学习，共{{ stay_days }}天。</p>
        <table>
        <tr><th>派出形式</th><td>{{ stay_form }}</td></tr>
        {% if stay_topic %}<tr><th>研究内容</th><td>{{ stay_topic }}</td></tr>{% endif %}
        {% if host_supervisor %}<tr><th>外方导师</th><td>{{ host_supervisor }}</td></tr>{% endif %}
        </table>
        <p>特此证明。</p>
        <div class="signature"><p class="right">{{ unit }}国际合作办公室</p><p class="right">经办人：{{ sender }}</p><p class="right">{{ today }}</p></div>
        """);

    public static async Task AddAsync(AppDbContext db, DemoBook book, CancellationToken cancellation)
    {
        if (db.Write.Services.GetService<DocumentTemplates>() is not { } templates) return;
        var office = Viewer.Of(book.Find<AccountCard>("tang.yuan").Value, book.Find<PersonCard>("tang.yuan").Value, "Yuan Tang", [.. new[] { FoundationPermissions.Documents, FoundationPermissions.DocumentTemplates, MobilityPermissions.View }
            .Select(p => KeyValuePair.Create(p, Reach.Everywhere))]);
        await templates.AddAsync(Stay.RecordKind, "CER", DocumentForm.Html, new("Certificate of a stay abroad", "出国（境）学习证明"), new(Text, []), office, cancellation);
    }
}
