using System.Reflection;
using Entente.Foundation.Data;
using Microsoft.AspNetCore.Components;

namespace Entente.Architecture.Tests;

/// <summary>How rooms may know each other, and what they look like from outside.</summary>
public sealed class RoomTests
{
    private static readonly string[] Forbidden = ["Manager", "Helper", "Helpers", "Utils", "Util", "Service", "Dto", "Repository"];

    [Fact]
    public void There_are_rooms() => Assert.Contains(House.Rooms, r => r.Name == "partners");

    [Fact]
    public void No_room_references_another()
    {
        var names = House.Rooms.Select(r => r.Assembly.GetName().Name!).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(House.Rooms.SelectMany(room => room.Assembly.GetReferencedAssemblies()
            .Where(r => names.Contains(r.Name!) && r.Name != room.Assembly.GetName().Name)
            .Select(r => $"{room.Name} references {r.Name}")));
    }

    [Fact]
    public void Foundation_and_contracts_know_no_room()
    {
        var names = House.Rooms.Select(r => r.Assembly.GetName().Name!).ToHashSet(StringComparer.Ordinal);
        var below = new[] { typeof(AppDbContext).Assembly, typeof(Contracts.Directory.OrganisationCard).Assembly, typeof(Ui.UiModule).Assembly };
        Assert.Empty(below.SelectMany(a => a.GetReferencedAssemblies().Where(r => names.Contains(r.Name!)).Select(r => $"{a.GetName().Name} references {r.Name}")));
    }

    [Fact]
    public void Entities_are_internal_and_closed() => Assert.Empty(House.Parts.SelectMany(r => r.Assembly.GetTypes())
        .Where(t => typeof(IEntity).IsAssignableFrom(t) && t is { IsClass: true, IsAbstract: false } && !t.IsGenericType)
        .Where(t => (t.IsPublic && House.Rooms.Any(r => r.Assembly == t.Assembly)) || !t.IsSealed)
        .Select(t => t.FullName));

    [Fact]
    public void A_room_shows_only_its_door_its_pages_and_what_they_show() => Assert.Empty(House.Rooms
        .SelectMany(room => room.Assembly.GetExportedTypes().Where(t => !IsSeenByPages(t) && t.Name != $"{Title(room.Name)}Module").Select(t => t.FullName))
        .Where(name => !name!.Contains(".Model.", StringComparison.Ordinal) || name.EndsWith("Service", StringComparison.Ordinal)));

    [Fact]
    public void Names_say_what_a_thing_is() => Assert.Empty(House.Parts.SelectMany(r => r.Assembly.GetTypes())
        .Where(t => t.Namespace?.StartsWith("Entente", StringComparison.Ordinal) == true && !t.IsNested)
        .Where(t => Forbidden.Any(word => t.Name.EndsWith(word, StringComparison.Ordinal)))
        .Select(t => t.FullName));

    [Fact]
    public void Files_stay_small() => Assert.Empty(House.SourceFiles("src")
        .Where(f => !f.Contains("/Migrations.", StringComparison.Ordinal))
        .Select(f => (File: Path.GetRelativePath(House.Folder, f), Lines: File.ReadLines(f).Count()))
        .Where(f => f.Lines > 400));

    [Fact]
    public void Every_room_says_what_it_owns() =>
        Assert.Empty(House.Rooms.Where(r => !File.Exists(Path.Combine(House.Folder, "src", Title(r.Name), "README.md"))).Select(r => r.Name));

    // Components, and what stands in their parameters: records, enumerations, and what those are made of.
    private static bool IsSeenByPages(Type type) => typeof(IComponent).IsAssignableFrom(type) || type.IsNested || type.IsEnum
        || type.GetMethod("<Clone>$") is not null || type.IsValueType || (type.IsAbstract && typeof(ComponentBase).IsAssignableFrom(type)) || type.Name.StartsWith('_') || type.IsInterface;

    private static string Title(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
