namespace Entente.Foundation.Tables.Xlsx;

/// <summary>Where a part's relations lead, inside the package only.</summary>
internal sealed record Relation(string Id, string Type, string Target)
{
    /// <summary>The relations of a part; of the package itself when <paramref name="part"/> is "".</summary>
    public static IReadOnlyList<Relation> Of(GuardedArchive archive, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        var relations = new List<Relation>();
        using var xml = PartXml.Open(archive, folder + "_rels/" + part[slash..] + ".rels");
        while (xml is not null && xml.Read())
        {
            if (xml.LocalName is "Relationship" && xml.GetAttribute("TargetMode") is not "External"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
            {
                relations.Add(new Relation(id, type[(type.LastIndexOf('/') + 1)..], Resolved(folder, target)));
            }
        }

        return relations;
    }

    private static string Resolved(string folder, string target)
    {
        if (target is ['/', ..])
        {
            return target[1..];
        }

        var path = new List<string>();
        foreach (var step in (folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step is ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}
