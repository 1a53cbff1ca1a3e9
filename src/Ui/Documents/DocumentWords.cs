using Entente.Foundation.Documents;
using Entente.Ui.Records;

namespace Entente.Ui.Documents;

/// <summary>How the state of a document is shown.</summary>
internal static class DocumentWords
{
    public static StateKind KindOf(DocumentState state) => state switch
    {
        DocumentState.Issued => StateKind.Done,
        DocumentState.Revoked => StateKind.Blocked,
        _ => StateKind.Waiting,
    };

    public static string KeyOf(DocumentState state) => "documents.state." + state;
}
