using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Partners.Model;

namespace Entente.Partners.Imports;

/// <summary>What rows of agreements must not say: in themselves, against each other, and against the records.</summary>
internal static class AgreementRules
{
    /// <summary>Dates in their order, and a state that fits them.</summary>
    public static void OfOne(AgreementLine row, DateOnly today)
    {
        var line = row.Line;
        if (row.EffectiveOn is { } begin && row.EndsOn is { } end && end < begin) line.Refuse(AgreementColumns.EndsOn, "import.agreements.end-before-begin", end, begin);
        if (row.SignedOn is { } signed)
        {
            if (signed > today) line.Refuse(AgreementColumns.SignedOn, "import.agreements.signed-ahead", signed);
            if (row.EndsOn is { } last && last < signed) line.Refuse(AgreementColumns.EndsOn, "import.agreements.end-before-signed", last, signed);
            if (row.State < AgreementState.Signed) line.Refuse(AgreementColumns.State, "import.agreements.state-not-signed", new Foundation.Import.TextRef(Word(row.State!.Value)), signed);
            if (row.Stored is null && row.EffectiveOn is { } first && first < signed) line.Warn(AgreementColumns.EffectiveOn, "import.agreements.begins-before-signed", first, signed);
        }
        else if (row.Stored is null && row.State >= AgreementState.Signed)
        {
            line.Refuse(AgreementColumns.SignedOn, "import.agreements.signed-without-date", new Foundation.Import.TextRef(Word(row.State!.Value)));
        }
        else if (row.Stored is null && row.State is AgreementState.InReview or AgreementState.Approved or AgreementState.OutForSignature)
        {
            line.Tell(AgreementColumns.State, "import.agreements.becomes-draft", new Foundation.Import.TextRef(Word(row.State!.Value)));
        }

        if (row.State is AgreementState.Terminated or AgreementState.Superseded && row.Stored is null && row.EndsOn is null)
            line.Refuse(AgreementColumns.EndsOn, "import.agreements.ended-without-date");
        if (row.State is AgreementState.Terminated or AgreementState.Superseded && row.EndsOn >= today && row.Stored is null)
            line.Refuse(AgreementColumns.EndsOn, "import.agreements.ended-ahead", row.EndsOn);
        if (line.Flag(AgreementColumns.Reciprocal) == true && line.WholeNumber(AgreementColumns.PlacesOut) is null && line.WholeNumber(AgreementColumns.PlacesIn) is null && row.Stored is null)
            line.Tell(AgreementColumns.Reciprocal, "import.agreements.reciprocal-without-places");
    }

    /// <summary>One number twice: the same words are one row too many, different words a contradiction.</summary>
    public static void OfNumbers(IReadOnlyList<AgreementLine> rows)
    {
        foreach (var group in rows.Where(r => r.Number.Length > 0).GroupBy(r => r.Number, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            var first = group.First();
            foreach (var row in group)
            {
                var other = row == first ? group.ElementAt(1) : first;
                var field = Differing(row, other);
                if (field is not null) row.Line.Refuse(field, "import.agreements.contradicts", row.Number, other.Line.Number);
                else if (row != first) row.Line.Tell(AgreementColumns.Number, "import.agreements.repeated", row.Number, first.Line.Number);
            }
        }
    }

    /// <summary>What an agreement follows: known, another, and not in a circle.</summary>
    public static void OfSuccession(IReadOnlyList<AgreementLine> rows, AgreementWorld world)
    {
        var byNumber = rows.Where(r => r.Number.Length > 0).DistinctBy(r => r.Number, StringComparer.OrdinalIgnoreCase).ToDictionary(r => r.Number, StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(r => r.Follows.Length > 0))
        {
            if (!byNumber.ContainsKey(row.Follows) && !world.ByNumber.ContainsKey(row.Follows)) row.Line.Refuse(AgreementColumns.Follows, "import.agreements.follows-unknown", row.Follows);
            var visited = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { row.Number };
            for (var at = row.Follows; at.Length > 0; at = byNumber.GetValueOrDefault(at)?.Follows ?? "")
            {
                if (visited.Add(at)) continue;
                row.Line.Refuse(AgreementColumns.Follows, "import.agreements.follows-circle", row.Follows);
                break;
            }
        }
    }

    /// <summary>Agreements of one kind with one partner at one time: allowed, but worth a look.</summary>
    public static void OfOverlaps(IReadOnlyList<AgreementLine> rows, AgreementWorld world)
    {
        var held = new Dictionary<(OrganisationId, Id<AgreementKind>), List<Holding>>();
        foreach (var row in rows.Where(r => r is { Stored: null, Kind: not null, EffectiveOn: not null }))
        {
            var (from, last) = (row.EffectiveOn!.Value, row.Term is null or TermKind.Fixed || row.State > AgreementState.Active ? row.EndsOn : null);
            foreach (var partner in row.PartnerCards)
            {
                var key = (partner.Id, row.Kind!.Id);
                var inFile = held.TryGetValue(key, out var known) ? known : held[key] = [];
                var other = world.Holding[key].Concat(inFile).FirstOrDefault(h =>
                    h.Overlaps(from, last) && !Same(h.Number, row.Number) && !Same(h.Number, row.Follows) && !rows.Any(r => Same(r.Number, h.Number) && Same(r.Follows, row.Number)));
                if (other is not null) row.Line.Warn(AgreementColumns.Partners, "import.agreements.overlaps", other.Number, partner.Name);
                inFile.Add(new(row.Number, from, last));
            }
        }
    }

    /// <summary>Fewer places than are used in some year already.</summary>
    public static void OfPlaces(AgreementLine row, AgreementWorld world)
    {
        if (row.Stored is not { } stored) return;
        foreach (var (field, direction) in new[] { (AgreementColumns.PlacesOut, PlaceDirection.Out), (AgreementColumns.PlacesIn, PlaceDirection.In) })
        {
            if (row.Line.WholeNumber(field) is { } places && world.MostUsed.TryGetValue((stored.Id, direction), out var used) && used > places * 100)
                row.Line.Refuse(field, "import.agreements.places-below-use", places, (used / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    public static string Word(AgreementState state) => "agreements.state." + AgreementColumns.Word(state);

    private static string? Differing(AgreementLine one, AgreementLine other)
    {
        var (left, right) = (one.Signature.Split('\u001F'), other.Signature.Split('\u001F'));
        var at = Enumerable.Range(0, left.Length).Where(i => left[i] != right[i]).Select(i => (int?)i).FirstOrDefault();
        return at is { } field ? AgreementFields.All[field].Id : null;
    }

    private static bool Same(string one, string other) => one.Length > 0 && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
