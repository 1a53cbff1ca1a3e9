using Entente.Mobility.Model;

namespace Entente.Mobility.Stays;

/// <summary>A stay: where it stands, what is next, what happened; open to the student and to the supervisors, too.</summary>
internal static class ShowStay
{
    public const string List = "/stays";
    public const string Route = List + "/{id}";

    public static string AddressOf(Id<Stay> id) => $"{List}/{id}";
}
