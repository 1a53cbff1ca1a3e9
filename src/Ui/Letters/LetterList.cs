using Entente.Foundation.Access;
using Entente.Foundation.Letters;
using Entente.Foundation.Web;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Letters;

/// <summary>The letters there are, the newest first, with how many arrived and were answered; and the place where answers are dropped in.</summary>
internal static class LetterList
{
    public static async Task<IResult> ShowAsync(HttpRequest request, LetterBoard board, Viewer viewer, CancellationToken cancellation) =>
        Page.Show<LetterListPage>(await ModelAsync(ListQuery.From(request), board, viewer, cancellation));

    public static async Task<LetterListModel> ModelAsync(ListQuery query, LetterBoard board, Viewer viewer, CancellationToken cancellation)
    {
        var lines = board.Lines(viewer);
        lines = query.Filter("state") switch
        {
            "draft" => lines.Where(l => l.SentAt == null),
            "sent" => lines.Where(l => l.SentAt != null),
            _ => lines,
        };
        return new(await lines.ToListPageAsync(query, cancellation), FormReader.Empty, []);
    }
}

/// <summary>What the list shows.</summary>
/// <param name="Page">The letters.</param>
/// <param name="Form">The upload, where it was refused.</param>
/// <param name="Filed">What became of mails just dropped in: a text key with its arguments, and where to look.</param>
public sealed record LetterListModel(ListPage<LetterLine> Page, FormReader Form, IReadOnlyList<FiledLine> Filed);

/// <summary>What became of one mail.</summary>
public sealed record FiledLine(string FileName, string TextKey, IReadOnlyList<object?> Args, string? Address);
