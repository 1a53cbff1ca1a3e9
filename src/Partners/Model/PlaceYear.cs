using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Partners.Model;

/// <summary>
/// What is used of an agreement in one academic year, as the sum of its ledger: the row that two who take the last place at once both
/// change, so that its version lets only one of them save.
/// </summary>
[NotLogged]
internal sealed class PlaceYear : Entity<PlaceYear>
{
    public required AgreementId AgreementId { get; init; }

    public required int AcademicYear { get; init; }

    /// <summary>Places used from the school to the partners, in hundredths.</summary>
    public int Out { get; private set; }

    /// <summary>Places used from the partners to the school.</summary>
    public int In { get; private set; }

    /// <summary>How often places were taken or given back; rises with each, so that an exchange of equals is noticed too.</summary>
    public int Changes { get; private set; }

    /// <summary>Sums up the entries in use.</summary>
    public void Put(IEnumerable<PlaceEntry> used)
    {
        (Out, In) = (0, 0);
        foreach (var entry in used)
        {
            if (entry.Direction == PlaceDirection.Out) Out += entry.Hundredths;
            else In += entry.Hundredths;
        }

        Changes++;
    }
}

internal sealed class PlaceYearMap : IEntityTypeConfiguration<PlaceYear>
{
    public void Configure(EntityTypeBuilder<PlaceYear> builder) => builder.HasIndex(y => new { y.AgreementId, y.AcademicYear }).IsUnique();
}
