namespace Entente.Directory.OwnAccount;

/// <summary>What a browser calls itself, in two words a person knows. Never more than a hint: any program may say anything.</summary>
internal static class AgentWords
{
    // The order matters: Edge and Chrome both say Safari, Edge says Chrome.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("MicroMessenger", "WeChat"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("HarmonyOS", "HarmonyOS"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"),
    ];

    public static AgentName Of(string agent) => new(
        Browsers.FirstOrDefault(b => agent.Contains(b.Sign, StringComparison.Ordinal)).Name,
        Systems.FirstOrDefault(s => agent.Contains(s.Sign, StringComparison.Ordinal)).Name);
}

/// <summary>A browser and the system it runs on, where known.</summary>
public sealed record AgentName(string? Browser, string? System);
