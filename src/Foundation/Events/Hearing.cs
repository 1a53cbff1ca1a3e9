using Entente.Foundation.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Events;

/// <summary>Hears an event of another room, inside its transaction, and writes only its own tables.</summary>
/// <typeparam name="TEvent">The event record of Contracts.</typeparam>
public interface IHear<in TEvent>
{
    /// <summary>Acts on what happened; a thrown error undoes the whole transaction.</summary>
    Task HearAsync(TEvent happened, AppDbContext db, CancellationToken cancellation);
}

internal static class Hearing
{
    /// <summary>Lets everything told be heard, and what is told meanwhile too.</summary>
    public static async Task HearAllAsync(AppDbContext db, CancellationToken cancellation)
    {
        while (db.Write.Told.TryDequeue(out var happened))
        {
            var hear = (Task)Hear.MakeGenericMethod(happened.GetType()).Invoke(null, [happened, db, cancellation])!;
            await hear;
        }
    }

    private static readonly System.Reflection.MethodInfo Hear =
        typeof(Hearing).GetMethod(nameof(HearOneAsync), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;

    private static async Task HearOneAsync<TEvent>(TEvent happened, AppDbContext db, CancellationToken cancellation)
    {
        foreach (var hearer in db.Write.Services.GetServices<IHear<TEvent>>())
            await hearer.HearAsync(happened, db, cancellation);
    }
}
