using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Mail;

internal static class MailSetup
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton<MailSender>();
        services.AddScoped<IMailbox>(provider => new Mailbox(provider.GetRequiredService<AppDbContext>(), provider.GetService<IMailAddresses>()));
        services.AddScoped<MailBoard>();
        services.AddJob<DeliverMail, DeliverMailHandler>();
    }
}
