using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Questions;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Lists;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Applications;

/// <summary>Reads an application with all that belongs to it: what the student sees, and what is missing.</summary>
internal sealed class ApplicationReading(AppDbContext db, IPersons persons, IUnits units, IFileStore files, FormBoard forms, AnswerBoard answers, SchoolClock clock)
{
    /// <summary>The student's own application to a call, to be changed; none: not begun.</summary>
    public async Task<Application?> OwnAsync(CallModel call, Viewer viewer, CancellationToken cancellation)
    {
        if (viewer.Account is not { } account) return null;
        var (key, own) = (new Id<Call>(call.Key), new AccountId(account));
        return await db.Set<Application>().VisibleTo(viewer).Include(a => a.Choices).SingleOrDefaultAsync(a => a.CallId == key && a.AccountId == own, cancellation);
    }

    /// <summary>What the student's page of a call shows.</summary>
    public async Task<MineModel> MineAsync(CallModel call, Viewer viewer, CancellationToken cancellation)
    {
        var application = await OwnAsync(call, viewer, cancellation);
        PersonId? person = viewer.Person is { } known ? new PersonId(known) : null;
        var all = await units.AllAsync(cancellation);
        var unit = application?.UnitId;
        if (unit is null && person is { } me && (await persons.UnitsAsync([me], clock.Today, cancellation)).TryGetValue(me, out var own)) unit = own;
        var form = await forms.OfAsync(new(Call.RecordKind, call.Key), Viewer.System, cancellation);
        return new(call, application is null ? null : await ViewAsync(application, call, cancellation), person is not null, [.. all.Select(u => new Choice(u.Id.ToString(), u.Name.ToString()))], unit?.ToString())
        {
            Questions = form is { Latest: > 0 } ? $"/forms/{form.Id}/answer" : null,
        };
    }

    /// <summary>An application as the office or its student sees it.</summary>
    public async Task<ApplicationView> ViewAsync(Application application, CallModel call, CancellationToken cancellation)
    {
        var id = application.Id;
        var papers = await db.Set<ApplicationPaper>().AsNoTracking().Where(p => p.ApplicationId == id && p.WithdrawnAt == null).ToListAsync(cancellation);
        var cards = await files.FindAsync([.. papers.Select(p => p.FileId)], cancellation);
        var recommendations = await db.Set<Recommendation>().AsNoTracking().Where(r => r.ApplicationId == id && r.WithdrawnAt == null).OrderBy(r => r.AskedAt).ToListAsync(cancellation);
        var student = application.PersonId;
        var name = await persons.Cards(Viewer.System).Where(p => p.Id == student).Select(p => p.Name).SingleAsync(cancellation);
        var unit = (await units.AllAsync(cancellation)).Single(u => u.Id == application.UnitId).Name;
        return new(application.Id.Value, application.Version, student, name, application.UnitId, unit, application.State, application.StartedAt)
        {
            Level = application.Level,
            Field = application.Field,
            Grade = application.Grade,
            Language = application.Language,
            LanguageLevel = application.LanguageLevel,
            SubmittedAt = application.SubmittedAt,
            IsLate = application.IsLate,
            Reason = application.Reason,
            Rank = application.Rank,
            Choices = [.. application.Choices.OrderBy(c => c.Order).Select(c => call.Places.Single(p => p.Key == c.PlaceId.Value))],
            Papers = papers.Where(p => cards.ContainsKey(p.FileId)).ToDictionary(p => p.DocumentId.Value, p => cards[p.FileId]),
            Recommendations = [.. recommendations.Select(r => new RecommendationLine(r.Id.Value, r.Name, r.Email, r.AskedAt, r.AnsweredAt, r.IsDeclined, r.Text))],
            HeldAt = application.HeldAt,
            Answers = await AnsweredAsync(application, call, cancellation),
        };
    }

    // Whoever sees the application sees what was answered with it.
    private async Task<AnswersShown?> AnsweredAsync(Application application, CallModel call, CancellationToken cancellation)
    {
        if (await forms.OfAsync(new(Call.RecordKind, call.Key), Viewer.System, cancellation) is not { Latest: > 0 } form) return null;
        var answer = await answers.OfAsync(form.Id, new(application.AccountId.Value, null, "", null), cancellation);
        return answer is { State: AnswerState.Submitted } && await forms.VersionAsync(form.Id, answer.Version, cancellation) is { } version ? new(version.Content, answer.Content) : null;
    }
}

/// <summary>What the student's page of a call shows.</summary>
/// <param name="Call">The call.</param>
/// <param name="Application">Theirs; none: not begun.</param>
/// <param name="IsPerson">Whether the account is known to be somebody; without it one cannot apply.</param>
/// <param name="Units">The units of the university.</param>
/// <param name="Unit">The unit they belong to as far as known.</param>
public sealed record MineModel(CallModel Call, ApplicationView? Application, bool IsPerson, IReadOnlyList<Choice> Units, string? Unit)
{
    /// <summary>Where the call's own questions are answered; none: it asks none.</summary>
    public string? Questions { get; init; }

    public bool AreAnswered => Application?.Answers is not null;

    public FormReader Sent { get; init; } = FormReader.Empty;

    /// <summary>What rules hold it, where it was handed in and held: what the checks say now, in sentences.</summary>
    public IReadOnlyList<LocalizedText> Against { get; init; } = [];

    /// <summary>The place that was given, where a result is published.</summary>
    public GivenView? Given { get; init; }

    public string Address => OpenCalls.Address + "/" + Call.Key.ToString("N");

    /// <summary>Whether it can be written or changed now.</summary>
    public bool CanWrite => IsPerson && Call.IsTaken && Application?.State is null or ApplicationState.Draft;

    /// <summary>What is missing before it can be submitted, each a sentence of the texts with its place on the page.</summary>
    public IReadOnlyList<MissingItem> Missing => Application is { } own ? Applications.Missing.Of(this, own) : [];
}

/// <summary>An application as pages show it.</summary>
public sealed record ApplicationView(Guid Key, int Token, PersonId Person, LocalizedText Name, UnitId UnitKey, LocalizedText Unit, ApplicationState State, Instant StartedAt)
{
    public StudyLevel? Level { get; init; }

    public string? Field { get; init; }

    public int? Grade { get; init; }

    public string? Language { get; init; }

    public int? LanguageLevel { get; init; }

    public Instant? SubmittedAt { get; init; }

    public bool IsLate { get; init; }

    public string? Reason { get; init; }

    public int? Rank { get; init; }

    /// <summary>The places named, in order of wish.</summary>
    public IReadOnlyList<PlaceRow> Choices { get; init; } = [];

    /// <summary>The files sent, by the document asked for.</summary>
    public IReadOnlyDictionary<Guid, FileCard> Papers { get; init; } = new Dictionary<Guid, FileCard>();

    public IReadOnlyList<RecommendationLine> Recommendations { get; init; } = [];

    /// <summary>When it was handed in but a rule held it; none: it was not.</summary>
    public Instant? HeldAt { get; init; }

    /// <summary>What was answered to the call's own questions; none: it asks none, or they are not answered.</summary>
    public AnswersShown? Answers { get; init; }
}

/// <summary>Answers with the questions as they were asked.</summary>
public sealed record AnswersShown(FormContent Content, AnswerContent Said);

/// <summary>A recommendation asked for.</summary>
public sealed record RecommendationLine(Guid Key, string Name, string Email, Instant AskedAt, Instant? AnsweredAt, bool IsDeclined, string? Text);

/// <summary>What a published result says to one student.</summary>
public sealed record GivenView(PlaceRow? Place, ResultState State, LocalizedText Why, Instant? AcceptBy, Guid Key)
{
    /// <summary>Why none of the earlier choices.</summary>
    public IReadOnlyList<LocalizedText> WhyNot { get; init; } = [];

    public bool CanAnswer => State == ResultState.Offered;
}
