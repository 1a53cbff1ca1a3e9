using Entente.Foundation.Access;
using Entente.Foundation.Jobs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Foundation.Data;

/// <summary>Who writes in this scope, under which action, and what was told meanwhile.</summary>
public sealed class WriteContext(IServiceProvider services, IClock clock)
{
    private Instant? dated;

    /// <summary>Who writes; nobody but the house itself until a request names its viewer.</summary>
    public Viewer Viewer { get; set; } = Viewer.System;

    /// <summary>The name of the action, as its route and permission are named, for the log.</summary>
    public string Action { get; set; } = "change";

    /// <summary>The scope's services, for those who hear what is told.</summary>
    public IServiceProvider Services { get; } = services;

    /// <summary>Now.</summary>
    public Instant Now => dated ?? clock.GetCurrentInstant();

    /// <summary>Dates what is written from here on as of another moment; only the demonstration school, which has a past, does so.</summary>
    /// <param name="at">The moment; none: now again.</param>
    public void DateAs(Instant? at) => dated = at;

    /// <summary>Runs after each committed save, to wake workers and drop cached pages of this node.</summary>
    public event Action? OnSaved;

    /// <summary>
    /// Whether the next save writes thousands of records: they are prepared first and written in bulk, so that the right to write is
    /// held for a moment only; the search learns of them right after.
    /// </summary>
    public bool IsLarge { get; set; }

    /// <summary>For how long the last large save held the right to write.</summary>
    public TimeSpan? Held { get; internal set; }

    internal Queue<object> Told { get; } = new();

    /// <summary>Jobs to be written with the next save.</summary>
    internal List<Job> Jobs { get; } = [];

    /// <summary>The job this scope runs, completed by its handler's save.</summary>
    internal JobCompletion? Completing { get; set; }

    /// <summary>Whether jobs were written that the worker should look at once this commits.</summary>
    internal bool WakesWorker { get; set; }

    /// <summary>Whether a save consists of more than its records, and needs a transaction around them all.</summary>
    internal bool NeedsTransaction => Jobs.Count > 0 || Completing is not null;

    internal void Saved()
    {
        OnSaved?.Invoke();
        if (WakesWorker) Services.GetService<JobSignal>()?.Wake();
        WakesWorker = false;
    }
}
