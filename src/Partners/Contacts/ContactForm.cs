using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Ui.Lists;

namespace Entente.Partners.Contacts;

/// <summary>What the form of a contact shows: the record where there is one, and the form as it was sent.</summary>
public sealed record ContactModel(OrganisationCard Organisation, string Partner, ContactSide Side, FormReader Form)
{
    /// <summary>The contact that is changed; none: a new one.</summary>
    public ContactFields? Existing { get; init; }

    /// <summary>Who it is, where it is changed.</summary>
    public LocalizedText? Name { get; init; }

    /// <summary>Where it is posted.</summary>
    public required string Action { get; init; }

    public IReadOnlyList<UnitCard> Units { get; init; } = [];

    public DateOnly Today { get; init; }
}

/// <summary>What is entered about a contact.</summary>
public sealed record ContactFields(
    ContactRole Role, LocalizedText Title, string? Email, string? Language, bool Signs, DateOnly? From, DateOnly? Until);

/// <summary>Reads the form of a contact.</summary>
internal static class ContactForm
{
    private const int LongestTitle = 200;
    private const int LongestEmail = 254;

    /// <summary>The languages one can say that somebody reads; BCP 47.</summary>
    private static readonly string[] Languages = ["en", "zh-Hans", "de", "es", "fr", "it", "ja", "ko", "nl", "pt", "ru"];

    /// <summary>The languages with their names in the reader's.</summary>
    public static IReadOnlyList<Choice> LanguageChoices => [.. Languages.Select(l => new Choice(l, NameOf(l)))];

    public static ContactFields Read(FormReader form)
    {
        var role = form.Choice("role", ContactRole.Other);
        var title = new LocalizedText(form.Text("title-en", LongestTitle), form.Text("title-zh", LongestTitle));
        var email = form.Text("email", LongestEmail);
        if (email.Length > 0 && !IsAddress(email)) form.Refuse("email", "partners.contact.email.wrong");
        var language = form.Text("language", 20);
        if (language.Length > 0 && !Languages.Contains(language, StringComparer.Ordinal)) form.Refuse("language", "form.choice");
        var from = form.Date("from");
        var until = form.Date("until");
        if (until < from) form.Refuse("until", "partners.contact.until.before");
        return new(role, title, email.Length == 0 ? null : email, language.Length == 0 ? null : language, form.Flag("signs"), from, until);
    }

    public static void Put(ContactFields fields, Contact contact) =>
        (contact.Role, contact.Title, contact.Email, contact.Language, contact.Signs, contact.From, contact.Until) =
        (fields.Role, fields.Title, fields.Email, fields.Language, fields.Signs, fields.From, fields.Until);

    public static bool IsAddress(string text) =>
        System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    // ICU names a language in the language of the UI culture, and only there.
    private static string NameOf(string tag) =>
        Language.Of(tag) is { } own ? own.Name : System.Globalization.CultureInfo.GetCultureInfo(tag).NativeName;
}
