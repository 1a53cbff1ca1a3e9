using Entente.Contracts.Partners;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Partners.Model;

namespace Entente.Partners.Api;

/// <summary>An agreement as the API gives it; a draft is written in the same shape, without what follows from it.</summary>
public sealed record AgreementJson : IApiItem
{
    private readonly string kindKey;

    internal AgreementJson(Agreement agreement)
    {
        var text = agreement.Text;
        kindKey = agreement.KindId.ToString();
        (Id, Version, Number, Title, Kind) = (agreement.Id.ToString(), agreement.Version, agreement.Number, agreement.Title, "");
        (State, Unit, Predecessor, TextVersion) = (agreement.State, agreement.UnitId.ToString(), agreement.PredecessorId?.ToString(), agreement.TextVersion);
        (SignedOn, LastDay, EndedOn, NoticeOn) = (agreement.SignedOn, agreement.LastDay, agreement.EndedOn, agreement.NoticeOn);
        SchoolSignatories = [.. text.Parties.Where(p => p.Organisation is null).SelectMany(p => p.Signatories).Select(NameOf)];
        Parties = [.. text.Parties.Where(p => p.Organisation is not null).Select(p => new PartyJson(p.Organisation!.Value.ToString(), p.Role, [.. p.Signatories.Select(NameOf)]))];
        (Units, Territory, Languages) = ([.. text.Units.Select(u => u.ToString())], text.Territory, text.Languages);
        (Term, EffectiveOn, EndsOn, RenewalMonths, NoticeMonths) = (text.Term, text.EffectiveOn, text.EndsOn, text.RenewalMonths, text.NoticeMonths);
        Places = [.. text.Places.Select(p => new PlaceJson(p.Code, p.Direction, p.PerYear, p.Within, p.Level, p.Field, p.Unit?.ToString(), p.Partner?.ToString(), p.AcademicYear))];
        (YearWeight, SemesterWeight, Reciprocal, CarryOverYears) = (text.YearWeight, text.SemesterWeight, text.Reciprocal, text.CarryOverYears);
        Clauses = [.. text.Keyed().Clauses.Select(c => new ClauseJson(c.Code, c.Heading, c.Text))];
    }

    public string Id { get; }

    public int Version { get; }

    public string Number { get; }

    public LocalizedText Title { get; }

    /// <summary>The code of its kind.</summary>
    public string Kind { get; private init; }

    public AgreementState State { get; }

    /// <summary>The unit that keeps it.</summary>
    public string Unit { get; }

    public string? Predecessor { get; }

    public int TextVersion { get; }

    public DateOnly? SignedOn { get; }

    /// <summary>The last day in force as far as known.</summary>
    public DateOnly? LastDay { get; }

    public DateOnly? EndedOn { get; }

    public DateOnly? NoticeOn { get; }

    public IReadOnlyList<string> SchoolSignatories { get; }

    public IReadOnlyList<PartyJson> Parties { get; }

    public IReadOnlyList<string> Units { get; }

    public IReadOnlyList<string> Territory { get; }

    public IReadOnlyList<string> Languages { get; }

    public TermKind Term { get; }

    public DateOnly? EffectiveOn { get; }

    public DateOnly? EndsOn { get; }

    public int? RenewalMonths { get; }

    public int? NoticeMonths { get; }

    public IReadOnlyList<PlaceJson> Places { get; }

    public int YearWeight { get; }

    public int SemesterWeight { get; }

    public bool Reciprocal { get; }

    public int CarryOverYears { get; }

    public IReadOnlyList<ClauseJson> Clauses { get; }

    internal AgreementJson Of(IReadOnlyDictionary<string, string> kinds) => this with { Kind = kinds[kindKey] };

    private static string NameOf(SignatoryContent signatory) => signatory.Title.Length == 0 ? signatory.Name : $"{signatory.Name}, {signatory.Title}";
}

/// <summary>A partner that is a party.</summary>
public sealed record PartyJson(string Organisation, PartyRole Role, IReadOnlyList<string> Signatories);

/// <summary>A line of places.</summary>
public sealed record PlaceJson(string Code, PlaceDirection Direction, int PerYear, string? Within, StudyLevel? Level, string? Field, string? Unit, string? Partner, int? AcademicYear);

/// <summary>A clause.</summary>
public sealed record ClauseJson(string? Code, LocalizedText Heading, LocalizedText Text);
