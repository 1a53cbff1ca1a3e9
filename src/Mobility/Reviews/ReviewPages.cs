using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Reviews;

/// <summary>The part of the room in which applications are reviewed: the rubric, who reviews what, the reviewer's own page, the meeting that decides.</summary>
internal static class ReviewPages
{
    public static void AddReviews(this IServiceCollection services)
    {
        services.AddScoped<Conflicts>();
        services.AddScoped<ReviewDuties>();
        services.AddScoped<CallReviewReading>();
        services.AddScoped<OwnReviews>();
    }

    public static void MapReviews(this IEndpointRouteBuilder routes)
    {
        WriteRubric.Map(routes);
        CallReviews.Map(routes);
        AskReviewers.Map(routes);
        WriteReview.Map(routes);
        DecisionMeeting.Map(routes);
    }
}
