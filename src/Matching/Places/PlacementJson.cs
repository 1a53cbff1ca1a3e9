using System.Text.Json;

namespace Entente.Matching.Places;

/// <summary>The canonical form of an outcome: what a result file holds and its digest is taken of.</summary>
internal static class PlacementJson
{
    public static byte[] Of(Placement placement) => CanonicalJson.Written(json =>
    {
        json.WriteStartObject();
        json.WriteString("format", "entente.placement.1");
        json.WriteString("mechanism", Name(placement.Mechanism.ToString()));
        json.WriteString("seed", placement.Seed);
        json.WriteNumber("steps", placement.Steps);
        json.WriteString("build", placement.Build);
        json.WriteString("input", placement.Input);
        if (placement.IsRepaired) json.WriteBoolean("repaired", value: true);
        if (placement.Refusal is { } refusal) Refused(json, refusal);
        if (placement.Optimum is { } optimum) Optimum(json, optimum);
        if (placement.Order.Count > 0) CanonicalJson.Texts(json, "order", placement.Order);
        CanonicalJson.Array(json, "assignments", placement.Assignments, (w, a) =>
        {
            w.WriteString("student", a.Student);
            if (a.Place is null) return;
            w.WriteString("place", a.Place);
            w.WriteNumber("position", a.Position!.Value);
        });
        json.WriteEndObject();
    });

    /// <summary>The name of an enumeration's value as files write it: serialDictatorship.</summary>
    public static string Name(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static void Optimum(Utf8JsonWriter json, OptimumReport optimum)
    {
        json.WriteStartObject("optimum");
        json.WriteNumber("placed", optimum.Placed);
        json.WriteNumber("positions", optimum.Positions);
        json.WriteBoolean("proven", optimum.IsProven);
        json.WriteEndObject();
    }

    private static void Refused(Utf8JsonWriter json, Refusal refusal)
    {
        json.WriteStartObject("refusal");
        json.WriteString("kind", Name(refusal.Kind.ToString()));
        json.WriteString("subject", refusal.Subject);
        if (refusal.Other is { } other) json.WriteString("other", other);
        json.WriteEndObject();
    }
}
