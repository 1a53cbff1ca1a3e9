using Microsoft.Extensions.Configuration;

namespace Entente.Foundation.Settings;

/// <summary>Whose robot it is.</summary>
public enum RobotKind
{
    /// <summary>企业微信.</summary>
    WeCom,

    /// <summary>钉钉.</summary>
    DingTalk,

    /// <summary>飞书.</summary>
    Feishu,
}

/// <summary>A group's robot that people may choose for their notices: <c>Entente__Robots__0__Kind</c>, <c>…Name</c>, <c>…Url</c>, <c>…Secret</c>.</summary>
/// <param name="Kind">Whose.</param>
/// <param name="Name">What people choose it by.</param>
/// <param name="Address">Where it is posted to; it holds the robot's key.</param>
/// <param name="Secret">What is signed with, where the robot asks for it.</param>
public sealed record RobotSetting(RobotKind Kind, string Name, Uri Address, string? Secret)
{
    internal static IReadOnlyList<RobotSetting> Read(IConfigurationSection section) => [.. section.GetChildren().Select(robot =>
    {
        var setting = $"Entente__Robots__{robot.Key}";
        if (!Enum.TryParse<RobotKind>(robot["Kind"], ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) throw new SettingException(setting + "__Kind", "expected wecom, dingtalk or feishu.");
        if (robot["Name"] is not { Length: > 0 and <= 60 } name) throw new SettingException(setting + "__Name", "expected the name people choose the robot by, at most 60 characters.");
        if (!Uri.TryCreate(robot["Url"], UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw new SettingException(setting + "__Url", "expected the robot's address, beginning with https://.");
        return new RobotSetting(kind, name, address, robot["Secret"] is { Length: > 0 } secret ? secret : null);
    })];
}
