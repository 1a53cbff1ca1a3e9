using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Entente.Foundation.Keys;

/// <summary>Keeps the keys of cookies and form tokens in the place of keys, so that every node reads what another wrote.</summary>
internal sealed class ProtectionKeys(IKeyPlace place) : IXmlRepository
{
    private const string Prefix = "protection-";

    public IReadOnlyCollection<XElement> GetAllElements() => [.. place.Read(Prefix).Select(k => XElement.Parse(k.Value))];

    public void StoreElement(XElement element, string friendlyName) =>
        place.Add(Prefix + friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
