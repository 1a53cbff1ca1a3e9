using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Foundation.Access;

namespace Entente.Safeguards.Packs;

/// <summary>Reads a pack from its JSON and finds everything that is wrong with it, each with its place.</summary>
internal static partial class PackReader
{
    /// <summary>The largest pack taken, in bytes.</summary>
    public const int Largest = 2_000_000;

    /// <summary>The pack, or what is wrong with it.</summary>
    public static (Pack? Pack, IReadOnlyList<PackError> Errors) Read(string json)
    {
        var errors = new List<PackError>();
        if (json.Length > Largest) return (null, [new("$", "packs.error.large", Largest)]);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 20 });
            var pack = PackOf(new PackNode(document.RootElement, "$", errors));
            if (errors.Count == 0) PackReferences.Check(pack, errors);
            return errors.Count == 0 ? (pack, errors) : (null, errors);
        }
        catch (JsonException wrong)
        {
            return (null, [new("$", "packs.error.json", (wrong.LineNumber ?? 0) + 1, (wrong.BytePositionInLine ?? 0) + 1)]);
        }
    }

    private static Pack PackOf(PackNode node)
    {
        node.Object("id", "version", "effectiveFrom", "effectiveTo", "title", "summary", "citations", "groupings", "calendars", "chains", "gates", "obligations", "schedules", "tables", "gradings", "goldenCases");
        var pack = new Pack(
            Named(node, "id"), Named(node, "version", 40), node.Date("effectiveFrom", required: true) ?? default, node.Date("effectiveTo", required: false),
            node.Words("title"), node.Words("summary"),
            node.List("citations", CitationOf), node.List("groupings", GroupingOf), node.List("calendars", CalendarOf), node.List("chains", ChainOf),
            node.List("gates", GateOf), node.List("obligations", ObligationOf), node.List("goldenCases", GoldenOf, required: true), node.List("schedules", ScheduleOf), node.List("tables", TableOf), node.List("gradings", GradingParts.Read));
        if (pack.EffectiveTo < pack.EffectiveFrom) node.Wrong("effectiveTo", "packs.error.order", 0);
        return pack;
    }

    private static Citation CitationOf(PackNode node)
    {
        node.Object("id", "text", "url", "unconfirmed");
        var url = node.Text("url", required: false);
        if (url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")) node.Wrong("url", "packs.error.url", 0);
        return new(Named(node, "id"), node.Words("text"), url.Length > 0 ? url : null, node.Flag("unconfirmed", false));
    }

    private static Grouping GroupingOf(PackNode node)
    {
        node.Object("id", "title", "codes", "citations");
        return new(
            Named(node, "id"), node.Words("title"),
            node.List("codes", c => CountryCode().IsMatch(c.AsText()) ? c.AsText() : c.Refuse<string>("packs.error.country") ?? "", required: true),
            node.Texts("citations"));
    }

    private static CalendarRule CalendarOf(PackNode node)
    {
        node.Object("id", "title", "workdays", "holidays", "movedWorkingDays", "knownThrough", "citations");
        var holidays = node.List("holidays", HolidayOf).OfType<HolidayRule>().ToList();
        var moved = node.List("movedWorkingDays", d => d.AsDate());
        var both = moved.Intersect(holidays.SelectMany(h => h.Days)).Select(d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
        if (both is not null) node.Wrong("movedWorkingDays", "packs.error.both", 0, both);
        var workdays = node.List("workdays", d => Enum.TryParse<DayOfWeek>(d.AsText(), ignoreCase: true, out var day) && !char.IsDigit(d.AsText()[0]) ? day : d.Refuse<DayOfWeek>("packs.error.weekday"), required: true);
        return new(Named(node, "id"), node.Words("title"), workdays, holidays, moved, node.Date("knownThrough", required: false), node.Texts("citations"));
    }

    /// <summary>A day, or the days from one to another.</summary>
    private static HolidayRule? HolidayOf(PackNode node)
    {
        node.Object("from", "to", "title");
        var title = node.Words("title");
        if (node.Date("from", required: true) is not { } first) return null;
        var last = node.Date("to", required: false) ?? first;
        return last >= first && last.DayNumber - first.DayNumber <= 366 ? new(first, last, title) : node.Wrong<HolidayRule?>("to", "packs.error.order", null);
    }

    private static ChainRule ChainOf(PackNode node)
    {
        node.Object("id", "title", "question", "gate", "askerMayDecide", "onePersonSeveralSteps", "calendar", "steps", "citations");
        var gate = node.Text("gate", required: false);
        return new(
            Named(node, "id"), node.Words("title"), node.Words("question"), gate.Length > 0 ? gate : null,
            node.Flag("askerMayDecide", false), node.Flag("onePersonSeveralSteps", false), node.Text("calendar"), node.List("steps", StepOf, required: true), node.Texts("citations"));
    }

    private static StepRule StepOf(PackNode node)
    {
        node.Object("role", "unit", "withinWorkingDays");
        var role = node.Text("role");
        if (role.Length > 0 && !BuiltInRole.All.Contains(role, StringComparer.Ordinal)) node.Wrong("role", "packs.error.role", 0, role, string.Join(", ", BuiltInRole.All));
        var unit = node.Text("unit", required: false);
        var known = unit switch { "" or "own" => StepUnit.Own, "parent" => StepUnit.Parent, "top" => StepUnit.Top, _ => node.Wrong("unit", "packs.error.unit", StepUnit.Own) };
        return new(role, known, node.Number("withinWorkingDays", 1, 366));
    }

    private static GateRule GateOf(PackNode node)
    {
        node.Object("id", "title", "longestExceptionDays", "checks");
        return new(Named(node, "id"), node.Words("title"), node.Number("longestExceptionDays", 0, 3660, 0), node.List("checks", CheckOf, required: true));
    }

    private static CheckRule CheckOf(PackNode node)
    {
        node.Object("check", "rule", "parameters", "territoriesIn", "excusable", "citations");
        var territories = node.Text("territoriesIn", required: false);
        return new(Named(node, "check"), node.Words("rule"), node.Values("parameters"), territories.Length > 0 ? territories : null, node.Flag("excusable", true), node.Texts("citations"));
    }

    private static ObligationRule ObligationOf(PackNode node)
    {
        node.Object("kind", "calendar", "reminders", "overdueEvery", "citations");
        var reminders = node.List("reminders", r => r.AsNumber(0, 3660), required: true).OfType<int>().ToList();
        if (reminders.Distinct().Count() != reminders.Count) node.Wrong("reminders", "packs.error.repeated", 0);
        return new(node.Text("kind", longest: 80), node.Text("calendar"), [.. reminders.OrderDescending()], node.Number("overdueEvery", 0, 366, 0), node.Texts("citations"));
    }

    private static TableRule TableOf(PackNode node)
    {
        node.Object("id", "title", "rows", "citations");
        return new(Named(node, "id"), node.Words("title"), node.Values("rows"), node.Texts("citations"));
    }

    private static ScheduleRule ScheduleOf(PackNode node)
    {
        node.Object("id", "title", "steps", "citations");
        return new(Named(node, "id"), node.Words("title"), node.List("steps", ScheduleStepOf, required: true), node.Texts("citations"));
    }

    private static ScheduleStepRule ScheduleStepOf(PackNode node)
    {
        node.Object("code", "title", "from", "months", "days", "showDays", "role");
        var role = node.Text("role", required: false);
        if (role.Length > 0 && !BuiltInRole.All.Contains(role, StringComparer.Ordinal)) node.Wrong("role", "packs.error.role", 0, role, string.Join(", ", BuiltInRole.All));
        // Months, days, or both; one of them is there.
        int? months = node.Number("months", -240, 240, int.MinValue) is var given and not int.MinValue ? given : null;
        var fromEnd = node.Text("from") switch { "end" => true, "start" or "" => false, _ => node.Wrong("from", "packs.error.anchor", false) };
        return new(Named(node, "code", 40), node.Words("title"), fromEnd, node.Number("days", -1000, 1000, months is null ? null : 0), node.Number("showDays", 0, 366, 30), role.Length > 0 ? role : null, months ?? 0);
    }

    private static GoldenCase GoldenOf(PackNode node)
    {
        node.Object("title", "kind", "given", "expect");
        return new(node.Words("title"), node.Text("kind"), node.Values("given"), node.Text("expect"));
    }

    internal static string Named(PackNode node, string property, int longest = 80)
    {
        var name = node.Text(property, longest: longest);
        return name.Length == 0 || Name().IsMatch(name) ? name : node.Wrong(property, "packs.error.name", "", name);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]*$", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.None, 1000)]
    private static partial Regex CountryCode();
}
