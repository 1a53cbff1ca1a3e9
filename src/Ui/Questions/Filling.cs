using System.Globalization;
using Entente.Foundation.Data;
using Entente.Foundation.Questions;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Questions;

/// <summary>
/// Filling in a form, page by page, the same for people behind a link and for those signed in: opening writes nothing, every button saves, and only the
/// last page submits.
/// </summary>
public sealed class Filling(
    AppDbContext db, FormBoard forms, AnswerBoard answers, AnswerWriting writing, IEnumerable<IFormOwner> owners, SchoolClock clock, IHttpContextAccessor http)
{
    private const string CheckPage = "check";
    private const string NewPage = "new";

    /// <summary>Shows a page of the form; writes nothing.</summary>
    /// <param name="form">The form; the caller has checked that it may be answered.</param>
    /// <param name="who">Who answers.</param>
    /// <param name="address">Where the pages are, and where they are sent.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IResult> ShowAsync(FormCard form, Respondent who, string address, CancellationToken cancellation)
    {
        if (await BeginAsync(form, who, address, null, cancellation) is not { } model) return Results.NotFound();
        var query = http.HttpContext!.Request.Query;
        var page = query["page"].ToString();
        if (model.Answer?.State == AnswerState.Submitted) return Page.Show<AnsweredFormPage>(model);
        if (!model.Version.IsOpen || (page == NewPage && model.IsBehind)) return Page.Show<CarryOverPage>(model);
        var shown = model with { Section = SectionOf(page, model), WasSaved = query.ContainsKey("saved"), WasCarried = query.ContainsKey("carried") };
        return page == CheckPage ? Page.Show<CheckAnswerPage>(shown) : Page.Show<FillFormPage>(shown);
    }

    /// <summary>Takes what a page sent: saves, and goes on, back, to the check, submits, or carries over.</summary>
    public async Task<IResult> SendAsync(FormCard form, Respondent who, string address, CancellationToken cancellation)
    {
        var sent = await FormReader.ReadAsync(http.HttpContext!.Request, cancellation);
        var version = sent.Number("version", 1, int.MaxValue);
        if (await BeginAsync(form, who, address, version, cancellation) is not { } model) return Results.NotFound();
        model = model with { Form = sent, Section = SectionOf(sent.Raw("page"), model), Token = Whole(sent.Raw("token")) };
        if (model.Answer?.State == AnswerState.Submitted) return Page.SeeOther(address);
        db.Write.Action = "foundation.forms.answer";
        return sent.Raw("do") switch
        {
            "submit" => await SubmitAsync(model, cancellation),
            "carry" => await CarryAsync(model, cancellation),
            var step => await SaveAsync(model, step, cancellation),
        };
    }

    /// <summary>What was submitted.</summary>
    public async Task<FillModel?> SubmittedAsync(FormCard form, Respondent who, string address, CancellationToken cancellation) =>
        await BeginAsync(form, who, address, null, cancellation) is { Answer.State: AnswerState.Submitted } model ? model : null;

    private async Task<IResult> SaveAsync(FillModel model, string step, CancellationToken cancellation)
    {
        var page = PageOf(model, model.Asked);
        var written = await writing.SaveAsync(page, cancellation);
        switch (written.Outcome)
        {
            case AnswerOutcome.Over:
                return Page.SeeOther(model.Address);
            case AnswerOutcome.Conflict:
                return await ConflictAsync(model, written.Said, cancellation);
            case AnswerOutcome.Refused:
                return Page.Refuse<FillFormPage>(model with { Said = written.Said, Token = written.Token });
        }

        if (!model.Version.IsOpen) return Page.SeeOther(model.Address);
        if (step.StartsWith("rows.", StringComparison.Ordinal)) return Page.SeeOther($"{model.PageAddress(model.Section)}&saved=1#{Forms.FieldBase.IdOf(step[5..])}");
        var to = step switch { "next" => NextOf(model, written.Said), "back" => model.Section - 1, _ => model.Section };
        if (step == "check" || to >= model.Version.Content.Sections.Count) return Page.SeeOther(model.CheckAddress);
        return Page.SeeOther(model.PageAddress(Math.Max(0, to)) + (step == "save" ? "&saved=1" : ""));
    }

    private async Task<IResult> SubmitAsync(FillModel model, CancellationToken cancellation)
    {
        if (model.IsOver)
        {
            model.Form.Refuse("", "forms.over.submit");
            return Page.Refuse<CheckAnswerPage>(model);
        }

        var written = await writing.SubmitAsync(PageOf(model, []), cancellation);
        return written.Outcome switch
        {
            AnswerOutcome.Refused => Page.Refuse<CheckAnswerPage>(model),
            AnswerOutcome.Conflict => await StaleAsync<CheckAnswerPage>(model, cancellation),
            AnswerOutcome.Submitted when model.Who.Visit is { } visit => Page.SeeOther(visit.DoneAddress),
            _ => Page.SeeOther(model.Address),
        };
    }

    private async Task<IResult> CarryAsync(FillModel model, CancellationToken cancellation) =>
        await writing.CarryAsync(PageOf(model, []), model.Latest, cancellation)
            ? Page.SeeOther(model.PageAddress(0) + "&carried=1")
            : await StaleAsync<CarryOverPage>(model, cancellation);

    // What was typed here stays on the page; what stands elsewhere is said beside, and only the next save, made with it in view, counts.
    private async Task<IResult> ConflictAsync(FillModel model, AnswerContent typed, CancellationToken cancellation)
    {
        if (await BeginAsync(model.FormCard, model.Who, model.Address, null, cancellation) is not { Answer: { } stored } now) return Results.NotFound();
        if (stored.State == AnswerState.Submitted) return Page.SeeOther(model.Address);
        if (!now.Version.IsOpen) return Page.SeeOther(model.Address);
        var here = now.Version.Number == model.Version.Number ? typed : CarryOver.To(now.Version.Content, typed).Carried;
        var section = Math.Min(model.Section, now.Version.Content.Sections.Count - 1);
        var page = now with { Form = model.Form, Said = here, Section = section, Token = stored.Token };
        return Conflict<FillFormPage>(page with { Elsewhere = [.. page.Asked.Where(q => !here.Of(q.Id).Says(stored.Content.Of(q.Id)))], Stored = stored.Content });
    }

    private async Task<IResult> StaleAsync<TPage>(FillModel model, CancellationToken cancellation)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        await BeginAsync(model.FormCard, model.Who, model.Address, null, cancellation) is not { } now ? Results.NotFound()
            : now.Answer?.State == AnswerState.Submitted ? Page.SeeOther(model.Address) : Conflict<TPage>(now with { WasChanged = true });

    private static IResult Conflict<TPage>(FillModel model)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var page = Page.Show<TPage>(model);
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    private async Task<FillModel?> BeginAsync(FormCard form, Respondent who, string address, int? sentVersion, CancellationToken cancellation)
    {
        if (form.Latest == 0 || owners.FirstOrDefault(o => o.Kind == form.Owner.Kind) is not { } owner) return null;
        if (await owner.OfAsync(form.Owner.Key, Foundation.Access.Viewer.System, cancellation) is not { } subject) return null;
        var versions = await forms.VersionsAsync(form.Id, cancellation);
        var answer = await answers.OfAsync(form.Id, who, cancellation);
        var version = versions.FirstOrDefault(v => v.Number == (sentVersion ?? answer?.Version)) ?? versions[0];
        return new(form, subject, who, address, version, versions[0], answer)
        {
            Said = answer?.Content ?? AnswerContent.Empty,
            Token = answer?.Token ?? 0,
            IsOver = subject.Until < clock.Today,
        };
    }

    private static AnsweredPage PageOf(FillModel model, IReadOnlyList<Question> questions) =>
        new(model.FormCard, model.Version, model.Who, model.Token, questions, model.Form, Language.Current);

    // The next section that asks anything, given what was just said.
    private static int NextOf(FillModel model, AnswerContent said)
    {
        var asked = Conditions.Asked(model.Version.Content, said);
        var next = model.Section + 1;
        while (next < model.Version.Content.Sections.Count && !model.Version.Content.Sections[next].Questions.Any(q => asked.Contains(q.Id))) next++;
        return next;
    }

    private static int SectionOf(string page, FillModel model) => Math.Clamp(Whole(page) - 1, 0, Math.Max(0, model.Version.Content.Sections.Count - 1));

    private static int Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
