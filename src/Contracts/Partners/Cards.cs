using Entente.Contracts.Directory;
using Entente.Foundation.Data;

namespace Entente.Contracts.Partners;

/// <summary>What every room may know of an agreement.</summary>
public sealed class AgreementCard
{
    /// <summary>The key.</summary>
    public required AgreementId Id { get; init; }

    /// <summary>The agreement's title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The office's number.</summary>
    public required string Number { get; init; }

    /// <summary>Where it stands; <em>expiring</em> is not stored, see <see cref="LastDay"/>.</summary>
    public AgreementState State { get; init; }

    /// <summary>The unit that keeps it; decides who may see it.</summary>
    public UnitId Unit { get; init; }

    /// <summary>The first day in force; none while it is not agreed.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The last day in force as far as known today; none for an open-ended one.</summary>
    public DateOnly? LastDay { get; init; }
}

/// <summary>One line of places of an agreement.</summary>
/// <param name="Code">Unique in the agreement: <c>out-doctoral</c>.</param>
/// <param name="Direction">Who goes where.</param>
/// <param name="PerYear">Whole places in an academic year.</param>
/// <param name="Within">The line whose cap contains this one; such a line is a further cap, not additional places.</param>
/// <param name="Level">The level it is restricted to.</param>
/// <param name="Field">The broad field of ISCED-F 2013, two digits, it is restricted to.</param>
/// <param name="Unit">The unit it is restricted to.</param>
/// <param name="Partner">The partner it is restricted to, in agreements of several parties.</param>
/// <param name="AcademicYear">The one academic year (by the year it begins in) it holds for; none: every year in force.</param>
public sealed record PlaceCard(
    string Code, PlaceDirection Direction, int PerYear, string? Within, StudyLevel? Level, string? Field, UnitId? Unit, OrganisationId? Partner, int? AcademicYear);
