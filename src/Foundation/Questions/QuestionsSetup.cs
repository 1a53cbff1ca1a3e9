using Entente.Foundation.Files;
using Entente.Foundation.Log;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Questions;

/// <summary>How forms are added, and how a room says what its forms are for.</summary>
public static class QuestionsSetup
{
    /// <summary>Adds a kind of record that owns forms.</summary>
    public static IServiceCollection AddFormOwner<TOwner>(this IServiceCollection services)
        where TOwner : class, IFormOwner => services.AddScoped<IFormOwner, TOwner>();

    internal static void AddQuestions(this IServiceCollection services)
    {
        services.AddScoped<FormBoard>();
        services.AddScoped<AnswerBoard>();
        services.AddScoped<AnswerWriting>();
        services.AddScoped<IFileGuard, AnswerFiles>();
        services.AddSingleton<IInvariant, VersionsStay>();
        services.AddSingleton<IInvariant, OnlyWhatWasAsked>();
    }
}
