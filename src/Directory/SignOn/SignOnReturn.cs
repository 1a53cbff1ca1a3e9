using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Entente.Directory.SignOn;

/// <summary>
/// What happens when somebody comes back from a provider. The identity is looked up by issuer and subject alone; one that nobody linked and the
/// university did not announce is refused, and nothing is created.
/// </summary>
internal static partial class SignOnReturn
{
    public static void Attach(RemoteAuthenticationEvents events, Provider provider)
    {
        events.OnTicketReceived = context =>
        {
            context.HandleResponse();
            return ReceiveAsync(context.HttpContext, provider, context.Properties, SignOnClaims.SubjectOf(context.Principal), SignOnClaims.LabelOf(context.Principal, provider));
        };
        events.OnAccessDenied = context =>
        {
            context.HandleResponse();
            return RefuseAsync(context.HttpContext, provider, SignOnReason.Cancelled, null);
        };
        events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            return RefuseAsync(context.HttpContext, provider, ReasonOf(context.Failure), context.Failure);
        };
    }

    private static async Task ReceiveAsync(HttpContext context, Provider provider, AuthenticationProperties? properties, string? subject, string label)
    {
        var cancellation = context.RequestAborted;
        var db = context.RequestServices.GetRequiredService<AppDbContext>();
        if (subject is null)
        {
            await RefuseAsync(context, provider, SignOnReason.Untrusted, new AuthenticationFailureException("The answer does not name exactly one subject."));
            return;
        }

        var identity = await db.Set<ExternalIdentity>().SingleOrDefaultAsync(i => i.Issuer == provider.Issuer && i.Subject == subject, cancellation);
        if (properties?.Items.TryGetValue(StartSignOn.LinkItem, out var session) == true)
        {
            var refused = await LinkIdentity.LinkAsync(context, db, session!, provider, identity, subject, label, cancellation);
            if (refused is { } reason) await RefuseAsync(context, provider, reason, null);
            else context.Response.Redirect(KeepIdentities.Route + "?done=linked");
            return;
        }

        var account = identity is null ? null : await db.Accounts().SingleAsync(a => a.Id == identity.AccountId, cancellation);
        if (account is null || account.IsClosed)
        {
            await RefuseAsync(context, provider, account is null ? SignOnReason.Unknown : SignOnReason.Closed, null);
            return;
        }

        (db.Write.Viewer, db.Write.Action) = (Viewer.Public, "directory.account.sign-in");
        identity!.UsedAt = db.Write.Now;
        if (label.Length > 0) identity.Label = label;
        var sessions = context.RequestServices.GetRequiredService<Sessions>();
        await sessions.BeginAsync(context, account, SignInWay.Provider, kept: false, cancellation, provider.Issuer);
        context.Response.Redirect(ReturnAddress.Safe(properties?.Items.TryGetValue(StartSignOn.ReturnItem, out var where) == true ? where : null));
    }

    private static Task RefuseAsync(HttpContext context, Provider provider, SignOnReason reason, Exception? failure)
    {
        Refused(context.RequestServices.GetRequiredService<ILogger<Provider>>(), provider.Id, reason, failure?.GetBaseException().Message);
        // This stands before the part of the pipeline that chooses the language.
        LanguageChoice.Of(context.Request).Use();
        context.Response.Headers.CacheControl = "no-store";
        return SignOnRefusal.Page(provider, reason).ExecuteAsync(context);
    }

    private static SignOnReason ReasonOf(Exception? failure) => failure switch
    {
        HttpRequestException or OperationCanceledException or { InnerException: HttpRequestException or OperationCanceledException } => SignOnReason.Unreachable,
        { Message: var said } when said.Contains("correlation", StringComparison.OrdinalIgnoreCase) || said.Contains("state", StringComparison.OrdinalIgnoreCase) => SignOnReason.Stale,
        _ => SignOnReason.Untrusted,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in by {Provider} was refused: {Reason}. {Why}")]
    private static partial void Refused(ILogger log, string provider, SignOnReason reason, string? why);
}
