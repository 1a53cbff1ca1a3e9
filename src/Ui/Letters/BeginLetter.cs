using Entente.Contracts.Directory;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Letters;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Letters;

/// <summary>Begins a letter about records chosen in a list, or about one.</summary>
internal static class BeginLetter
{
    public static async Task<IResult> BeginAsync(HttpRequest request, Foundation.Letters.Letters letters, IUnits units, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        if (letters.Kind(form.Raw("kind")) is not { } kind) return Results.NotFound();
        var keys = form.All("selected").Select(s => Guid.TryParse(s, out var key) ? key : (Guid?)null).OfType<Guid>().Distinct().Take(Foundation.Letters.Letters.MostRecipients).ToList();
        if (keys.Count == 0) return Page.SeeOther(ReturnPath.Of(form.Raw("return")) ?? LetterPages.Route);
        if (await UnitAsync(units, viewer, cancellation) is not { } unit) return Results.NotFound();
        var id = await letters.BeginAsync(kind, keys, unit, LocalizedText.Empty, LocalizedText.Empty, viewer, cancellation);
        return Page.SeeOther($"{LetterPages.Route}/{id}");
    }

    /// <summary>The widest unit for which the viewer writes letters, or has another permission.</summary>
    public static async Task<Guid?> UnitAsync(IUnits units, Viewer viewer, CancellationToken cancellation, string permission = FoundationPermissions.Letters) =>
        (await units.AllAsync(cancellation)).Select(u => u.Id.Value).Cast<Guid?>().FirstOrDefault(u => viewer.May(permission, u!.Value));
}

/// <summary>A path of this host to go back to; anything else is none.</summary>
internal static class ReturnPath
{
    public static string? Of(string path) => path.Length is > 1 and < 2000 && path[0] == '/' && path[1] is not ('/' or '\\') && !path.Any(char.IsControl) ? path : null;
}
