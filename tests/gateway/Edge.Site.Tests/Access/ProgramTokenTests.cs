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
        await using var site = await CommissionedAsync(folder.Write("token", Token + "\n"));

        foreach (var path in new[] { "/metrics", "/api/v1/status", "/api/v1/readings" })
            Assert.Equal(expected, await AskAsync(site, HttpMethod.Get, path, shown));
    }

    [Fact]
    public async Task It_changes_nothing()
    {
        using var folder = new TemporaryDirectory();
        await using var site = await CommissionedAsync(folder.Write("token", Token));

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
        await using var site = await CommissionedAsync(folder.Write("token", token));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(site, HttpMethod.Get, "/metrics", $"Bearer {token}"));
    }

    [Fact]
    public async Task Another_token_counts_at_once_and_a_file_that_is_gone_opens_nothing()
    {
        using var folder = new TemporaryDirectory();
        var file = folder.Write("token", Token);
        await using var site = await CommissionedAsync(file);
        var other = new string('b', 43);

        await File.WriteAllTextAsync(file, other);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(site, HttpMethod.Get, "/metrics", "Bearer " + Token));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(site, HttpMethod.Get, "/metrics", "Bearer " + other));
        File.Delete(file);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(site, HttpMethod.Get, "/metrics", "Bearer " + other));
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
