using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Authentication;

namespace Entente.Directory.SignOn.Cas;

/// <summary>What a CAS server said of a ticket (CAS 3.0 § 2.5.2 and appendix A).</summary>
/// <param name="User">The user it names; none where it refused.</param>
/// <param name="Attributes">What else it tells of the user; a name may come several times.</param>
/// <param name="Failure">Its code of refusal; none: the ticket was good.</param>
internal sealed record CasAnswer(string? User, ILookup<string, string> Attributes, string? Failure)
{
    private static readonly XNamespace Cas = "http://www.yale.edu/tp/cas";

    // An answer with a document type could name entities: it is not read at all.
    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = RemoteRules.LongestAnswer,
    };

    /// <summary>The value of a field of the settings: the user itself, or an attribute that comes exactly once.</summary>
    public string? ValueOf(string field) => field == "user" ? User : Attributes[field].Distinct(StringComparer.Ordinal).ToList() is [var one] ? one : null;

    /// <exception cref="AuthenticationFailureException">It is no answer of a CAS server.</exception>
    public static CasAnswer Read(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Strict);
            var root = XDocument.Load(reader).Root;
            if (root?.Name != Cas + "serviceResponse") throw new AuthenticationFailureException("The answer is not of a CAS server.");
            if (root.Element(Cas + "authenticationSuccess") is { } success && root.Elements().Count() == 1)
                return new(success.Element(Cas + "user")?.Value.Trim(), AttributesOf(success), null);
            return new(null, AttributesOf(null), root.Element(Cas + "authenticationFailure")?.Attribute("code")?.Value ?? "INVALID_RESPONSE");
        }
        catch (XmlException wrong)
        {
            throw new AuthenticationFailureException("The answer of the CAS server cannot be read: " + wrong.Message, wrong);
        }
    }

    private static ILookup<string, string> AttributesOf(XElement? success) =>
        (success?.Element(Cas + "attributes")?.Elements() ?? []).ToLookup(a => a.Name.LocalName, a => a.Value.Trim(), StringComparer.Ordinal);
}
