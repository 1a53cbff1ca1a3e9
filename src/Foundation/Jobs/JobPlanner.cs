using Cronos;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Foundation.Jobs;

/// <summary>When work that comes back is due next.</summary>
[NotLogged]
internal sealed class RecurringDue
{
    public required string Kind { get; init; }

    public required string Cron { get; set; }

    public Instant DueAt { get; set; }
}

internal sealed class RecurringDueMap : IEntityTypeConfiguration<RecurringDue>
{
    public void Configure(EntityTypeBuilder<RecurringDue> builder)
    {
        builder.HasKey(r => r.Kind);
        builder.Property(r => r.Kind).HasMaxLength(80);
        builder.Property(r => r.Cron).HasMaxLength(80);
    }
}

/// <summary>Turns what became due into jobs: one job an occurrence, whatever the number of nodes.</summary>
internal sealed class JobPlanner(IServiceScopeFactory scopes, JobCatalog catalog, SchoolClock clock)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(clock.Zone.Id);

    public async Task PlanAsync(CancellationToken cancellation)
    {
        if (catalog.Recurring.Count == 0) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.Now;
        var known = await db.Set<RecurringDue>().AsNoTracking().ToDictionaryAsync(r => r.Kind, StringComparer.Ordinal, cancellation);
        foreach (var job in catalog.Recurring)
        {
            if (!known.TryGetValue(job.Kind, out var due)) await BeginAsync(db, job, now, cancellation);
            else if (due.Cron != job.Cron) await MoveAsync(db, due, job.Cron, Next(job.Cron, now), cancellation);
            else if (due.DueAt <= now) await RaiseAsync(db, job, due, now, cancellation);
        }
    }

    private async Task BeginAsync(AppDbContext db, RecurringJob job, Instant now, CancellationToken cancellation) =>
        await db.Database.ExecuteSqlRawAsync(
            """INSERT INTO foundation_recurring_due ("Kind", "Cron", "DueAt") VALUES ({0}, {1}, {2}) ON CONFLICT ("Kind") DO NOTHING""",
            [job.Kind, job.Cron, Moments.Stored(db, Next(job.Cron, now))],
            cancellation);

    /// <summary>The job and the next due moment are written together; the loser of a race finds the moment moved and the key taken.</summary>
    private async Task RaiseAsync(AppDbContext db, RecurringJob job, RecurringDue due, Instant now, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await MoveAsync(db, due, job.Cron, Next(job.Cron, now), cancellation)) return;
        var row = new Job
        {
            Id = Guid.CreateVersion7(),
            Kind = job.Kind,
            Key = NodaTime.Text.InstantPattern.General.Format(due.DueAt),
            Payload = job.Payload,
            EnqueuedAt = now,
            RunAfter = due.DueAt,
        };
        await Outbox.InsertAsync(db, row, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<bool> MoveAsync(AppDbContext db, RecurringDue due, string cron, Instant next, CancellationToken cancellation) =>
        await db.Set<RecurringDue>().Where(r => r.Kind == due.Kind && r.DueAt == due.DueAt && r.Cron == due.Cron)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.DueAt, next).SetProperty(r => r.Cron, cron), cancellation) == 1;

    private Instant Next(string cron, Instant after) =>
        CronExpression.Parse(cron).GetNextOccurrence(after.ToDateTimeUtc(), zone) is { } next
            ? Instant.FromDateTimeUtc(next)
            : Instant.MaxValue - Duration.FromDays(3650);
}
