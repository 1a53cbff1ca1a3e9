using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Ui.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Entente.Ui.Letters;

/// <summary>The pages of letters: begin, write, look, send, see who answered, file what came.</summary>
internal static class LetterPages
{
    public const string Route = "/letters";

    private const long MostUpload = 30 * 1024 * 1024;

    public static void MapLetters(this IEndpointRouteBuilder routes)
    {
        var letters = routes.MapGroup(Route).Requires(FoundationPermissions.Letters);
        letters.MapGet("", LetterList.ShowAsync);
        letters.MapGet("/templates", TemplateList.ShowAsync);
        letters.MapPost("/templates/{id:guid}/archive", TemplateList.ArchiveAsync);
        letters.MapPost("/templates/{id:guid}/restore", TemplateList.RestoreAsync);
        letters.MapPost("/new", BeginLetter.BeginAsync);
        letters.MapPost("/replies", FileReply.FileAsync).WithMetadata(new UploadLimit(MostUpload));
        letters.MapGet("/of/{kind}/{key:guid}", Correspondence.ShowAsync);
        letters.MapPost("/of/{kind}/{key:guid}", Correspondence.FileAsync).WithMetadata(new UploadLimit(MostUpload));
        letters.MapGet("/{id}", ShowLetter.ShowAsync);
        letters.MapPost("/{id}", ShowLetter.WriteAsync);
        letters.MapPost("/{id}/template", ShowLetter.BeginFromAsync);
        letters.MapPost("/{id}/send", ShowLetter.SendAsync);
        letters.MapPost("/{id}/discard", ShowLetter.DiscardAsync);
        letters.MapPost("/{id}/recipients/{recipient:guid}/leave-out", ShowLetter.LeaveOutAsync);
        letters.MapPost("/{id}/recipients/{recipient:guid}/again", ShowLetter.SendAgainAsync);
        letters.MapPost("/{id}/put-away", ShowLetter.PutAwayAsync);
        UndeliveredMail.Map(routes);
    }
}
