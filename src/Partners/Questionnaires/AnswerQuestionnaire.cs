using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Links;
using Entente.Foundation.Questions;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Pages;
using Entente.Ui.Questions;
using Microsoft.AspNetCore.Http;

namespace Entente.Partners.Questionnaires;

/// <summary>What a partner's person does by a link: fills in the questionnaire, in as many sittings as they like, and submits it once.</summary>
internal sealed class AnswerQuestionnaire(FormBoard forms, Filling filling, AnswerBoard answers) : ILinkPurpose
{
    public const string Purpose = "partners.questionnaire";

    public string Kind => Purpose;

    public Task<IResult> ShowAsync(LinkVisit visit, CancellationToken cancellation) =>
        WithAsync(visit, (form, who) => filling.ShowAsync(form, who, visit.Address, cancellation), cancellation);

    public Task<IResult> AnswerAsync(LinkVisit visit, HttpRequest request, CancellationToken cancellation) =>
        WithAsync(visit, (form, who) => filling.SendAsync(form, who, visit.Address, cancellation), cancellation);

    public Task<IResult> DoneAsync(LinkVisit visit, CancellationToken cancellation) => WithAsync(
        visit,
        async (form, who) => await filling.SubmittedAsync(form, who, visit.Address, cancellation) is { } submitted ? Page.Show<AnsweredFormPage>(submitted) : Results.NotFound(),
        cancellation);

    public async Task<FileCard?> FileAsync(LinkVisit visit, Id<FileCard> file, CancellationToken cancellation) =>
        await forms.OfAsync(new(Questionnaire.RecordKind, visit.Subject.Key), Viewer.System, cancellation) is { } form && OrganisationId.TryParse(visit.Instance, null, out var partner)
            ? await answers.FileAsync(form.Id, new(null, visit, visit.Name, PartnerRecordNames.RecordOf(partner)), file, cancellation)
            : null;

    /// <summary>How a link says which partner it is for.</summary>
    public static string InstanceOf(OrganisationId partner) => partner.ToString();

    private async Task<IResult> WithAsync(LinkVisit visit, Func<FormCard, Respondent, Task<IResult>> answer, CancellationToken cancellation) =>
        await forms.OfAsync(new(Questionnaire.RecordKind, visit.Subject.Key), Viewer.System, cancellation) is { } form && OrganisationId.TryParse(visit.Instance, null, out var partner)
            ? await answer(form, new(null, visit, visit.Name, PartnerRecordNames.RecordOf(partner)))
            : Results.NotFound();
}
