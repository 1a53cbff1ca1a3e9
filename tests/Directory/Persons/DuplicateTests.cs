using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Persons;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Events;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.Persons;

public sealed class DuplicateTests
{
    private const string Because = "directory.duplicates.because.";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Doubles_are_found_in_both_scripts_with_their_reasons(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var pairs = await house.InAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            var persons = scope.GetRequiredService<IPersons>();
            var tsing = scope.GetRequiredService<IOrganisations>().Add(new NewOrganisation(new("Lake University", "湖大学"), "CN", new("Lake", "湖")));
            persons.Add(new NewPerson(new("Li", "Xiaoming", true, "李晓明"), "li@example.org", tsing, null, "test"));
            persons.Add(new NewPerson(new("Li", "Xiao-Ming", false), null, tsing, null, "test"));
            persons.Add(new NewPerson(new("Zhang", "Wei", true, "张伟"), null, null, null, "test"));
            persons.Add(new NewPerson(new("Zhang", "Wei", true, "章薇"), null, null, null, "test"));
            persons.Add(new NewPerson(new("Curie", "Marie", false), "marie@example.org", null, null, "test"));
            persons.Add(new NewPerson(new("Sklodowska", "Maria", false), "Marie@Example.org", null, null, "test"));
            await db.SaveChangesAsync();
            return await scope.GetRequiredService<Duplicates>().PairsAsync(Viewer.System, CancellationToken.None);
        });

        Assert.Equal(
            [("Maria Sklodowska", "Marie Curie", 0.85, "mail"), ("Li Xiaoming", "Xiao-Ming Li", 0.78, "sound latin organisation")],
            pairs.Select(p => InOrder(p.First.Name.En, p.Second.Name.En)).Zip(pairs, (n, p) => (n.Item1, n.Item2, p.Verdict.Score, string.Join(' ', p.Verdict.Reasons.Select(r => r[Because.Length..])))));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_orcids_are_two_persons_and_what_was_parted_is_not_proposed_again(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await house.InAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            var (a, b, c) = (Add(scope, "Anna", "Berg", "a@example.org"), Add(scope, "Anna", "Berg", "a@example.org"), Add(scope, "Anna", "Berg", "a@example.org"));
            await db.SaveChangesAsync();
            (await Find(db, a)).Orcid = "0000-0002-1825-0097";
            (await Find(db, b)).Orcid = "0000-0002-1694-233X";
            await db.SaveChangesAsync();
            var duplicates = scope.GetRequiredService<Duplicates>();
            Assert.Equal(new[] { InOrder(a, c), InOrder(b, c) }.Order(), (await duplicates.PairsAsync(Viewer.System, CancellationToken.None)).Select(p => InOrder(p.First.Id, p.Second.Id)).Order());
            await scope.GetRequiredService<Merging>().PartAsync(c, a, CancellationToken.None);
            await scope.GetRequiredService<Merging>().PartAsync(a, c, CancellationToken.None);
            Assert.Equal([InOrder(b, c)], (await duplicates.PairsAsync(Viewer.System, CancellationToken.None)).Select(p => InOrder(p.First.Id, p.Second.Id)));
        });
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_merge_moves_those_merged_before_makes_no_circle_and_is_undone_in_order(Engine engine)
    {
        var heard = new Heard();
        await using var house = await TestHouse.OpenAsync(engine, services =>
        {
            services.AddSingleton<IHear<PersonsMerged>>(heard);
            services.AddSingleton<IHear<PersonsParted>>(heard);
        });
        var (a, b, c) = await house.InAsync(async scope =>
        {
            var (one, two, three) = (Add(scope, "Anna", "Berg"), Add(scope, "A.", "Berg"), Add(scope, "Ann", "Berg"));
            await scope.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return (one, two, three);
        });

        Assert.Equal("directory.merge.same", await Merge(a, a));
        Assert.Null(await Merge(a, b));
        Assert.Equal("directory.merge.already", await Merge(a, b));
        Assert.Equal("directory.merge.already", await Merge(b, a));
        Assert.Equal("directory.merge.merged-away", await Merge(c, a));
        Assert.Null(await Merge(b, c));
        Assert.Equal([(a, c), (b, c), (c, c)], await Cards());
        Assert.Equal([(a, b), (b, c), (a, c)], heard.Merged);

        var merges = await house.InAsync(async scope => (await scope.GetRequiredService<AppDbContext>().Set<PersonMerge>().VisibleTo(Viewer.System).ToListAsync())
            .OrderBy(m => m.MergedId == a ? 0 : 1).Select(m => m.Id).ToList());
        Assert.Equal("directory.merge.later-first", await Undo(merges[0]));
        Assert.Null(await Undo(merges[1]));
        Assert.Equal([(a, b), (b, b), (c, c)], await Cards());
        Assert.Equal("directory.merge.undone-already", await Undo(merges[1]));
        Assert.Null(await Undo(merges[0]));
        Assert.Equal([(a, a), (b, b), (c, c)], await Cards());
        Assert.Equal(new[] { (a, b), (a, c), (b, c) }.Order(), heard.Parted.Order());

        Task<string?> Merge(PersonId merged, PersonId into) => house.InAsync(scope => scope.GetRequiredService<Merging>().MergeAsync(merged, into, "same mail", CancellationToken.None));
        Task<string?> Undo(Foundation.Ids.Id<PersonMerge> id) => house.InAsync(scope => scope.GetRequiredService<Merging>().UndoAsync(id, CancellationToken.None));
        Task<List<(PersonId Id, PersonId Canonical)>> Cards() => house.InAsync(async scope =>
            (await scope.GetRequiredService<IPersons>().Cards(Viewer.System).ToListAsync()).Select(p => (p.Id, p.Canonical)).OrderBy(p => p.Id == a ? 0 : p.Id == b ? 1 : 2).ToList());
    }

    private static (T, T) InOrder<T>(T one, T other)
        where T : IComparable<T> => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    private static PersonId Add(IServiceProvider scope, string given, string family, string? email = null) =>
        scope.GetRequiredService<IPersons>().Add(new NewPerson(new(family, given, false), email, null, null, "test"));

    private static Task<Person> Find(AppDbContext db, PersonId id) => db.Set<Person>().VisibleTo(Viewer.System).SingleAsync(p => p.Id == id);

    private sealed class Heard : IHear<PersonsMerged>, IHear<PersonsParted>
    {
        public List<(PersonId, PersonId)> Merged { get; } = [];

        public List<(PersonId, PersonId)> Parted { get; } = [];

        public Task HearAsync(PersonsMerged happened, AppDbContext db, CancellationToken cancellation)
        {
            Merged.Add((happened.Merged, happened.Into));
            return Task.CompletedTask;
        }

        public Task HearAsync(PersonsParted happened, AppDbContext db, CancellationToken cancellation)
        {
            Parted.Add((happened.Merged, happened.Into));
            return Task.CompletedTask;
        }
    }
}
