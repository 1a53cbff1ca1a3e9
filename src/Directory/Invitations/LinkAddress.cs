namespace Entente.Directory.Invitations;

/// <summary>The paths behind mailed links.</summary>
internal static class LinkAddress
{
    public static string Invitation(string token) => "/invitation/" + token;

    public static string Reset(string token) => "/reset/" + token;
}
