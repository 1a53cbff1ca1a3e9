using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Entente.Testing;

/// <summary>A real OpenID provider in a process of its own (npm <c>oidc-provider</c>): its addresses, its keys, its sessions.</summary>
public sealed class OidcProvider : IAsyncDisposable
{
    public const string ClientId = "entente";
    public const string ClientSecret = "only for tests, and long enough for them";

    private readonly Process process;

    private OidcProvider(Process process, string address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where it listens; also its issuer.</summary>
    public string Address { get; }

    public static async Task<OidcProvider> StartAsync()
    {
        var folder = typeof(OidcProvider).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(a => a.Key == "OidcFolder").Value!;
        var start = new ProcessStartInfo("node", ["provider.mjs"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["NODE_NO_WARNINGS"] = "1";
        var process = Process.Start(start)!;
        return await process.StandardOutput.ReadLineAsync() is { } address
            ? new(process, address)
            : throw new InvalidOperationException("The provider ended at once.");
    }

    /// <summary>Takes requests that lead back to these addresses of a host.</summary>
    public Task ServeAsync(string host, params string[] paths) => TellAsync(new
    {
        client = new
        {
            client_id = ClientId,
            client_secret = ClientSecret,
            redirect_uris = paths.Select(p => host + p),
            post_logout_redirect_uris = new[] { host + "/sign-in" },
        },
    });

    /// <summary>Who signs in there; none: whoever is asked turns back.</summary>
    public Task WhoAsync(string? subject) => TellAsync(new { who = subject });

    /// <summary>What its next ID token lies about: issuer, audience, nonce, expired, or it is signed with another key.</summary>
    public Task LieAsync(string about) => TellAsync(new { lie = about });

    /// <summary>Goes with a browser from an address of the host through the provider, up to the address that leads back into the host.</summary>
    public static async Task<string> WayBackAsync(TestBrowser browser, string start, string host)
    {
        var at = new Uri(new Uri(host), start);
        for (var step = 0; step < 12; step++)
        {
            using var response = await browser.Http.GetAsync(at);
            Assert.InRange((int)response.StatusCode, 300, 399);
            at = new Uri(at, response.Headers.Location!);
            if (at.AbsoluteUri.StartsWith(host + "/sign-in/return/", StringComparison.Ordinal)) return at.PathAndQuery;
        }

        throw new InvalidOperationException("The provider never leads back.");
    }

    private async Task TellAsync<T>(T what)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(what));
        await process.StandardInput.FlushAsync();
        Assert.Equal("ok", await process.StandardOutput.ReadLineAsync());
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
