using Entente.Contracts.Directory;
using Entente.Contracts.Figures;
using Entente.Figures.Answers;
using Entente.Figures.Counting;
using Entente.Figures.Model;
using Entente.Figures.Vintages;
using Entente.Foundation.Access;
using Entente.Foundation.Caching;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Ui.Pages;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Figures.Demo;

/// <summary>The demonstration school's public words, and the figures it published at the end of each year.</summary>
internal sealed class FiguresDemo(SchoolClock clock) : IDemoData
{
    public const int YearsPublished = 4;

    public int Order => 90;

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        db.Add(new SiteSetting
        {
            Name = new("School of Environment", "环境学院"),
            University = new("Qinghe University", "清河大学"),
            Featured = "partners.partners.active partners.countries.active partners.agreements.active partners.places.offered-per-year",
            Latitude = 37.04,
            Longitude = 115.67,
            IsDemo = true,
        });
        var author = book.Find<AccountCard>("shen.ruolan");
        foreach (var (language, text) in new[] { (Language.English, DemoPage.English), (Language.Chinese, DemoPage.Chinese) })
        {
            var page = new PageText { Language = language.Tag, Number = 1, Markdown = text, SavedById = author, SavedAt = db.Write.Now };
            page.Publish(db.Write.Now);
            db.Add(page);
        }

        await db.SaveChangesAsync(cancellation);
        var publishing = db.Write.Services.GetRequiredService<Publishing>();
        db.Write.Viewer = By(book, "shen.ruolan");
        for (var year = today.Year - YearsPublished; year < today.Year; year++)
        {
            db.Write.DateAs(Morning(new DateOnly(year + 1, 1, 12), clock.Zone));
            foreach (var figure in db.Write.Services.GetRequiredService<FigureCatalog>().All)
                await publishing.PublishAsync(figure, new DateOnly(year, 12, 31), cancellation);
        }

        db.Write.DateAs(null);
        db.Write.Viewer = Viewer.System;
    }

    /// <summary>The account that publishes.</summary>
    internal static Viewer By(DemoBook book, string account) => Viewer.Of(book.Find<AccountCard>(account).Value, book.Find<PersonCard>(account).Value, account, []);

    internal static Instant Morning(DateOnly day, DateTimeZone zone) =>
        new LocalDate(day.Year, day.Month, day.Day).At(new LocalTime(9, 30)).InZoneLeniently(zone).ToInstant();
}

/// <summary>After an agreement came to light late, the figures it belongs to are stated anew, with the cause.</summary>
internal sealed class RestatementDemo(SchoolClock clock) : IDemoData
{
    private static readonly LocalizedText Cause = new(
        "An agreement with the University of São Paulo, kept by the Department of Ecology, had not been recorded.",
        "生态系保管的与圣保罗大学的一份协议当时未录入。");

    public int Order => 99;

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        var publishing = db.Write.Services.GetRequiredService<Publishing>();
        var catalog = db.Write.Services.GetRequiredService<FigureCatalog>();
        db.Write.DateAs(FiguresDemo.Morning(new DateOnly(today.Year, 2, 3), clock.Zone) is var at && at < db.Write.Now ? at : null);
        db.Write.Viewer = FiguresDemo.By(book, "lu.jingxing");
        foreach (var id in new[] { "partners.agreements.active", "partners.places.offered-per-year" })
            await publishing.RestateAsync(catalog.Find(id)!, new DateOnly(today.Year - 1, 12, 31), Cause, cancellation);
        db.Write.DateAs(null);
        db.Write.Viewer = Viewer.System;
    }
}

/// <summary>Says above every page that the records are invented.</summary>
internal sealed class DemoBanner(Site site, TextCatalog texts) : IBanner
{
    public async ValueTask<string?> TextAsync(CancellationToken cancellation) =>
        (await site.WordsAsync(cancellation)).IsDemo ? texts["demo.banner"] : null;
}
