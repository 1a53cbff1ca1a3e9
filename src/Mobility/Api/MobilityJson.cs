using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using NodaTime;

namespace Entente.Mobility.Api;

/// <summary>A call, as the API gives it; hours are moments, beside the time zone they are meant in.</summary>
public sealed record CallJson : IApiItem
{
    internal CallJson(Call call)
    {
        (Id, Version, Title, Lead, State) = (call.Id.ToString(), call.Version, call.Title, call.Lead, ApiFields.WordOf(call.State.ToString()));
        (AcademicYear, OpensAt, ClosesAt, Zone, GraceMinutes, Unit) = (call.AcademicYear, call.OpensAt, call.ClosesAt, call.Zone, call.GraceMinutes, call.UnitId.ToString());
    }

    public string Id { get; }

    public int Version { get; }

    public LocalizedText Title { get; }

    public LocalizedText Lead { get; }

    public string State { get; }

    public int AcademicYear { get; }

    public Instant OpensAt { get; }

    public Instant ClosesAt { get; }

    public string Zone { get; }

    public int GraceMinutes { get; }

    public string Unit { get; }
}

/// <summary>An application that was sent, as the API gives it; grades are hundredths of a point of 100, levels of a language 1 (A1) to 6 (C2).</summary>
public sealed record ApplicationJson : IApiItem
{
    internal ApplicationJson(Application application)
    {
        (Id, Version, Call, Person, Unit) = (application.Id.ToString(), application.Version, application.CallId.ToString(), application.PersonId.ToString(), application.UnitId.ToString());
        (State, SubmittedAt, IsLate, Rank) = (ApiFields.WordOf(application.State.ToString()), application.SubmittedAt, application.IsLate, application.Rank);
        (Level, Field, Grade, Language, LanguageLevel) =
            (application.Level is { } level ? ApiFields.WordOf(level.ToString()) : null, application.Field, application.Grade, application.Language, application.LanguageLevel);
    }

    public string Id { get; }

    public int Version { get; }

    public string Call { get; }

    public string Person { get; }

    public string Unit { get; }

    public string State { get; }

    public Instant? SubmittedAt { get; }

    public bool IsLate { get; }

    public int? Rank { get; }

    public string? Level { get; }

    public string? Field { get; }

    public int? Grade { get; }

    public string? Language { get; }

    public int? LanguageLevel { get; }
}

/// <summary>A nomination, as the API gives it.</summary>
public sealed record NominationJson : IApiItem
{
    internal NominationJson(Nomination nomination)
    {
        (Id, Version, Call, Application, Person) = (nomination.Id.ToString(), nomination.Version, nomination.CallId.ToString(), nomination.ApplicationId.ToString(), nomination.PersonId.ToString());
        (Partner, State, From, Until) = (nomination.OrganisationId.ToString(), ApiFields.WordOf(nomination.State.ToString()), nomination.From, nomination.Until);
        (SentAt, AnsweredAt, Message, Stay) = (nomination.SentAt, nomination.AnsweredAt, nomination.Message, nomination.StayId?.ToString());
    }

    public string Id { get; }

    public int Version { get; }

    public string Call { get; }

    public string Application { get; }

    public string Person { get; }

    public string Partner { get; }

    public string State { get; }

    public DateOnly From { get; }

    public DateOnly Until { get; }

    public Instant SentAt { get; }

    public Instant? AnsweredAt { get; }

    public string? Message { get; }

    /// <summary>The stay that began with it.</summary>
    public string? Stay { get; }
}

/// <summary>A stay, as the API gives it.</summary>
public sealed record StayJson : IApiItem
{
    internal StayJson(Stay stay)
    {
        (Id, Version, Person, Partner, Direction) = (stay.Id.ToString(), stay.Version, stay.PersonId.ToString(), stay.OrganisationId.ToString(), ApiFields.WordOf(stay.Direction.ToString()));
        (Agreement, Line, AcademicYear, From, Until) = (stay.AgreementId?.ToString(), stay.Line, stay.AcademicYear, stay.From, stay.Until);
        (State, ArrivedOn, EndedOn, Topic, Unit) = (ApiFields.WordOf(stay.State.ToString()), stay.ArrivedOn, stay.EndedOn, stay.Topic, stay.UnitId.ToString());
    }

    public string Id { get; }

    public int Version { get; }

    public string Person { get; }

    public string Partner { get; }

    public string Direction { get; }

    public string? Agreement { get; }

    public string? Line { get; }

    public int AcademicYear { get; }

    public DateOnly From { get; }

    public DateOnly Until { get; }

    public string State { get; }

    public DateOnly? ArrivedOn { get; }

    public DateOnly? EndedOn { get; }

    public LocalizedText Topic { get; }

    public string Unit { get; }
}
