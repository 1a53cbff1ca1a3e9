using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using NodaTime;

namespace Entente.Partners.Model;

/// <summary>A party of an agreement, for queries; the text holds its signatories.</summary>
internal sealed class AgreementParty : Entity<AgreementParty>
{
    public required AgreementId AgreementId { get; init; }

    /// <summary>The partner; none: the school's own university.</summary>
    public OrganisationId? OrganisationId { get; init; }

    public PartyRole Role { get; set; }

    public int Order { get; set; }
}

/// <summary>A unit covered by an agreement.</summary>
internal sealed class AgreementUnit : Entity<AgreementUnit>
{
    public required AgreementId AgreementId { get; init; }

    public required UnitId UnitId { get; init; }
}

/// <summary>A line of places, for queries; see <see cref="PlaceContent"/>.</summary>
internal sealed class PlaceLine : Entity<PlaceLine>
{
    public required AgreementId AgreementId { get; init; }

    public required string Code { get; init; }

    public PlaceDirection Direction { get; set; }

    public int PerYear { get; set; }

    public string? Within { get; set; }

    public StudyLevel? Level { get; set; }

    public string? Field { get; set; }

    public UnitId? UnitId { get; set; }

    public OrganisationId? PartnerId { get; set; }

    public int? AcademicYear { get; set; }
}

/// <summary>One step in the life of an agreement.</summary>
internal sealed class AgreementStep : Entity<AgreementStep>
{
    public AgreementStep(AgreementId agreementId, AgreementState to, StepBy by, string? reason)
        : this(agreementId)
    {
        To = to;
        On = by.On;
        RecordedAt = by.At;
        AccountId = by.Account;
        PersonId = by.Person;
        Reason = reason;
    }

    private AgreementStep(AgreementId agreementId) => AgreementId = agreementId;

    public AgreementId AgreementId { get; private init; }

    public AgreementState To { get; private init; }

    public DateOnly On { get; private init; }

    public Instant RecordedAt { get; private init; }

    public AccountId? AccountId { get; private init; }

    public PersonId? PersonId { get; private init; }

    public string? Reason { get; private init; }
}

/// <summary>Keeps the rows for queries equal to the text, touching only what differs.</summary>
internal static class Projection
{
    public static void Of(AgreementContent content, Agreement agreement)
    {
        var id = agreement.Id;
        agreement.Parties.RemoveAll(p => content.Parties.All(c => c.Organisation != p.OrganisationId));
        foreach (var (party, order) in content.Parties.Select((p, i) => (p, i)))
        {
            var row = agreement.Parties.Find(p => p.OrganisationId == party.Organisation);
            if (row is null) agreement.Parties.Add(row = new() { AgreementId = id, OrganisationId = party.Organisation });
            (row.Role, row.Order) = (party.Role, order);
        }

        agreement.Units.RemoveAll(u => !content.Units.Contains(u.UnitId));
        foreach (var unit in content.Units.Where(u => agreement.Units.TrueForAll(r => r.UnitId != u)))
            agreement.Units.Add(new() { AgreementId = id, UnitId = unit });

        agreement.Places.RemoveAll(p => content.Places.All(c => c.Code != p.Code));
        foreach (var place in content.Places)
        {
            var row = agreement.Places.Find(p => p.Code == place.Code);
            if (row is null) agreement.Places.Add(row = new() { AgreementId = id, Code = place.Code });
            (row.Direction, row.PerYear, row.Within, row.Level) = (place.Direction, place.PerYear, place.Within, place.Level);
            (row.Field, row.UnitId, row.PartnerId, row.AcademicYear) = (place.Field, place.Unit, place.Partner, place.AcademicYear);
        }
    }
}
