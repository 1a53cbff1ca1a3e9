using System.Security.Claims;
using Entente.Directory.Model;

namespace Entente.Directory.SignOn;

/// <summary>The two things a provider says that are used: the subject, and a name to recognise it by.</summary>
internal static class SignOnClaims
{
    private const string Subject = "sub";
    private const string Label = "label";

    public static void Add(ClaimsIdentity identity, string? subject, string? label)
    {
        if (subject is not null) identity.AddClaim(new Claim(Subject, subject));
        if (label is not null) identity.AddClaim(new Claim(Label, label));
    }

    /// <summary>The subject, compared to the letter; none where it is missing or cannot be one.</summary>
    public static string? SubjectOf(ClaimsPrincipal? person)
    {
        var said = person?.FindAll(Subject).Select(c => c.Value).Distinct(StringComparer.Ordinal).ToList() ?? [];
        return said is [{ Length: > 0 and <= ExternalIdentity.LongestSubject } one] && !one.Any(char.IsControl) ? one : null;
    }

    public static string LabelOf(ClaimsPrincipal? person, Provider provider)
    {
        var label = person?.FindFirst(Label)?.Value ?? person?.FindFirst(provider.Label)?.Value ?? "";
        return label.Length <= ExternalIdentity.LongestLabel ? label : label[..ExternalIdentity.LongestLabel];
    }
}
