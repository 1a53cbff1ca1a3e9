using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Entente.Foundation.Rooms;

/// <summary>A room's assembly, named so that its maps, texts and routes are found.</summary>
/// <param name="Name">The room's name in lower case; the prefix of its tables, permissions and texts.</param>
/// <param name="Assembly">Where its entities, texts and pages are.</param>
public sealed record Room(string Name, Assembly Assembly);

/// <summary>The rooms this host is made of, in the order they were added.</summary>
public sealed class RoomCatalog(IEnumerable<Room> rooms)
{
    /// <summary>Every room once.</summary>
    public IReadOnlyList<Room> Rooms { get; } = [.. rooms.DistinctBy(r => r.Assembly)];
}

/// <summary>How a room announces itself.</summary>
public static class RoomRegistration
{
    /// <summary>Adds a room by a type of its assembly.</summary>
    public static IServiceCollection AddRoom<T>(this IServiceCollection services, string name)
    {
        services.TryAddSingleton<RoomCatalog>();
        services.AddSingleton(new Room(name, typeof(T).Assembly));
        return services;
    }
}
