using System.Security.Cryptography;
using System.Text;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Api;

/// <summary>A request that was answered under an <c>Idempotency-Key</c>, so that the same one sent again makes nothing twice.</summary>
[NotLogged]
internal sealed class ApiRequest
{
    public const int LongestKey = 100;

    public required Guid Id { get; init; }

    public required Guid Token { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of address and body.</summary>
    public required byte[] Digest { get; init; }

    public required Instant At { get; init; }

    /// <summary>The status answered; none while it runs.</summary>
    public int? Status { get; set; }

    public string? Location { get; set; }

    public string? Body { get; set; }
}

internal sealed class ApiRequestMap : IEntityTypeConfiguration<ApiRequest>
{
    public void Configure(EntityTypeBuilder<ApiRequest> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Key).HasMaxLength(ApiRequest.LongestKey);
        builder.Property(r => r.Digest).HasMaxLength(32);
        builder.Property(r => r.Location).HasMaxLength(200);
        builder.HasIndex(r => new { r.Token, r.Key }).IsUnique();
        builder.HasIndex(r => r.At);
    }
}

/// <summary>
/// Runs a request under its key: in one transaction with the note that it was answered, so that either both stand or neither. What was refused
/// is not noted and can be sent again, corrected.
/// </summary>
internal static class ApiRepetition
{
    public const string Header = "Idempotency-Key";

    public static async Task RunAsync(HttpContext context, ApiRun run, string key, byte[] body, AppDbContext db, Func<Task> answer)
    {
        if (key.Length > ApiRequest.LongestKey)
        {
            await new ApiProblem(StatusCodes.Status400BadRequest, "wrong-parameter", Header).ExecuteAsync(context);
            return;
        }

        var digest = SHA256.HashData([.. Encoding.UTF8.GetBytes(context.Request.Path + "\n"), .. body]);
        var token = run.Caller.Token;
        if (await db.Set<ApiRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Token == token && r.Key == key, context.RequestAborted) is { } before)
        {
            await AgainAsync(context, before, digest);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(context.RequestAborted);
        var taken = await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO foundation_api_request ("Id", "Token", "Key", "Digest", "At") VALUES ({0}, {1}, {2}, {3}, {4}) ON CONFLICT ("Token", "Key") DO NOTHING
            """,
            [Guid.CreateVersion7(), token, key, digest, Moments.Stored(db, db.Write.Now)], context.RequestAborted);
        if (taken == 0)
        {
            // The same request, at the same moment.
            await new ApiProblem(StatusCodes.Status409Conflict, "key-running").ExecuteAsync(context);
            return;
        }

        run.IsHeld = true;
        await answer();
        if (run.Done is not var (status, location, done)) return;
        var sent = Encoding.UTF8.GetString(done.Body);
        await db.Set<ApiRequest>().Where(r => r.Token == token && r.Key == key).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, status).SetProperty(r => r.Location, location).SetProperty(r => r.Body, sent), context.RequestAborted);
        await transaction.CommitAsync(context.RequestAborted);
        await done.SendAsync(context, status);
    }

    private static Task AgainAsync(HttpContext context, ApiRequest before, byte[] digest)
    {
        if (!before.Digest.AsSpan().SequenceEqual(digest)) return new ApiProblem(StatusCodes.Status422UnprocessableEntity, "key-reused").ExecuteAsync(context);
        if (before.Status is not { } status) return new ApiProblem(StatusCodes.Status409Conflict, "key-running").ExecuteAsync(context);
        context.Response.Headers.Location = before.Location;
        return new ApiAnswer(Encoding.UTF8.GetBytes(before.Body ?? ""), isWeak: false).SendAsync(context, status);
    }
}

/// <summary>Every night: forgets requests of more than a day ago.</summary>
internal sealed record ClearApiRequests : IJobPayload
{
    public static string Kind => "foundation.clear-api-requests";
}

internal sealed class ClearApiRequestsHandler : IJob<ClearApiRequests>
{
    public Task RunAsync(ClearApiRequests payload, JobRun run, CancellationToken cancellation)
    {
        var before = run.Now - Duration.FromDays(1);
        return run.Db.Set<ApiRequest>().Where(r => r.At < before).ExecuteDeleteAsync(cancellation);
    }
}
