using Entente.Foundation.Files;
using Entente.Foundation.Jobs;
using Entente.Foundation.Letters.Inbox;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Letters;

internal static class LettersSetup
{
    public static void AddLetters(this IServiceCollection services)
    {
        services.AddScoped<Letters>();
        services.AddScoped<LetterBoard>();
        services.AddScoped<Undelivered>();
        services.AddScoped<Replies>();
        services.AddScoped<IFileGuard>(provider => provider.GetRequiredService<Replies>());
        services.AddScoped<InboxBoard>();
        services.AddJob<SendLetter, SendLetterHandler>();
        services.AddRecurringJob<ReadInbox, ReadInboxHandler>(ReadInbox.Often);
    }
}
