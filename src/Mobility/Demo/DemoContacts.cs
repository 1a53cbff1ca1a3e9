using System.Globalization;
using Entente.Foundation.Data;
using Entente.Mobility.Model;

namespace Entente.Mobility.Demo;

/// <summary>Whom to call for those who are abroad now; a few have not entered it yet. The numbers are of ranges kept for examples.</summary>
internal static class DemoContacts
{
    public static void Add(AppDbContext db, DemoStays stays)
    {
        foreach (var (stay, i) in stays.All.Where(s => s.State == StayState.UnderWay).Select((s, i) => (s, i)).Where(s => s.i % 8 != 5))
        {
            db.Add(new StayContact
            {
                StayId = stay.Id,
                EmergencyName = i % 2 == 0 ? "Mother" : "Father",
                EmergencyPhone = string.Create(CultureInfo.InvariantCulture, $"+86 10 5555 {1000 + i * 7 % 9000}"),
                Phone = i % 3 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"+1 202 555 01{10 + i % 80}"),
                Address = i % 3 == 1 ? "Student residence, room " + (200 + i).ToString(CultureInfo.InvariantCulture) : "",
                HostPhone = i % 4 == 0 ? string.Create(CultureInfo.InvariantCulture, $"+1 202 555 0{100 + i % 90}") : "",
                EnteredAt = db.Write.Now,
            });
        }
    }
}
