using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Funding;

/// <summary>Each instalment is owed by the office on its day, until it is paid or the award ends.</summary>
internal sealed class InstalmentDuties(IObligations obligations, IPersons persons, TextCatalog texts)
{
    public const string Kind = "mobility.instalment";

    public async Task OweAsync(Award award, IEnumerable<Instalment> instalments, string currency, CancellationToken cancellation)
    {
        var person = award.PersonId;
        var name = await persons.Cards(Viewer.System).Where(p => p.Id == person).Select(p => p.Name).SingleAsync(cancellation);
        foreach (var one in instalments)
        {
            await obligations.OweAsync(
                new(award.Ref(), Kind, Instance(one), BuiltInRole.Coordinator, award.UnitId, null,
                    texts.InEach("funding.duty", one.Order, FundingWords.Amount(one.Amount, currency), name), ShowAward.AddressOf(award.Id.Value), one.DueOn, one.DueOn),
                cancellation);
        }
    }

    public Task PaidAsync(Award award, Instalment instalment, CancellationToken cancellation) => obligations.FulfilAsync(award.Ref(), Kind, Instance(instalment), texts["funding.duty.done"], cancellation);

    public Task ReleaseAsync(Award award, string reason, CancellationToken cancellation) => obligations.ReleaseAsync(award.Ref(), reason, cancellation);

    private static string Instance(Instalment instalment) => instalment.Order.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
