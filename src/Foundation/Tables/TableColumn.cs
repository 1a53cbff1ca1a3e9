namespace Entente.Foundation.Tables;

/// <summary>A column of an export.</summary>
/// <param name="Name">The header, stable and documented, for scripts read it too.</param>
/// <param name="Value">
/// The value of a row: text, a number, <see cref="bool"/>, <see cref="DateOnly"/> or a NodaTime local date, date and time or
/// instant; null for an empty cell. Anything else is written as its invariant text.
/// </param>
/// <typeparam name="T">What a row is made from.</typeparam>
public sealed record TableColumn<T>(string Name, Func<T, object?> Value);
