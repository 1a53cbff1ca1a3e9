using Entente.Contracts.Directory;
using Entente.Foundation.Import;
using Entente.Foundation.Texts;
using Entente.Partners.Model;

namespace Entente.Partners.Imports;

/// <summary>A row of a table of partners, read.</summary>
internal sealed class PartnerLine
{
    private PartnerLine(ImportLine line) => Line = line;

    public ImportLine Line { get; }

    public string NameEn { get; private init; } = "";

    public string NameZh { get; private init; } = "";

    public string? Country { get; private init; }

    public ContactRole? Role { get; private init; }

    public required OrganisationNamed Named { get; init; }

    public OrganisationMeant Organisation { get; set; } = OrganisationMeant.Open;

    public string ContactName => Line.Text(PartnerFields.ContactName);

    public string ContactEmail => Line.Text(PartnerFields.ContactEmail);

    public bool HasContact => ContactName.Length > 0;

    /// <summary>The same for rows that mean the same organisation.</summary>
    public string OrganisationKey => Organisation.Card is { } card ? card.Id.ToString() : Named.Question.Key;

    /// <summary>What is to be done; none before the comparison.</summary>
    public PartnerPlan Plan { get; set; } = PartnerPlan.Nothing;

    /// <summary>Reads a row and says what is wrong in it alone.</summary>
    public static PartnerLine Read(ImportLine line, CountryReading countries)
    {
        var (en, zh) = Names(line);
        line.Label = en.Length > 0 ? en : zh.Length > 0 ? zh : line.Text(PartnerFields.Ror);
        var ror = RorIdentifier.Read(line.Text(PartnerFields.Ror));
        if (ror is null && line.Text(PartnerFields.Ror) is { Length: > 0 } wrong) line.Refuse(PartnerFields.Ror, "import.ror-wrong", wrong);
        var key = OrganisationId.TryParse(line.Text(PartnerFields.Key), null, out var read) ? read : (OrganisationId?)null;
        if (en.Length + zh.Length == 0 && ror is null && key is null) line.Refuse(PartnerFields.NameEn, "import.partners.no-name");
        var country = CountryOf(line, countries);
        ReadRole(line, out var role);
        if (line.Text(PartnerFields.ContactEmail) is { Length: > 0 } email && !LooksLikeMail(email)) line.Refuse(PartnerFields.ContactEmail, "import.mail-wrong", email);
        if (line.Text(PartnerFields.ContactName).Length == 0 && (line.Text(PartnerFields.ContactEmail).Length > 0 || role is not null))
            line.Refuse(PartnerFields.ContactName, "import.partners.contact-without-name");
        if (line.Text(PartnerFields.Website) is { Length: > 0 } site && !LooksLikeSite(site)) line.Refuse(PartnerFields.Website, "import.site-wrong", site);
        var names = new[] { en, zh }.Where(n => n.Length > 0).ToList();
        return new(line)
        {
            NameEn = en,
            NameZh = zh,
            Country = country,
            Role = role,
            Named = new(line, en.Length > 0 || zh.Length == 0 ? PartnerFields.NameEn : PartnerFields.NameZh, names, ror, key, country, City(line), names.Count > 0 && country is not null),
        };
    }

    /// <summary>The names by the script they are in, whichever column they stand in.</summary>
    private static (string En, string Zh) Names(ImportLine line)
    {
        var (en, zh) = (line.Text(PartnerFields.NameEn), line.Text(PartnerFields.NameZh));
        if (en.Length == 0 && zh.Length > 0 && !zh.Any(PersonNames.IsHan)) return (zh, "");
        return zh.Length == 0 && en.Any(PersonNames.IsHan) ? ("", en) : (en, zh);
    }

    private static string? CountryOf(ImportLine line, CountryReading countries)
    {
        if (line.Text(PartnerFields.Country) is not { Length: > 0 } written) return null;
        if (countries.Read(written) is { } code) return code;
        line.Refuse(PartnerFields.Country, "import.country-unknown", written);
        return null;
    }

    private static void ReadRole(ImportLine line, out ContactRole? role)
    {
        role = null;
        if (line.Text(PartnerFields.ContactRole) is not { Length: > 0 } written) return;
        role = ContactRoleWords.Read(written);
        if (role is null) line.Tell(PartnerFields.ContactRole, "import.partners.role-other", written);
        role ??= ContactRole.Other;
    }

    private static string? City(ImportLine line) => line.Text(PartnerFields.City) is { Length: > 0 } city ? city : null;

    private static bool LooksLikeMail(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && text.LastIndexOf('.') > at + 1 && !text.EndsWith('.') && !text.Any(char.IsWhiteSpace)
        && text.IndexOf('@', at + 1) < 0;

    private static bool LooksLikeSite(string text) =>
        Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" && uri.Host.Contains('.', StringComparison.Ordinal);
}

/// <summary>What is done with a row of partners.</summary>
/// <param name="AddsProfile">Whether the organisation becomes a partner by it.</param>
/// <param name="Featured">The place in lists to set; none: it stays.</param>
/// <param name="Contact">The contact there that is meant; none: there is none yet.</param>
/// <param name="AddsContact">Whether a contact is added.</param>
/// <param name="Email">The address to set.</param>
/// <param name="Role">The role to set.</param>
/// <param name="AddsNote">Whether the note is added.</param>
internal sealed record PartnerPlan(bool AddsProfile, int? Featured, Contact? Contact, bool AddsContact, string? Email, ContactRole? Role, bool AddsNote)
{
    public static PartnerPlan Nothing { get; } = new(false, null, null, false, null, null, false);

    public bool ChangesContact => Email is not null || Role is not null;
}
