using System.Net;
using Edge.Site.Access;
using Edge.Site.Tests.Serving;
using Edge.Testing;

namespace Edge.Site.Tests.Access;

/// <summary>A program looks with the token of a file, and does nothing more with it.</summary>
public sealed class ProgramTokenTests
{
    private const string Token = "q3Jd0f8l7mP2xV5sT1bN6cH9kZ4wR0yA8uE2gI7oL3M=";

    [Theory]
    [InlineData("Bearer " + Token, HttpStatusCode.OK)]
    [InlineData("bearer  " + Token, HttpStatusCode.OK)]
    [InlineData("Bearer " + Token + "x", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer", HttpStatusCode.Unauthorized)]
    [InlineData("Basic " + Token, HttpStatusCode.Unauthorized)]
    [InlineData(Token, HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task The_one_line_of_the_file_opens_what_a_viewer_sees(string? shown, HttpStatusCode expected)
    {
        using var folder = new TemporaryDirectory();
        await using var site = await CommissionedAsync(Written(folder, Token + "\n"));

        foreach (var path in new[] { "/metrics", "/api/v1/status", "/api/v1/readings" })
            Assert.Equal(expected, await AskAsync(site, HttpMethod.Get, path, shown));
    }

    [Fact]
    public async Task It_changes_nothing()
    {
        using var folder = new TemporaryDirectory();
        await using var site = await CommissionedAsync(Written(folder, Token));

        foreach (var path in new[] { "/api/v1/alarms/acknowledge", "/api/v1/damage/seen", "/api/v1/password", "/api/v1/logout" })
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(site, HttpMethod.Post, path, "Bearer " + Token));
        Assert.Empty(site.People.Entered);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    public async Task A_token_that_could_be_guessed_opens_nothing(string token)
    {
        using var folder = new TemporaryDirectory();
        await using var site = await CommissionedAsync(Written(folder, token));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(site, HttpMethod.Get, "/metrics", $"Bearer {token}"));
    }

    [Fact]
    public async Task Another_token_counts_at_once_and_a_file_that_is_gone_opens_nothing()
    {
        using var folder = new TemporaryDirectory();
        var file = Written(folder, Token);
        await using var site = await CommissionedAsync(file);
        var other = new string('b', 43);

        await File.WriteAllTextAsync(file, other);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(site, HttpMethod.Get, "/metrics", "Bearer " + Token));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(site, HttpMethod.Get, "/metrics", "Bearer " + other));
        File.Delete(file);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(site, HttpMethod.Get, "/metrics", "Bearer " + other));
    }

    [Theory]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task A_file_that_others_may_use_opens_nothing_until_they_may_not(UnixFileMode others)
    {
        using var folder = new TemporaryDirectory();
        var file = Written(folder, Token);
        var owner = File.GetUnixFileMode(file);
        await using var site = await CommissionedAsync(file);

        File.SetUnixFileMode(file, owner | others);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(site, HttpMethod.Get, "/metrics", "Bearer " + Token));
        File.SetUnixFileMode(file, owner);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(site, HttpMethod.Get, "/metrics", "Bearer " + Token));
    }

    [Fact]
    public async Task Live_events_end_when_the_token_is_another()
    {
        using var folder = new TemporaryDirectory();
        var file = Written(folder, Token);
        await using var site = await CommissionedAsync(file);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/live") { Headers = { { "Authorization", "Bearer " + Token } } };
        using var events = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(1, site.Hub.Viewers);

        await File.WriteAllTextAsync(file, new string('b', 43));

        await Eventually.True(() => site.Hub.Viewers == 0);
    }

    private static string Written(TemporaryDirectory folder, string token)
    {
        var file = folder.Write("token", token);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }

    private static async Task<RunningSite> CommissionedAsync(string file)
    {
        var site = await RunningSite.StartAsync(settings: new SiteSettings { Listen = new IPEndPoint(IPAddress.Loopback, 0), TokenFile = file });
        site.People.IsCommissioned = true;
        await site.People.AddAsync("Li Wei", Role.Viewer);
        return site;
    }

    private static async Task<HttpStatusCode> AskAsync(RunningSite site, HttpMethod method, string path, string? shown)
    {
        using var request = new HttpRequestMessage(method, path);
        if (shown is not null)
            request.Headers.TryAddWithoutValidation("Authorization", shown);
        using var answer = await site.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
