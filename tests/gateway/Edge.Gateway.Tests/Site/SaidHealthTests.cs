using System.Text.Json;
using Edge.Gateway.Health;
using Edge.Gateway.Health.Words;
using Edge.Gateway.Site;

namespace Edge.Gateway.Tests.Site;

public sealed class SaidHealthTests
{
    private static readonly GatewayHealth Health = new()
    {
        Gateway = "city.example/gw-1", Time = "2026-11-28T08:00:00.000Z", UptimeSeconds = 7200, Connected = true, Anchored = 5, Size = 9, Sealed = 5,
        Alarms = new Dictionary<string, string> { ["main.pressure"] = "9 bar is above the limit \u202E" }, Clock = "Kernel",
    };

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void The_page_is_told_what_the_status_command_says(string language)
    {
        var words = language == "en" ? HealthWords.English : HealthWords.Chinese;

        var said = JsonDocument.Parse(SaidHealth.Write(Health)).RootElement.GetProperty(language);

        Assert.Equal(words.OneLine(Health), string.Join(words.Marks.Between, new[] { "measuring", "proving", "needing" }.Select(a => said.GetProperty(a).GetString())) + words.Marks.End);
        Assert.Equal(words.Head(Health), said.GetProperty("head").GetString());
        Assert.Equal(words.Figures(Health), said.GetProperty("figures").EnumerateArray().Select(f => (f[0].GetString()!, f[1].GetString()!)));
        Assert.Equal(Health.Needs.Select(n => words.Advice(n, Health)), said.GetProperty("needs").EnumerateArray().Select(n => n.GetProperty("advice").GetString()));
        Assert.Contains("alarms_open", said.GetProperty("needs").EnumerateArray().Select(n => n.GetProperty("need").GetString()));
    }

    [Fact]
    public void What_others_wrote_cannot_reorder_what_stands_around_it() => Assert.DoesNotContain('\u202E', System.Text.Encoding.UTF8.GetString(SaidHealth.Write(Health)));
}
