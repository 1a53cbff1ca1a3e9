using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Mobility.Model;

/// <summary>A further academic year a stay reaches into because it was extended; in the ledger of places it stands for what the stay takes of that year.</summary>
internal sealed class StayYear : Entity<StayYear>, IScoped
{
    private const string RecordKind = "mobility.stay-year";

    public required Id<Stay> StayId { get; init; }

    /// <summary>By the year it begins in.</summary>
    public required int AcademicYear { get; init; }

    public RecordRef Ref() => new(RecordKind, Id.Value);

    /// <summary>
    /// What an extended stay takes beyond its first place: of each academic year after the first, by the days that were added in it.
    /// </summary>
    /// <param name="first">The academic year of the first place.</param>
    /// <param name="planned">The last day as first planned; up to it the first place holds.</param>
    /// <param name="until">The last day.</param>
    /// <param name="free">So many added days in a year take nothing.</param>
    /// <param name="semester">More added days than these take a whole year's place.</param>
    /// <param name="calendar">The academic years.</param>
    public static IEnumerable<(int Year, PlaceLength Length)> Of(int first, DateOnly planned, DateOnly until, int free, int semester, AcademicCalendar calendar)
    {
        for (var year = Math.Max(first + 1, calendar.Of(planned)); year <= calendar.Of(until); year++)
        {
            var begins = Math.Max(calendar.FirstDay(year).DayNumber, planned.DayNumber + 1);
            var days = Math.Min(until.DayNumber, calendar.LastDay(year).DayNumber) - begins + 1;
            if (days > free) yield return (year, days > semester ? PlaceLength.Year : PlaceLength.Semester);
        }
    }
}

internal sealed class StayYearMap : IEntityTypeConfiguration<StayYear>
{
    public void Configure(EntityTypeBuilder<StayYear> builder) => builder.HasIndex(y => new { y.StayId, y.AcademicYear }).IsUnique();
}
