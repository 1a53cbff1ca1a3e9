using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Foundation.Web;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;

namespace Entente.Mobility.Reviews;

/// <summary>What the meeting's page shows: every application with what its reviews come to.</summary>
public sealed record MeetingModel(CallModel Call, RubricView Rubric, IReadOnlyList<MeetingRow> Rows, string Sort)
{
    public static IReadOnlyList<string> Orders { get; } = ["rank", "raw", "apart", "name"];

    public FormReader Sent { get; init; } = FormReader.Empty;

    public string Address => Call.Address + "/meeting";

    /// <summary>How many have a rank proposed.</summary>
    public int Ranked => Rows.Count(r => r.Rank is not null);

    /// <summary>How many ranks are shared.</summary>
    public int Ties => Rows.Where(r => r.Rank is not null).GroupBy(r => r.Rank).Count(g => g.Count() > 1);

    /// <summary>Reviews that are still to come.</summary>
    public int Open => Rows.Sum(r => r.Of.Reviews.Count(v => v.State == ReviewState.Asked));

    /// <summary>Whether the applications carry exactly these ranks.</summary>
    public bool IsTakenOver => Rubric.IsRanked && Rows.All(r => r.Of.Rank == r.Rank);

    /// <summary>Names the proposal, so that taking it over takes over what was seen.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Rows.OrderBy(r => r.Of.Key)
        .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Of.Key:N} {r.Rank} {r.Raw} {r.Scaled}"))))));

    internal static MeetingModel Of(CallReviewsModel reviews, string? sort)
    {
        var criteria = reviews.Rubric!.Criteria;
        var scores = (from row in reviews.Rows
                      from review in row.Reviews
                      where review.State == ReviewState.Sent
                      select new RawScore(review.Reviewer, row.Key, Scales.Raw(criteria.Select(c => (c.Weight, c.Points, review.Points.GetValueOrDefault(c.Key)))))).ToList();
        var standings = Ranking.Standings(scores);
        var ranks = Ranking.Ranks(standings);
        var rows = reviews.Rows.Select(r => standings.TryGetValue(r.Key, out var standing)
            ? new MeetingRow(r, ranks[r.Key], standing.Raw, standing.Scaled, standing.Apart, [.. standing.Scores.Select(s => Line(r, s))])
            : new MeetingRow(r, null, null, null, null, []));
        var order = Orders.Contains(sort, StringComparer.Ordinal) ? sort! : "rank";
        return new(reviews.Call, reviews.Rubric, [.. order switch
        {
            "raw" => rows.OrderByDescending(r => r.Raw),
            "apart" => rows.OrderByDescending(r => r.Apart),
            "name" => rows.OrderBy(r => r.Of.Name.ToString(), StringComparer.CurrentCulture),
            _ => rows.OrderBy(r => r.Rank ?? int.MaxValue),
        }], order);
    }

    private static MeetingLine Line(ReviewedRow row, ScaledScore score)
    {
        var review = row.Reviews.First(v => v.Reviewer == score.Of.Reviewer && v.State == ReviewState.Sent);
        return new(review, score.Of.Raw, score.Mean, score.Spread, score.Count, score.IsPooled, score.Value);
    }
}

/// <summary>One application before the meeting.</summary>
/// <param name="Of">The application with its reviews and conflicts.</param>
/// <param name="Rank">The rank proposed; none: no review came in.</param>
/// <param name="Raw">The mean of the weighted points, hundredths of 100.</param>
/// <param name="Scaled">The mean on the common scale, hundredths.</param>
/// <param name="Apart">How far the reviewers lie apart, hundredths.</param>
/// <param name="Lines">How each review got from one to the other.</param>
public sealed record MeetingRow(ReviewedRow Of, int? Rank, int? Raw, int? Scaled, int? Apart, IReadOnlyList<MeetingLine> Lines);

/// <summary>One review before the meeting, with the scale it was measured by.</summary>
public sealed record MeetingLine(ReviewLine Review, double Raw, double Mean, double Spread, int Count, bool IsPooled, double Scaled);
