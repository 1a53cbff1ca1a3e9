using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Notices;

internal static class NoticesSetup
{
    public static void AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<WebDoor>();
        services.AddSingleton<NoticePosts>();
        services.AddScoped<INotifier, MailNotifier>();
        services.AddScoped<INotifier>(provider => new PostNotifier(provider.GetRequiredService<AppDbContext>(), NoticeChannel.Webhook));
        services.AddScoped<INotifier>(provider => new PostNotifier(provider.GetRequiredService<AppDbContext>(), NoticeChannel.Robot));
        services.AddScoped<Notices>();
        services.AddScoped<INotices>(provider => provider.GetRequiredService<Notices>());
        services.AddScoped(provider => new NoticeBoard(provider.GetRequiredService<AppDbContext>(), provider.GetRequiredService<EntenteSettings>(), provider.GetRequiredService<Notices>(), provider.GetRequiredService<Webhooks.WebhookReach>()));
        services.AddJob<DeliverNotice, DeliverNoticeHandler>();
        services.AddRecurringJob<SendDigests, SendDigestsHandler>(SendDigests.EveryHour);
    }
}
