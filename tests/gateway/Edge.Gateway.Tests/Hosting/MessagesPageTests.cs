using System.Reflection;
using System.Text.RegularExpressions;
using Edge.Gateway.Hosting;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Site.Serving;
using Edge.Sparkplug;
using Edge.Testing;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Tests.Hosting;

/// <summary>Operators look a message up by its number: the page has every one that the gateway can log, as the gateway logs it, and no other.</summary>
public sealed partial class MessagesPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Programs.RepositoryRoot, "gateway/Edge.Gateway/Hosting/README.md"));

    private static IEnumerable<Match> Rows => Page.Select(line => Row().Match(line)).Where(row => row.Success);

    [Fact]
    public void The_page_has_every_message_with_its_number_and_level_and_no_other()
    {
        var logged = new[] { typeof(GatewayHost).Assembly, typeof(AnchoringClient).Assembly, typeof(SiteServer).Assembly, typeof(SparkplugClient).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>()
            .Select(message => $"{message.EventId}|{message.Level}|{message.Message}").ToArray();

        Assert.Equal(logged.Length, logged.Select(line => line.Split('|')[0]).Distinct().Count());
        Assert.Equal(logged.Order(StringComparer.Ordinal), Rows.Select(row => $"{row.Groups[1].Value}|{row.Groups[2].Value}|{row.Groups[3].Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_to_do_is_said_in_both_languages() =>
        Assert.All(Rows, row => Assert.Matches(@"^[^\p{IsCJKUnifiedIdeographs}]+[.?] · .*\p{IsCJKUnifiedIdeographs}.*。$", row.Groups[4].Value));

    [GeneratedRegex(@"^\| (\d+) \| (\w+) \| (.+?) \| (.+) \|$")]
    private static partial Regex Row();
}
