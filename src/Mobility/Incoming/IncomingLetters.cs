using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Mail;
using Entente.Foundation.Texts;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Incoming;

/// <summary>What partners and nominated students are told, by mail with a link of their own or without; written with the caller's save.</summary>
internal sealed class IncomingLetters(OutsideLinks links, IMailbox mailbox, IOrganisations organisations, IAccounts accounts, AcademicCalendar calendar, TextCatalog texts)
{
    /// <summary>Asks a partner to nominate.</summary>
    /// <returns>The secret of the link.</returns>
    public async Task<string> InviteAsync(IncomingInvitation invitation, Viewer viewer, CancellationToken cancellation) => await links.MakeAsync(
        PartnerLink(NominateHere.Purpose, invitation, texts.InEach("incoming.link.of", await PartnerAsync(invitation.OrganisationId, cancellation), calendar.Name(invitation.AcademicYear), CallWords.Moment(texts, invitation.ClosesAt, invitation.Zone))),
        viewer, cancellation);

    /// <summary>Asks a nominated student to apply, or to complete the application.</summary>
    public async Task<string> AskToApplyAsync(IncomingStudent student, IncomingInvitation invitation, CancellationToken cancellation) => await links.MakeAsync(
        StudentLink(ApplyHere.Purpose, student, texts.InEach("incoming.link.from", await PartnerAsync(student.OrganisationId, cancellation), calendar.Name(student.AcademicYear))), await SenderAsync(invitation, cancellation), cancellation);

    /// <summary>Tells student and partner that the student is admitted.</summary>
    public async Task AdmittedAsync(IncomingStudent student, IncomingInvitation invitation, Viewer viewer, CancellationToken cancellation)
    {
        await links.MakeAsync(StudentLink(AdmittedHere.Purpose, student, await TitleAsync(student, cancellation)), viewer, cancellation);
        await TellPartnerAsync(student, invitation, "incoming.mail.admitted", cancellation);
    }

    /// <summary>Tells both that the school cannot take the student.</summary>
    public async Task RefusedAsync(IncomingStudent student, IncomingInvitation invitation, CancellationToken cancellation)
    {
        await SendAsync(student.Email, student.Name, student.Language, "incoming.mail.refused.student", $"refused/{student.Id}/{student.Version}", student, cancellation);
        await TellPartnerAsync(student, invitation, "incoming.mail.refused", cancellation);
    }

    /// <summary>Tells the partner by a link that a transcript can be fetched.</summary>
    public async Task TranscriptOutAsync(IncomingStudent student, IncomingInvitation invitation, Viewer viewer, CancellationToken cancellation) =>
        await links.MakeAsync(PartnerLink(TranscriptHere.Purpose, invitation, await TitleAsync(student, cancellation)), viewer, cancellation);

    /// <summary>Tells the partner that a student would rather not come.</summary>
    public Task WithdrawnAsync(IncomingStudent student, IncomingInvitation invitation, CancellationToken cancellation) => TellPartnerAsync(student, invitation, "incoming.mail.withdrawn", cancellation);

    private Task TellPartnerAsync(IncomingStudent student, IncomingInvitation invitation, string key, CancellationToken cancellation) =>
        SendAsync(invitation.Email, new(invitation.Name, ""), invitation.Language, key, $"{key}/{student.Id}/{student.Version}", student, cancellation);

    private async Task SendAsync(string email, LocalizedText name, string tag, string key, string once, IncomingStudent student, CancellationToken cancellation)
    {
        var language = Language.Of(tag) ?? Language.English;
        string In(string of, params object?[] args) => string.Format(language.Culture, texts.In(language, of), args);
        var title = (await TitleAsync(student, cancellation)).In(language.Tag);
        var letter = new MailLetter(
            language, In("link.mail.greeting", name.In(language.Tag)), [In(key + ".body", title, student.Reason)], null, In("incoming.mail.foot"));
        await mailbox.SendAsync(new NewMail(MailTo.At(email, name.In(language.Tag)), In(key + ".subject", title), letter.Write(), language, "mobility.incoming/" + once), cancellation);
    }

    private NewOutsideLink PartnerLink(string purpose, IncomingInvitation to, LocalizedText title) => new(
        purpose, to.Ref(), "", title, to.UnitId.Value, to.ContactId?.Value, to.Name, to.Email, Language.Of(to.Language) ?? Language.English, OutsideLinks.MostDays);

    private static NewOutsideLink StudentLink(string purpose, IncomingStudent to, LocalizedText title)
    {
        var language = Language.Of(to.Language) ?? Language.English;
        return new(purpose, to.Ref(), "", title, to.UnitId.Value, null, to.Name.In(language.Tag), to.Email, language, OutsideLinks.MostDays);
    }

    // A nominated student is written to in the name of whoever asked the partner.
    private async Task<Viewer> SenderAsync(IncomingInvitation invitation, CancellationToken cancellation) =>
        invitation.AskedById is { } asked && await accounts.ViewerAsync(asked, cancellation) is { } sender ? sender : Viewer.System;

    private async Task<LocalizedText> TitleAsync(IncomingStudent student, CancellationToken cancellation) =>
        texts.InEach("incoming.link.of-student", student.Name, await PartnerAsync(student.OrganisationId, cancellation), calendar.Name(student.AcademicYear));

    private async Task<LocalizedText> PartnerAsync(OrganisationId partner, CancellationToken cancellation) =>
        await organisations.Cards(Viewer.System).Where(o => o.Id == partner).Select(o => o.Name).SingleAsync(cancellation);
}
