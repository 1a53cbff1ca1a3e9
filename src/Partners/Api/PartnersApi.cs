using Entente.Foundation.Api;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Api;

/// <summary>What the partners' room shows through the API: partners, agreements, contacts, notes, balances.</summary>
internal sealed class PartnersApi : IApiPart
{
    public string Room => "partners";

    public IEnumerable<ApiRecordKind> Kinds =>
    [
        new("partners.agreement", typeof(Agreement), "/agreements", async (db, viewer, keys, cancellation) =>
        {
            var ids = keys.Select(k => new AgreementId(k)).ToList();
            return [.. (await db.Set<Agreement>().VisibleTo(viewer).Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellation)).Select(a => a.Value)];
        }),
        new("partners.contact", typeof(Contact), "/contacts", async (db, viewer, keys, cancellation) =>
        {
            var ids = keys.Select(k => new Id<Contact>(k)).ToList();
            return [.. (await db.Set<Contact>().VisibleTo(viewer).Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellation)).Select(c => c.Value)];
        }),
        new("partners.note", typeof(Note), "/notes", async (db, viewer, keys, cancellation) =>
        {
            var ids = keys.Select(k => new Id<Note>(k)).ToList();
            return [.. (await db.Set<Note>().VisibleTo(viewer).Where(n => ids.Contains(n.Id)).Select(n => n.Id).ToListAsync(cancellation)).Select(n => n.Value)];
        }),
    ];

    public void Map(ApiRoutes api)
    {
        PartnerApi.Map(api);
        AgreementApi.Map(api);
        ContactApi.Map(api);
        NoteApi.Map(api);
        BalanceApi.Map(api);
    }
}
