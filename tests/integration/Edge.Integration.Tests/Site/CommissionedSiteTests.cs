using System.Net;
using System.Text;
using System.Text.Json;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Integration.Tests.Site;

/// <summary>From a new gateway to one that others reach, with the programs as a technician uses them.</summary>
public sealed class CommissionedSiteTests
{
    /// <summary>Nobody's (RFC 5737): it cannot be listened at, and that it is tried is what is looked for.</summary>
    private const string Others = "192.0.2.1";

    [Fact]
    public async Task It_stays_on_this_machine_until_all_that_others_need_is_there_and_then_goes_without_a_restart()
    {
        await using var gateway = await ServedGateway.StartAsync($"{Others}:{FreePort.Next()}");
        Assert.Equal("127.0.0.1", gateway.Page.Host);
        Assert.Equal("http", gateway.Page.Scheme);
        await gateway.LogAsync("does not go to 192.0.2.1:");
        Assert.Contains(gateway.Process.Error.All, l => l.Contains("account of a technician", StringComparison.Ordinal) && l.Contains("doctor --sign", StringComparison.Ordinal) && !l.Contains("TLS", StringComparison.Ordinal));

        await gateway.AddAsync("Li Wei", "technician");
        await gateway.SignAsync("Li Wei");

        await gateway.LogAsync("the site page cannot be served at 192.0.2.1:");
        var (rounds, _, readings) = await gateway.RoundsAsync();
        await Eventually.True(async () => await gateway.RoundsAsync() is var now && now.Rounds > rounds + 100 && now.Readings > readings + 100, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Once_it_is_commissioned_one_logs_in_to_look_and_the_log_holds_who_did_what()
    {
        await using var gateway = await ServedGateway.StartAsync();
        using var client = new HttpClient { BaseAddress = gateway.Page };
        Assert.Contains("\"looking\":\"open\"", await client.GetStringAsync("/api/v1/session"), StringComparison.Ordinal);

        await gateway.AddAsync("Li Wei", "technician");
        await gateway.SignAsync("Li Wei");
        await Eventually.True(async () => (await client.GetAsync("/api/v1/status")).StatusCode == HttpStatusCode.Unauthorized);
        using var login = await client.PostAsync("/api/v1/login", Json(new { name = "Li Wei", password = ServedGateway.Password }));
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
        using var told = JsonDocument.Parse(await login.Content.ReadAsStringAsync());
        client.DefaultRequestHeaders.Add("X-Edge-Proof", told.RootElement.GetProperty("proof").GetString());
        using var changed = await client.PostAsync("/api/v1/password", Json(new { old = ServedGateway.Password, @new = "battery staple 42" }));
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);

        gateway.Process.Terminate();
        Assert.Equal(0, await gateway.Process.WaitForExit(ServedGateway.Patience));
        Assert.Contains(gateway.Events(), e => e is { Subject: "site page", Text: "password of Li Wei changed", Who: "Li Wei (technician, site page)" });
    }

    private static StringContent Json<T>(T value) => new(JsonSerializer.Serialize(value), Encoding.UTF8, "application/json");
}
