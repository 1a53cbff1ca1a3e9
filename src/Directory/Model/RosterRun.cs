using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>One reading of the university's roster and what became of it.</summary>
internal sealed class RosterRun : Entity<RosterRun>
{
    public const int LongestFiles = 500;

    public Instant At { get; init; }

    public RosterOrigin Origin { get; init; }

    /// <summary>Who handed it in; none: the night or the command line.</summary>
    public AccountId? ById { get; init; }

    /// <summary>The names of the files.</summary>
    public required string Files { get; init; }

    public RosterState State { get; set; }

    /// <summary>Rows read, of units and people.</summary>
    public int Rows { get; set; }

    public int Created { get; set; }

    public int Changed { get; set; }

    public int Ended { get; set; }

    public int Unchanged { get; set; }

    /// <summary>Rows left as they stand: they contradict something, or may be somebody known.</summary>
    public int LeftOut { get; set; }

    /// <summary>People the roster had before.</summary>
    public int Before { get; set; }

    /// <summary>Of those before, how many it lets go.</summary>
    public int Leaving { get; set; }

    public Instant? DecidedAt { get; set; }

    public AccountId? DecidedById { get; set; }

    /// <summary>Whether somebody still has to decide.</summary>
    public bool IsOpen => State is RosterState.Held or RosterState.Previewed;

    /// <summary>Of the people before, how many in a hundred it lets go, rounded up.</summary>
    public int SharePercent => Before == 0 ? 0 : (int)Math.Ceiling(100m * Leaving / Before);
}

/// <summary>How a roster came in.</summary>
internal enum RosterOrigin
{
    /// <summary>Fetched at night.</summary>
    Night,

    /// <summary>Handed in on the page.</summary>
    Upload,

    /// <summary>By the command line.</summary>
    Command,
}

/// <summary>What became of a roster.</summary>
internal enum RosterState
{
    /// <summary>It cannot be read as a whole; nothing changed.</summary>
    Refused,

    /// <summary>It says what the records say.</summary>
    Unchanged,

    /// <summary>Looked at; somebody decides whether it is taken over.</summary>
    Previewed,

    /// <summary>It would let go more people than the setting allows; somebody confirms or drops it.</summary>
    Held,

    /// <summary>Taken over.</summary>
    Applied,

    /// <summary>Not taken over: somebody dropped it, or a later one took its place.</summary>
    Dropped,
}

internal sealed class RosterRunMap : IEntityTypeConfiguration<RosterRun>
{
    public void Configure(EntityTypeBuilder<RosterRun> builder)
    {
        builder.Property(r => r.Files).HasMaxLength(RosterRun.LongestFiles);
        builder.Ignore(r => r.IsOpen);
        builder.Ignore(r => r.SharePercent);
        builder.HasIndex(r => r.At);
        builder.HasIndex(r => r.State);
    }
}
