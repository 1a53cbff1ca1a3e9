using Entente.Foundation.Events;
using Entente.Foundation.Jobs;
using Entente.Foundation.Keys;
using Entente.Foundation.Log;
using Entente.Foundation.Rooms;
using Entente.Foundation.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Data;

/// <summary>
/// The one database of the house. Rooms map their entities with <see cref="IEntityTypeConfiguration{T}"/>; they are discovered.
/// One <see cref="SaveChangesAsync(bool, CancellationToken)"/> is one transaction: what was told is heard, versions rise, the log and the search are written.
/// </summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options, RoomCatalog rooms, WriteContext write) : DbContext(options)
{
    /// <summary>Who writes, what for, and when.</summary>
    public WriteContext Write { get; } = write;

    /// <summary>The ring that encrypted fields are written under.</summary>
    internal FieldKeys Keys { get; } = write.Services.GetRequiredService<FieldKeys>();

    /// <summary>Marks the rows of the log as they are written.</summary>
    internal LogMac LogMac { get; } = write.Services.GetRequiredService<LogMac>();

    private bool NoViewerNamed => throw new NoViewerException("This query names no viewer; go through the room's VisibleTo(viewer).");

    /// <summary>Tells the other rooms what happened; they hear it before this transaction commits.</summary>
    /// <param name="happened">A record of Contracts.</param>
    public void Tell(object happened) => Write.Told.Enqueue(happened);

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await Hearing.HearAllAsync(this, cancellationToken);
        RaiseVersions();
        if (Write.IsLarge) return await SaveLargeAsync(acceptAllChangesOnSuccess, cancellationToken);
        var touched = SearchUpkeep.TouchedBy(this);
        await using var own = Database.CurrentTransaction is null && (Write.NeedsTransaction || touched.Count > 0)
            ? await Database.BeginTransactionAsync(cancellationToken)
            : null;
        await ChangeCapture.AppendAsync(this, cancellationToken);
        var written = await WriteAsync(acceptAllChangesOnSuccess, touched, cancellationToken);
        Write.Jobs.Clear();
        if (own is not null) await own.CommitAsync(cancellationToken);
        else if (written > 0 && Database.CurrentTransaction is null) Write.Saved();
        return written;
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Write with SaveChangesAsync; the synchronous way skips nothing but would block.");

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in Conventions.IdTypesOf(rooms.Rooms))
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id.GetGenericArguments()));
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter, LocalizedTextComparer>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        if (Database.IsSqlite()) Conventions.StoreMomentsAsTicks(configurationBuilder);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var room in rooms.Rooms.Where(Conventions.HasMaps)) modelBuilder.ApplyConfigurationsFromAssembly(room.Assembly);
        Conventions.NameTables(modelBuilder.Model, rooms.Rooms);
        Conventions.ReferToRecords(modelBuilder.Model);
        Conventions.GuardVersions(modelBuilder.Model);
        EncryptedFields.Encrypt(modelBuilder.Model, Keys);
        foreach (var scoped in modelBuilder.Model.GetEntityTypes().Select(e => e.ClrType).Where(typeof(IScoped).IsAssignableFrom).ToList())
            GuardMethod.MakeGenericMethod(scoped).Invoke(this, [modelBuilder]);
    }

    private static readonly System.Reflection.MethodInfo GuardMethod =
        typeof(AppDbContext).GetMethod(nameof(Guard), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;

    private void Guard<T>(ModelBuilder builder)
        where T : class => builder.Entity<T>().HasQueryFilter(Guarding.FilterOf(typeof(T)), _ => NoViewerNamed);

    private async Task<int> WriteAsync(bool acceptAllChangesOnSuccess, IReadOnlyList<SearchUpkeep.Touched> touched, CancellationToken cancellation)
    {
        try
        {
            var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellation);
            await SearchUpkeep.IndexAsync(this, touched, cancellation);
            written += await Outbox.WriteAsync(this, cancellation);
            if (Write.Completing is { } job) await job.WriteAsync(this, cancellation);
            return written;
        }
        catch
        {
            ChangeCapture.Undo(this);
            throw;
        }
    }

    /// <summary>The same in an order that holds the right to write as briefly as can be: everything is prepared before the transaction begins.</summary>
    private async Task<int> SaveLargeAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellation)
    {
        Write.IsLarge = false;
        SearchUpkeep.IndexLater(this, SearchUpkeep.TouchedBy(this));
        var log = await ChangeCapture.RowsAsync(this, cancellation);
        var large = LargeSave.Prepare(this, log);
        await using var own = await Database.BeginTransactionAsync(cancellation);
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        var written = await large.WriteAsync(cancellation) + await WriteAsync(acceptAllChangesOnSuccess, [], cancellation);
        Write.Jobs.Clear();
        await own.CommitAsync(cancellation);
        Write.Held = System.Diagnostics.Stopwatch.GetElapsedTime(begun);
        return written;
    }

    private void RaiseVersions()
    {
        ChangeTracker.DetectChanges();
        foreach (EntityEntry entry in ChangeTracker.Entries().Where(e => e is { Entity: IEntity, State: EntityState.Modified or EntityState.Added }))
        {
            var version = entry.Property(nameof(IEntity.Version));
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }
    }
}
