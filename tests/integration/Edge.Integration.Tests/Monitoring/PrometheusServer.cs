using System.Text.Json;
using System.Text.RegularExpressions;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Integration.Tests.Monitoring;

/// <summary>A real Prometheus on a free port of this machine that scrapes one target each second, with the rules that operators take over; they wait for nothing here.</summary>
internal sealed partial class PrometheusServer : IAsyncDisposable
{
    public const string Program = "/usr/bin/prometheus";
    public const string Tool = "/usr/bin/promtool";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory _folder = new();
    private readonly HttpClient _client;
    private readonly ChildProcess _process;

    private PrometheusServer(string target, string? token)
    {
        var port = FreePort.Next();
        _folder.Write("alerts.yml", Waits().Replace(File.ReadAllText(Path.Combine(Programs.RepositoryRoot, "hardware/monitoring/alerts.yml")), "for: 0s"));
        var authorization = token is null ? "" : $"\n    authorization: {{ credentials_file: {_folder.Write("token", token)} }}";
        _folder.Write("prometheus.yml", $$"""
            global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }
            rule_files: [alerts.yml]
            scrape_configs:
              - job_name: edge
                static_configs: [{ targets: ["{{target}}"] }]{{authorization}}
            """);
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/v1/"), Timeout = TimeSpan.FromSeconds(20) };
        _process = ChildProcess.Start(Program, [$"--config.file={_folder.File("prometheus.yml")}", $"--storage.tsdb.path={_folder.File("data")}", $"--web.listen-address=127.0.0.1:{port}"]);
    }

    /// <param name="target">Host and port.</param>
    /// <param name="token">What it shows; null: nothing.</param>
    public static async Task<PrometheusServer> StartAsync(string target, string? token = null)
    {
        var server = new PrometheusServer(target, token);
        await Eventually.True(async () => await server.ValueAsync("up") is 1, Limit);
        return server;
    }

    /// <summary>Waits until these alerts fire and no other, each as <c>name</c> or <c>name label</c>.</summary>
    public async Task FiringAsync(params string[] expected)
    {
        var firing = new List<string>();
        try
        {
            await Eventually.True(async () => (firing = await FiringNowAsync()).Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal)), Limit);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"Firing are {string.Join(", ", firing)}; expected {string.Join(", ", expected)}.", e);
        }
    }

    /// <summary>Of the one series that a question has; null when there is none.</summary>
    public async Task<double?> ValueAsync(string question)
    {
        if (await AskAsync($"query?query={Uri.EscapeDataString(question)}") is not { } data)
            return null;
        var series = data.GetProperty("result").EnumerateArray().ToList();
        return series is [var one] ? double.Parse(one.GetProperty("value")[1].GetString()!, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private async Task<List<string>> FiringNowAsync() => await AskAsync("alerts") is not { } data ? [] :
        [.. from alert in data.GetProperty("alerts").EnumerateArray()
            where alert.GetProperty("state").GetString() == "firing"
            let labels = alert.GetProperty("labels")
            let own = new[] { "channel", "bus" }.Select(l => labels.TryGetProperty(l, out var value) ? $" {value.GetString()}" : "")
            select labels.GetProperty("alertname").GetString() + string.Concat(own)];

    /// <summary>Null while it does not answer.</summary>
    private async Task<JsonElement?> AskAsync(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(await _client.GetStringAsync(path));
            return json.RootElement.GetProperty("data").Clone();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    [GeneratedRegex(@"for: \w+")]
    private static partial Regex Waits();
}
