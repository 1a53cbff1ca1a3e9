using Entente.Contracts.Partners;

namespace Entente.Partners.Model;

/// <summary>What can be done with an agreement.</summary>
public enum AgreementAction
{
    /// <summary>Ask for approval of the text.</summary>
    Submit,

    /// <summary>The chain approved.</summary>
    Approve,

    /// <summary>Back to be written: returned, refused, taken back or changed after approval.</summary>
    Return,

    /// <summary>Send the approved text out to be signed.</summary>
    Send,

    /// <summary>Note that all parties signed.</summary>
    Sign,

    /// <summary>Its first day came.</summary>
    Begin,

    /// <summary>Its last day passed.</summary>
    Lapse,

    /// <summary>End it before its term.</summary>
    Terminate,

    /// <summary>A successor came into force.</summary>
    Supersede,
}

/// <summary>The life of an agreement as a table: from each state, what can be done and where it leads. Everything else is refused.</summary>
internal static class AgreementLifeCycle
{
    private static readonly Dictionary<(AgreementState From, AgreementAction Action), AgreementState> Steps = new()
    {
        [(AgreementState.Draft, AgreementAction.Submit)] = AgreementState.InReview,
        [(AgreementState.InReview, AgreementAction.Approve)] = AgreementState.Approved,
        [(AgreementState.InReview, AgreementAction.Return)] = AgreementState.Draft,
        [(AgreementState.Approved, AgreementAction.Send)] = AgreementState.OutForSignature,
        [(AgreementState.Approved, AgreementAction.Return)] = AgreementState.Draft,
        [(AgreementState.OutForSignature, AgreementAction.Sign)] = AgreementState.Signed,
        [(AgreementState.OutForSignature, AgreementAction.Return)] = AgreementState.Draft,
        [(AgreementState.Signed, AgreementAction.Begin)] = AgreementState.Active,
        [(AgreementState.Signed, AgreementAction.Terminate)] = AgreementState.Terminated,
        [(AgreementState.Signed, AgreementAction.Supersede)] = AgreementState.Superseded,
        [(AgreementState.Active, AgreementAction.Lapse)] = AgreementState.Expired,
        [(AgreementState.Active, AgreementAction.Terminate)] = AgreementState.Terminated,
        [(AgreementState.Active, AgreementAction.Supersede)] = AgreementState.Superseded,
    };

    /// <summary>The state an action leads to; none where it is not allowed.</summary>
    public static AgreementState? Next(AgreementState from, AgreementAction action) =>
        Steps.TryGetValue((from, action), out var to) ? to : null;

    /// <summary>What can be done in a state.</summary>
    public static IEnumerable<AgreementAction> ActionsIn(AgreementState state) => Steps.Keys.Where(s => s.From == state).Select(s => s.Action);

    /// <summary>The permission a person needs; none for what only the house does, by approval or by the calendar.</summary>
    public static string? PermissionFor(AgreementAction action) => action switch
    {
        AgreementAction.Submit => PartnersPermissions.SubmitAgreements,
        AgreementAction.Return => PartnersPermissions.EditAgreements,
        AgreementAction.Send => PartnersPermissions.SendAgreements,
        AgreementAction.Sign => PartnersPermissions.SignAgreements,
        AgreementAction.Terminate => PartnersPermissions.TerminateAgreements,
        _ => null,
    };

    /// <summary>Whether the text is signed, now or once.</summary>
    public static bool IsSigned(AgreementState state) => state >= AgreementState.Signed;
}
