using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Testing;
using Entente.Ui.Pages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Ui.Tests;

/// <summary>The kit as a reader meets it: one host, every component in both languages.</summary>
public sealed partial class KitTests
{
    [Fact]
    public async Task Every_component_is_shown_in_both_languages_and_every_icon_of_the_menu_exists()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite, builder => builder.Configuration["Entente:Gallery"] = "true");
        foreach (var language in (string[])["en", "zh"])
        {
            using var browser = host.Browser(language);
            foreach (var path in (string[])["/gallery", "/gallery/plain", $"/{language}/gallery"])
            {
                var page = await browser.PageAsync(path);
                var words = Tags().Replace(page[page.IndexOf("<main", StringComparison.Ordinal)..], " ");
                Assert.Equal([], Keys().Matches(words).Select(m => m.Value));
                Assert.DoesNotContain(" style=\"", page, StringComparison.Ordinal);
                Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
            }
        }

        var sprite = await File.ReadAllTextAsync(Path.Combine(AssetCatalog.Folder, "icons.svg"));
        var icons = host.Services.GetServices<IMenuSource>().SelectMany(m => m.Entries).Select(e => e.Icon).Distinct(StringComparer.Ordinal);
        Assert.Equal([], icons.Where(i => !sprite.Contains($"<symbol id=\"{i}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_record_is_found_by_any_of_its_names_and_what_is_chosen_stays_first()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        var kept = await host.InAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            db.Write.Action = "test";
            var organisations = services.GetRequiredService<IOrganisations>();
            organisations.Add(new(new LocalizedText("Delft University of Technology", "代尔夫特理工大学"), "NL", new LocalizedText("Delft", "代尔夫特")));
            var second = organisations.Add(new(new LocalizedText("Kyoto University", "京都大学"), "JP", new LocalizedText("Kyoto", "京都")));
            await db.SaveChangesAsync();
            return second;
        });
        using var browser = await host.SignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/gallery")).Status);
        var found = await browser.PageAsync($"/pick/organisations?field=partner&partner-find={Uri.EscapeDataString("代尔夫特")}&partner={kept}");
        Assert.Equal(["Kyoto University", "Delft University of Technology"], Choices().Matches(found).Select(m => m.Groups["text"].Value));
        Assert.Equal(1, Checked().Count(found));
        Assert.Contains("Nothing matches", await browser.PageAsync("/pick/organisations?field=partner&partner-find=zzz"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/pick/nothing?field=partner")).Status);
    }

    [GeneratedRegex("<script[^>]*>.*?</script>|<[^>]+>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("\\b(ui|gallery|figures|site)\\.[a-z-]+(\\.[a-z-]+)*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Keys();

    [GeneratedRegex("<span>(?<text>[^<]+)</span>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Choices();

    [GeneratedRegex(" checked", RegexOptions.None, 1000)]
    private static partial Regex Checked();
}
