using Entente.Foundation.Import;
using Entente.Partners.Model;

namespace Entente.Partners.Imports;

/// <summary>Compares what rows say of one partner with the records.</summary>
internal static class PartnerComparison
{
    /// <summary>Plans what is to be done with the rows of one organisation, in their order: what one row adds, the next finds there.</summary>
    public static void Compare(IReadOnlyList<PartnerLine> rows, PartnersAsStored stored)
    {
        var isPartner = rows[0].Organisation.Card is { } card && stored.IsPartner(card.Id);
        var (contacts, notes, isFeatured) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.Ordinal), false);
        foreach (var row in rows.Where(r => !r.Line.IsRefused))
        {
            row.Plan = PlanOf(row, stored, addsProfile: !isPartner, contacts, notes, isFeatured);
            isFeatured |= row.Plan.Featured is not null;
            var adds = row.Plan.AddsContact || row.Plan.AddsNote;
            row.Line.Outcome = !isPartner ? ImportOutcome.New
                : adds || row.Plan.Featured is not null || row.Plan.ChangesContact ? ImportOutcome.Changed
                : ImportOutcome.Unchanged;
            row.Line.Basis = BasisOf(row, stored);
            row.Line.State = row;
            isPartner = true;
        }
    }

    private static PartnerPlan PlanOf(
        PartnerLine row, PartnersAsStored stored, bool addsProfile, HashSet<string> contacts, HashSet<string> notes, bool isFeatured)
    {
        var organisation = row.Organisation.Card?.Id;
        var profile = organisation is { } id ? stored.Profiles.GetValueOrDefault(id) : null;
        var featured = row.Line.WholeNumber(PartnerFields.Featured) is { } place && place != profile?.Featured && !isFeatured ? place : (int?)null;
        if (featured is not null && !addsProfile) Change(row, PartnerFields.Featured, profile?.Featured?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", featured.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));

        var known = organisation is { } there && row.HasContact ? stored.ContactOf(there, row.ContactName, row.ContactEmail) : null;
        var isRepeated = row.HasContact && known is null && !contacts.Add(row.ContactEmail.Length > 0 ? row.ContactEmail : row.ContactName);
        var addsContact = row.HasContact && known is null && !isRepeated;
        var email = known is not null && row.ContactEmail.Length > 0 && !string.Equals(known.Contact.Email, row.ContactEmail, StringComparison.OrdinalIgnoreCase) ? row.ContactEmail : null;
        var role = known is not null && row.Role is { } said && said != known.Contact.Role ? said : (ContactRole?)null;
        if (addsContact && !addsProfile) Change(row, PartnerFields.ContactName, "", row.ContactName);
        if (email is not null) Change(row, PartnerFields.ContactEmail, known!.Contact.Email ?? "", email);
        if (role is not null) Change(row, PartnerFields.ContactRole, ContactRoleWords.Of(known!.Contact.Role), ContactRoleWords.Of(role.Value));

        var note = row.Line.Text(PartnerFields.Note);
        var addsNote = note.Length > 0 && (organisation is not { } at || !stored.HasNote(at, note)) && notes.Add(note);
        if (addsNote && !addsProfile) Change(row, PartnerFields.Note, "", note);
        return new(addsProfile, featured, known?.Contact, addsContact, email, role, addsNote);
    }

    private static void Change(PartnerLine row, string field, string before, string after) => row.Line.Changes.Add(new(field, before, after));

    private static string BasisOf(PartnerLine row, PartnersAsStored stored)
    {
        if (row.Organisation.Card is not { } card) return "new";
        var profile = stored.Profiles.GetValueOrDefault(card.Id)?.Version ?? 0;
        return FormattableString.Invariant($"{card.Id}:{profile}:{row.Plan.Contact?.Version ?? 0}");
    }
}
