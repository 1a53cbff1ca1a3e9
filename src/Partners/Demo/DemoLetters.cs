using System.Text;
using Entente.Contracts.Directory;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Letters;
using Entente.Partners.Partners;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Partners.Demo;

/// <summary>A letter that the office sent to its partners, two answers to it, and the texts it begins letters with.</summary>
internal static class DemoLetters
{
    private static readonly string[] To = ["psu", "gatech", "waterloo", "unsw", "postech", "ntu", "delft", "eth"];

    private static readonly (string Name, LocalizedText Subject, LocalizedText Body)[] Templates =
    [
        ("Renewal · 续签", new("Renewal of {{ agreement }}", "关于续签{{ agreement }}"), new(
            "Dear {{ name }},\n\nour agreement \"{{ agreement }}\" runs until {{ last_day }}. We would like to renew it on the same terms and would be glad to hear whether you see it the same way.\n\nKind regards\n{{ sender }}\nSchool of Environment, Qinghe University",
            "{{ name }}：您好。\n\n双方《{{ agreement }}》有效期至{{ last_day }}。我院希望按原条件续签，盼告知贵方意见。\n\n顺颂\n时祺\n{{ sender }}\n清河大学环境学院")),
        ("Nominations · 提名", new("Nominations for the coming term", "下学期提名"), new(
            "Dear {{ name }},\n\nthe students we nominate to {{ record }} for the coming term will reach you within two weeks. Tell us if the deadlines have changed.\n\nKind regards\n{{ sender }}",
            "{{ name }}：您好。\n\n我院下学期赴{{ record }}的学生提名将于两周内送达。如截止日期有变，盼告知。\n\n{{ sender }}")),
    ];

    public static async Task AddAsync(AppDbContext db, DemoBook book, CancellationToken cancellation)
    {
        if (db.Write.Services.GetService<Foundation.Letters.Letters>() is not { } letters) return;
        var board = db.Write.Services.GetRequiredService<LetterBoard>();
        var replies = db.Write.Services.GetRequiredService<Replies>();
        foreach (var (name, subject, body) in Templates) await board.KeepTemplateAsync(PartnerRecordNames.RecordKind, name, subject, body, cancellation);
        var unit = book.Find<UnitCard>("SOE").Value;
        var office = Viewer.Of(book.Find<AccountCard>("tang.yuan").Value, null, "Yuan Tang", [KeyValuePair.Create(FoundationPermissions.Letters, Reach.Everywhere), KeyValuePair.Create(PartnersPermissions.View, Reach.Everywhere)]);
        var now = db.Write.Now;
        db.Write.DateAs(now - Duration.FromDays(16));
        var keys = To.Select(p => book.Find<OrganisationCard>(p).Value).ToList();
        var letter = await letters.BeginAsync(letters.Kind(PartnerRecordNames.RecordKind)!, keys, unit, Templates[1].Subject, Templates[1].Body, office, cancellation);
        await letters.SendAsync(letter, office, cancellation);
        foreach (var (partner, from, days, text) in new[]
        {
            ("psu", "Margaret Ellwood <ellwood@psu.example>", 13, "Dear Yuan,\n\nthank you; our deadline is unchanged, 1 April. Four places are held for you.\n\nBest\nMargaret"),
            ("delft", "Anneke de Vries <devries@delft.example>", 9, "Dear Yuan,\n\nfor spring the last day is now 15 October. I will put it into the fact sheet.\n\nAnneke"),
        })
        {
            db.Write.DateAs(now - Duration.FromDays(days));
            using var mail = new MemoryStream(Encoding.UTF8.GetBytes(
                $"From: {from}\r\nTo: office@qinghe.example\r\nSubject: Re: Nominations for the coming term\r\nMessage-ID: <{partner}-{days}@{partner}.example>\r\nDate: {(now - Duration.FromDays(days)).ToDateTimeOffset():r}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"));
            await replies.FileAsync(partner + ".eml", mail, new(PartnerRecordNames.RecordKind, book.Find<OrganisationCard>(partner).Value), unit, office, cancellation);
        }

        db.Write.DateAs(null);
    }
}
