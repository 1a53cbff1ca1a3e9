using Entente.Contracts.Partners;
using Entente.Foundation.Texts;
using Entente.Partners.Ledger;
using Entente.Partners.Model;

namespace Entente.Partners.Partners;

/// <summary>The sentence and the verb that matter now.</summary>
/// <param name="Sentence">What it is.</param>
/// <param name="ActionKey">The verb; none where nothing is to be done.</param>
/// <param name="Address">Where it is done.</param>
public sealed record PartnerMatter(string Sentence, string? ActionKey, string? Address);

/// <summary>Says in one sentence how a partnership stands, and in another what matters now.</summary>
internal static class PartnerSentences
{
    /// <summary>Days before an end from which its renewal is what matters.</summary>
    private const int NearDays = 180;

    /// <summary>Days before a date from which it is what matters.</summary>
    private const int SoonDays = 30;

    /// <summary>Months without a talk after which that is what matters.</summary>
    private const int SilentMonths = 12;

    /// <summary>Hundredths of a place from which an imbalance is what matters.</summary>
    private const int LargeBalance = 300;

    public static string State(TextCatalog texts, PartnerModel partner)
    {
        if (partner.InForce.Count == 0)
        {
            var last = partner.Past.Select(p => p.LastDay).OfType<DateOnly>().DefaultIfEmpty().Max();
            return last != default ? texts["partners.record.state.past", texts.Date(last)]
                : partner.Coming.Count > 0 ? texts["partners.record.state.coming"] : texts["partners.record.state.none"];
        }

        var first = partner.InForce[0];
        var key = "partners.record.state." + (first.LastDay is null ? "open" : "ends");
        return texts.Count(
            key, partner.InForce.Count, PartnerWords.InSentence(first.Kind), first.Number, texts.Date(first.LastDay));
    }

    public static PartnerMatter Matter(TextCatalog texts, PartnerModel partner, DateOnly today)
    {
        if (partner.Due.FirstOrDefault(d => d.IsOverdue) is { } overdue)
            return new(texts["partners.record.matter.overdue", overdue.Text, texts.Date(overdue.On)], "partners.record.open", overdue.Address);
        var ending = partner.InForce.FirstOrDefault(l => l.LastDay <= today.AddDays(NearDays) && !l.HasSuccessor && !l.Renews);
        if (ending is not null)
        {
            var days = ending.LastDay!.Value.DayNumber - today.DayNumber;
            return new(texts.Count("partners.record.matter.ending", days, ending.Number, texts.Date(ending.LastDay)), "partners.record.decide", ending.Address);
        }

        if (partner.Due.FirstOrDefault(d => d.On <= today.AddDays(SoonDays)) is { } soon)
            return new(texts["partners.record.matter.soon", soon.Text, texts.Date(soon.On)], "partners.record.open", soon.Address);
        var waiting = partner.Coming.FirstOrDefault(l => l.State is AgreementState.InReview or AgreementState.Approved or AgreementState.OutForSignature);
        if (waiting is not null)
            return new(texts["partners.record.matter." + waiting.State, waiting.Number], "partners.record.open", waiting.Address);
        var own = partner.Address;
        if (partner.InForce.Count > 0 && partner.Contacts.All(c => c.Side != ContactSide.Partner))
            return new(texts["partners.record.matter.nobody"], partner.MayEdit ? "partners.contact.add" : null, own + "/contacts/new?side=Partner");
        if (partner.InForce.Count > 0 && (partner.LastContact is null || partner.LastContact < today.AddMonths(-SilentMonths)))
        {
            var sentence = partner.LastContact is { } last ? texts["partners.record.matter.silent", texts.Date(last)] : texts["partners.record.matter.never"];
            return new(sentence, partner.MayEdit ? "partners.note.add" : null, own + "#notes");
        }

        if (partner.Places.Balance is { } owed && Math.Abs(owed) >= LargeBalance)
            return new(BalanceWords.Owed(texts, owed) + texts["partners.stop"], "partners.record.balance.open", own + "/balance");
        return new(texts["partners.record.matter.nothing"], null, null);
    }
}
