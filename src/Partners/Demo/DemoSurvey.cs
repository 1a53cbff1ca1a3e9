using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Links;
using Entente.Foundation.Questions;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Partners.Questionnaires;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Entente.Partners.Demo;

/// <summary>The yearly cooperation survey of the demonstration school: two versions, answers to both, one draft.</summary>
internal sealed class DemoSurvey(AppDbContext db, DemoBook book, DemoPast past)
{
    private readonly FormBoard forms = db.Write.Services.GetRequiredService<FormBoard>();
    private readonly OutsideLinks links = db.Write.Services.GetRequiredService<OutsideLinks>();
    private readonly AnswerWriting writing = db.Write.Services.GetRequiredService<AnswerWriting>();

    public async Task AddAsync(IOrganisations organisations, CancellationToken cancellation)
    {
        var unit = book.Find<UnitCard>("SOE");
        var survey = new Questionnaire
        {
            Title = new("Yearly cooperation survey", "年度合作调查"),
            Lead = new(
                "Once a year we ask how our cooperation went and what you plan. It takes about ten minutes; you can leave and come back.",
                "我们每年了解一次合作情况与新一年的打算，约需十分钟，可中途离开后继续填写。"),
            Until = past.Today.AddDays(45),
            AsksColleagues = true,
            CreatedAt = past.At(past.Today.AddDays(-44)),
            UnitId = unit,
        };
        db.Add(survey);
        var id = forms.Add(survey.Ref(), unit.Value, DemoSurveyQuestions.First);
        await db.SaveChangesAsync(cancellation);
        await PublishAsync(id, past.Today.AddDays(-42), cancellation);
        var asking = new QuestionnaireAsking(links);
        var visits = new Dictionary<string, Respondent>(StringComparer.Ordinal);
        foreach (var (partner, name, email, language) in DemoSurveyQuestions.Asked)
        {
            using var day = past.As("tang.yuan", past.Today.AddDays(partner is "unsw" or "kth" ? -9 : -40));
            var card = organisations.Cards(Viewer.System).Single(o => o.Id == book.Find<OrganisationCard>(partner));
            var token = await asking.AskAsync(survey.Id.Value, survey.Title, unit.Value, card, new(name, email, language, Guid.Empty), 60, db.Write.Viewer, cancellation);
            await db.SaveChangesAsync(cancellation);
            visits[partner] = new(null, (await links.FindAsync(token, cancellation))!.Value.Visit, name, PartnerRecordNames.RecordOf(card.Id));
        }

        await AnswerAsync(id, visits["psu"], -36, true, DemoSurveyQuestions.Active, cancellation);
        await AnswerAsync(id, visits["delft"], -33, true, DemoSurveyQuestions.Quiet, cancellation);
        await AnswerAsync(id, visits["waterloo"], -20, false, DemoSurveyQuestions.Begun, cancellation);
        var draft = (await forms.FindAsync(id, Viewer.System, cancellation))!;
        await forms.ChangeAsync(draft, draft.Token, DemoSurveyQuestions.Second(draft.Draft), cancellation);
        await PublishAsync(id, past.Today.AddDays(-12), cancellation);
        await AnswerAsync(id, visits["unsw"], -5, true, [.. DemoSurveyQuestions.Active, ("q20", "o22")], cancellation);
        var he = book.Find<AccountCard>("he.mingche");
        await AnswerAsync(id, new(he.Value, null, "He Mingche", null), -3, true, [.. DemoSurveyQuestions.Colleague, ("q20", "o21")], cancellation);
    }

    private async Task PublishAsync(Id<FormTag> id, DateOnly on, CancellationToken cancellation)
    {
        using var day = past.As("tang.yuan", on);
        var form = (await forms.FindAsync(id, Viewer.System, cancellation))!;
        var by = db.Write.Viewer;
        db.Write.Viewer = Viewer.System;
        await forms.PublishAsync(form, form.Token, keepEarlier: true, by, cancellation);
    }

    private async Task AnswerAsync(Id<FormTag> id, Respondent who, int days, bool submit, (string Field, string Value)[] fields, CancellationToken cancellation)
    {
        db.Write.DateAs(past.At(past.Today.AddDays(days)));
        var form = (await forms.FindAsync(id, Viewer.System, cancellation))!;
        var version = (await forms.VersionAsync(id, form.Latest, cancellation))!;
        var sent = new FormReader(new FormCollection(fields.GroupBy(f => f.Field, f => f.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new StringValues([.. g]), StringComparer.Ordinal)));
        var page = new AnsweredPage(form, version, who, 0, [.. version.Content.Questions], sent, Language.English);
        var saved = await writing.SaveAsync(page, cancellation);
        if (submit && await writing.SubmitAsync(page with { Token = saved.Token }, cancellation) is { Outcome: not AnswerOutcome.Submitted } refused)
            throw new InvalidOperationException($"The demonstration answer of {who.Name} is {refused.Outcome}: {string.Join(", ", sent.Errors.Select(e => e.Field + " " + e.TextKey))}.");
        db.Write.DateAs(null);
    }
}
