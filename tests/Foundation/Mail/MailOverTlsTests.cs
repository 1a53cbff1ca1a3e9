using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Testing;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Tests.Mail;

public sealed class MailOverTlsTests : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("entente-tls-");
    private readonly TestAuthority ours = new();
    private readonly TestAuthority theirs = new();

    public static TheoryData<Engine, bool> Ways => new() { { Engine.Sqlite, true }, { Engine.Sqlite, false }, { Engine.Postgres, true }, { Engine.Postgres, false } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_mail_leaves_over_tls_to_a_server_of_the_authority_that_is_named(Engine engine, bool fromTheStart)
    {
        await using var sink = SmtpSink.Start(ours.For("127.0.0.1"), fromTheStart);
        await using var house = await OpenAsync(engine, sink, ours);
        var id = await SendAsync(house);

        Assert.Equal((MailState.Sent, null), await StateAsync(house, id));
        Assert.Single(sink.Taken);
        Assert.Equal(!fromTheStart, sink.Commands.Contains("STARTTLS"));
        Assert.Equal("AUTH PLAIN " + Convert.ToBase64String("\0office\0secret"u8), Assert.Single(sink.InSecret, c => c.StartsWith("AUTH", StringComparison.Ordinal)));
        Assert.DoesNotContain(sink.Commands.Except(sink.InSecret), c => c.StartsWith("AUTH", StringComparison.Ordinal) || c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("another authority", true)]
    [InlineData("another authority", false)]
    [InlineData("another name", true)]
    [InlineData("expired", true)]
    [InlineData("no authority named", true)]
    [InlineData("no authority named", false)]
    public async Task A_server_that_is_not_to_be_trusted_gets_neither_password_nor_mail(string what, bool fromTheStart)
    {
        await using var sink = SmtpSink.Start(
            what == "another authority" ? theirs.For("127.0.0.1") : what == "another name" ? ours.For("mail.example.edu") : ours.For("127.0.0.1", what == "expired" ? 0 : 1), fromTheStart);
        await using var house = await OpenAsync(Engine.Sqlite, sink, what == "no authority named" ? null : ours);
        var id = await SendAsync(house);

        var (state, error) = await StateAsync(house, id);
        Assert.Equal(MailState.Queued, state);
        Assert.Equal("The certificate of 127.0.0.1 is not to be trusted: it is of no known authority, not in force or of another name. An authority of your own is named in Entente__SmtpCa.", error);
        Assert.Empty(sink.Taken);
        Assert.DoesNotContain(sink.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal) || c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("smtps://mail.example.edu", SecureSocketOptions.SslOnConnect)]
    [InlineData("smtp://mail.example.edu", SecureSocketOptions.StartTlsWhenAvailable)]
    [InlineData("smtp://office:secret@mail.example.edu", SecureSocketOptions.StartTls)]
    [InlineData("smtp://office:secret@localhost", SecureSocketOptions.StartTlsWhenAvailable)]
    public void A_password_leaves_the_machine_over_tls_only(string server, SecureSocketOptions expected) => Assert.Equal(expected, MailTrust.SecurityOf(new Uri(server)));

    [Fact]
    public void A_file_without_a_certificate_is_named()
    {
        var file = Path.Combine(folder.FullName, "empty.pem");
        File.WriteAllText(file, "nothing");
        Assert.Equal($"Setting Entente__SmtpCa: {file} holds no certificate in PEM.", Assert.Throws<SettingException>(() => MailTrust.Read(file)).Message);
        Assert.StartsWith($"Setting Entente__SmtpCa: {file}.not cannot be read: ", Assert.Throws<SettingException>(() => MailTrust.Read(file + ".not")).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        ours.Dispose();
        theirs.Dispose();
        folder.Delete(recursive: true);
    }

    private Task<TestHouse> OpenAsync(Engine engine, SmtpSink sink, TestAuthority? trusted)
    {
        var file = Path.Combine(folder.FullName, "ca.pem");
        if (trusted is not null) File.WriteAllText(file, trusted.Pem);
        return Settled.OpenAsync(engine, settings => settings with { Smtp = new Uri(sink.Address.Replace("://", "://office:secret@", StringComparison.Ordinal)), SmtpCa = trusted is null ? null : file });
    }

    private static async Task<Guid> SendAsync(TestHouse house)
    {
        var id = await house.InAsync(async s =>
        {
            var mail = await s.GetRequiredService<IMailbox>().SendAsync(
                new(MailTo.At("wang@example.org"), "x", new MailBody("x", "<p>x</p>"), Language.English, "a"), CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return mail;
        });
        Assert.Equal(1, await house.Root.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None));
        return id;
    }

    private static async Task<(MailState State, string? Error)> StateAsync(TestHouse house, Guid id)
    {
        var line = (await house.InAsync(s => s.GetRequiredService<MailBoard>().FindAsync(id, CancellationToken.None)))!.Line;
        return (line.State, line.Error);
    }
}
