using Entente.Contracts.Partners;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Entente.Ui.Records;

namespace Entente.Partners.Partners;

/// <summary>Everything that happened with a partner: steps of agreements, contacts, notes, and what other rooms tell.</summary>
internal static class PartnerTimeline
{
    private const int LongestNote = 140;

    public static IReadOnlyList<TimelineItem> Of(
        TextCatalog texts, IReadOnlyList<AgreementLine> agreements, IReadOnlyList<ContactLine> contacts, IReadOnlyList<NoteLine> notes,
        IReadOnlyList<PartnerMoment> moments, DateOnly on, bool isToday)
    {
        var items = new List<TimelineItem>();
        foreach (var agreement in agreements)
        {
            items.AddRange(agreement.Steps.Select(s => new TimelineItem(
                s.On,
                $"{agreement.Number} {agreement.Title}" + (s.Reason is { Length: > 0 } reason ? texts["partners.record.because", reason] : ""),
                agreement.Address, texts["partners.record.step." + s.To])));
        }

        foreach (var contact in contacts)
        {
            if (contact.From is { } from) items.Add(new(from, texts["partners.record.contact.from", contact.Name, RoleOf(texts, contact)], null, texts["partners.record.kind.contact"]));
            if (contact.Until is { } until && until < on) items.Add(new(until, texts["partners.record.contact.until", contact.Name], null, texts["partners.record.kind.contact"]));
        }

        items.AddRange(notes.Select(n => new TimelineItem(
            n.On, Shortened(n.Text.ToString()), "#note-" + n.Key, texts["partners.note.kind." + n.Kind])
        { By = n.Author }));
        items.AddRange(moments.Select(m => new TimelineItem(m.On, m.Text.ToString(), m.Address, WordOf(texts, m.Kind))));
        return [.. items.Where(i => isToday || i.On <= on)];
    }

    public static string RoleOf(TextCatalog texts, ContactLine contact) =>
        contact.Title.ToString() is { Length: > 0 } title ? title : texts["partners.contact.role." + contact.Role];

    private static string WordOf(TextCatalog texts, string kind)
    {
        var own = "partners.moment." + kind;
        return texts.Has(own) ? texts[own] : texts[kind];
    }

    private static string Shortened(string text) => text.Length <= LongestNote ? text : text[..LongestNote].TrimEnd() + "…";
}
