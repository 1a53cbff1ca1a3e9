using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Events;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards.Tests;

/// <summary>A room as the shipped pack expects one: it tells about its records, makes the checks the pack asks for, and hears how a request ended.</summary>
internal sealed class TestRoom : IDecisionEvidence, IHear<ApprovalDecided>
{
    public static readonly RecordRef Agreement = new("test.agreement", new Guid("01900000-0000-7000-8000-000000000001"));

    public byte[] Content { get; set; } = [1, 2, 3];

    public byte[] Hash => System.Security.Cryptography.SHA256.HashData(Content);

    public UnitId Unit { get; set; }

    public List<(ApprovalState State, string? Reason)> Heard { get; } = [];

    public Dictionary<string, VerdictOutcome> Outcomes { get; } = new()
    {
        ["partners.documents-present"] = VerdictOutcome.Pass,
        ["partners.parties-not-ended"] = VerdictOutcome.Pass,
        ["partners.signatories-named"] = VerdictOutcome.Pass,
        ["partners.territory-named"] = VerdictOutcome.Pass,
        ["partners.term-within-limit"] = VerdictOutcome.Pass,
    };

    public string Kind => Agreement.Kind;

    public static void Add(IServiceCollection services, TestRoom room, params string[] without)
    {
        foreach (var check in services.Where(s => s.ServiceType == typeof(ICheck) && s.ImplementationType?.Assembly.GetName().Name == "Entente.Partners").ToList())
            services.Remove(check);
        services.AddSingleton<IDecisionEvidence>(room);
        services.AddSingleton<IHear<ApprovalDecided>>(room);
        foreach (var id in room.Outcomes.Keys.Except(without)) services.AddSingleton<ICheck>(new Check(id, room));
    }

    public Task<DecisionEvidence?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation) => Task.FromResult<DecisionEvidence?>(new(
        new("Exchange with Elm College", "与榆树学院的交换协议"), "/x", Unit, ["US"], Hash,
        [new("obligations.unit", new("Water Science", "水科学系"))], [new(new("Text of the agreement", "协议文本"), "/files/1")]));

    public Task HearAsync(ApprovalDecided happened, AppDbContext db, CancellationToken cancellation)
    {
        Heard.Add((happened.State, happened.Reason));
        return Task.CompletedTask;
    }

    private sealed class Check(string id, TestRoom room) : ICheck
    {
        public string Id => id;

        public Task<CheckResult> EvaluateAsync(GateQuestion question, CheckParameters parameters, CancellationToken cancellation)
        {
            var seen = new Dictionary<string, string> { ["subject"] = question.Subject.Key.ToString("N") };
            if (id == "partners.term-within-limit") seen["limit"] = parameters.Number("maximumYears").ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Task.FromResult(new CheckResult(room.Outcomes[id], new("So it is.", "如此。"), seen));
        }
    }
}
