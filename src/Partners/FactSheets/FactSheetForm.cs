using Entente.Contracts.Partners;
using Entente.Foundation.Web;
using Entente.Partners.Contacts;
using Entente.Partners.Ledger;
using Entente.Partners.Model;

namespace Entente.Partners.FactSheets;

/// <summary>Reads the form of a fact sheet: dates in their order and near the year, texts within limits.</summary>
internal static class FactSheetForm
{
    /// <summary>How many new contacts one answer may name.</summary>
    public const int MostNew = 2;

    private const int LongestName = 160;
    private const int LongestTitle = 200;
    private const int LongestEmail = 254;

    public static FactSheetContent Sheet(FormReader form, int year, AcademicCalendar calendar)
    {
        var content = new FactSheetContent
        {
            Autumn = Term(form, "autumn", year, calendar),
            Spring = Term(form, "spring", year, calendar),
            Teaching = Text(form, "teaching"),
            Language = Text(form, "language"),
            Requirements = Text(form, "requirements"),
            Fees = Text(form, "fees"),
            Housing = Text(form, "housing"),
            HousingBy = Day(form, "housing-by", year, calendar),
            Website = Text(form, "website"),
            Remarks = Text(form, "remarks"),
        };
        if (content.Website.Length > 0 && !(Uri.TryCreate(content.Website, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            form.Refuse("website", "facts.website.wrong");
        if (content.Autumn.Until is { } end && content.Spring.From is { } begin && begin <= end) form.Refuse("spring-from", "facts.terms.overlap");
        if (content.IsEmpty && form.IsValid) form.Refuse("", "facts.empty");
        return content;
    }

    /// <summary>What the form says of the contacts known, and of new ones; only what differs is kept.</summary>
    public static IReadOnlyList<ContactAnswer> Contacts(FormReader form, IReadOnlyList<FactSheetContact> known)
    {
        var answers = new List<ContactAnswer>();
        foreach (var contact in known)
        {
            var (title, email) = (form.Text(FieldOf(contact, "title"), LongestTitle), Email(form, FieldOf(contact, "email")));
            var answer = new ContactAnswer(
                contact.Id, form.Flag(FieldOf(contact, "left")), contact.Name, title == contact.Title ? null : title, email == contact.Email ? null : email);
            if (answer.Left || answer.Title is not null || answer.Email is not null) answers.Add(answer);
        }

        for (var i = 0; i < MostNew; i++)
        {
            var name = form.Text($"new-{i}-name", LongestName);
            var title = form.Text($"new-{i}-title", LongestTitle);
            var email = Email(form, $"new-{i}-email");
            if (name.Length > 0) answers.Add(new(null, false, name, title, email));
            else if (title.Length + email.Length > 0) form.Refuse($"new-{i}-name", "facts.contact.name.needed");
        }

        return answers;
    }

    public static string FieldOf(FactSheetContact contact, string part) => $"contact-{contact.Id:N}-{part}";

    private static FactSheetTerm Term(FormReader form, string term, int year, AcademicCalendar calendar)
    {
        var read = new FactSheetTerm(Day(form, term + "-nominate", year, calendar), Day(form, term + "-apply", year, calendar), Day(form, term + "-from", year, calendar), Day(form, term + "-until", year, calendar));
        if (read.Apply < read.Nominate) form.Refuse(term + "-apply", "facts.apply.before");
        if (read.From < read.Nominate) form.Refuse(term + "-nominate", "facts.nominate.late");
        if (read.Until <= read.From) form.Refuse(term + "-until", "facts.until.before");
        return read;
    }

    // A year mistyped is found: every date lies within the academic year or the one before it.
    private static DateOnly? Day(FormReader form, string field, int year, AcademicCalendar calendar)
    {
        var date = form.Date(field);
        var (first, last) = (calendar.FirstDay(year - 1), calendar.LastDay(year));
        if (date < first || date > last) form.Refuse(field, "facts.date.far", calendar.Name(year));
        return date;
    }

    private static string Text(FormReader form, string field) =>
        form.Text(field, FactSheetFields.Words.Single(f => f.Name == field).Max).ReplaceLineEndings("\n");

    private static string Email(FormReader form, string field)
    {
        var email = form.Text(field, LongestEmail);
        if (email.Length > 0 && !ContactForm.IsAddress(email)) form.Refuse(field, "partners.contact.email.wrong");
        return email;
    }
}

/// <summary>A contact on the partner's side, as the partner is shown it.</summary>
public sealed record FactSheetContact(Guid Id, string Name, string Role, string Title, string Email, string? Language, Guid? Person);
