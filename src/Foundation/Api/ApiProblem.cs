using System.Globalization;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Api;

/// <summary>What went wrong, as problem details (RFC 9457) with a <c>code</c> for programs and words in the caller's language.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Code">The word for programs; its texts are <c>api.problem.{code}</c> and <c>api.problem.{code}.text</c>.</param>
/// <param name="Args">What fills the places of the text.</param>
public sealed record ApiProblem(int Status, string Code, params object?[] Args) : IResult
{
    /// <summary>What is wrong with which part of what was sent.</summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>Further members of the answer.</summary>
    public IReadOnlyDictionary<string, object?> More { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>The record changed since the caller read it.</summary>
    public static ApiProblem Stale { get; } = new(StatusCodes.Status412PreconditionFailed, "stale");

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        LanguageChoice.Of(httpContext.Request).Use();
        var texts = httpContext.RequestServices.GetRequiredService<TextCatalog>();
        var members = new Dictionary<string, object?>(More, StringComparer.Ordinal) { ["code"] = Code };
        if (Errors.Count > 0) members["errors"] = Errors.Select(e => new { pointer = e.Pointer, detail = texts[e.TextKey, [.. e.Args]] }).ToList();
        return Results.Problem(
            texts[$"api.problem.{Code}.text", Args], statusCode: Status, title: texts["api.problem." + Code], type: "about:blank", extensions: members).ExecuteAsync(httpContext);
    }

    internal static ApiProblem TooMany(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new(StatusCodes.Status429TooManyRequests, "too-many");
    }
}

/// <summary>One thing wrong with what was sent.</summary>
/// <param name="Pointer">Where: a JSON pointer as a fragment, <c>#/name/en</c>.</param>
/// <param name="TextKey">The sentence that says what to change.</param>
/// <param name="Args">What fills its places.</param>
public sealed record ApiError(string Pointer, string TextKey, IReadOnlyList<object?> Args);
