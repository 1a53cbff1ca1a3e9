using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Foundation.Settings;
using NodaTime;

namespace Entente.Foundation.Notices;

/// <summary>
/// The messages of group robots as their makers document them: WeCom (企业微信群机器人), DingTalk (钉钉自定义机器人, signed) and Feishu (飞书自定义机器人, signed).
/// A group is read by others, so that only the subject and the link are said.
/// </summary>
internal static class RobotWords
{
    /// <summary>WeCom takes at most 2048 bytes of text.</summary>
    private const int MostBytes = 2_000;

    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where it is posted, and what.</summary>
    public static (Uri Address, string Body) Write(RobotSetting robot, Notice notice, Instant now)
    {
        var text = Cut(notice.Link is { } link ? notice.Subject + "\n" + link : notice.Subject);
        return robot.Kind switch
        {
            RobotKind.WeCom => (robot.Address, JsonSerializer.Serialize(new { msgtype = "text", text = new { content = text } }, Json)),
            RobotKind.DingTalk => (Signed(robot, now), JsonSerializer.Serialize(new { msgtype = "text", text = new { content = text } }, Json)),
            _ => (robot.Address, Feishu(robot, text, now)),
        };
    }

    /// <summary>Reads what the robot answered.</summary>
    /// <exception cref="NoticeRefusedException">It refuses the message.</exception>
    public static void Check(RobotSetting robot, string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            foreach (var name in robot.Kind == RobotKind.Feishu ? new[] { "code", "StatusCode" } : ["errcode"])
            {
                if (!document.RootElement.TryGetProperty(name, out var code)) continue;
                if (code.TryGetInt32(out var number) && number == 0) return;
                throw new NoticeRefusedException($"The robot answered {answer[..Math.Min(200, answer.Length)]}");
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // No JSON object: the sentence below says what came.
        }

        throw new NoticeRefusedException($"The robot's answer is none that is documented: {answer[..Math.Min(200, answer.Length)]}");
    }

    /// <summary>DingTalk: Base64 of HMAC-SHA256 over the milliseconds, a line break and the secret, keyed with the secret; in the address.</summary>
    private static Uri Signed(RobotSetting robot, Instant now)
    {
        if (robot.Secret is not { } secret) return robot.Address;
        var time = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(time + "\n" + secret)));
        return new(robot.Address + (robot.Address.Query.Length > 0 ? "&" : "?") + "timestamp=" + time + "&sign=" + Uri.EscapeDataString(sign));
    }

    /// <summary>Feishu: Base64 of HMAC-SHA256 over nothing, keyed with the seconds, a line break and the secret; in the body.</summary>
    private static string Feishu(RobotSetting robot, string text, Instant now)
    {
        if (robot.Secret is not { } secret) return JsonSerializer.Serialize(new { msg_type = "text", content = new { text } }, Json);
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(timestamp + "\n" + secret), Array.Empty<byte>()));
        return JsonSerializer.Serialize(new { timestamp, sign, msg_type = "text", content = new { text } }, Json);
    }

    private static string Cut(string text)
    {
        while (Encoding.UTF8.GetByteCount(text) > MostBytes) text = text[..(text.Length - Math.Max(1, text.Length / 20))];
        return text;
    }
}
