using Entente.Contracts.Directory;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Documents;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Partners.Demo;

/// <summary>Two templates and some documents issued by them, one of them revoked. Where no PDF can be made, the letters are left out.</summary>
internal static class DemoPapers
{
    private static readonly LocalizedText Letter = new(
        """
        <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
        <p class="right">{{ today }}</p>
        <h1>Confirmation of an agreement</h1>
        <p>To whom it may concern</p>
        <p>The {{ unit }} of {{ university }} confirms that the following agreement with {{ partner }} was signed by both sides.</p>
        <table>
        <tr><th>Agreement</th><td>{{ agreement_number }}, {{ record }}</td></tr>
        <tr><th>Kind</th><td>{{ agreement_kind }}</td></tr>
        <tr><th>Partner</th><td>{{ partner }}, {% if partner_city %}{{ partner_city }}, {% endif %}{{ partner_country }}</td></tr>
        <tr><th>Signed</th><td>{{ signed_on }}</td></tr>
        <tr><th>In force</th><td>from {{ effective_on }}{% if last_day %} to {{ last_day }}{% endif %}</td></tr>
        </table>
        <p>It was signed by {{ partner_signatory }} for {{ partner }} and by {{ school_signatory }} for the school.</p>
        <div class="signature"><p>{{ sender }}</p><p class="small">International Office, {{ unit }}</p></div>
        """,
        """
        <div class="letterhead"><p><b>{{ university }}</b></p><p>{{ unit }}</p></div>
        <h1>协议证明</h1>
        <p>兹证明{{ university }}与{{ partner }}已签署下列协议：</p>
        <table>
        <tr><th>协议</th><td>{{ agreement_number }}《{{ record }}》</td></tr>
        <tr><th>类别</th><td>{{ agreement_kind }}</td></tr>
        <tr><th>合作单位</th><td>{{ partner }}（{{ partner_country }}{% if partner_city %}，{{ partner_city }}{% endif %}）</td></tr>
        <tr><th>签署日期</th><td>{{ signed_on }}</td></tr>
        <tr><th>有效期</th><td>自{{ effective_on }}起{% if last_day %}，至{{ last_day }}止{% endif %}</td></tr>
        </table>
        <p>对方签署人：{{ partner_signatory }}；本校签署人：{{ school_signatory }}。</p>
        <p>特此证明。</p>
        <div class="signature"><p class="right">{{ unit }}国际合作办公室</p><p class="right">经办人：{{ sender }}</p><p class="right">{{ today }}</p></div>
        """);

    private static readonly string[] InvitationEn =
    [
        "{{ university }}", "{{ today }}", "Invitation", "Dear {{ name }},",
        "we have the honour to invite a delegation of {{ record }} to visit the School of Environment at {{ university }}, to talk about the next years of our cooperation.",
        "The school bears board and lodging during the visit. This letter may be shown when applying for a visa.", "With kind regards", "{{ sender }}", "International Office",
    ];

    private static readonly string[] InvitationZh =
    [
        "{{ university }}", "邀请函", "{{ name }}：", "诚邀{{ record }}代表团访问{{ university }}环境学院，商谈双方今后数年的合作。", "访问期间食宿由学院承担。本函可用于办理签证。", "顺颂时祺", "{{ sender }}", "国际合作办公室", "{{ today }}",
    ];

    public static async Task AddAsync(AppDbContext db, DemoBook book, CancellationToken cancellation)
    {
        if (db.Write.Services.GetService<DocumentIssuing>() is not { } issuing) return;
        var templates = db.Write.Services.GetRequiredService<DocumentTemplates>();
        var office = Viewer.Of(book.Find<AccountCard>("tang.yuan").Value, book.Find<PersonCard>("tang.yuan").Value, "Yuan Tang", [.. new[]
        {
            FoundationPermissions.Documents, FoundationPermissions.IssueDocuments, FoundationPermissions.RevokeDocuments, FoundationPermissions.DocumentTemplates, PartnersPermissions.View,
        }.Select(p => KeyValuePair.Create(p, Reach.Everywhere))]);
        var now = db.Write.Now;
        db.Write.DateAs(now - Duration.FromDays(60));
        var letter = await templates.AddAsync(Agreement.RecordKind, "LET", DocumentForm.Html, new("Letter confirming an agreement", "协议证明"), new(Letter, []), office, cancellation);
        var invitation = await templates.AddAsync(PartnerRecordNames.RecordKind, "INV", DocumentForm.Word, new("Invitation of a partner's delegation", "代表团邀请函"), new(LocalizedText.Empty,
        [
            (Language.English, "invitation.docx", WordOf(InvitationEn, 2, Language.English)), (Language.Chinese, "邀请函.docx", WordOf(InvitationZh, 1, Language.Chinese)),
        ])
        { IsOutward = true }, office, cancellation);
        var unit = book.Find<UnitCard>("SOE").Value;

        async Task<Id<DocumentTag>> IssueAsync(Id<TemplateTag> of, Guid key, Language language, int daysAgo)
        {
            db.Write.DateAs(now - Duration.FromDays(daysAgo));
            return await DocumentsAtOnce.IssueAsync(db.Write.Services, of, key, language, unit, office, cancellation);
        }

        await IssueAsync(invitation, book.Find<OrganisationCard>("psu").Value, Language.English, 40);
        var wrong = await IssueAsync(invitation, book.Find<OrganisationCard>("waterloo").Value, Language.Chinese, 22);
        await issuing.RevokeAsync(wrong, "The delegation comes in spring instead; a new invitation follows.", office, cancellation);
        await IssueAsync(invitation, book.Find<OrganisationCard>("waterloo").Value, Language.English, 20);
        if (db.Write.Services.GetRequiredService<Chromium>().Path is not null)
        {
            var signed = await db.Set<Agreement>().VisibleTo(office).Where(a => a.SignedOn != null && a.State == Contracts.Partners.AgreementState.Active)
                .OrderBy(a => a.Number).Take(2).Select(a => a.Id).ToListAsync(cancellation);
            foreach (var (agreement, i) in signed.Select((a, i) => (a, i))) await IssueAsync(letter, agreement.Value, i == 0 ? Language.English : Language.Chinese, 9 - (3 * i));
        }

        db.Write.DateAs(null);
    }

    /// <summary>A plain Word file of some paragraphs, of which one is a heading.</summary>
    private static byte[] WordOf(string[] lines, int heading, Language language) =>
        WordWriting.Of(string.Concat(lines.Select((l, i) => i == heading ? $"<h1>{l}</h1>" : i == 0 ? $"<p><b>{l}</b></p>" : $"<p>{l}</p>")), language);
}
