using System.Net;
using System.Net.Http.Headers;

namespace Edge.Site.Tests.Serving;

public sealed class SiteServerTests
{
    [Fact]
    public async Task The_page_comes_with_headers_that_forbid_other_origins()
    {
        await using var site = await RunningSite.StartAsync();

        using var answer = await site.Client.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.DoesNotContain("unsafe", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_page_that_the_browser_has_is_not_sent_again()
    {
        await using var site = await RunningSite.StartAsync();
        using var first = await site.Client.GetAsync("/");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var answer = await site.Client.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_status_is_what_the_gateway_says_now()
    {
        await using var site = await RunningSite.StartAsync();
        site.Say("""{"version":1,"readings":7}""");

        using var answer = await site.Client.GetAsync("/api/v1/status");

        Assert.Equal("""{"version":1,"readings":7}""", await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("GET", "/no-such-thing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/assets/..%2f..%2fetc%2fpasswd", HttpStatusCode.NotFound)]
    [InlineData("GET", "/assets/index.html%00", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/v1/status", HttpStatusCode.MethodNotAllowed)]
    public async Task What_is_not_there_is_told_as_a_problem(string method, string path, HttpStatusCode status)
    {
        await using var site = await RunningSite.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        if (status != HttpStatusCode.BadRequest)
            Assert.Equal(new MediaTypeHeaderValue("application/problem+json"), answer.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/status")]
    [InlineData("/api/v1/live")]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/metrics")]
    [InlineData("/no-such-thing")]
    public async Task HEAD_has_the_head_of_what_GET_answers(string path)
    {
        await using var site = await RunningSite.StartAsync();
        using var get = await site.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var head = await site.Client.SendAsync(request);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.InRange(site.Hub.Viewers, 0, 1);
    }

    [Theory]
    [InlineData("POST", "/api/v1/status", "GET, HEAD")]
    [InlineData("GET", "/api/v1/login", "POST")]
    [InlineData("HEAD", "/api/v1/login", "POST")]
    [InlineData("OPTIONS", "/", "GET, HEAD")]
    public async Task Another_method_is_told_those_that_there_are(string method, string path, string allowed)
    {
        await using var site = await RunningSite.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    public async Task A_foreign_name_for_this_gateway_is_refused(string host)
    {
        await using var site = await RunningSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/status") { Headers = { Host = host } };

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.DoesNotContain("running", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("[::1]:8080")]
    [InlineData("192.0.2.7")]
    public async Task Its_own_names_and_addresses_are_taken(string host)
    {
        await using var site = await RunningSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/status") { Headers = { Host = host } };

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
