using Entente.Foundation.Questions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Ui.Questions;

/// <summary>The pages of forms: written, published, answered, read.</summary>
internal static class QuestionPages
{
    public static void AddQuestionPages(this IServiceCollection services)
    {
        services.AddSingleton<QuestionWords>();
        services.AddScoped<Filling>();
        services.AddScoped<FormDoor>();
        services.AddScoped<FormReading>();

        // A page of a form with tables sends more fields than a form of the house does otherwise.
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(o => o.ValueCountLimit = FormLimits.Rows * FormLimits.Columns * 8);
    }

    public static void MapQuestions(this IEndpointRouteBuilder routes)
    {
        EditForm.Map(routes);
        EditSection.Map(routes);
        EditQuestion.Map(routes);
        PublishForm.Map(routes);
        AnswerList.Map(routes);
        AnswerForm.Map(routes);
    }
}
