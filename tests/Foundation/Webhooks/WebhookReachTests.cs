using System.Net;
using Entente.Foundation.Settings;
using Entente.Foundation.Webhooks;
using Microsoft.Extensions.Configuration;

namespace Entente.Foundation.Tests.Webhooks;

/// <summary>Where messages may go.</summary>
public sealed class WebhookReachTests
{
    private static readonly EntenteSettings Usual = EntenteSettings.Read(new ConfigurationBuilder().Build());

    [Theory]
    [InlineData("https://hooks.example.edu/entente", true)]
    [InlineData("https://8.8.8.8/", true)]
    [InlineData("https://[2606:4700::1111]/", true)]
    [InlineData("http://hooks.example.edu/", false)]
    [InlineData("http://127.0.0.1:9000/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://0x7f.1/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[::ffff:10.0.0.1]/", false)]
    [InlineData("https://192.168.1.20/", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://user:word@hooks.example.edu/", false)]
    [InlineData("ftp://hooks.example.edu/", false)]
    public void An_address_is_taken_only_when_it_leads_outside(string address, bool taken) =>
        Assert.Equal(taken, new WebhookReach(Usual).Allows(new Uri(address)));

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("::ffff:192.168.0.1")]
    public void No_special_address_is_connected_to(string address) => Assert.False(new WebhookReach(Usual).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2400:cb00::1")]
    public void Public_addresses_are(string address) => Assert.True(new WebhookReach(Usual).Allows(IPAddress.Parse(address)));

    [Fact]
    public void The_setting_opens_private_networks_and_this_machine()
    {
        var open = new WebhookReach(Usual with { WebhooksAllowPrivate = true });
        Assert.True(open.Allows(new Uri("http://127.0.0.1:9000/")));
        Assert.True(open.Allows(IPAddress.Parse("10.0.0.1")));
        Assert.False(open.Allows(new Uri("http://hooks.example.edu/")));
    }
}
