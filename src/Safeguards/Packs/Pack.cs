using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;

namespace Entente.Safeguards.Packs;

/// <summary>A policy pack: rules as data, with where they come from and from when to when they hold. Every number of a rule stands in a pack.</summary>
/// <param name="Id">Fixed: <c>entente.agreements</c>.</param>
/// <param name="Version">Another with every change: <c>2026.1</c>.</param>
/// <param name="EffectiveFrom">The first day it holds.</param>
/// <param name="EffectiveTo">The last day; none: until another version holds.</param>
/// <param name="Title">Its name.</param>
/// <param name="Summary">What it is for.</param>
/// <param name="Citations">What its rules stand on.</param>
/// <param name="Groupings">Groups of countries and regions; nothing else compares their codes.</param>
/// <param name="Calendars">Calendars of working days.</param>
/// <param name="Chains">Who decides, in which order.</param>
/// <param name="Gates">What is checked before something goes out.</param>
/// <param name="Obligations">When is reminded of what is owed.</param>
/// <param name="GoldenCases">Examples that must come out as written.</param>
/// <param name="Schedules">What is due before, during and after something that has a beginning and an end.</param>
/// <param name="Tables">What becomes of what: grades of elsewhere.</param>
/// <param name="Gradings">How grades of elsewhere are converted by comparing distributions.</param>
public sealed record Pack(
    string Id, string Version, DateOnly EffectiveFrom, DateOnly? EffectiveTo, LocalizedText Title, LocalizedText Summary,
    IReadOnlyList<Citation> Citations, IReadOnlyList<Grouping> Groupings, IReadOnlyList<CalendarRule> Calendars, IReadOnlyList<ChainRule> Chains,
    IReadOnlyList<GateRule> Gates, IReadOnlyList<ObligationRule> Obligations, IReadOnlyList<GoldenCase> GoldenCases, IReadOnlyList<ScheduleRule> Schedules, IReadOnlyList<TableRule> Tables, IReadOnlyList<GradingPart> Gradings)
{
    internal WorkCalendar? Calendar(string id) => Calendars.FirstOrDefault(c => c.Id == id)?.Calendar;

    /// <summary>The texts of citations, in the order named.</summary>
    public IReadOnlyList<Citation> Cited(IEnumerable<string> ids) => [.. ids.Select(id => Citations.First(c => c.Id == id))];
}

/// <summary>What a rule stands on.</summary>
/// <param name="Id">Named by rules of the pack.</param>
/// <param name="Text">As it is cited.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="Unconfirmed">Whether nobody has confirmed it against the source yet; readers are told.</param>
public sealed record Citation(string Id, LocalizedText Text, string? Url, bool Unconfirmed);

/// <summary>A group of countries and regions by ISO 3166-1 alpha-2 code.</summary>
public sealed record Grouping(string Id, LocalizedText Title, IReadOnlyList<string> Codes, IReadOnlyList<string> Citations);

/// <summary>A calendar of working days.</summary>
/// <param name="Id">Named by other rules.</param>
/// <param name="Title">Its name.</param>
/// <param name="Workdays">The weekdays people work.</param>
/// <param name="Holidays">The days nobody works.</param>
/// <param name="MovedWorkingDays">Days people work whatever their weekday.</param>
/// <param name="KnownThrough">The last day whose holidays are announced; after it only weekends are known.</param>
/// <param name="Citations">What it stands on.</param>
public sealed record CalendarRule(
    string Id, LocalizedText Title, IReadOnlyList<DayOfWeek> Workdays, IReadOnlyList<HolidayRule> Holidays, IReadOnlyList<DateOnly> MovedWorkingDays,
    DateOnly? KnownThrough, IReadOnlyList<string> Citations)
{
    internal WorkCalendar Calendar { get; } = new(Workdays, Holidays.SelectMany(h => h.Days), MovedWorkingDays);
}

/// <summary>A holiday.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Title">Its name.</param>
public sealed record HolidayRule(DateOnly From, DateOnly To, LocalizedText Title)
{
    /// <summary>Every day of it.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(From.AddDays);
}

/// <summary>Who decides, step by step.</summary>
/// <param name="Id">Named by other rules and by code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Question">What is decided, as a question.</param>
/// <param name="Gate">The gate whose checks recommend; none: nothing recommends.</param>
/// <param name="AskerMayDecide">Whether whoever asked may decide a step as well.</param>
/// <param name="OnePersonSeveralSteps">Whether one person may decide several steps.</param>
/// <param name="Calendar">The calendar its days are counted in.</param>
/// <param name="Steps">The steps, in order.</param>
/// <param name="Citations">What it stands on.</param>
public sealed record ChainRule(
    string Id, LocalizedText Title, LocalizedText Question, string? Gate, bool AskerMayDecide, bool OnePersonSeveralSteps, string Calendar,
    IReadOnlyList<StepRule> Steps, IReadOnlyList<string> Citations);

/// <summary>One step.</summary>
/// <param name="Role">The role that decides.</param>
/// <param name="Unit">For which unit it must be held.</param>
/// <param name="WithinWorkingDays">How many working days it has.</param>
public sealed record StepRule(string Role, StepUnit Unit, int WithinWorkingDays);

/// <summary>The unit of a step, seen from the unit of the record.</summary>
public enum StepUnit
{
    /// <summary>The record's unit; a role held above it counts.</summary>
    Own,

    /// <summary>The unit above it.</summary>
    Parent,

    /// <summary>The university.</summary>
    Top,
}

/// <summary>What is checked at a gate.</summary>
/// <param name="Id">Named by other rules and by code.</param>
/// <param name="Title">Its name.</param>
/// <param name="LongestExceptionDays">The longest an exception may be granted for; 0: none is.</param>
/// <param name="Checks">The checks, in order.</param>
public sealed record GateRule(string Id, LocalizedText Title, int LongestExceptionDays, IReadOnlyList<CheckRule> Checks);

/// <summary>One check at a gate.</summary>
/// <param name="Check">The check's id; the room that has it evaluates it.</param>
/// <param name="Rule">The rule in words.</param>
/// <param name="Parameters">Its numbers and lists.</param>
/// <param name="TerritoriesIn">A grouping: asked only where a territory of the question is in it.</param>
/// <param name="Excusable">Whether an exception can excuse it.</param>
/// <param name="Citations">What it stands on.</param>
public sealed record CheckRule(
    string Check, LocalizedText Rule, IReadOnlyDictionary<string, string> Parameters, string? TerritoriesIn, bool Excusable, IReadOnlyList<string> Citations);

/// <summary>When is reminded of a kind of obligation.</summary>
/// <param name="Kind">The kind; <c>*</c> for those no other rule names.</param>
/// <param name="Calendar">The days.</param>
/// <param name="Reminders">Working days before the last day, farthest first.</param>
/// <param name="OverdueEvery">Again after so many working days once overdue; 0: not again.</param>
/// <param name="Citations">What it stands on.</param>
public sealed record ObligationRule(string Kind, string Calendar, IReadOnlyList<int> Reminders, int OverdueEvery, IReadOnlyList<string> Citations);

/// <summary>The steps of something that has a first and a last day.</summary>
/// <param name="Id">Named by code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Steps">The steps, in the order of their dates.</param>
/// <param name="Citations">What it stands on.</param>
public sealed record ScheduleRule(string Id, LocalizedText Title, IReadOnlyList<ScheduleStepRule> Steps, IReadOnlyList<string> Citations);

/// <summary>One step of a schedule.</summary>
/// <param name="Code">Tells it from the others.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="FromEnd">Whether it is counted from the last day.</param>
/// <param name="Days">Days after that day; before it where negative.</param>
/// <param name="ShowDays">How many days before it is due it comes on the desk.</param>
/// <param name="Role">The role that owes it; none: the person it is about.</param>
/// <param name="Months">Whole months after that day, before the days are added; before it where negative.</param>
public sealed record ScheduleStepRule(string Code, LocalizedText Title, bool FromEnd, int Days, int ShowDays, string? Role, int Months);

/// <summary>What becomes of what.</summary>
/// <param name="Id">Named by code: <c>grades.us-letter</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Rows">Value → what it becomes.</param>
/// <param name="Citations">What it stands on.</param>
public sealed record TableRule(string Id, LocalizedText Title, IReadOnlyDictionary<string, string> Rows, IReadOnlyList<string> Citations);

/// <summary>How grades are converted by comparing distributions.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Pick">Which grade is taken where several lie in the stretch.</param>
/// <param name="FewestPasses">A distribution of fewer passes is too small.</param>
/// <param name="IsPreferred">Whether it is offered before a table.</param>
/// <param name="Home">The school's own distribution; none: the office enters it.</param>
/// <param name="Citations">What it stands on.</param>
public sealed record GradingPart(string Id, LocalizedText Title, GradePick Pick, int FewestPasses, bool IsPreferred, KnownDistribution? Home, IReadOnlyList<string> Citations);

/// <summary>An example that must come out as written.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Kind">What is tried: <c>working-days</c>, <c>in-grouping</c>, <c>chain</c>, <c>reminder</c>, <c>schedule</c>, <c>convert</c>, <c>distribution</c>, <c>check</c>.</param>
/// <param name="Given">What is given, by name.</param>
/// <param name="Expect">What must come out.</param>
public sealed record GoldenCase(LocalizedText Title, string Kind, IReadOnlyDictionary<string, string> Given, string Expect);
