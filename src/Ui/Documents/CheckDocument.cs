using Entente.Foundation.Documents;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Documents;

/// <summary>Tells anybody who has the address printed on a document whether it holds, and nothing else.</summary>
internal static class CheckDocument
{
    public static async Task<IResult> ShowAsync(string code, HttpContext context, DocumentBoard board, CancellationToken cancellation)
    {
        SecretPage.Hush(context);
        var answer = await board.AnswerAsync(code, cancellation);
        var page = Page.Show<CheckDocumentPage>(answer);
        if (answer == DocumentAnswer.Unknown) page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
