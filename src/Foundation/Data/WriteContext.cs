using Entente.Foundation.Access;
using NodaTime;

namespace Entente.Foundation.Data;

/// <summary>Who writes in this scope, under which action, and what was told meanwhile.</summary>
public sealed class WriteContext(IServiceProvider services, IClock clock)
{
    /// <summary>Who writes; nobody but the house itself until a request names its viewer.</summary>
    public Viewer Viewer { get; set; } = Viewer.System;

    /// <summary>The name of the action, as its route and permission are named, for the log.</summary>
    public string Action { get; set; } = "change";

    /// <summary>The scope's services, for those who hear what is told.</summary>
    public IServiceProvider Services { get; } = services;

    /// <summary>Now.</summary>
    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Runs after each successful save, to wake workers and drop cached pages of this node.</summary>
    public event Action? OnSaved;

    internal Queue<object> Told { get; } = new();

    internal void Saved() => OnSaved?.Invoke();
}
