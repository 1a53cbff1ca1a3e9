using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Links;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>Reads the study plan of a stay with its versions.</summary>
internal sealed class PlanReading(AppDbContext db, StayReading reading, StayNames names, IAccounts accounts, Viewer viewer, SchoolClock clock, TextCatalog texts)
{
    public async Task<PlanModel?> OfAsync(string id, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { } stay) return null;
        var key = new Id<Stay>(stay.Key);
        var versions = await db.Set<StudyPlan>().ViewerNamed().AsNoTracking().Where(p => p.StayId == key).OrderByDescending(p => p.Number).ToListAsync(cancellation);
        var by = await accounts.OfAsync([.. versions.SelectMany(v => new[] { v.RecordedById, v.HomeAgreedById }).OfType<AccountId>().Distinct()], cancellation);
        string NameOf(AccountId? account) => account is { } known && by.TryGetValue(known, out var card) ? card.Name : "–";
        var latest = versions.FirstOrDefault();
        return new(stay, TitleOf(stay.Person, stay.Partner.Name))
        {
            Key = latest?.Id.Value,
            Number = latest?.Number ?? 0,
            Latest = latest?.Read(),
            Hash = latest is null ? null : Convert.ToHexStringLower(latest.Hash()),
            Student = Day(latest?.StudentAgreedAt) is { } own ? (stay.Person.ToString(), own) : null,
            Home = Day(latest?.HomeAgreedAt) is { } home ? (NameOf(latest!.HomeAgreedById), home) : null,
            Host = Day(latest?.HostAgreedAt) is { } host ? (latest!.HostAgreedName!, host) : null,
            IsHomeSupervisor = viewer.Person is { } me && (stay.Direction == PlaceDirection.In ? stay.HostSupervisorId : stay.HomeSupervisorId)?.Value == me,
            Versions = [.. versions.Select((v, i) => new PlanVersionLine(v.Number, clock.DateOf(v.RecordedAt), NameOf(v.RecordedById), v.IsAgreed, i + 1 < versions.Count ? PlanFields.Between(versions[i + 1].Read(), v.Read(), texts) : null))],
        };

        DateOnly? Day(NodaTime.Instant? at) => at is { } known ? clock.DateOf(known) : null;
    }

    public Task<StudyPlan?> LatestAsync(Guid stay, CancellationToken cancellation)
    {
        var key = new Id<Stay>(stay);
        return db.Set<StudyPlan>().ViewerNamed().Where(p => p.StayId == key).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The step of the journey is done once all three agreed to the latest version.</summary>
    public async Task TellAgreedAsync(Stay stay, StayDuties duties, CancellationToken cancellation)
    {
        if (await LatestAsync(stay.Id.Value, cancellation) is { IsAgreed: true } plan) await duties.DoneAsync(stay, StayDuties.Step, texts["plans.receipt", plan.Number], cancellation, "study-plan");
    }

    public async Task<LocalizedText> TitleOfAsync(Stay stay, CancellationToken cancellation)
    {
        var (person, partner) = await names.OfAsync(stay, cancellation);
        return TitleOf(person, partner);
    }

    private LocalizedText TitleOf(LocalizedText person, LocalizedText partner) => texts.InEach("plans.title", person, partner);
}

/// <summary>What the page of a plan shows.</summary>
public sealed record PlanModel(StayView Stay, LocalizedText Title)
{
    public Guid? Key { get; init; }

    /// <summary>The latest version; 0: none yet.</summary>
    public int Number { get; init; }

    public StudyPlanContent? Latest { get; init; }

    public string? Hash { get; init; }

    public (string Name, DateOnly On)? Student { get; init; }

    public (string Name, DateOnly On)? Home { get; init; }

    public (string Name, DateOnly On)? Host { get; init; }

    /// <summary>Whether it is a guest's: then the school is the host, and whoever supervises here agrees for it; the partner's supervisor is asked by a link.</summary>
    public bool IsGuest => Stay.Direction == PlaceDirection.In;

    /// <summary>Whether the viewer supervises for the school.</summary>
    public bool IsHomeSupervisor { get; init; }

    public IReadOnlyList<PlanVersionLine> Versions { get; init; } = [];

    /// <summary>The documents issued about the latest version, for those who may read the register.</summary>
    public IReadOnlyList<Foundation.Documents.DocumentLine> Issued { get; init; } = [];

    /// <summary>Where one is issued; none: the viewer may not, or not all three agreed.</summary>
    public string? IssueAddress { get; init; }

    public MadeLink? Made { get; init; }

    public FormReader Sent { get; init; } = FormReader.Empty;

    public string Path => Stay.Address + "/plan";

    public bool IsAgreed => Student is not null && Home is not null && Host is not null;

    public bool MayWrite => Stay.MayWrite && Stay.State is (StayState.Planned or StayState.UnderWay);

    /// <summary>Whether the viewer's own agreement is still missing.</summary>
    public bool MayAgree => Latest is not null && ((Stay.IsOwn && Student is null) || (IsHomeSupervisor && Home is null));

    public bool MayAsk => Latest is not null && Host is null && (Stay.MayWrite || IsHomeSupervisor);
}

/// <summary>A version of a plan, with what it changed.</summary>
public sealed record PlanVersionLine(int Number, DateOnly On, string By, bool IsAgreed, PlanChange? Change);
