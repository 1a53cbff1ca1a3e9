using Entente.Foundation.Access;

namespace Entente.Foundation;

/// <summary>What the foundation may be asked to allow.</summary>
public sealed class FoundationPermissions : IPermissionSource
{
    /// <summary>See and repair the running of the installation: jobs, mail, keys.</summary>
    public const string Operate = "foundation.operate";

    /// <summary>Read the log of changes.</summary>
    public const string Log = "foundation.log";

    /// <summary>Erase what the log holds about a record.</summary>
    public const string Erase = "foundation.log.erase";

    /// <summary>Import tables; each kind asks for its own permission besides.</summary>
    public const string Import = "foundation.import";

    /// <summary>See and withdraw links that were sent to people outside.</summary>
    public const string Links = "foundation.links";

    /// <summary>Write forms, publish them and read their answers.</summary>
    public const string Forms = "foundation.forms";

    /// <summary>Write letters to people outside and file their answers.</summary>
    public const string Letters = "foundation.letters";

    /// <summary>See the register of issued documents.</summary>
    public const string Documents = "foundation.documents";

    /// <summary>Issue documents.</summary>
    public const string IssueDocuments = "foundation.documents.issue";

    /// <summary>Revoke issued documents.</summary>
    public const string RevokeDocuments = "foundation.documents.revoke";

    /// <summary>Keep the templates documents are made from.</summary>
    public const string DocumentTemplates = "foundation.documents.templates";

    /// <summary>Register addresses that are told of changes.</summary>
    public const string Webhooks = "foundation.webhooks";

    /// <inheritdoc/>
    public IEnumerable<Permission> Permissions =>
    [
        new(Operate, BuiltInRole.Operator),
        new(Import, BuiltInRole.Coordinator),
        new(Links, BuiltInRole.Coordinator),
        new(Forms, BuiltInRole.Coordinator),
        new(Letters, BuiltInRole.Coordinator),
        new(Documents, BuiltInRole.Reader, BuiltInRole.Coordinator, BuiltInRole.Head, BuiltInRole.Dean, BuiltInRole.Officer),
        new(IssueDocuments, BuiltInRole.Coordinator),
        new(RevokeDocuments, BuiltInRole.Coordinator, BuiltInRole.Dean),
        new(DocumentTemplates, BuiltInRole.Coordinator),
        new(Webhooks, BuiltInRole.Coordinator, BuiltInRole.Operator),
        new(Log, BuiltInRole.Officer, BuiltInRole.Operator),
        new(Erase, BuiltInRole.Operator),
    ];
}
