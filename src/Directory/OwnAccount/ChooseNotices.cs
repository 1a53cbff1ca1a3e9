using Entente.Directory.Accounts;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Entente.Foundation.Notices;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Directory.OwnAccount;

/// <summary>How one is told what falls due and what is new: by mail, at an address of one's own, in a messenger's group; at once or once a day.</summary>
internal static class ChooseNotices
{
    public const string Route = "/account/notices";

    /// <summary>How a robot's name is told from the channels in the form.</summary>
    private const string RobotPrefix = "robot:";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route, ChooseAsync).ForAccounts();
        routes.MapPost(Route + "/try", TryAsync).ForAccounts().Limited(Limit.Inviting);
    }

    private static async Task<IResult> ShowAsync(string? done, NoticeBoard board, Viewer viewer, CancellationToken cancellation) =>
        Page.Show<NoticesPage>(await ModelAsync(FormReader.Empty, done is "saved" or "tried" ? done : null, board, viewer, cancellation));

    private static async Task<IResult> ChooseAsync(HttpRequest request, AppDbContext db, NoticeBoard board, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var chosen = form.Text("channel", 80, required: true);
        var robot = chosen.StartsWith(RobotPrefix, StringComparison.Ordinal) ? chosen[RobotPrefix.Length..] : null;
        var channel = robot is not null ? NoticeChannel.Robot : chosen == nameof(NoticeChannel.Webhook) ? NoticeChannel.Webhook : NoticeChannel.Mail;
        if (robot is not null ? !board.Robots.Any(r => r.Name == robot) : chosen is not ("" or nameof(NoticeChannel.Mail) or nameof(NoticeChannel.Webhook))) form.Refuse("channel", "form.choice");
        var address = form.Text("address", 1000, required: channel == NoticeChannel.Webhook);
        if (channel == NoticeChannel.Webhook && address.Length > 0 && !(Uri.TryCreate(address, UriKind.Absolute, out var hook) && board.MayPostTo(hook))) form.Refuse("address", "notices.address.wrong");
        var isDaily = form.Raw("rhythm") == "daily";
        var hour = form.Number("hour", 0, 23, required: isDaily) ?? NoticeBoard.UsualHour;
        if (!form.IsValid) return Page.Refuse<NoticesPage>(await ModelAsync(form, null, board, viewer, cancellation));
        db.Write.Action = "directory.account.notices";
        await board.ChooseAsync(viewer.Account!.Value, channel, address, robot, isDaily, hour, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Route + "?done=saved");
    }

    private static async Task<IResult> TryAsync(AppDbContext db, NoticeBoard board, Viewer viewer, TextCatalog texts, EntenteSettings settings, CancellationToken cancellation)
    {
        var letter = new MailLetter(Language.Current, viewer.Name, [texts["notices.try.text"]], (texts["notices.digest.open"], new Uri(settings.PublicUrl, "/desk").ToString()), texts["notices.digest.foot"]);
        await board.TryAsync(viewer.Account!.Value, texts["notices.try.subject"], letter, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Route + "?done=tried");
    }

    private static async Task<NoticesModel> ModelAsync(FormReader form, string? done, NoticeBoard board, Viewer viewer, CancellationToken cancellation) =>
        new(form, done, await board.OfAsync(viewer.Account!.Value, cancellation), [.. board.Robots.Select(r => new Choice(RobotPrefix + r.Name, r.Name))]);
}

/// <summary>What the page shows.</summary>
public sealed record NoticesModel(FormReader Form, string? Done, NoticePreference Now, IReadOnlyList<Choice> Robots)
{
    /// <summary>The channel as the form says it.</summary>
    public string Channel => Now.Channel == NoticeChannel.Robot ? "robot:" + Now.Robot : Now.Channel.ToString();
}
