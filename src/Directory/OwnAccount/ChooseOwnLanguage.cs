using Entente.Directory.Accounts;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.OwnAccount;

/// <summary>One's own language, kept with the account: mails are written in it, and every sign-in begins with it.</summary>
internal static class ChooseOwnLanguage
{
    public const string Route = "/account/language";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Route, ChooseAsync).ForAccounts();

    private static async Task<IResult> ChooseAsync(
        HttpContext context, AppDbContext db, Viewer viewer, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var written = form.Text("language", 20);
        var language = Language.All.FirstOrDefault(l => l.Tag == written);
        if (written.Length > 0 && language is null) form.Refuse("language", "form.choice");
        if (!form.IsValid) return Page.Refuse<OwnAccountPage>(await ShowOwnAccount.ModelAsync(form, null, context, db, viewer, clock, texts, cancellation));
        var own = new AccountId(viewer.Account!.Value);
        var account = await db.Accounts().SingleAsync(a => a.Id == own, cancellation);
        db.Write.Action = "directory.account.language";
        account.Language = language?.Tag;
        await db.SaveChangesAsync(cancellation);
        LanguageCookie.Keep(context, language);
        return Page.SeeOther(ShowOwnAccount.Route + "?done=language");
    }
}
