using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Data;

/// <summary>A moment as a parameter of hand-written SQL.</summary>
internal static class Moments
{
    public static object Stored(AppDbContext db, Instant moment) =>
        db.Database.IsSqlite() ? moment.ToUnixTimeTicks() : moment;
}
