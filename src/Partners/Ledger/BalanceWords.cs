using Entente.Contracts.Partners;
using Entente.Foundation.Texts;
using Entente.Partners.Partners;

namespace Entente.Partners.Ledger;

/// <summary>Says what a balance means.</summary>
internal static class BalanceWords
{
    /// <summary>The finding: who owes whom how much, and when it is even at this pace.</summary>
    public static string Finding(TextCatalog texts, AcademicCalendar calendar, PlacePicture picture)
    {
        if (picture.Years.Count == 0) return texts["partners.balance.nothing"];
        if (picture.Balance is not { } balance) return texts["partners.balance.free"];
        return texts["partners.balance.sentence", Owed(texts, balance), Ahead(texts, calendar, picture, balance)];
    }

    /// <summary>Who owes whom how much.</summary>
    public static string Owed(TextCatalog texts, int balance) => balance switch
    {
        0 => texts["partners.balance.even"],
        > 0 => texts["partners.balance.they-owe" + Number(balance), PlaceAmounts.Places(balance)],
        _ => texts["partners.balance.we-owe" + Number(-balance), PlaceAmounts.Places(-balance)],
    };

    /// <summary>What the forecast assumes, in words.</summary>
    public static string Assumption(TextCatalog texts, AcademicCalendar calendar, PlacePicture picture) => picture.Pace is { } pace && picture.Years.Any(y => y.IsForecast)
        ? texts["partners.balance.assumes", calendar.Name(pace.From), calendar.Name(pace.To), PlaceAmounts.Places(pace.Out), PlaceAmounts.Places(pace.In)]
        : texts["partners.balance.no-forecast"];

    private static string Ahead(TextCatalog texts, AcademicCalendar calendar, PlacePicture picture, int balance)
    {
        var coming = picture.Years.Where(y => y.IsForecast).ToList();
        if (coming.Count == 0) return "";
        if (balance != 0 && coming.Find(y => Math.Sign(y.Balance) != Math.Sign(balance)) is { } even)
            return texts["partners.balance.even-by", calendar.Name(even.Year)];
        var last = coming[^1];
        var about = (int)Math.Round(last.Balance / 50m, MidpointRounding.AwayFromZero) * 50;
        return Math.Abs(last.Balance - balance) < 25
            ? texts["partners.balance.stays"]
            : texts["partners.balance.will-be", calendar.Name(last.Year), PlaceAmounts.Signed(about)];
    }

    private static string Number(int hundredths) => hundredths == 100 ? ".one" : ".other";
}
