using System.Globalization;
using System.Text;
using System.Xml;
using Entente.Contracts.Figures;
using Entente.Contracts.Partners;
using Entente.Figures.Counting;
using Entente.Figures.Model;
using Entente.Figures.Vintages;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Ui.Figures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Figures.Public;

/// <summary>What readers and robots subscribe to: the feed of publications (Atom, RFC 4287), the map of the site, the word to robots.</summary>
internal static class Feed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private const int Entries = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Public().MapGet("/feed.xml", FeedAsync);
        routes.MapGet("/sitemap.xml", SitemapAsync).OpenToAll();
        routes.MapGet("/robots.txt", Robots).OpenToAll();
    }

    private static IResult Robots(EntenteSettings settings) => Results.Text(
        $"User-agent: *\nDisallow: /sign-in\nDisallow: /desk\nSitemap: {Absolute(settings, "/sitemap.xml")}\n", "text/plain", Encoding.UTF8);

    private static async Task<IResult> FeedAsync(
        AppDbContext db, FigureCatalog catalog, ISite site, EntenteSettings settings, TextCatalog texts, SchoolClock clock, CancellationToken cancellation)
    {
        var vintages = await VintageHistory.Lines(db.Set<Vintage>().AsNoTracking().OrderByDescending(v => v.PublishedAt).ThenByDescending(v => v.Number).ThenBy(v => v.FigureId).Take(Entries))
            .ToListAsync(cancellation);
        var self = Absolute(settings, $"/{Language.Current.Segment}/feed.xml");
        var card = await site.OfAsync(cancellation);
        return Written("application/atom+xml", xml =>
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", self);
            xml.WriteElementString("title", $"{card.Name} · {texts["site.feed.title"]}");
            xml.WriteElementString("updated", Moment(vintages.Count > 0 ? vintages[0].PublishedAt : NodaTime.Instant.FromUnixTimeTicks(0)));
            Link(xml, "self", self);
            foreach (var vintage in vintages)
                if (catalog.Find(vintage.FigureId) is { } figure) Entry(xml, vintage, figure, settings, texts, card);
            xml.WriteEndElement();
        });
    }

    private static void Entry(XmlWriter xml, VintageLine vintage, FigureDefinition figure, EntenteSettings settings, TextCatalog texts, SiteCard site)
    {
        var address = Absolute(settings, $"{LivingFigureLink.Address(figure.Id, Language.Current.Segment)}/vintages/{vintage.Number}");
        var number = texts.NumberOr(figure, vintage.IsWithheld ? null : vintage.Value);
        xml.WriteStartElement("entry");
        xml.WriteElementString("id", address);
        xml.WriteElementString("title", texts[vintage.IsRestated ? "site.feed.restated" : "site.feed.published", texts.NameOf(figure), number]);
        xml.WriteElementString("updated", Moment(vintage.PublishedAt));
        xml.WriteStartElement("author");
        xml.WriteElementString("name", site.Name.ToString());
        xml.WriteEndElement();
        xml.WriteElementString("summary", texts["site.feed.summary", texts.Date(vintage.AsOf)] + (vintage.Cause is { } cause ? " " + cause : ""));
        Link(xml, "alternate", address);
        xml.WriteEndElement();
    }

    private static async Task<IResult> SitemapAsync(
        FigureCatalog catalog, IPublicPartners partners, EntenteSettings settings, SchoolClock clock, CancellationToken cancellation)
    {
        var paths = new List<string> { "", "/partners", "/figures", "/data" };
        paths.AddRange(catalog.All.Select(f => $"/figures/{f.Id}"));
        paths.AddRange((await partners.AllAsync(clock.Today, cancellation)).Select(p => $"/partners/{p.Organisation}"));
        return Written("application/xml", xml =>
        {
            xml.WriteStartElement("urlset", Sitemap);
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            foreach (var path in paths)
            {
                foreach (var language in Language.All)
                {
                    xml.WriteStartElement("url");
                    xml.WriteElementString("loc", Absolute(settings, $"/{language.Segment}{path}"));
                    foreach (var other in Language.All)
                    {
                        xml.WriteStartElement("link", Xhtml);
                        xml.WriteAttributeString("rel", "alternate");
                        xml.WriteAttributeString("hreflang", other.Tag);
                        xml.WriteAttributeString("href", Absolute(settings, $"/{other.Segment}{path}"));
                        xml.WriteEndElement();
                    }

                    xml.WriteEndElement();
                }
            }

            xml.WriteEndElement();
        });
    }

    private static IResult Written(string type, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        return Results.Bytes(bytes.ToArray(), type + "; charset=utf-8");
    }

    private static void Link(XmlWriter xml, string rel, string address)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Moment(NodaTime.Instant at) => at.ToString("uuuu'-'MM'-'dd'T'HH':'mm':'ss'Z'", CultureInfo.InvariantCulture);

    private static string Absolute(EntenteSettings settings, string path) => settings.PublicUrl.GetLeftPart(UriPartial.Authority) + path;
}
