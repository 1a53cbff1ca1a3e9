using System.Globalization;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Funding;

/// <summary>Promises money of a source to a student, in instalments that add up to it. What is left of the year's budget limits it, also when two promise at once.</summary>
internal static class GiveAward
{
    private const string Route = KeepSources.Route + "/award";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, AskAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Route, GiveAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> AskAsync(string id, FundingReading reading, CancellationToken cancellation) =>
        await ModelAsync(id, reading, cancellation) is { } model ? Page.Show<GiveAwardPage>(model) : Results.NotFound();

    private static async Task<GiveModel?> ModelAsync(string id, FundingReading reading, CancellationToken cancellation) =>
        await reading.OfAsync(id, cancellation) is { Source.MayEdit: true } source ? new(source.Source, await reading.RecipientsAsync(cancellation), source.Year) : null;

    private static async Task<IResult> GiveAsync(string id, HttpRequest request, AppDbContext db, FundingReading reading, InstalmentDuties duties, SchoolClock clock, CancellationToken cancellation)
    {
        if (await ModelAsync(id, reading, cancellation) is not { } model) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var to = model.Recipients.FirstOrDefault(r => r.Value == sent.Raw("recipient"));
        if (to is null) sent.Refuse("recipient", "form.choice");
        var budget = model.Source.Budgets.FirstOrDefault(b => b.Key.ToString("N") == sent.Raw("budget"));
        if (budget is null) sent.Refuse("budget", "form.choice");
        var amount = sent.Number("amount", 1, FundingSource.MostUnits, required: true) * 100L;
        if (amount > budget?.Left) sent.Refuse("amount", "funding.wrong.overspent", FundingWords.Amount(budget.Left, model.Source.Currency), budget.Name);
        var conditions = sent.Text("conditions", Award.LongestConditions);
        var parts = Instalments(sent, amount, clock.Today);
        if (!sent.IsValid) return Page.Refuse<GiveAwardPage>(model with { Sent = sent });
        var budgetId = new Id<FundingBudget>(budget!.Key);
        var stored = await db.Set<FundingBudget>().SingleAsync(b => b.Id == budgetId, cancellation);
        var award = new Award
        {
            BudgetId = budgetId,
            PersonId = to!.Person,
            StayId = to.Stay is { } stay ? new Id<Stay>(stay) : null,
            ApplicationId = to.Application is { } application ? new Id<Application>(application) : null,
            OrganisationId = to.Partner,
            UnitId = new(model.Source.UnitKey),
            Amount = amount!.Value,
            Conditions = conditions,
            RecordedAt = db.Write.Now,
        };
        List<Instalment> instalments = [.. parts.Select((p, i) => new Instalment { AwardId = award.Id, Order = i + 1, Amount = p.Amount, DueOn = p.On })];
        await duties.OweAsync(award, instalments, model.Source.Currency, cancellation);
        if (award.Amount <= stored.Left && await SavedAsync(db, stored, award, instalments, cancellation)) return Page.SeeOther(ShowAward.AddressOf(award.Id.Value));
        // Another award took from the same budget in this very moment: what is left is read again and shown.
        db.ChangeTracker.Clear();
        if (await ModelAsync(id, reading, cancellation) is not { } now) return Results.NotFound();
        sent.Refuse("amount", "funding.wrong.at-once", FundingWords.Amount(now.Source.Budgets.Single(b => b.Key == budget.Key).Left, now.Source.Currency));
        return Page.Refuse<GiveAwardPage>(now with { Sent = sent });
    }

    private static async Task<bool> SavedAsync(AppDbContext db, FundingBudget budget, Award award, List<Instalment> instalments, CancellationToken cancellation)
    {
        budget.Promise(award.Amount);
        db.Add(award);
        db.AddRange(instalments);
        db.Write.Action = "mobility.funding.award";
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static List<(long Amount, DateOnly On)> Instalments(FormReader sent, long? amount, DateOnly today)
    {
        var parts = new List<(long, DateOnly)>();
        var sum = 0L;
        for (var i = 1; i <= Award.MostInstalments; i++)
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            if (sent.Raw("part-" + n).Trim().Length == 0 && sent.Raw("on-" + n).Length == 0) continue;
            var part = sent.Number("part-" + n, 1, FundingSource.MostUnits, required: true);
            var on = sent.Date("on-" + n, required: true);
            if (on < today) sent.Refuse("on-" + n, "funding.wrong.past");
            if (part is null || on is null) continue;
            parts.Add((part.Value * 100L, on.Value));
            sum += part.Value * 100L;
        }

        if (parts.Count == 0) sent.Refuse("part-1", "funding.wrong.no-part");
        else if (amount is { } whole && sum != whole) sent.Refuse("part-1", "funding.wrong.sum", FundingWords.Amount(sum), FundingWords.Amount(whole));
        return [.. parts.OrderBy(p => p.Item2)];
    }
}

/// <summary>What the page that gives an award shows.</summary>
public sealed record GiveModel(SourceView Source, IReadOnlyList<Recipient> Recipients, int Year)
{
    public FormReader Sent { get; init; } = FormReader.Empty;
}
