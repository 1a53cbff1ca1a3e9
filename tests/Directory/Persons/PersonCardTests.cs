using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.Persons;

public sealed class PersonCardTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_person_added_by_another_room_has_a_card_and_is_seen_only_with_the_right(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var added = await house.InAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            var id = scope.GetRequiredService<IPersons>().Add(new NewPerson(
                new PersonNameParts("Zhang", "Wei", true, "张伟"), "wei.zhang@example.org", null, null, "test"));
            await db.SaveChangesAsync();
            return id;
        });

        await house.InAsync(async scope =>
        {
            var persons = scope.GetRequiredService<IPersons>();
            var card = await persons.Cards(Viewer.System).SingleAsync();
            Assert.Equal(added, card.Id);
            Assert.Equal(added, card.Canonical);
            Assert.Equal(new LocalizedText("Zhang Wei", "张伟"), card.Name);
            Assert.Equal(SortKey.Of("Zhang Wei"), card.SortKey);
            Assert.Equal(SortKey.Of("张伟"), card.SortKeyZh);
            Assert.Equal([], await persons.Cards(Viewer.Public).ToListAsync());
            Assert.Equal([added], await persons.Cards(Viewer.System).OrderBy(p => p.SortKeyZh).Select(p => p.Id).ToListAsync());
        });
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task No_record_about_people_is_read_without_a_viewer(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await house.InAsync(async scope =>
        {
            var db = scope.GetRequiredService<AppDbContext>();
            await Assert.ThrowsAsync<NoViewerException>(() => db.Set<Person>().ToListAsync());
            await Assert.ThrowsAsync<NoViewerException>(() => db.Set<PersonName>().ToListAsync());
            await Assert.ThrowsAsync<NoViewerException>(() => db.Set<PersonEmail>().ToListAsync());
            await Assert.ThrowsAsync<NoViewerException>(() => db.Set<PersonAffiliation>().ToListAsync());
            await Assert.ThrowsAsync<NoViewerException>(() => db.Set<PersonDistinction>().ToListAsync());
        });
    }
}
