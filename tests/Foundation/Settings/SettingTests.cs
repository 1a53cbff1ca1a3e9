using Entente.Foundation.Settings;
using Microsoft.Extensions.Configuration;
using Entente.Testing;

namespace Entente.Foundation.Tests.Settings;

public sealed class SettingTests
{
    [Theory]
    [InlineData("Database", "nonsense", "Setting Entente__Database: expected 'Data Source=…' (SQLite) or 'Host=…' (PostgreSQL).")]
    [InlineData("Database", "Host=localhost;Colour=red", "Setting Entente__Database: the connection string cannot be read: ")]
    [InlineData("Urls", "localhost:5080", "Setting Entente__Urls: 'localhost:5080' is no address to listen at, such as http://localhost:5080; several are separated by ';'.")]
    [InlineData("PublicUrl", "coop.example.edu", "Setting Entente__PublicUrl: 'coop.example.edu' is no address that begins with http:// or https://.")]
    [InlineData("Smtp", "mail.example.edu:25", "Setting Entente__Smtp: expected smtp://host:port or smtps://host:port, with user:password@ before the host where the server asks for it.")]
    [InlineData("MailFrom", "office at example", "Setting Entente__MailFrom: 'office at example' is no sender such as 'International Office <office@example.edu>'.")]
    [InlineData("Demo", "yes", "Setting Entente__Demo: 'yes' is neither true nor false.")]
    [InlineData("TimeZone", "Beijing", "Setting Entente__TimeZone: 'Beijing' is no time zone of the IANA list.")]
    [InlineData("AcademicYear", "1 September", "Setting Entente__AcademicYear: '1 September' is no day of every year such as 09-01 (month and day).")]
    [InlineData("Proxies", "10.0.0.0/8, proxy.example.edu", "Setting Entente__Proxies: 'proxy.example.edu' is neither an address nor a network such as 10.0.0.0/8.")]
    [InlineData("AcademicYear", "02-29", "Setting Entente__AcademicYear: '02-29' is no day of every year such as 09-01 (month and day).")]
    public void A_wrong_setting_is_named_in_one_line(string name, string value, string message)
    {
        var wrong = Assert.Throws<SettingException>(() => EntenteSettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Entente:" + name, (string?)value)]).Build()));
        Assert.StartsWith(message, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    [Fact]
    public void The_academic_year_begins_in_September_unless_the_school_says_otherwise()
    {
        EntenteSettings Read(params (string Name, string? Value)[] given) =>
            EntenteSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(given.Select(g => KeyValuePair.Create(g.Name, g.Value))).Build());
        Assert.Equal((new NodaTime.AnnualDate(9, 1), new NodaTime.AnnualDate(4, 1)), (Read().AcademicYear, Read(("Entente:AcademicYear", "04-01")).AcademicYear));
    }

    [Fact]
    public void A_password_is_not_repeated() => Assert.DoesNotContain("secret", Assert.Throws<SettingException>(() => EntenteSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Entente:Smtp", (string?)"mail://user:secret@host")]).Build())).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Entente__Database", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2", "Setting Entente__Database: the database cannot be opened: ")]
    [InlineData("Entente__Database", "Data Source=/dev/null/e.db", "Setting Entente__Database: ")]
    [InlineData("Entente__Otlp", "collector", "Setting Entente__Otlp: 'collector' is no address of a collector such as http://localhost:4318.")]
    [InlineData("Entente__Logs", "xml", "Setting Entente__Logs: 'xml' is neither text nor json.")]
    [InlineData("Entente__Files", "/dev/null/files", "Setting Entente__Files: ")]
    [InlineData("Entente__Keys", "/dev/null/keys", "Setting Entente__Keys: ")]
    [InlineData("Entente__Checkpoints", "/dev/null/log/checkpoints", "Setting Entente__Checkpoints: ")]
    public async Task A_place_that_is_not_there_stops_the_start_with_one_line_and_exit_code_one(string name, string value, string message)
    {
        await using var product = await Product.StartAsync(("Entente__Urls", "http://127.0.0.1:0"), (name, value));
        var (code, output) = await product.EndAsync();
        Assert.Equal(1, code);
        var line = Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(message, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken_stops_the_start()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var address = "http://127.0.0.1:" + ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        await using var product = await Product.StartAsync(("Entente__Urls", address));
        var (code, output) = await product.EndAsync();
        Assert.Equal((1, $"Setting Entente__Urls: something else listens at {address} already.\n"), (code, output));
    }
}
