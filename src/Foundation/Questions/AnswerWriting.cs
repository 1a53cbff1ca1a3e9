using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Links;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Questions;

/// <summary>
/// Saves and submits answers. A draft keeps what was typed, right or wrong; what is submitted is right and holds nothing that was not asked.
/// Every step names the state it was made from, so that nothing written elsewhere meanwhile is overwritten.
/// </summary>
public sealed class AnswerWriting(AppDbContext db, IFileStore files, OutsideLinks links)
{
    /// <summary>Saves what a page sent as a draft; refused files and texts beyond every limit are noted on the form.</summary>
    public async Task<WrittenAnswer> SaveAsync(AnsweredPage page, CancellationToken cancellation)
    {
        var (answer, begun) = await OpenAsync(page, cancellation);
        var before = answer is null ? AnswerContent.Empty : AnswerContent.FromJson(answer.Content);
        var said = AnswerReading.Read(page.Sent, page.Questions, before, page.Language);
        if (answer?.State == AnswerState.Submitted) return new(AnswerOutcome.Over, said, answer.Version);
        if ((answer?.Version ?? 0) != page.Token || (answer is not null && answer.VersionNumber != page.Version.Number)) return new(AnswerOutcome.Conflict, said, answer?.Version ?? 0);
        if (answer is null) db.Add(answer = begun);
        said = await TakeFilesAsync(page, answer, before, said, cancellation);
        var json = said.ToJson();
        if (json.Length > FormLimits.Whole)
        {
            page.Sent.Refuse("", "questions.wrong.large");
            return new(AnswerOutcome.Refused, said, page.Token);
        }

        (answer.Content, answer.SavedAt) = (json, db.Write.Now);
        if (!await SavedAsync(page, cancellation)) return new(AnswerOutcome.Conflict, said, (await OpenAsync(page, cancellation)).Answer?.Version ?? 0);
        return new(page.Sent.IsValid ? AnswerOutcome.Saved : AnswerOutcome.Refused, said, answer.Version);
    }

    /// <summary>Submits a draft, where nothing is missing or wrong; with a link, the link is used up in the same save.</summary>
    public async Task<WrittenAnswer> SubmitAsync(AnsweredPage page, CancellationToken cancellation)
    {
        var (answer, begun) = await OpenAsync(page, cancellation);
        if (answer is null && page.Token == 0) db.Add(answer = begun);
        if (answer is null) return new(AnswerOutcome.Conflict, AnswerContent.Empty, 0);
        var said = AnswerContent.FromJson(answer.Content);
        if (answer.State == AnswerState.Submitted) return new(AnswerOutcome.Over, said, answer.Version);
        if (answer.Version != page.Token || answer.VersionNumber != page.Version.Number) return new(AnswerOutcome.Conflict, said, answer.Version);
        if (!page.Version.IsOpen) return new(AnswerOutcome.Closed, said, answer.Version);
        foreach (var error in AnswerChecks.Of(page.Version.Content, said)) page.Sent.Refuse(error.Field, error.TextKey, error.Args);
        if (!page.Sent.IsValid)
        {
            db.ChangeTracker.Clear();
            return new(AnswerOutcome.Refused, said, page.Token);
        }

        var settled = AnswerChecks.Settled(page.Version.Content, said);
        await KeepOnlyAsync(answer, settled, cancellation);
        (answer.Content, answer.LeftOver, answer.State) = (settled.ToJson(), null, AnswerState.Submitted);
        answer.SavedAt = db.Write.Now;
        answer.SubmittedAt = db.Write.Now;
        if (page.Who.Visit is { } visit && !await links.AnswerAsync(visit, null, cancellation)) return new(AnswerOutcome.Over, settled, answer.Version);
        db.Tell(new AnswerSubmitted(page.Form.Owner, answer.Id, answer.VersionNumber, answer.Account, page.Who.About));
        return await SavedAsync(page, cancellation) ? new(AnswerOutcome.Submitted, settled, answer.Version) : new(AnswerOutcome.Conflict, said, 0);
    }

    /// <summary>Takes a submitted answer back, so that it counts no longer and can be changed; saves.</summary>
    public async Task<bool> WithdrawAsync(FormCard form, Respondent who, CancellationToken cancellation)
    {
        var (id, key) = (form.Id, who.Key);
        if (await db.Set<FormAnswer>().ViewerNamed().SingleOrDefaultAsync(a => a.FormId == id && a.Respondent == key, cancellation) is not { State: AnswerState.Submitted } answer) return false;
        (answer.State, answer.SubmittedAt, answer.SavedAt) = (AnswerState.Withdrawn, null, db.Write.Now);
        db.Tell(new AnswerWithdrawn(form.Owner, answer.Id));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Takes a draft over to another version, as its respondent chose; saves.</summary>
    /// <returns>Whether it was still as they saw it.</returns>
    public async Task<bool> CarryAsync(AnsweredPage page, FormVersionCard to, CancellationToken cancellation)
    {
        var (answer, _) = await OpenAsync(page, cancellation);
        if (answer is null || answer.State == AnswerState.Submitted || answer.Version != page.Token) return false;
        var (carried, left) = CarryOver.To(to.Content, AnswerContent.FromJson(answer.Content));
        foreach (var (id, value) in answer.LeftOver is { } earlier ? AnswerContent.FromJson(earlier).Values : AnswerContent.Empty.Values)
            if (!left.Values.ContainsKey(id)) left = left.With(id, value);
        (answer.Content, answer.LeftOver, answer.VersionNumber, answer.SavedAt) = (carried.ToJson(), left.Values.Count == 0 ? null : left.ToJson(), to.Number, db.Write.Now);
        return await SavedAsync(page, cancellation);
    }

    private async Task<(FormAnswer? Answer, FormAnswer Begun)> OpenAsync(AnsweredPage page, CancellationToken cancellation)
    {
        var (form, key) = (page.Form.Id, page.Who.Key);
        var answer = await db.Set<FormAnswer>().ViewerNamed().SingleOrDefaultAsync(a => a.FormId == form && a.Respondent == key, cancellation);
        return (answer, answer ?? new FormAnswer
        {
            FormId = form,
            VersionNumber = page.Version.Number,
            Unit = page.Form.Unit,
            Respondent = key,
            Account = page.Who.Account,
            LinkId = page.Who.Visit?.Id,
            Name = page.Who.Name,
            AboutKind = page.Who.About?.Kind,
            AboutKey = page.Who.About?.Key,
            Content = AnswerContent.Empty.ToJson(),
            StartedAt = db.Write.Now,
            SavedAt = db.Write.Now,
        });
    }

    private async Task<AnswerContent> TakeFilesAsync(AnsweredPage page, FormAnswer answer, AnswerContent before, AnswerContent said, CancellationToken cancellation)
    {
        foreach (var question in page.Questions.Where(q => q.Kind == QuestionKind.File))
        {
            var kept = (said.Of(question.Id).Files ?? []).ToList();
            foreach (var gone in (before.Of(question.Id).Files ?? []).Except(kept)) await files.RemoveAsync(gone.Id, cancellation);
            foreach (var sent in page.Sent.Files.GetFiles(question.Id).Where(f => f.Length > 0 || f.FileName.Length > 0))
            {
                if (kept.Count >= Math.Min(question.MostFiles, FormLimits.Files))
                {
                    page.Sent.Refuse(question.Id, "questions.wrong.files", question.MostFiles);
                    break;
                }

                if (await TakeAsync(page, question, answer, sent, cancellation) is { } taken) kept.Add(taken);
            }

            said = said.With(question.Id, kept.Count == 0 ? AnswerValue.None : new() { Files = kept });
        }

        return said;
    }

    private async Task<AnsweredFile?> TakeAsync(AnsweredPage page, Question question, FormAnswer answer, IFormFile sent, CancellationToken cancellation)
    {
        try
        {
            await using var content = sent.OpenReadStream();
            var card = await files.AddAsync(new(new(FormAnswer.RecordKind, answer.Id.Value), sent.FileName, content, AnswerFiles.RulesOf(question)), cancellation);
            return new(card.Id, card.Name, card.Size);
        }
        catch (FileRefusedException refused)
        {
            page.Sent.Refuse(question.Id, refused.TextKey, [.. refused.Args]);
            return null;
        }
    }

    // Files of questions that are not asked, or of an earlier version, go with their answers.
    private async Task KeepOnlyAsync(FormAnswer answer, AnswerContent settled, CancellationToken cancellation)
    {
        var kept = settled.Values.Values.SelectMany(v => v.Files ?? []).Select(f => f.Id).ToHashSet();
        foreach (var file in await files.OfAsync(new RecordRef(FormAnswer.RecordKind, answer.Id.Value), cancellation))
            if (!kept.Contains(file.Id)) await files.RemoveAsync(file.Id, cancellation);
    }

    // A draft begun twice at the same moment: the unique key lets one stand, and the other is told.
    private async Task<bool> SavedAsync(AnsweredPage page, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
        catch (DbUpdateException) when (page.Token == 0)
        {
            db.ChangeTracker.Clear();
            if ((await OpenAsync(page, cancellation)).Answer is null) throw;
            return false;
        }
    }
}

/// <summary>A page of a form as it was sent.</summary>
/// <param name="Form">The form.</param>
/// <param name="Version">The version the page was of.</param>
/// <param name="Who">Who sent it.</param>
/// <param name="Token">The state of the draft the page was made from; 0: none.</param>
/// <param name="Questions">What the page asked.</param>
/// <param name="Sent">What was sent.</param>
/// <param name="Language">The language of the page.</param>
public sealed record AnsweredPage(FormCard Form, FormVersionCard Version, Respondent Who, int Token, IReadOnlyList<Question> Questions, FormReader Sent, Language Language);

/// <summary>What became of a page that was sent.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Said">What it says with it.</param>
/// <param name="Token">The state of the draft now.</param>
public sealed record WrittenAnswer(AnswerOutcome Outcome, AnswerContent Said, int Token);

/// <summary>What became of a page that was sent.</summary>
public enum AnswerOutcome
{
    /// <summary>The draft was saved.</summary>
    Saved,

    /// <summary>Something is missing or wrong; what could be kept is kept.</summary>
    Refused,

    /// <summary>It was submitted.</summary>
    Submitted,

    /// <summary>The draft was changed elsewhere meanwhile; nothing was saved.</summary>
    Conflict,

    /// <summary>Its version is answered no longer.</summary>
    Closed,

    /// <summary>It was submitted before.</summary>
    Over,
}
