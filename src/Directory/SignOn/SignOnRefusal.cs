using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Entente.Directory.SignOn;

/// <summary>Why a sign-in by a provider came to nothing.</summary>
internal enum SignOnReason
{
    /// <summary>The identity belongs to no account here.</summary>
    Unknown,

    /// <summary>The account is locked or has ended.</summary>
    Closed,

    /// <summary>The person turned back at the provider.</summary>
    Cancelled,

    /// <summary>The answer was used before, came too late, or into another browser.</summary>
    Stale,

    /// <summary>The answer does not prove what it says.</summary>
    Untrusted,

    /// <summary>The provider does not answer.</summary>
    Unreachable,

    /// <summary>The identity to be linked belongs to another account.</summary>
    Taken,

    /// <summary>Who wanted to link an identity is no longer signed in.</summary>
    NotYou,
}

/// <summary>Says it on a page: what happened, and what to do.</summary>
internal static class SignOnRefusal
{
    public static RazorComponentResult Page(Provider provider, SignOnReason reason)
    {
        var page = Ui.Pages.Page.Show<SignOnRefusedPage>(new SignOnRefusedModel(provider.Id, provider.Name, KeyOf(reason), reason == SignOnReason.Unknown, LeadsBack: reason is SignOnReason.Taken));
        page.StatusCode = reason switch
        {
            SignOnReason.Untrusted => StatusCodes.Status401Unauthorized,
            SignOnReason.Unreachable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        return page;
    }

    private static string KeyOf(SignOnReason reason) => "directory.sign-on.refused." + reason.ToString().ToLowerInvariant();
}

/// <summary>What the page shows.</summary>
public sealed record SignOnRefusedModel(string Provider, Foundation.Data.LocalizedText Name, string Key, bool IsUnknown, bool LeadsBack);
