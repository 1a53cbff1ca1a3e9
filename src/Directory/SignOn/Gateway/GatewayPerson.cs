using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Entente.Directory.SignOn.Gateway;

/// <summary>Asks a gateway who somebody is; the fields are those of the settings, also inside objects: <c>data.user.id</c>.</summary>
internal static class GatewayPerson
{
    public static async Task NameAsync(OAuthCreatingTicketContext context, Provider provider)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, provider.UserInfo);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        if (!response.IsSuccessStatusCode) throw new AuthenticationFailureException($"The gateway answered {(int)response.StatusCode} when asked who it is.");
        await response.Content.LoadIntoBufferAsync(RemoteRules.LongestAnswer, context.HttpContext.RequestAborted);
        try
        {
            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(context.HttpContext.RequestAborted));
            SignOnClaims.Add(context.Identity!, ValueAt(answer.RootElement, provider.Subject), ValueAt(answer.RootElement, provider.Label));
        }
        catch (JsonException wrong)
        {
            throw new AuthenticationFailureException("The gateway's answer is no JSON.", wrong);
        }
    }

    /// <summary>The text or number at a path of names; none where there is neither.</summary>
    public static string? ValueAt(JsonElement at, string path)
    {
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at)) return null;
        return at.ValueKind switch
        {
            JsonValueKind.String => at.GetString(),
            JsonValueKind.Number => at.GetRawText(),
            _ => null,
        };
    }
}
