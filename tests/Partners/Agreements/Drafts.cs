using System.Net;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Agreements;

/// <summary>Drafts in a running host, for tests of its pages.</summary>
internal static class Drafts
{
    /// <summary>A draft with Delft, kept by the university.</summary>
    /// <param name="host">The host.</param>
    /// <param name="number">Its number.</param>
    /// <param name="title">Its title; none: one made of the number.</param>
    /// <param name="change">Changes the text before it is written.</param>
    public static Task<AgreementId> AddAsync(RunningHost host, string number, LocalizedText? title = null, Func<AgreementContent, AgreementContent>? change = null) =>
        host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var unit = (await s.GetRequiredService<IUnits>().AllAsync(default)).Single(u => u.Code == "UNI").Id;
            var partner = s.GetRequiredService<IOrganisations>().Add(new(new("Delft University of Technology", "代尔夫特理工大学"), "NL", new("Delft", "代尔夫特")));
            var content = new AgreementContent
            {
                Number = number,
                Title = title ?? new("Exchange " + number, "学生交换" + number),
                Kind = "student-exchange",
                Parties = [new(null, PartyRole.School, [new("Lu Jingxing", "Dean")]), new(partner, PartyRole.Partner, [new("Anneke van der Meer", "Rector")])],
                Units = [unit],
                Territory = ["CN", "NL"],
                Languages = ["en", "zh-Hans"],
                EffectiveOn = new(2026, 9, 1),
                EndsOn = new(2029, 8, 31),
                NoticeMonths = 6,
                Clauses = [new(new("Tuition", "学费"), new("Students pay tuition at home.", "学费在本校缴纳。"))],
            };
            content = change?.Invoke(content) ?? content;
            var agreement = Agreement.Write(content, await Scene.KindOf(db, content.Kind), unit, null, On(new(2025, 6, 1)));
            db.Add(agreement);
            await db.SaveChangesAsync();
            return agreement.Id;
        });

    /// <summary>The same agreement signed and in force since last autumn, until some day.</summary>
    public static async Task<AgreementId> SignedAsync(RunningHost host, string number, Func<AgreementContent, AgreementContent>? change = null, DateOnly? end = null)
    {
        var id = await AddAsync(host, number, null, content => (change?.Invoke(content) ?? content) with { EffectiveOn = new(2025, 9, 1), EndsOn = end ?? new(2028, 8, 31) });
        await ChangeAsync(host, id, agreement =>
        {
            agreement.Step(AgreementAction.Submit, On(new(2025, 6, 2)));
            agreement.Step(AgreementAction.Approve, On(new(2025, 6, 3)));
            agreement.Step(AgreementAction.Send, On(new(2025, 6, 4)));
            agreement.Sign(new(2025, 8, 1), On(new(2025, 8, 1)));
            agreement.Step(AgreementAction.Begin, On(new(2025, 9, 1)));
        });
        return id;
    }

    /// <summary>Changes an agreement past its pages.</summary>
    public static Task ChangeAsync(RunningHost host, AgreementId id, Action<Agreement> change) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        change(await Scene.Load(db, id));
        await db.SaveChangesAsync();
    });

    /// <summary>Attaches a file to an agreement by its page.</summary>
    public static async Task<HttpStatusCode> AttachAsync(this TestBrowser office, string page, string name, string kind, byte[]? bytes = null, string version = "1")
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(TestBrowser.TokenIn(await office.PageAsync(page))), "__RequestVerificationToken" },
            { new StringContent(kind), "kind" },
            { new StringContent(version), "version" },
            { new ByteArrayContent(bytes ?? "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray()), "document", name },
        };
        using var answer = await office.Http.PostAsync(page + "/documents", content);
        return answer.StatusCode;
    }

    /// <summary>Done and recorded on a day.</summary>
    private static StepBy On(DateOnly day) => new(null, day, NodaTime.Instant.FromUtc(day.Year, day.Month, day.Day, 1, 0));
}
