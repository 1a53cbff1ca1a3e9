using Entente.Contracts.Safeguards;
using Entente.Foundation.Links;
using Entente.Foundation.Questions;
using Entente.Foundation.Search;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Questionnaires;

/// <summary>The part of the room that asks partners and colleagues by questionnaire.</summary>
internal static class QuestionnairePages
{
    public static void AddQuestionnaires(this IServiceCollection services)
    {
        services.AddScoped<QuestionnaireReading>();
        services.AddScoped<QuestionnaireAsking>();
        services.AddLinkPurpose<AnswerQuestionnaire>();
        services.AddFormOwner<QuestionnaireForms>();
        services.AddScoped<IRecordNames, QuestionnaireNames>();
        services.AddScoped<ISearchSource, QuestionnaireSearch>();
        services.AddScoped<IDeskSource, QuestionnairesOnDesk>();
    }

    public static void MapQuestionnaires(this IEndpointRouteBuilder routes)
    {
        QuestionnaireList.Map(routes);
        WriteQuestionnaire.Map(routes);
        ShowQuestionnaire.Map(routes);
        AskQuestionnaire.Map(routes);
    }
}
