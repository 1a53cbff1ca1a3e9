using System.Text.RegularExpressions;
using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Entente.Testing;

/// <summary>The links in mails that are kept because no mail server is set.</summary>
public static partial class MailedLinks
{
    /// <summary>The path of the link that was mailed to an address last.</summary>
    public static Task<string> LinkToAsync(this RunningHost host, string email) => host.InAsync(async services =>
    {
        var mails = await services.GetRequiredService<AppDbContext>().Set<Mail>().AsNoTracking().Where(m => m.Address == email).OrderBy(m => m.Id).ToListAsync();
        Assert.True(mails.Count > 0, "No mail went to " + email);
        return Path().Match(mails[^1].Text).Value;
    });

    [GeneratedRegex("/link/[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Path();
}
