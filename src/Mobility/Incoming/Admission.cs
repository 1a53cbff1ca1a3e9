using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Documents;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Incoming;

/// <summary>
/// Admits a student in one transaction: the person, the stay with its place, plan and contact, the letter with its number, and the mails to student and partner.
/// Whatever stands against one of them, nothing of it is kept.
/// </summary>
internal sealed class Admission(
    AppDbContext db, IPersons persons, Stays.Stays stays, StayForms forms, IncomingPlaces places, IncomingLetters letters, DocumentTemplates templates, DocumentIssuing issuing, Viewer viewer, TextCatalog texts)
{
    /// <summary>The gate; packs say what is asked there.</summary>
    public const string Gate = "mobility.admit";

    private const string Source = "nomination";

    /// <summary>Admits; saves. The student carries the agreement, line, unit and supervisor chosen.</summary>
    /// <param name="student">The student, past the gate.</param>
    /// <param name="same">The person the student is already; none: a new one.</param>
    /// <param name="letter">The template a letter is issued by; empty: none now.</param>
    /// <param name="sent">Where it is noted what stands against it.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Whether it was done.</returns>
    public async Task<bool> TakeAsync(IncomingStudent student, PersonId? same, string letter, FormReader sent, CancellationToken cancellation)
    {
        var (id, of) = (student.Id, student.InvitationId);
        var said = await db.Set<IncomingApplication>().AsNoTracking().SingleAsync(a => a.StudentId == id, cancellation);
        var plan = StudyPlanContent.FromJson(said.Plan);
        if (same is { } known)
        {
            await forms.CheckAsync(new(known, "", student.OrganisationId, PlaceDirection.In, "", student.Level, student.From, student.Until, LocalizedText.Empty, null, student.SupervisorId), known, null, sent, cancellation);
            if (!sent.IsValid) return false;
        }

        await using var whole = await db.Database.BeginTransactionAsync(cancellation);
        var person = same ?? persons.Add(new(new(student.Family, student.Given, student.Native.Length > 0, student.Native.Length > 0 ? student.Native : null), student.Email, student.OrganisationId, null, Source));
        await db.SaveChangesAsync(cancellation);
        var stay = await stays.PlanAsync(
            new(person, student.OrganisationId, PlaceDirection.In, student.FormId, student.AcademicYear, student.From, student.Until, student.UnitId, Source)
            {
                Agreement = student.AgreementId,
                Line = student.Line,
                Level = student.Level,
                Topic = Topic(plan.Research),
                HostSupervisor = student.SupervisorId,
            },
            cancellation);
        if (await places.TakeAsync(student, stay, cancellation) is { } full)
        {
            sent.Refuse("place", "incoming.wrong.place", full);
            return false;
        }

        var wished = new StudyPlan { StayId = stay.Id, Number = 1, Content = said.Plan, RecordedAt = said.SavedAt };
        wished.AgreeAsStudent(said.SavedAt);
        db.Add(wished);
        db.Add(new StayContact { StayId = stay.Id, EmergencyName = said.EmergencyName, EmergencyPhone = said.EmergencyPhone, EnteredAt = said.SavedAt });
        student.Admit(stay, viewer.Me(), db.Write.Now);
        await letters.AdmittedAsync(student, await db.Set<IncomingInvitation>().VisibleTo(Viewer.System).SingleAsync(i => i.Id == of, cancellation), viewer, cancellation);
        await db.SaveChangesAsync(cancellation);
        if (letter.Length > 0) await IssueAsync(stay, letter, student.Language, sent, cancellation);
        if (!sent.IsValid) return false;
        await whole.CommitAsync(cancellation);
        return true;
    }

    private async Task IssueAsync(Stay stay, string letter, string tag, FormReader sent, CancellationToken cancellation)
    {
        var template = await templates.Lines().SingleAsync(t => t.Id == Foundation.Ids.Id<TemplateTag>.Parse(letter, null), cancellation);
        var subject = await templates.OfKind(Stay.RecordKind)!.OfAsync(stay.Id.Value, viewer, cancellation);
        if (subject is null || await templates.TextAsync(template.Id, null, cancellation) is not { } text)
        {
            sent.Refuse("letter", "form.choice");
            return;
        }

        var language = Language.Of(tag) is { } own && text.Has(own) ? own : Language.All.First(text.Has);
        var (issued, draft) = await issuing.IssueAsync(new(template, text, subject, stay.UnitId.Value, language), viewer, cancellation);
        if (issued is null) sent.Refuse("letter", "incoming.wrong.letter", string.Join(" ", draft.Findings.Select(f => texts[f.TextKey, [.. f.Args]])));
    }

    // The first line of what is to be researched names it.
    private static LocalizedText Topic(string research)
    {
        var line = research.Split('\n')[0].Trim();
        if (line.Length > Stay.LongestTopic) line = line[..Stay.LongestTopic];
        return line.Length == 0 ? LocalizedText.Empty : PersonNames.IsHan(line) ? new("", line) : new(line, "");
    }
}
