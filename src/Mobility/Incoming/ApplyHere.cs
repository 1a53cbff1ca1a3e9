using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Links;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Incoming;

/// <summary>
/// What a nominated student does by a link: confirms the name, says why, which courses or research, sends documents, keeps a draft, sends it in, withdraws; and
/// sees where it stands. A page to come back to: it is never used up.
/// </summary>
internal class ApplyHere(AppDbContext db, IncomingStudentReading reading, IncomingReading lines, IncomingLetters letters, IFileStore files, IGates gates, IHttpContextAccessor http) : ILinkPurpose
{
    public const string Purpose = "mobility.incoming-apply";

    public virtual string Kind => Purpose;

    public async Task<IResult> ShowAsync(LinkVisit visit, CancellationToken cancellation) =>
        await ModelAsync(visit, FormReader.Empty, cancellation) is { } model ? Page.Show<ApplyHerePage>(model) : Results.NotFound();

    public Task<IResult> DoneAsync(LinkVisit visit, CancellationToken cancellation) => ShowAsync(visit, cancellation);

    public async Task<IResult> AnswerAsync(LinkVisit visit, HttpRequest request, CancellationToken cancellation)
    {
        var sent = await FormReader.ReadAsync(request, cancellation);
        if (await ModelAsync(visit, sent, cancellation) is not { } model || await FindAsync(visit, cancellation) is not { } student) return Results.NotFound();
        var action = sent.Raw("do");
        var isDone = action switch
        {
            "withdraw" => await WithdrawAsync(student, sent, cancellation),
            "paper" => MayWrite(model, sent) && await KeepPaperAsync(student, sent, cancellation),
            "send" => MayWrite(model, sent) && await WriteAsync(student, model.Student.Partner, sent, isFinal: true, cancellation),
            _ => MayWrite(model, sent) && await WriteAsync(student, model.Student.Partner, sent, isFinal: false, cancellation),
        };
        if (!isDone)
        {
            db.ChangeTracker.Clear();
            return Page.Refuse<ApplyHerePage>(model);
        }

        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(visit.Address + (action is "paper" ? "?done=saved#documents" : action is "send" or "withdraw" ? "" : "?done=saved"));
    }

    /// <summary>What the student sent, and what the school issued about the stay.</summary>
    public async Task<FileCard?> FileAsync(LinkVisit visit, Id<FileCard> file, CancellationToken cancellation)
    {
        if (await ModelAsync(visit, FormReader.Empty, cancellation) is not { } model) return null;
        if (model.Student.Papers.Values.FirstOrDefault(p => p.Id == file) is { } own) return own;
        return model.Issued.Any(d => d.File == file) ? (await files.FindAsync([file], cancellation)).GetValueOrDefault(file) : null;
    }

    private static bool MayWrite(ApplyHereModel model, FormReader sent)
    {
        if (model.Student.Standing != IncomingStanding.Nominated) sent.Refuse("", "incoming.wrong.sent");
        else if (model.IsClosed) sent.Refuse("", "incoming.wrong.closed");
        return sent.IsValid;
    }

    private async Task<bool> WriteAsync(IncomingStudent student, OrganisationCard partner, FormReader sent, bool isFinal, CancellationToken cancellation)
    {
        var fields = ApplicationFields.Read(sent, isFinal);
        if (isFinal && await gates.PreviewAsync(IncomingStudentReading.QuestionOf(student, partner), cancellation) is var preview && preview.Verdicts.FirstOrDefault(v => v is { Check: "mobility.incoming-documents", Outcome: VerdictOutcome.Fail }) is { } missing)
            sent.Refuse("", "incoming.wrong.documents", missing.Sentence);
        if (!sent.IsValid) return false;
        var id = student.Id;
        var application = await db.Set<IncomingApplication>().SingleOrDefaultAsync(a => a.StudentId == id, cancellation);
        if (application is null) db.Add(application = new() { StudentId = id, Plan = StudyPlanContent.Empty.ToJson(), SavedAt = db.Write.Now });
        fields.Put(student, application, Language.Current.Tag, db.Write.Now);
        if (isFinal) student.Submit(db.Write.Now);
        return true;
    }

    private async Task<bool> KeepPaperAsync(IncomingStudent student, FormReader sent, CancellationToken cancellation)
    {
        if (!Enum.TryParse<IncomingPaperKind>(sent.Raw("kind"), out var kind) || !Enum.IsDefined(kind)) sent.Refuse("", "form.choice");
        var field = "file-" + kind;
        var file = sent.Files.GetFile("file");
        if (sent.IsValid && file is not { Length: > 0 }) sent.Refuse(field, "form.required");
        if (!sent.IsValid || await files.KeepAsync(file!, student.Ref(), Applications.ApplicationFiles.Rules, sent, field, cancellation) is not { } kept) return false;
        var id = student.Id;
        foreach (var earlier in await db.Set<IncomingPaper>().Where(p => p.StudentId == id && p.Kind == kind && p.WithdrawnAt == null).ToListAsync(cancellation)) earlier.WithdrawnAt = db.Write.Now;
        db.Add(new IncomingPaper { StudentId = id, Kind = kind, FileId = kept.Id, RecordedAt = db.Write.Now });
        return true;
    }

    private async Task<bool> WithdrawAsync(IncomingStudent student, FormReader sent, CancellationToken cancellation)
    {
        var reason = sent.Text("reason", IncomingStudent.LongestNote, required: true);
        if (!student.IsOpen) sent.Refuse("", "incoming.wrong.decided", student.Name);
        if (!sent.IsValid) return false;
        student.Withdraw(reason, db.Write.Now);
        var of = student.InvitationId;
        await letters.WithdrawnAsync(student, await db.Set<IncomingInvitation>().VisibleTo(Viewer.System).SingleAsync(i => i.Id == of, cancellation), cancellation);
        return true;
    }

    private async Task<IncomingStudent?> FindAsync(LinkVisit visit, CancellationToken cancellation)
    {
        var id = new Id<IncomingStudent>(visit.Subject.Key);
        return await db.Set<IncomingStudent>().VisibleTo(Viewer.System).SingleOrDefaultAsync(s => s.Id == id, cancellation);
    }

    private async Task<ApplyHereModel?> ModelAsync(LinkVisit visit, FormReader sent, CancellationToken cancellation)
    {
        if (await reading.OfAsync(visit.Subject.Key.ToString("N"), Viewer.System, cancellation) is not { } student) return null;
        var of = new Id<IncomingInvitation>(student.Invitation);
        var invitation = await db.Set<IncomingInvitation>().VisibleTo(Viewer.System).AsNoTracking().SingleAsync(i => i.Id == of, cancellation);
        return new(visit, student, sent)
        {
            Until = invitation.ApplyUntil,
            Zone = invitation.Zone,
            IsClosed = db.Write.Now > invitation.ApplyUntil,
            WasSaved = http.HttpContext!.Request.Query["done"] == "saved",
            Issued = student.StayKey is { } stay ? IncomingPaperLine.Of((await lines.IssuedAsync([stay], cancellation)).Select(d => d.Document)) : [],
        };
    }
}

/// <summary>The same page by the link that says the student is admitted.</summary>
internal sealed class AdmittedHere(AppDbContext db, IncomingStudentReading reading, IncomingReading lines, IncomingLetters letters, IFileStore files, IGates gates, IHttpContextAccessor http) : ApplyHere(db, reading, lines, letters, files, gates, http)
{
    public new const string Purpose = "mobility.incoming-admitted";

    public override string Kind => Purpose;
}

/// <summary>What the student's page shows.</summary>
public sealed record ApplyHereModel(LinkVisit Visit, IncomingStudentView Student, FormReader Sent)
{
    public required NodaTime.Instant Until { get; init; }

    public required string Zone { get; init; }

    /// <summary>Whether the deadline has passed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether something was saved just now.</summary>
    public bool WasSaved { get; init; }

    /// <summary>What the school issued about the stay.</summary>
    public IReadOnlyList<IncomingPaperLine> Issued { get; init; } = [];

    public bool MayWrite => Student.Standing == IncomingStanding.Nominated && !IsClosed;
}
