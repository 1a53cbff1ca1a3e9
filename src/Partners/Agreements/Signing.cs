using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>What an agreement and an amendment share when they are signed: the gate before it, and noting one signature after the other under exactly the text approved.</summary>
internal sealed class Signing(AppDbContext db, Viewer viewer, SchoolClock clock, TextCatalog texts, IGates gates, Documents documents)
{
    public const string Gate = "partners.sign";

    /// <summary>What is still missing, for a page that shows it beforehand.</summary>
    public async Task<Readiness> ReadinessAsync(SignedText text, CancellationToken cancellation) =>
        new([.. ContentRules.Missing(text.Text)], await gates.PreviewAsync(Question(text), cancellation));

    /// <summary>Asks the gate. Where it stays closed its verdicts are saved at once.</summary>
    /// <returns>Everything that is missing; nothing: it is open.</returns>
    public async Task<IReadOnlyList<string>> ClosedAsync(SignedText text, CancellationToken cancellation)
    {
        db.Write.Action = text.Permission;
        var readiness = new Readiness([.. ContentRules.Missing(text.Text)], await gates.PassAsync(Question(text), cancellation));
        if (readiness.IsComplete) return [];
        if (!readiness.Gate.IsOpen) await db.SaveChangesAsync(cancellation);
        return readiness.Sentences(texts);
    }

    /// <summary>Notes the signature a form tells of; what is wrong with a field is noted in the form.</summary>
    /// <returns>Why it cannot be noted, and with the last signature the day of it.</returns>
    public async Task<(IReadOnlyList<string> Refusals, DateOnly? AllSigned)> NoteAsync(SignedText text, FormReader form, CancellationToken cancellation)
    {
        var on = form.Date("signed-on", required: true);
        var signatory = form.Text("signatory", 200, required: true);
        var party = SigningForm.PartyOf(form);
        if (on > clock.Today) form.Refuse("signed-on", "agreements.refused.future");
        var hash = SigningForm.HashOf(form);
        if (!hash.AsSpan().SequenceEqual(text.Hash)) form.Refuse("", "agreements.refused.other-text");
        else if (text.Approved is not { } approved || !approved.AsSpan().SequenceEqual(text.Hash)) form.Refuse("", "agreements.refused.not-approved");
        var parties = text.Text.Parties.Select(p => p.Organisation).ToList();
        var signed = await StandingAsync(text.Agreement.Id, text.Version, cancellation);
        if (!parties.Contains(party)) form.Refuse("party", "agreements.refused.no-party");
        else if (signed.Exists(s => s.OrganisationId == party)) form.Refuse("party", "agreements.refused.signed-already");
        if (!form.IsValid) return ([], null);
        if (await ClosedAsync(text, cancellation) is { Count: > 0 } missing) return (missing, null);
        if (await KeepAsync(text, form, cancellation) is { } unkept) return ([unkept], null);
        signed.Add(Add(text, party, on!.Value, signatory));
        return ([], parties.TrueForAll(p => signed.Exists(s => s.OrganisationId == p)) ? signed.Max(s => s.SignedOn) : null);
    }

    /// <summary>The standing signatures under a version.</summary>
    public Task<List<PartySignature>> StandingAsync(AgreementId id, int version, CancellationToken cancellation) =>
        db.Set<PartySignature>().Where(s => s.AgreementId == id && s.TextVersion == version && s.WithdrawnAt == null).OrderBy(s => s.SignedOn).ToListAsync(cancellation);

    /// <summary>Signatures under a text that went back to be changed stand no longer.</summary>
    public async Task TakeBackAsync(AgreementId id, int version, CancellationToken cancellation)
    {
        foreach (var signature in await StandingAsync(id, version, cancellation)) signature.WithdrawnAt = clock.Now;
    }

    /// <summary>Keeps the signed text that was handed in, once nothing stands against the signature: what is refused leaves no file behind.</summary>
    private async Task<string?> KeepAsync(SignedText text, FormReader form, CancellationToken cancellation) => form.Files.GetFile("document") is { Length: > 0 } file
        ? await documents.AddAsync(text.Agreement, text.Version, AgreementDocumentKind.Signed, file, cancellation)
        : null;

    private PartySignature Add(SignedText text, OrganisationId? party, DateOnly on, string signatory)
    {
        var by = viewer.Now(clock);
        var signature = new PartySignature
        {
            AgreementId = text.Agreement.Id,
            TextVersion = text.Version,
            OrganisationId = party,
            SignedOn = on,
            Signatory = signatory,
            Hash = text.Hash,
            RecordedAt = by.At,
            AccountId = by.Account,
        };
        db.Add(signature);
        return signature;
    }

    private static GateQuestion Question(SignedText text) => new(Gate, text.Subject, text.Agreement.UnitId, text.Text.Territory);
}

/// <summary>A text on its way to be signed: an agreement's own, or an amendment's.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Version">Which version of its text, from 1.</param>
/// <param name="Subject">Its name for other rooms.</param>
/// <param name="Text">The text.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Approved">The hash the chain approved.</param>
internal sealed record SignedText(Agreement Agreement, int Version, RecordRef Subject, AgreementContent Text, byte[] Hash, byte[]? Approved)
{
    /// <summary>The permission under which a closed gate is kept.</summary>
    public string Permission { get; init; } = PartnersPermissions.SignAgreements;

    public static SignedText Of(Agreement agreement) => new(agreement, 1, agreement.Ref(), agreement.Text, agreement.ContentHash, agreement.ApprovedHash);

    public static SignedText Of(Agreement agreement, AgreementVersion version) =>
        new(agreement, version.Number, version.Ref(), version.Text, version.Hash, version.ApprovedHash);
}

/// <summary>The form in which a signature is noted; the same for an agreement and an amendment.</summary>
internal static class SigningForm
{
    /// <summary>The word for the school's own university in the choice of parties.</summary>
    public const string School = "school";

    public static OrganisationId? PartyOf(FormReader form) => form.Raw("party") == School ? null : form.Key<OrganisationCard>("party", required: true);

    /// <summary>The hash of the text one had before one's eyes.</summary>
    public static byte[] HashOf(FormReader form)
    {
        try
        {
            return Convert.FromHexString(form.Text("hash", 64));
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
