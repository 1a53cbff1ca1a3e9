using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Entente.Foundation.Settings;
using Entente.Foundation.Webhooks;
using NodaTime;

namespace Entente.Foundation.Notices;

/// <summary>Posts notices over HTTP: to webhooks as JSON signed with a secret, to robots as each messenger wants it.</summary>
internal sealed class NoticePosts(EntenteSettings settings, WebDoor door)
{
    private const int MostAnswer = 64 * 1024;

    /// <exception cref="NoticeRefusedException">The other side refuses it for good, or the address leads where it may not.</exception>
    /// <exception cref="HttpRequestException">It could not be reached, or answered with a fault of its own.</exception>
    public async Task PostAsync(Notice notice, NoticeChoice choice, Instant now, CancellationToken cancellation)
    {
        if (choice.Channel == NoticeChannel.Robot)
        {
            var robot = settings.Robots.FirstOrDefault(r => r.Name == choice.Robot) ?? throw new NoticeRefusedException($"There is no robot '{choice.Robot}' any more.");
            var (address, body) = RobotWords.Write(robot, notice, now);
            var answer = await SendAsync(door.ToRobots, address, body, null, cancellation);
            RobotWords.Check(robot, answer);
            return;
        }

        if (!Uri.TryCreate(choice.Address, UriKind.Absolute, out var hook)) throw new NoticeRefusedException("No address is set.");
        var json = JsonSerializer.Serialize(
            new { id = notice.Id.ToString("N"), subject = notice.Subject, text = notice.Text, link = notice.Link, language = notice.Language, at = NodaTime.Text.InstantPattern.General.Format(notice.CreatedAt) }, RobotWords.Json);
        await SendAsync(door.ToWebhooks, hook, json, headers => WebhookSignature.Put(headers, choice.Secret ?? "", notice.Id, now, json), cancellation);
    }

    private static async Task<HttpResponseMessage> AnswerAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException error) when (error.InnerException is WebhookRefusedException refused)
        {
            throw new NoticeRefusedException(refused.Message);
        }
    }

    private static async Task<string> SendAsync(HttpClient client, Uri address, string body, Action<HttpRequestHeaders>? sign, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8")) };
        sign?.Invoke(request.Headers);
        using var response = await AnswerAsync(client, request, cancellation);
        var status = (int)response.StatusCode;
        if (status is >= 300 and < 500 and not 408 and not 425 and not 429) throw new NoticeRefusedException($"The address answered {status}.");
        if (status is < 200 or >= 300) throw new HttpRequestException($"The address answered {status}.");
        await using var content = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[MostAnswer];
        return Encoding.UTF8.GetString(buffer, 0, await content.ReadAtLeastAsync(buffer, MostAnswer, throwOnEndOfStream: false, cancellation));
    }
}
