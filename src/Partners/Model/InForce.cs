using System.Linq.Expressions;
using Entente.Contracts.Partners;

namespace Entente.Partners.Model;

/// <summary>Which agreements are in force on a date, by their dates: what is known today about that date.</summary>
internal static class InForce
{
    /// <summary>Signed, begun, not ended. An automatic renewal counts on past its period's last day until somebody ends it.</summary>
    public static Expression<Func<Agreement, bool>> On(DateOnly date) => a =>
        a.SignedOn != null && a.SignedOn <= date
        && a.EffectiveOn != null && a.EffectiveOn <= date
        && (a.LastDay == null || a.LastDay >= date || (a.Term == TermKind.Automatic && a.EndedOn == null && a.NoticeOn == null && a.State == AgreementState.Active));

    /// <summary>The same for an agreement at hand.</summary>
    public static bool Is(Agreement agreement, DateOnly date) => On(date).Compile()(agreement);
}
