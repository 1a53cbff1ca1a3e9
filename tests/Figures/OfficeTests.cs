using System.Net;
using Entente.Foundation.Access;
using Entente.Testing;

namespace Entente.Figures.Tests;

/// <summary>Publishing, correcting, and writing the page, over real HTTP.</summary>
public sealed class OfficeTests
{
    private const string Figure = "/figures/partners.agreements.active";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_figure_is_published_once_a_date_and_corrected_only_with_a_cause_and_a_difference(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var coordinator = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var dean = await host.SignedInAsync(BuiltInRole.Dean, "SOE");

        var published = await coordinator.SendAsync(Figure, Figure + "/publish", ("asOf", "2026-03-12"));
        Assert.Equal((HttpStatusCode.SeeOther, Figure + "/vintages/6"), (published.Status, published.Location));
        Assert.Contains("What changed since publication 5", await coordinator.PageAsync(Figure + "/vintages/6"), StringComparison.Ordinal);

        var twice = await coordinator.SendAsync(Figure, Figure + "/publish", ("asOf", "2026-03-12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        Assert.Contains("already published for 12 Mar 2026 (no. 6)", twice.Body, StringComparison.Ordinal);
        var ahead = await coordinator.SendAsync(Figure, Figure + "/publish", ("asOf", "2026-03-13"));
        Assert.Contains("not in the future", ahead.Body, StringComparison.Ordinal);

        var same = await dean.SendAsync(Figure, Figure + "/restate", ("date", "2026-03-12"), ("cause-en", "To see what happens"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.Status);
        Assert.Contains("nothing to correct", same.Body, StringComparison.Ordinal);
        Assert.Contains("To see what happens", same.Body, StringComparison.Ordinal);
        var causeless = await dean.SendAsync(Figure, Figure + "/restate", ("date", "2026-03-12"));
        Assert.Contains("Give the cause", causeless.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_drafted_previewed_and_published_and_a_typed_count_is_pointed_out()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite, demo: true);
        using var editor = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        const string text = "# Cooperation\n\nWe hold 17 agreements. In truth there are {fig:partners.agreements.active|unit}. Lectures: {fig:exchange.lectures.none}.";

        var preview = await editor.SendAsync("/site/page?text=en", "/site/page", ("language", "en"), ("basis", "0"), ("markdown", text), ("do", "preview"));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("17 agreements", preview.Body, StringComparison.Ordinal);
        Assert.Contains("Numbers typed by hand", preview.Body, StringComparison.Ordinal);
        Assert.Contains("Sentences left out for now", preview.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("We hold 17", await editor.PageAsync("/en"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await editor.SendAsync("/site/page?text=en", "/site/page", ("language", "en"), ("basis", "0"), ("markdown", text), ("do", "save"))).Status);
        var stale = await editor.SendAsync("/site/page?text=en", "/site/page", ("language", "en"), ("basis", "0"), ("markdown", "# Other"), ("do", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("# Other", stale.Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await editor.SendAsync("/site/page?text=en", "/site/page/publish", ("language", "en"))).Status);
        var page = await editor.PageAsync("/en");
        Assert.Contains("We hold 17 agreements.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Lectures:", page, StringComparison.Ordinal);
        var nothing = await editor.SendAsync("/site/page?text=en", "/site/page/publish", ("language", "en"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
    }

    [Fact]
    public async Task The_site_refuses_a_figure_nobody_defines_and_keeps_what_was_typed()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        using var editor = await host.SignedInAsync(BuiltInRole.Coordinator);

        var refused = await editor.SendAsync("/site", null, ("name-en", "School of Rivers"), ("featured", "no.such"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("There is no figure no.such.", refused.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"School of Rivers\"", refused.Body, StringComparison.Ordinal);
        var nowhere = await editor.SendAsync("/site", null, ("name-en", "School of Rivers"), ("latitude", "91"), ("longitude", "10"));
        Assert.Contains("Enter a number of degrees up to 90", nowhere.Body, StringComparison.Ordinal);
        Assert.Contains("Latitude and longitude go together.", (await editor.SendAsync("/site", null, ("name-en", "School of Rivers"), ("latitude", "36.5"))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.SendAsync("/site", null, ("name-en", "School of Rivers"), ("latitude", "36.5"), ("longitude", "-115.25"))).Status);
        Assert.Contains("value=\"-115.25\"", await editor.PageAsync("/site"), StringComparison.Ordinal);
        Assert.Contains("School of Rivers", await editor.PageAsync("/en"), StringComparison.Ordinal);
    }
}
