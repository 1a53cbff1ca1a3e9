using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Funding;

/// <summary>The sources of money with what they have for each year; a budget never falls below what is promised from it.</summary>
internal static class KeepSources
{
    public const string List = "/funding";
    public const string Route = List + "/{id}";

    public static string AddressOf(Guid key) => $"{List}/{key:N}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(List, ListAsync).Requires(MobilityPermissions.View);
        routes.MapPost(List, AddAsync).Requires(MobilityPermissions.Edit);
        routes.MapGet(Route, ShowAsync).Requires(MobilityPermissions.View);
        routes.MapPost(Route + "/budgets", BudgetAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> ListAsync(FundingReading reading, CancellationToken cancellation) => Page.Show<SourcesPage>(await reading.AllAsync(cancellation));

    private static async Task<IResult> ShowAsync(string id, FundingReading reading, CancellationToken cancellation) =>
        await reading.OfAsync(id, cancellation) is { } model ? Page.Show<SourcePage>(model) : Results.NotFound();

    private static async Task<IResult> AddAsync(HttpRequest request, AppDbContext db, FundingReading reading, CancellationToken cancellation)
    {
        var model = await reading.AllAsync(cancellation);
        var sent = await FormReader.ReadAsync(request, cancellation);
        var name = EachLanguage.Of(sent, "name", FundingSource.LongestName, required: true);
        var currency = sent.Text("currency", 3, required: true).ToUpperInvariant();
        if (currency.Length is > 0 and not 3 || !currency.All(char.IsAsciiLetter)) sent.Refuse("currency", "funding.wrong.currency");
        var unit = model.Units.FirstOrDefault(u => u.Value == sent.Raw("unit"));
        if (unit is null) sent.Refuse("unit", "form.choice");
        if (!sent.IsValid) return Page.Refuse<SourcesPage>(model with { Sent = sent });
        var source = new FundingSource { Name = name, Currency = currency, UnitId = UnitId.Parse(unit!.Value, null), RecordedAt = db.Write.Now };
        db.Add(source);
        db.Write.Action = "mobility.funding.source";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(AddressOf(source.Id.Value));
    }

    private static async Task<IResult> BudgetAsync(string id, HttpRequest request, AppDbContext db, FundingReading reading, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { Source.MayEdit: true } model) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var year = sent.Number("year", 2000, 2100, required: true);
        var amount = sent.Number("amount", 0, FundingSource.MostUnits, required: true) * 100L;
        var known = model.Source.Budgets.FirstOrDefault(b => b.Year == year);
        if (amount < known?.Awarded) sent.Refuse("amount", "funding.wrong.below", FundingWords.Amount(known.Awarded, model.Source.Currency));
        if (!sent.IsValid) return Page.Refuse<SourcePage>(model with { Sent = sent });
        var key = new Id<FundingSource>(model.Source.Key);
        if (await db.Set<FundingBudget>().SingleOrDefaultAsync(b => b.SourceId == key && b.Year == year, cancellation) is { } stored) stored.Amount = amount!.Value;
        else db.Add(new FundingBudget { SourceId = key, Year = year!.Value, Amount = amount!.Value });
        db.Write.Action = "mobility.funding.budget";
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            sent.Refuse("amount", "funding.wrong.meanwhile");
            return Page.Refuse<SourcePage>(model with { Sent = sent });
        }

        return Page.SeeOther(model.Source.Address);
    }
}
