using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Partners.Model;

namespace Entente.Partners.Demo;

/// <summary>How texts of the demonstration school were changed after they were signed.</summary>
internal static class DemoAmendments
{
    /// <summary>One amendment; signed so many days ago, or asked to be approved so many days ago.</summary>
    public sealed record Entry(
        string Agreement, int DaysAgo, bool IsSigned, string Author, LocalizedText Title, LocalizedText Reason, Func<AgreementContent, AgreementContent> Change);

    public static IReadOnlyList<Entry> All { get; } =
    [
        new(
            "uq-1", 260, true, "tang.yuan", new("Two doctoral places and joint supervision", "博士生名额增至两个并约定联合指导"),
            new("Both sides want doctoral students to be supervised together.", "双方希望博士生由两校导师共同指导。"),
            text => text with
            {
                Places = [.. text.Places.Select(p => p.Code == "out-doctoral" ? p with { PerYear = 2 } : p)],
                Clauses =
                [
                    .. text.Clauses,
                    new(new("Joint supervision", "联合指导"), new("A doctoral student who stays a year has a supervisor at each institution, named before departure.", "在外一年的博士生由两校各指定一名导师，出发前确定。")),
                ],
            }),
        new(
            "unsw-1", 4, false, "shen.ruolan", new("One more place in each direction", "双向各增加一个名额"),
            new("More students apply than there are places, on both sides.", "双方申请人数均多于名额。"),
            text => text with { Places = [.. text.Places.Select(p => p.Within is null ? p with { PerYear = p.PerYear + 1 } : p)] }),
    ];
}
