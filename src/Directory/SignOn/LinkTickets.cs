using System.Security.Cryptography;
using Entente.Directory.Model;
using Microsoft.AspNetCore.DataProtection;

namespace Entente.Directory.SignOn;

/// <summary>
/// Lets exactly the session that proved itself begin to link an identity, for ten minutes: without it, another site could lead a signed-in person
/// to link an identity that is not theirs.
/// </summary>
internal sealed class LinkTickets(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Entente.SignOn.Link").ToTimeLimitedDataProtector();

    public string Of(Id<Session> session) => protector.Protect(session.ToString(), Life);

    public bool Fits(string ticket, Id<Session> session)
    {
        try
        {
            return protector.Unprotect(ticket) == session.ToString();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
