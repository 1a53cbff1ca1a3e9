using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using NodaTime;

namespace Entente.Mobility.Incoming;

/// <summary>A student as a partner's coordinator entered them.</summary>
internal sealed record NomineeFields(PersonNameParts Name, string Email, StudyLevel Level, string Field, Id<MobilityForm>? Form, DateOnly? From, DateOnly? Until, string Note, string Signed)
{
    /// <summary>The longest a stay is taken for, years.</summary>
    private const int LongestYears = 6;

    /// <summary>Reads the form; what is wrong is noted in it.</summary>
    /// <param name="sent">The form.</param>
    /// <param name="forms">The forms of mobility offered, by code.</param>
    /// <param name="year">The academic year the stay must begin in.</param>
    /// <param name="calendar">The school's academic years.</param>
    /// <param name="today">Today at the school.</param>
    public static NomineeFields Read(FormReader sent, IReadOnlyDictionary<string, Id<MobilityForm>> forms, int year, AcademicCalendar calendar, DateOnly today)
    {
        var name = ReadName(sent);
        var email = sent.Email("email", required: true);
        if (sent.Raw("level").Length == 0) sent.Refuse("level", "form.required");
        var level = sent.Choice("level", StudyLevel.Doctoral);
        var field = sent.Text("field", 4);
        if (field.Length is 1 || !field.All(char.IsAsciiDigit)) sent.Refuse("field", "calls.wrong.field");
        var form = sent.Text("form", MobilityForm.LongestCode, required: true);
        if (form.Length > 0 && !forms.ContainsKey(form)) sent.Refuse("form", "form.choice");
        var (from, until) = (sent.Date("from", required: true), sent.Date("until", required: true));
        if (from < today) sent.Refuse("from", "incoming.wrong.past");
        else if (from is { } first && calendar.Of(first) != year) sent.Refuse("from", "incoming.wrong.year", calendar.Name(year));
        if (until <= from) sent.Refuse("until", "stays.wrong.until");
        else if (until > from?.AddYears(LongestYears)) sent.Refuse("until", "stays.wrong.long", LongestYears);
        return new(name, email, level, field, forms.TryGetValue(form, out var id) ? id : null, from, until, sent.Text("note", IncomingStudent.LongestNote), sent.Text("signed", 160, required: true));
    }

    /// <summary>The name in Latin letters and in its own script.</summary>
    public static PersonNameParts ReadName(FormReader sent)
    {
        var (family, given) = (sent.Text("family", IncomingStudent.LongestName, required: true), sent.Text("given", IncomingStudent.LongestName, required: true));
        var native = sent.Text("native", IncomingStudent.LongestName);
        foreach (var (field, typed) in new[] { ("family", family), ("given", given) })
            if (PersonNames.IsHan(typed)) sent.Refuse(field, "incoming.wrong.latin");
        return new(family, given, native.Length > 0 && PersonNames.IsHan(native), native.Length > 0 ? native : null);
    }

    public IncomingStudent Nominate(IncomingInvitation invitation, Instant now) => new()
    {
        InvitationId = invitation.Id,
        OrganisationId = invitation.OrganisationId,
        AcademicYear = invitation.AcademicYear,
        Family = Name.Family,
        Given = Name.Given,
        Native = Name.Native ?? "",
        Email = Email,
        Language = invitation.Language,
        Level = Level,
        Field = Field,
        FormId = Form!.Value,
        From = From!.Value,
        Until = Until!.Value,
        Note = Note,
        NominatedBy = Signed,
        NominatedAt = now,
        UnitId = invitation.UnitId,
        AgreementId = default,
        Line = "",
    };
}
