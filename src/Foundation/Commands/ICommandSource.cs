using System.CommandLine;

namespace Entente.Foundation.Commands;

/// <summary>A room's commands of the command line; collected from all rooms.</summary>
public interface ICommandSource
{
    /// <summary>The commands; each opens its own scope of <paramref name="services"/>.</summary>
    IEnumerable<Command> Commands(IServiceProvider services);
}

/// <summary>A command or an action cannot be done; the reasons are sentences for a person. No stack trace is shown.</summary>
public sealed class RefusedException(params string[] reasons) : Exception(string.Join(" ", reasons))
{
    /// <summary>Why, one sentence each.</summary>
    public IReadOnlyList<string> Reasons { get; } = reasons;
}
