namespace Entente.Partners.Imports;

/// <summary>Finds rows of one file that say different things of one partner; both are refused, since nobody knows which is right.</summary>
internal static class Contradictions
{
    public static void Find(IReadOnlyList<PartnerLine> rows)
    {
        foreach (var group in rows.GroupBy(NameKey, StringComparer.Ordinal).Where(g => g.Key.Length > 0))
            Compare([.. group], PartnerFields.Country, r => r.Country, "import.partners.two-countries");
        foreach (var group in rows.Where(r => r.Organisation.IsKnown).GroupBy(r => r.OrganisationKey, StringComparer.Ordinal))
        {
            Compare([.. group], PartnerFields.Featured, r => r.Line.WholeNumber(PartnerFields.Featured)?.ToString(System.Globalization.CultureInfo.InvariantCulture), "import.partners.two-places");
            if (group.First().Organisation.Card is { } card)
                foreach (var row in group.Where(r => r.Country is not null && r.Country != card.Country))
                    row.Line.Refuse(PartnerFields.Country, "import.partners.other-country", row.Country, card.Country, card.Name);
        }
    }

    /// <summary>Rows that plainly mean one partner, also before it is known which: the same identifier, else the same name.</summary>
    private static string NameKey(PartnerLine row) => row.Organisation.Card is { } card ? card.Id.ToString()
        : row.Named.Ror ?? (row.NameEn.Length > 0 ? row.NameEn : row.NameZh).Trim().ToUpperInvariant();

    private static void Compare(IReadOnlyList<PartnerLine> rows, string field, Func<PartnerLine, string?> value, string textKey)
    {
        var said = rows.Where(r => value(r) is not null).ToList();
        var first = said.FirstOrDefault();
        var other = said.Find(r => value(r) != value(first!));
        if (first is null || other is null) return;
        foreach (var row in said)
        {
            var against = value(row) == value(first) ? other : first;
            row.Line.Refuse(field, textKey, value(row), value(against), against.Line.Number);
        }
    }
}
