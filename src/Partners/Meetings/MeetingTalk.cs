using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Meetings;

/// <summary>Keeps the note by which a meeting that was held counts as a talk with the partner.</summary>
internal sealed class MeetingTalk(AppDbContext db)
{
    /// <summary>Writes the note, or brings it up to date. The caller saves.</summary>
    public async Task TellAsync(Meeting meeting, CancellationToken cancellation)
    {
        var kind = meeting.Form == MeetingForm.Call ? NoteKind.Call : NoteKind.Meeting;
        if (await OfAsync(meeting, cancellation) is { } note)
        {
            (note.Kind, note.On, note.Text, note.AgreementId) = (kind, meeting.On, meeting.Subject, meeting.AgreementId);
            return;
        }

        db.Add(new Note
        {
            OrganisationId = meeting.OrganisationId,
            AgreementId = meeting.AgreementId,
            MeetingId = meeting.Id,
            Kind = kind,
            On = meeting.On,
            Text = meeting.Subject,
            AccountId = db.Write.Viewer.Account is { } account ? new AccountId(account) : meeting.AccountId,
            RecordedAt = db.Write.Now,
            UnitId = meeting.UnitId,
        });
    }

    /// <summary>Takes the note back with its meeting. The caller saves.</summary>
    public async Task TakeBackAsync(Meeting meeting, CancellationToken cancellation)
    {
        if (await OfAsync(meeting, cancellation) is { } note) note.WithdrawnAt = db.Write.Now;
    }

    private Task<Note?> OfAsync(Meeting meeting, CancellationToken cancellation) =>
        db.Set<Note>().VisibleTo(Viewer.System).SingleOrDefaultAsync(n => n.MeetingId == meeting.Id && n.WithdrawnAt == null, cancellation);
}

/// <summary>Finds a meeting to change, for those who may.</summary>
internal sealed class MeetingDoor(AppDbContext db, Viewer viewer)
{
    /// <summary>The meeting with all that belongs to it, where the viewer may change it.</summary>
    public async Task<Meeting?> FindAsync(string id, CancellationToken cancellation) =>
        Id<Meeting>.TryParse(id, null, out var key)
        && await db.Set<Meeting>().VisibleTo(viewer).Include(m => m.Participants).Include(m => m.Editions).Include(m => m.FollowUps).AsSplitQuery()
            .SingleOrDefaultAsync(m => m.Id == key, cancellation) is { } meeting
        && viewer.May(PartnersPermissions.Edit, meeting.UnitId.Value)
            ? meeting
            : null;
}
