using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Architecture.Tests;

/// <summary>What both databases store and order alike; and that no record that belongs to somebody can be read without saying who looks.</summary>
public sealed class ModelTests
{
    private static readonly Type[] Unportable = [typeof(DateTime), typeof(DateTimeOffset), typeof(decimal), typeof(TimeSpan), typeof(uint), typeof(ulong)];

    [Fact]
    public Task No_property_has_a_type_that_one_of_the_databases_cannot_order() => WithModel(db => Assert.Empty(db.Model.GetEntityTypes()
        .SelectMany(e => e.GetProperties().Where(p => Unportable.Contains(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType)).Select(p => $"{e.ClrType.Name}.{p.Name}"))));

    [Fact]
    public Task Tables_carry_the_name_of_their_room() => WithModel(db => Assert.Empty(db.Model.GetEntityTypes()
        .Where(e => e.GetTableName() is { } table && !House.Parts.Any(r => r.Assembly == e.ClrType.Assembly && table.StartsWith(r.Name + "_", StringComparison.Ordinal)))
        .Select(e => e.GetTableName())));

    [Fact]
    public Task A_scoped_record_cannot_be_read_without_a_viewer() => WithModel(db =>
    {
        var scoped = db.Model.GetEntityTypes().Select(e => e.ClrType).Where(typeof(IScoped).IsAssignableFrom).ToList();
        Assert.NotEmpty(scoped);
        foreach (var type in scoped)
            Assert.Throws<NoViewerException>(() => ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, [])!).Any());
    });

    [Fact]
    public Task Texts_of_the_database_have_a_bound_or_are_meant_to_be_long() => WithModel(db => Assert.Empty(db.Model.GetEntityTypes()
        .SelectMany(e => e.GetIndexes().SelectMany(i => i.Properties).Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is null).Select(p => $"{e.ClrType.Name}.{p.Name} is indexed without a bound"))));

    private static async Task WithModel(Action<AppDbContext> check)
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        await house.InAsync(s =>
        {
            check(s.GetRequiredService<AppDbContext>());
            return Task.CompletedTask;
        });
    }
}
