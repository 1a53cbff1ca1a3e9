using System.Reflection;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Rooms;
using Entente.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Architecture.Tests;

/// <summary>The house as the tests see it: rooms are discovered from the host, never listed.</summary>
internal static class House
{
    /// <summary>The product's folder, found upwards from where the tests run.</summary>
    public static string Folder { get; } = FolderAbove(AppContext.BaseDirectory);

    /// <summary>Every part the host is made of, the foundation and the kit included.</summary>
    public static IReadOnlyList<Room> Parts { get; } = Catalog();

    /// <summary>The rooms proper: they may not know each other.</summary>
    public static IReadOnlyList<Room> Rooms { get; } = [.. Parts.Where(r => r.Name is not ("foundation" or "ui"))];

    public static IEnumerable<string> SourceFiles(string folder) => System.IO.Directory
        .EnumerateFiles(Path.Combine(Folder, folder), "*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("node_modules", StringComparison.Ordinal));

    private static RoomCatalog CatalogOf(IServiceCollection services) => services.BuildServiceProvider().GetRequiredService<RoomCatalog>();

    private static IReadOnlyList<Room> Catalog()
    {
        var services = new ServiceCollection();
        Web.Host.AddRooms(services);
        return CatalogOf(services).Rooms;
    }

    private static string FolderAbove(string from) =>
        File.Exists(Path.Combine(from, "Entente.slnx")) ? from : FolderAbove(Path.GetDirectoryName(from.TrimEnd('/')) ?? throw new InvalidOperationException("The product's folder was not found."));
}
