using Entente.Directory.Model;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;

namespace Entente.Directory.Organisations;

/// <summary>What somebody says of an organisation in a form; adding and editing ask the same.</summary>
internal sealed record OrganisationForm(
    LocalizedText Name, IReadOnlyList<string> OtherNames, string Country, LocalizedText City, double? Latitude, double? Longitude, OrganisationTypes Types, string? Website)
{
    private const int MostNames = 30;

    public static OrganisationForm Read(FormReader form, TextCatalog texts)
    {
        var name = new LocalizedText(form.Text("name-en", OrganisationName.Longest), form.Text("name-zh", OrganisationName.Longest));
        if (name.Texts.Count == 0) form.Refuse("name", "organisations.form.name");
        var others = form.Text("names", 4000).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        if (others.Count > MostNames) form.Refuse("names", "organisations.form.names", MostNames);
        if (others.Exists(o => o.Length > OrganisationName.Longest)) form.Refuse("names", "form.too-long", OrganisationName.Longest, others.Max(o => o.Length));
        var country = form.Text("country", 2, required: true);
        if (country.Length > 0 && !OrganisationWords.CountryChoices(texts).Any(c => c.Value == country)) form.Refuse("country", "form.choice");
        var (latitude, longitude) = (Degrees(form, "latitude", 90), Degrees(form, "longitude", 180));
        if (latitude is null != longitude is null) form.Refuse(latitude is null ? "latitude" : "longitude", "organisations.form.half-place");
        return new(
            name, others, country, new LocalizedText(form.Text("city-en", 100), form.Text("city-zh", 100)),
            latitude, longitude, TypesOf(form), SiteOf(form));
    }

    /// <summary>Writes it into a record, which is the office's own from then on.</summary>
    public void WriteTo(Organisation organisation)
    {
        organisation.Call(Name);
        organisation.Country = Country;
        organisation.City = City;
        (organisation.Latitude, organisation.Longitude) = (Latitude, Longitude);
        organisation.Types = Types;
        organisation.Website = Website;
        organisation.Source = FactSource.Hand;
    }

    private static OrganisationTypes TypesOf(FormReader form)
    {
        var types = OrganisationTypes.None;
        foreach (var written in form.All("types").Where(t => t.Length > 0))
        {
            if (Enum.TryParse<OrganisationTypes>(written, out var type) && OrganisationWords.AllTypes.Contains(type)) types |= type;
            else form.Refuse("types", "form.choice");
        }

        return types;
    }

    private static string? SiteOf(FormReader form)
    {
        var site = form.Text("website", 400);
        if (site.Length == 0) return null;
        if (Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return site;
        form.Refuse("website", "organisations.form.website");
        return null;
    }

    private static double? Degrees(FormReader form, string field, int most)
    {
        var written = form.Text(field, 20);
        if (written.Length == 0) return null;
        if (double.TryParse(written, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most) return degrees;
        form.Refuse(field, "organisations.form.degrees", most);
        return null;
    }
}
