using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Ids;
using Entente.Foundation.Questions;
using Entente.Foundation.Tests.Files;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Entente.Foundation.Tests.Questions.Asking;

namespace Entente.Foundation.Tests.Questions;

/// <summary>Answers in a real database: drafts, two windows, versions, and what a submitted one holds.</summary>
public sealed class AnswerWritingTests
{
    private static readonly Guid Account = Guid.CreateVersion7();
    private static readonly Respondent Ana = new(Account, null, "Ana", null);

    private static readonly FormContent Asked = Form(
        Ask("q1", QuestionKind.Choice, required: true) with { Options = [Option("o1"), Option("o2")] },
        Ask("q2", QuestionKind.Lines, required: true) with { When = new("q1", ConditionKind.Is, "o2") },
        Ask("q3", QuestionKind.File) with { When = new("q2", ConditionKind.Given) },
        Ask("q4", QuestionKind.Number) with { Most = 5 });

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_answer_to_a_question_that_is_not_asked_is_not_kept_on_submit_nor_its_file(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var form = await PublishedAsync(house);
        var first = await SaveAsync(house, form, 1, 0, [("q1", "o2"), ("q2", "secret words"), ("q4", "six")], ("q3", "plan.pdf", SampleFiles.Pdf()));
        Assert.Equal(AnswerOutcome.Saved, first.Outcome);
        Assert.Equal(1, await FilesAsync(house));

        // What was typed stays in the draft, the wrong number too; nothing wrong is submitted.
        Assert.Equal((AnswerOutcome.Refused, "q4"), await SubmitAsync(house, form, 1, first.Token));
        Assert.Equal("six", (await OfAsync(house, form))!.Content.Of("q4").Text);
        var second = await SaveAsync(house, form, 1, first.Token, [("q1", "o1"), ("q2", "secret words"), ("q4", "5.0")]);
        Assert.Equal((AnswerOutcome.Submitted, ""), await SubmitAsync(house, form, 1, second.Token));
        var kept = (await OfAsync(house, form))!;
        Assert.Equal((AnswerState.Submitted, """{"q1":{"Text":"","Chosen":["o1"]},"q4":{"Text":"5"}}"""), (kept.State, kept.Content.ToJson()));
        Assert.Equal(0, await FilesAsync(house));
        Assert.DoesNotContain("secret", string.Concat(await house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Foundation.Log.LogEntry>().Select(l => l.Changes).ToListAsync())), StringComparison.Ordinal);

        // It is submitted once; taken back, it can be changed again.
        Assert.Equal(AnswerOutcome.Over, (await SaveAsync(house, form, 1, kept.Token, [("q1", "o2")])).Outcome);
        Assert.True(await house.InAsync(s => s.GetRequiredService<AnswerWriting>().WithdrawAsync(form, Ana, CancellationToken.None)));
        Assert.Equal(AnswerOutcome.Saved, (await SaveAsync(house, form, 1, kept.Token + 1, [("q1", "o2")])).Outcome);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_windows_never_overwrite_each_other_silently(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var form = await PublishedAsync(house);
        var first = await SaveAsync(house, form, 1, 0, [("q1", "o1")]);
        var other = await SaveAsync(house, form, 1, 0, [("q1", "o2"), ("q2", "typed elsewhere")]);
        Assert.Equal((AnswerOutcome.Conflict, "typed elsewhere", first.Token), (other.Outcome, other.Said.Of("q2").Text, other.Token));
        Assert.Equal(["o1"], (await OfAsync(house, form))!.Content.Of("q1").Chosen!);
        var tooLong = await SaveAsync(house, form, 1, first.Token, [("q1", "o2"), ("q2", new string('x', FormLimits.Answer + 1))]);
        Assert.Equal((AnswerOutcome.Refused, FormLimits.Answer), (tooLong.Outcome, tooLong.Said.Of("q2").Text.Length));
        other = other with { Token = tooLong.Token };
        Assert.Equal((AnswerOutcome.Conflict, ""), await SubmitAsync(house, form, 1, 0));

        // With what stands elsewhere in view, saving again replaces it.
        Assert.Equal(AnswerOutcome.Saved, (await SaveAsync(house, form, 1, other.Token, [("q1", "o2"), ("q2", "typed elsewhere")])).Outcome);
        Assert.Equal("typed elsewhere", (await OfAsync(house, form))!.Content.Of("q2").Text);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Begun_twice_at_the_same_moment_one_draft_stands_and_the_other_is_told(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var form = await PublishedAsync(house);
        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SaveAsync(house, form, 1, 0, [("q4", i.ToString(System.Globalization.CultureInfo.InvariantCulture))])));
        Assert.Equal([1, 5], [both.Count(b => b.Outcome == AnswerOutcome.Saved), both.Count(b => b.Outcome == AnswerOutcome.Conflict)]);
        Assert.Equal(both.Single(b => b.Outcome == AnswerOutcome.Saved).Said.ToJson(), (await OfAsync(house, form))!.Content.ToJson());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_draft_is_finished_under_its_version_and_one_of_a_closed_version_is_kept_and_taken_over(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var form = await PublishedAsync(house);
        var draft = await SaveAsync(house, form, 1, 0, [("q1", "o2"), ("q2", "under version 1")]);
        var second = new FormEditing(Asked, 5).Remove("q2").Put(Ask("q5", QuestionKind.Text, required: true), "s1");
        form = await PublishAsync(house, form, second, keepEarlier: true);
        Assert.Equal(Asked.ToJson(), (await VersionAsync(house, form, 1)).Content.ToJson());
        Assert.True((await VersionAsync(house, form, 1)).IsOpen);
        var saved = await SaveAsync(house, form, 1, draft.Token, [("q1", "o2"), ("q2", "still under version 1")]);

        form = await PublishAsync(house, form, second.Put(Ask("q6", QuestionKind.Date), "s1"), keepEarlier: false);
        var late = await SaveAsync(house, form, 1, saved.Token, [("q1", "o2"), ("q2", "typed after it was closed")]);
        Assert.Equal(AnswerOutcome.Saved, late.Outcome);
        Assert.Equal((AnswerOutcome.Closed, ""), await SubmitAsync(house, form, 1, late.Token));
        Assert.False(await CarryAsync(house, form, late.Token - 1));
        Assert.True(await CarryAsync(house, form, late.Token));
        var carried = (await OfAsync(house, form))!;
        Assert.Equal((3, "typed after it was closed", 1), (carried.Version, carried.LeftOver.Of("q2").Text, carried.Content.Values.Count));

        var done = await SaveAsync(house, form, 3, carried.Token, [("q1", "o2"), ("q5", "new")]);
        Assert.Equal((AnswerOutcome.Submitted, ""), await SubmitAsync(house, form, 3, done.Token));
        foreach (var law in new Foundation.Log.IInvariant[] { new VersionsStay(), new OnlyWhatWasAsked() }) Assert.Equal((law.Id, 0), (law.Id, await BrokenAsync(law)));
        await house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<FormAnswer>().ViewerNamed().ExecuteUpdateAsync(a => a.SetProperty(f => f.VersionNumber, 1)));
        Assert.Equal(1, await BrokenAsync(new OnlyWhatWasAsked()));
        await house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<FormAnswer>().ViewerNamed().ExecuteUpdateAsync(a => a.SetProperty(f => f.VersionNumber, 3)));
        await house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<FormVersion>().Where(v => v.Number == 2).ExecuteUpdateAsync(v => v.SetProperty(f => f.Content, "{}")));
        Assert.Equal(1, await BrokenAsync(new VersionsStay()));
        Task<int> BrokenAsync(Foundation.Log.IInvariant law) => house.InAsync(async s => (await law.BrokenByAsync(s.GetRequiredService<AppDbContext>(), CancellationToken.None)).Count);
        Assert.Equal((3, 0), ((await OfAsync(house, form))!.Version, (await OfAsync(house, form))!.LeftOver.Values.Count));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Only_those_who_keep_forms_for_the_unit_read_what_was_submitted_and_nobody_a_draft(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var form = await PublishedAsync(house);
        var draft = await SaveAsync(house, form, 1, 0, [("q1", "o1")]);
        var (office, elsewhere, self) = (Keeper(form.Unit), Keeper(Guid.CreateVersion7()), Viewer.Of(Account, null, "Ana", []));
        Assert.Equal((0, 0, 1), (await SeenAsync(office), await SeenAsync(elsewhere), await SeenAsync(self)));
        await SubmitAsync(house, form, 1, draft.Token);
        Assert.Equal((1, 0, 1), (await SeenAsync(office), await SeenAsync(elsewhere), await SeenAsync(self)));
        Assert.Null(await house.InAsync(s => s.GetRequiredService<FormBoard>().FindAsync(form.Id, elsewhere, CancellationToken.None)));

        Task<int> SeenAsync(Viewer viewer) => house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<FormAnswer>().VisibleTo(viewer).CountAsync());
        static Viewer Keeper(Guid unit) => Viewer.Of(
            Guid.CreateVersion7(), null, "Keeper", [KeyValuePair.Create(FoundationPermissions.Forms, new Reach(false, new HashSet<Guid> { unit }))]);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Files_are_judged_and_counted_and_what_could_be_kept_is_kept(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var form = await PublishedAsync(house, Form(Ask("q1", QuestionKind.File) with { FileKinds = ["PDF"], Megabytes = 1 }, Ask("q2", QuestionKind.Text)));
        var wrong = await SaveAsync(house, form, 1, 0, [("q2", "typed")], ("q1", "picture.png", SampleFiles.Png), ("q1", "plan.pdf", SampleFiles.Pdf()), ("q1", "second.pdf", SampleFiles.Pdf("two")));
        Assert.Equal(AnswerOutcome.Refused, wrong.Outcome);
        var kept = (await OfAsync(house, form))!;
        Assert.Equal(("typed", "plan.pdf"), (kept.Content.Of("q2").Text, Assert.Single(kept.Content.Of("q1").Files!).Name));
        var large = await SaveAsync(house, form, 1, kept.Token, [("q1.drop", kept.Content.Of("q1").Files![0].Id.ToString())], ("q1", "large.pdf", [.. SampleFiles.Pdf(), .. new byte[1024 * 1024]]));
        Assert.Equal((AnswerOutcome.Refused, false), (large.Outcome, large.Said.Of("q1").IsGiven));
        Assert.Equal(0, await FilesAsync(house));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_room_hears_what_is_submitted_and_says_who_else_reads_its_files(Engine engine)
    {
        var heard = new Heard();
        await using var house = await TestHouse.OpenAsync(engine, services =>
        {
            services.AddSingleton<Foundation.Events.IHear<AnswerSubmitted>>(heard);
            services.AddSingleton<Foundation.Events.IHear<AnswerWithdrawn>>(heard);
            services.AddFormOwner<Calls>();
        });
        var form = await PublishedAsync(house, Form(Ask("q1", QuestionKind.File)));
        var draft = await SaveAsync(house, form, 1, 0, [], ("q1", "plan.pdf", SampleFiles.Pdf()));
        var id = (await OfAsync(house, form))!.Id;
        var (judge, stranger) = (Viewer.Of(Calls.Judge, null, "Judge", []), Viewer.Of(Guid.CreateVersion7(), null, "Stranger", []));
        Assert.Equal((false, false), (await MayReadAsync(judge), await MayReadAsync(stranger)));
        await SubmitAsync(house, form, 1, draft.Token);
        Assert.Equal((true, false), (await MayReadAsync(judge), await MayReadAsync(stranger)));
        await house.InAsync(s => s.GetRequiredService<AnswerWriting>().WithdrawAsync(form, Ana, CancellationToken.None));
        Assert.Equal([new AnswerSubmitted(form.Owner, id, 1, Account, null), new AnswerWithdrawn(form.Owner, id)], heard.All);

        Task<bool> MayReadAsync(Viewer viewer) =>
            house.InAsync(s => s.GetServices<IFileGuard>().Single(g => g.Kind == FormAnswer.RecordKind).MayReadAsync(new(FormAnswer.RecordKind, id.Value), viewer, CancellationToken.None));
    }

    private sealed class Heard : Foundation.Events.IHear<AnswerSubmitted>, Foundation.Events.IHear<AnswerWithdrawn>
    {
        public List<object> All { get; } = [];

        public Task HearAsync(AnswerSubmitted happened, AppDbContext db, CancellationToken cancellation) => Add(happened);

        public Task HearAsync(AnswerWithdrawn happened, AppDbContext db, CancellationToken cancellation) => Add(happened);

        private Task Add(object happened)
        {
            All.Add(happened);
            return Task.CompletedTask;
        }
    }

    private sealed class Calls : IFormOwner
    {
        public static Guid Judge { get; } = Guid.CreateVersion7();

        public string Kind => "tests.call";

        public Task<FormSubject?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation) =>
            Task.FromResult<FormSubject?>(new(new("Call", "通知"), LocalizedText.Empty, "/", null, MayAnswer: true, MayRead: viewer.Account == Judge));
    }

    private static Task<FormCard> PublishedAsync(TestHouse house, FormContent? content = null) => house.InAsync(async s =>
    {
        var (db, forms) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<FormBoard>());
        var id = forms.Add(new("tests.call", Guid.CreateVersion7()), Guid.CreateVersion7(), new(content ?? Asked, 5));
        await db.SaveChangesAsync();
        var form = (await forms.FindAsync(id, Viewer.System, CancellationToken.None))!;
        Assert.False(await forms.PublishAsync(form, form.Token + 1, true, Viewer.System, CancellationToken.None));
        Assert.True(await forms.PublishAsync(form, form.Token, true, Viewer.System, CancellationToken.None));
        return (await forms.FindAsync(id, Viewer.System, CancellationToken.None))!;
    });

    private static Task<FormCard> PublishAsync(TestHouse house, FormCard form, FormEditing next, bool keepEarlier) => house.InAsync(async s =>
    {
        var forms = s.GetRequiredService<FormBoard>();
        Assert.True(await forms.ChangeAsync(form, form.Token, next, CancellationToken.None));
        Assert.False(await forms.ChangeAsync(form, form.Token, next, CancellationToken.None));
        Assert.True(await forms.PublishAsync(form, form.Token + 1, keepEarlier, Viewer.System, CancellationToken.None));
        return (await forms.FindAsync(form.Id, Viewer.System, CancellationToken.None))!;
    });

    private static Task<FormVersionCard> VersionAsync(TestHouse house, FormCard form, int number) =>
        house.InAsync(async s => (await s.GetRequiredService<FormBoard>().VersionAsync(form.Id, number, CancellationToken.None))!);

    private static Task<AnswerCard?> OfAsync(TestHouse house, FormCard form) => house.InAsync(s => s.GetRequiredService<AnswerBoard>().OfAsync(form.Id, Ana, CancellationToken.None));

    private static Task<int> FilesAsync(TestHouse house) => house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<StoredFile>().CountAsync());

    private static Task<WrittenAnswer> SaveAsync(TestHouse house, FormCard form, int version, int token, (string, string)[] fields, params (string Field, string Name, byte[] Bytes)[] files) =>
        house.InAsync(async s => await s.GetRequiredService<AnswerWriting>().SaveAsync(await PageAsync(s, form, version, token, fields, files), CancellationToken.None));

    private static Task<(AnswerOutcome, string)> SubmitAsync(TestHouse house, FormCard form, int version, int token) => house.InAsync(async s =>
    {
        var page = await PageAsync(s, form, version, token, []);
        var written = await s.GetRequiredService<AnswerWriting>().SubmitAsync(page, CancellationToken.None);
        return (written.Outcome, string.Join(' ', page.Sent.Errors.Select(e => e.Field)));
    });

    private static Task<bool> CarryAsync(TestHouse house, FormCard form, int token) => house.InAsync(async s => await s.GetRequiredService<AnswerWriting>()
        .CarryAsync(await PageAsync(s, form, 1, token, []), (await s.GetRequiredService<FormBoard>().VersionAsync(form.Id, form.Latest, CancellationToken.None))!, CancellationToken.None));

    private static async Task<AnsweredPage> PageAsync(IServiceProvider services, FormCard form, int version, int token, (string, string)[] fields, params (string Field, string Name, byte[] Bytes)[] files)
    {
        var asked = (await services.GetRequiredService<FormBoard>().VersionAsync(form.Id, version, CancellationToken.None))!;
        var sent = new FormFileCollection();
        foreach (var (field, name, bytes) in files) sent.Add(new FormFile(new MemoryStream(bytes), 0, bytes.Length, field, name));
        var reader = new FormReader(new FormCollection(
            fields.ToDictionary(f => f.Item1, f => new Microsoft.Extensions.Primitives.StringValues(f.Item2), StringComparer.Ordinal), sent));
        return new(form, asked, Ana, token, [.. asked.Content.Questions], reader, Language.English);
    }
}
