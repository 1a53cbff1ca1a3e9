using Entente.Foundation.Access;
using Entente.Foundation.Letters;
using Entente.Foundation.Mail;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Ui.Letters;

/// <summary>A mail the viewer had sent and that did not arrive: why, and sent again or put away. Its text is not shown: it may hold a secret of its reader.</summary>
internal static class UndeliveredMail
{
    private const string Route = "/undelivered";

    public static string Address(Guid mail) => $"{Route}/{mail}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route + "/{id:guid}", ShowAsync).ForAccounts();
        routes.MapPost(Route + "/{id:guid}/send", SendAsync).ForAccounts();
        routes.MapPost(Route + "/{id:guid}/put-away", PutAwayAsync).ForAccounts();
    }

    private static async Task<IResult> ShowAsync(Guid id, Undelivered undelivered, Viewer viewer, CancellationToken cancellation) =>
        await undelivered.FindAsync(id, viewer, cancellation) is { } mail ? Page.Show<UndeliveredMailPage>(new UndeliveredMailModel(mail, Address(id))) : Results.NotFound();

    private static async Task<IResult> SendAsync(Guid id, Undelivered undelivered, Viewer viewer, CancellationToken cancellation) =>
        await undelivered.SendAgainAsync(id, viewer, cancellation) ? Page.SeeOther("/desk") : Results.NotFound();

    private static async Task<IResult> PutAwayAsync(Guid id, Undelivered undelivered, Viewer viewer, CancellationToken cancellation) =>
        await undelivered.PutAwayAsync(id, viewer, cancellation) ? Page.SeeOther("/desk") : Results.NotFound();
}

/// <summary>What the page shows.</summary>
public sealed record UndeliveredMailModel(MailLine Mail, string Address);
