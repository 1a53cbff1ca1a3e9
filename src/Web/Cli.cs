using System.CommandLine;
using Entente.Foundation.Commands;
using Entente.Foundation.Settings;
using Microsoft.Extensions.Configuration;

namespace Entente.Web;

/// <summary>The command line: without a command it serves. Exit codes: 0 done, 1 refused with reasons, 2 wrong usage.</summary>
public static class Cli
{
    /// <summary>Runs one command.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (args.Length == 0 || args[0] == "serve" || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"))
                return await Serve.RunAsync(args.Length > 0 && args[0] == "serve" ? args[1..] : args);
            return await RunCommandAsync(args);
        }
        catch (SettingException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
        catch (RefusedException refused)
        {
            foreach (var reason in refused.Reasons) await Console.Error.WriteLineAsync(reason);
            return 1;
        }
    }

    private static async Task<int> RunCommandAsync(string[] args)
    {
        await using var app = Host.Build([]);
        var root = new RootCommand("Entente: the international cooperation of a university school, on one record.");
        root.Add(new Command("serve", "Starts the web host."));
        foreach (var command in app.Services.GetServices<ICommandSource>().SelectMany(s => s.Commands(app.Services))) root.Add(command);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
