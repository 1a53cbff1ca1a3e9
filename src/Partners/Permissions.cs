using Entente.Foundation.Access;

namespace Entente.Partners;

/// <summary>What the partners' room may be asked to allow.</summary>
internal sealed class PartnersPermissions : IPermissionSource
{
    /// <summary>Sees partners, agreements, contacts, notes and the ledger.</summary>
    public const string View = "partners.view";

    /// <summary>Keeps contacts, notes and kinds.</summary>
    public const string Edit = "partners.edit";

    /// <summary>Writes agreements and amendments, takes them back.</summary>
    public const string EditAgreements = "partners.agreements.edit";

    /// <summary>Asks for approval.</summary>
    public const string SubmitAgreements = "partners.agreements.submit";

    /// <summary>Sends an approved text out.</summary>
    public const string SendAgreements = "partners.agreements.send";

    /// <summary>Notes signatures.</summary>
    public const string SignAgreements = "partners.agreements.sign";

    /// <summary>Ends an agreement before its term, gives notice.</summary>
    public const string TerminateAgreements = "partners.agreements.terminate";

    /// <summary>Posts to the place ledger by hand.</summary>
    public const string PostPlaces = "partners.places.post";

    public IEnumerable<Permission> Permissions =>
    [
        new(View, BuiltInRole.Reader, BuiltInRole.Coordinator, BuiltInRole.Head, BuiltInRole.Dean, BuiltInRole.Officer),
        new(Edit, BuiltInRole.Coordinator),
        new(EditAgreements, BuiltInRole.Coordinator),
        new(SubmitAgreements, BuiltInRole.Coordinator),
        new(SendAgreements, BuiltInRole.Coordinator),
        new(SignAgreements, BuiltInRole.Coordinator, BuiltInRole.Dean),
        new(TerminateAgreements, BuiltInRole.Coordinator, BuiltInRole.Dean),
        new(PostPlaces, BuiltInRole.Coordinator),
    ];
}
