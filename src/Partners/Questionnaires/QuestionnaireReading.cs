using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Questions;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Answers;
using Entente.Partners.FactSheets;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Links;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Questionnaires;

/// <summary>Reads a questionnaire with its form, and where every partner stands, in a number of statements that does not depend on theirs.</summary>
internal sealed class QuestionnaireReading(
    AppDbContext db, FormBoard forms, AnswerBoard answers, OutsideLinks links, IOrganisations organisations, IPartnerContacts contacts, SchoolClock clock)
{
    public async Task<QuestionnaireModel?> OfAsync(string id, Viewer viewer, CancellationToken cancellation)
    {
        if (!Id<Questionnaire>.TryParse(id, null, out var key)) return null;
        if (await db.Set<Questionnaire>().VisibleTo(viewer).AsNoTracking().SingleOrDefaultAsync(q => q.Id == key, cancellation) is not { } found) return null;
        if (await forms.OfAsync(found.Ref(), Viewer.System, cancellation) is not { } form) return null;
        return new(
            found.Id.Value, found.Version, found.Title, found.Lead, found.Until, found.AsksColleagues, found.UnitId.Value, form, await answers.CountsAsync(form.Id, cancellation),
            await RowsAsync(found, viewer, cancellation), viewer.May(PartnersPermissions.Edit, found.UnitId.Value),
            viewer.May(Foundation.FoundationPermissions.Forms, found.UnitId.Value), found.Until < clock.Today);
    }

    /// <summary>The partners with an agreement in force, and those asked; by name.</summary>
    private async Task<IReadOnlyList<QuestionnaireRow>> RowsAsync(Questionnaire questionnaire, Viewer viewer, CancellationToken cancellation)
    {
        var today = clock.Today;
        var key = questionnaire.Id.Value;
        var asked = viewer.May(Foundation.FoundationPermissions.Links)
            ? await links.Lines(viewer).Where(l => l.Purpose == AnswerQuestionnaire.Purpose && l.SubjectKey == key && l.WithdrawnAt == null).ToListAsync(cancellation)
            : [];
        var askedOf = asked.Select(l => OrganisationId.TryParse(l.Instance, null, out var partner) ? partner : default).Distinct().ToList();
        var inForce = new PartnerSet(db, organisations, viewer, today).InForceOf.Select(a => a.Partner);
        var cards = await organisations.Cards(viewer).Where(o => inForce.Contains(o.Id) || askedOf.Contains(o.Id)).ToListAsync(cancellation);
        var partners = cards.ConvertAll(c => c.Id);
        var first = await contacts.OfAsync(partners, viewer, cancellation);
        var byPartner = asked.ToLookup(l => l.Instance, StringComparer.Ordinal);
        return [.. cards.OrderBy(c => Language.Current == Language.Chinese ? c.SortKeyZh : c.SortKey, SortKeyOrder.Instance).Select(c => Row(
            c, first.GetValueOrDefault(c.Id) is [var contact, ..] ? new QuestionnaireContact(contact.Name.ToString(), contact.Email, contact.Language, contact.Person.Value) : null,
            [.. byPartner[AnswerQuestionnaire.InstanceOf(c.Id)]]))];
    }

    private QuestionnaireRow Row(OrganisationCard partner, QuestionnaireContact? contact, IReadOnlyList<LinkLine> asked)
    {
        var last = asked.OrderByDescending(l => l.AnsweredAt is not null).ThenByDescending(l => l.SentAt).FirstOrDefault();
        return new(partner, contact, last?.StateAt(db.Write.Now), last?.Name, last?.AnsweredAt ?? last?.SentAt);
    }
}

/// <summary>What the page of a questionnaire shows.</summary>
public sealed record QuestionnaireModel(
    Guid Key, int Token, LocalizedText Title, LocalizedText Lead, DateOnly? Until, bool AsksColleagues, Guid Unit, FormCard Form, IReadOnlyList<AnswerCount> Counts,
    IReadOnlyList<QuestionnaireRow> Rows, bool MayEdit, bool MayWrite, bool IsOver)
{
    /// <summary>The page as it was sent.</summary>
    public Foundation.Web.FormReader Sent { get; init; } = Foundation.Web.FormReader.Empty;

    /// <summary>The link made just now, where it is shown once.</summary>
    public MadeLink? Made { get; init; }

    /// <summary>How many were asked just now; none: nobody was.</summary>
    public int? Asked { get; init; }

    /// <summary>The partners that could not be asked because nobody there has an address.</summary>
    public IReadOnlyList<string> Nobody { get; init; } = [];

    /// <summary>Its page.</summary>
    public string Address => ShowQuestionnaire.AddressOf(new(Key));

    /// <summary>How many answers count.</summary>
    public int Answers => Counts.Where(c => c.State == AnswerState.Submitted).Sum(c => c.Count);
}

/// <summary>Where a partner stands.</summary>
/// <param name="Partner">Who.</param>
/// <param name="Contact">Who would be asked; none: nobody there has an address.</param>
/// <param name="State">The state of the link sent last; none: not asked.</param>
/// <param name="Asked">Whom it was sent to.</param>
/// <param name="At">When it was sent, or answered.</param>
public sealed record QuestionnaireRow(OrganisationCard Partner, QuestionnaireContact? Contact, LinkState? State, string? Asked, NodaTime.Instant? At);

/// <summary>Somebody at a partner who can be asked.</summary>
public sealed record QuestionnaireContact(string Name, string Email, string? Language, Guid Person);
