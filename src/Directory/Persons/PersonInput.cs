using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Entente.Foundation.Web;

namespace Entente.Directory.Persons;

/// <summary>What a form says of a person: the name in parts and in its own script, mail, ORCID iD.</summary>
internal sealed record PersonInput(PersonNameParts Name, string Email, string? Orcid)
{
    /// <summary>Reads and checks the form; what is wrong is noted in it.</summary>
    public static PersonInput Read(FormReader form)
    {
        var family = form.Text("family", 80);
        var given = form.Text("given", 80);
        var native = form.Text("native", PersonName.Longest);
        var familyFirst = form.Raw("order") != "given";
        var email = form.Text("email", PersonEmail.Longest);
        var orcid = form.Text("orcid", 60);
        if (family.Length + given.Length + native.Length == 0) form.Refuse("family", "directory.person.no-name");
        if (NameFolding.HasHan(family + given)) form.Refuse("family", "directory.person.latin-here");
        if (email.Length > 0 && !PersonEmail.IsAddress(email)) form.Refuse("email", "directory.account.no-address", email);
        string? read = null;
        if (orcid.Length > 0 && (read = Model.Orcid.Read(orcid, out var wrong)) is null) form.Refuse("orcid", wrong!);
        return new(new(family, given, familyFirst, native.Length > 0 ? native : null), email, read);
    }

    /// <summary>What is compared to find doubles.</summary>
    public PersonLikeness Likeness(PersonId id, OrganisationId? organisation) => PersonLikeness.Of(id, Name, Email, Orcid, organisation);
}
