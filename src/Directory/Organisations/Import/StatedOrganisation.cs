using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Directory.Model;
using Entente.Foundation.Data;

namespace Entente.Directory.Organisations.Import;

/// <summary>What a file says of one organisation, checked.</summary>
internal sealed record StatedOrganisation
{
    /// <summary>Where it stands in the file: the row, or the number of the entry.</summary>
    public required int Row { get; init; }

    public required string Ror { get; init; }

    public OrganisationStatus Status { get; init; }

    public required IReadOnlyList<StatedName> Names { get; init; }

    public required string Country { get; init; }

    public required LocalizedText City { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public OrganisationTypes Types { get; init; }

    public string? Website { get; init; }

    public string Domains { get; init; } = "";

    public IReadOnlyList<string> Successors { get; init; } = [];

    public IReadOnlyList<string> Predecessors { get; init; } = [];

    public IReadOnlyList<string> Parents { get; init; } = [];

    public IReadOnlyList<string> Children { get; init; } = [];

    public string? Release { get; init; }

    /// <summary>The name to show: in English where there is one, and in Chinese.</summary>
    public LocalizedText ShownName
    {
        get
        {
            var shown = Names[0];
            var english = Names.FirstOrDefault(n => n.Language == "en" && n.Kind is OrganisationNameKind.Display or OrganisationNameKind.Label, shown);
            var chinese = Names.FirstOrDefault(n => n.Language.StartsWith("zh", StringComparison.Ordinal) && n.Kind != OrganisationNameKind.Acronym);
            return new LocalizedText(english.Text, chinese.Text ?? "");
        }
    }

    /// <summary>The relations it states, itself left out: an organisation cannot follow itself.</summary>
    public IEnumerable<StatedRelation> Relations =>
        Successors.Select(s => new StatedRelation(OrganisationRelationKind.Successor, Ror, s))
            .Concat(Predecessors.Select(p => new StatedRelation(OrganisationRelationKind.Successor, p, Ror)))
            .Concat(Parents.Select(p => new StatedRelation(OrganisationRelationKind.Parent, Ror, p)))
            .Concat(Children.Select(c => new StatedRelation(OrganisationRelationKind.Parent, c, Ror)))
            .Where(r => r.FromRor != r.ToRor);

    /// <summary>SHA-256 over everything said but the relations, which two rows may state and which are compared by themselves.</summary>
    public byte[] Digest()
    {
        var said = JsonSerializer.Serialize(new object?[]
        {
            Ror, Status.ToString(), Names.Select(n => $"{n.Kind}\u001f{n.Language}\u001f{n.Text}").Order(StringComparer.Ordinal), Country,
            City.Texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key + "\u001f" + t.Value), Latitude, Longitude, (int)Types, Website, Domains,
            Release,
        });
        return SHA256.HashData(Encoding.UTF8.GetBytes(said));
    }
}

/// <summary>A name as a file states it.</summary>
internal readonly record struct StatedName(string Text, string Language, OrganisationNameKind Kind);

/// <summary>A relation as a file states it, on either side.</summary>
internal readonly record struct StatedRelation(OrganisationRelationKind Kind, string FromRor, string ToRor);
