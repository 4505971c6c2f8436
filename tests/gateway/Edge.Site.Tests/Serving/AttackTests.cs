using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Edge.Site.Access;
using Edge.Site.Serving;
using Edge.Site.Tests.Access;
using Edge.Testing;

namespace Edge.Site.Tests.Serving;

/// <summary>Bad input over real sockets: each gets a clear answer or none, nothing inside is shown, and the next good request is answered.</summary>
public sealed class AttackTests
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "PATCH", "CONNECT", "get", "X\u00e9", "PROPFIND"];

    private static readonly string[] Paths =
    [
        "/", "/api/v1/status", "/api/v1/login", "/api/v1/session", "/api/v1/logout", "/api/v1/password", "/api/v1/alarms/acknowledge", "/api/v1/damage/seen", "/assets/index.html",
        "/assets/../gateway.key", "/assets/..%2fgateway.key", "/assets/%2e%2e/%2e%2e/etc/passwd", "/assets/..\\..\\etc\\passwd", "/assets/%00", "/assets//etc/passwd", "//evil.example/", "/api/v1/../v1/status",
        "/api/v1/status?x=%ff%fe", "/API/V1/DAMAGE/SEEN", "/api/v1/damage/seen/", "/%", "/%zz", "*", "", "http://evil.example/api/v1/status", "/" + new string('a', 4000), "/" + new string('b', 12000),
    ];

    [Fact]
    public async Task Whatever_is_sent_to_whatever_path_changes_nothing_shows_nothing_and_breaks_nothing()
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Technician);
        site.People.IsCommissioned = true;
        site.Say("""{"secret":4711}""");
        var seed = new Random(20261128);

        for (var i = 0; i < 600; i++)
        {
            var sent = Fuzzed(seed);
            var answer = await ExchangeAsync(site.Address, sent);
            var shown = Encoding.Latin1.GetString(answer);
            Assert.True(answer.Length == 0 || shown.StartsWith("HTTP/1.1 ", StringComparison.Ordinal), $"{i}: {shown}");
            // 505: another version of HTTP was asked for.
            Assert.False(shown.StartsWith("HTTP/1.1 5", StringComparison.Ordinal) && !shown.StartsWith("HTTP/1.1 505", StringComparison.Ordinal), $"{i}: {Encoding.Latin1.GetString(sent)[..Math.Min(200, sent.Length)]}\n{shown}");
            foreach (var inside in new[] { "4711", "   at ", "Exception", site.People.Accounts.Path, "pbkdf2", "Kestrel" })
                Assert.DoesNotContain(inside, shown, StringComparison.Ordinal);
        }

        Assert.Empty(site.People.Entered);
        using var page = await site.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/login")]
    [InlineData("/api/v1/alarms/acknowledge")]
    [InlineData("/api/v1/status")]
    [InlineData("/")]
    public async Task Ten_megabytes_are_not_taken(string path)
    {
        await using var site = await RunningSite.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Technician);
        using var visit = await Visit.LoggedInAsync(site, "Li Wei");
        var cookie = visit.Cookies.GetCookieHeader(site.Client.BaseAddress!);
        var head = Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10485760\r\nCookie: {cookie}\r\nX-Edge-Proof: {visit.Proof}\r\n\r\n");
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(site.Address);
        await socket.SendAsync(head);
        var sent = 0L;
        try
        {
            for (var chunk = new byte[64 * 1024]; sent < 10_485_760;)
                sent += await socket.SendAsync(chunk).WaitAsync(TimeSpan.FromSeconds(2));
        }
        catch (Exception e) when (e is SocketException or TimeoutException)
        {
            // It does not listen any longer.
        }

        Assert.True(sent < 10_485_760, "all of it was taken");
        Assert.Empty(site.People.Entered);
        using var page = await visit.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_told_so()
    {
        await using var site = await RunningSite.StartAsync();
        using var visit = new Visit(site);

        using var chunked = await visit.PostAsync("/api/v1/login", $$"""{"name":"Li Wei","password":"{{new string('x', 5000)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chunked.StatusCode);
    }

    /// <summary>Of one address, whose places they leave a few of: more would be let go at once.</summary>
    private const int Slow = (SiteLimits.MostConnections / 2) - 8;

    [Fact]
    public async Task Those_who_send_a_byte_now_and_then_are_let_go_and_the_page_is_served_meanwhile()
    {
        await using var site = await RunningSite.StartAsync();
        var slow = await Task.WhenAll(Enumerable.Range(0, Slow).Select(async _ =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(site.Address);
            await socket.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "u8.ToArray());
            return socket;
        }));

        var held = Stopwatch.StartNew();
        var answered = 0;
        var open = slow.ToList();
        while (open.Count > 0)
        {
            Assert.True(held.Elapsed < TimeSpan.FromSeconds(40), $"{open.Count} are still there");
            using var page = await site.Client.GetAsync("/");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            answered++;
            foreach (var socket in open)
                Drip(socket);
            open.RemoveAll(s => s.Poll(0, SelectMode.SelectRead));
        }

        Assert.True(answered > 1);
        Assert.True(held.Elapsed > TimeSpan.FromSeconds(1), "they were not slow");
        Array.ForEach(slow, s => s.Dispose());
    }

    private static void Drip(Socket socket)
    {
        try
        {
            socket.Send("a"u8);
        }
        catch (SocketException)
        {
            // It was let go.
        }
    }

    private static byte[] Fuzzed(Random seed)
    {
        var body = new byte[seed.Next(3) == 0 ? 0 : seed.Next(200)];
        seed.NextBytes(body);
        if (seed.Next(3) == 0)
            body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("""{"name":"Li Wei","password":{"note":[""", seed.Next(1, 4))));
        var head = new StringBuilder();
        head.Append(Pick(seed, Methods)).Append(' ').Append(Pick(seed, Paths)).Append(seed.Next(20) == 0 ? " HTTP/9.9\r\n" : " HTTP/1.1\r\n");
        head.Append(Pick(seed, "Host: localhost\r\n", "Host: localhost\r\n", "Host: localhost\r\n", "Host: 127.0.0.1:1\r\n", "Host: evil.example\r\n", "Host: \r\n", "", "Host: localhost\r\nHost: other\r\n"));
        head.Append(Pick(seed, "", "Content-Type: application/json\r\n", "Content-Type: application/json; charset=utf-7\r\n", "Content-Type: \u0001\r\n"));
        head.Append(Pick(seed, "", "Cookie: edge-session=" + new string('a', 64) + "\r\n", "Cookie: edge-session=" + new string('z', 9000) + "\r\n", "Cookie: edge-session=\"\r\n", "X-Edge-Proof: \u00ff\r\n"));
        head.Append(Pick(seed, "", "", "Transfer-Encoding: chunked\r\n", "Content-Length: -1\r\n", "Content-Length: 99999999999999999999\r\n", "Upgrade: h2c\r\nConnection: Upgrade\r\n", "Expect: 100-continue\r\n", "X: " + new string('h', 17000) + "\r\n"));
        head.Append("Connection: close\r\n");
        if (seed.Next(4) > 0)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        head.Append("\r\n");
        byte[] all = [.. Encoding.Latin1.GetBytes(head.ToString()), .. body];
        if (seed.Next(5) == 0)
            all[seed.Next(all.Length)] = (byte)seed.Next(256);
        return all;
    }

    private static string Pick(Random seed, params string[] of) => of[seed.Next(of.Length)];

    private static async Task<byte[]> ExchangeAsync(IPEndPoint address, byte[] sent)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address);
        var answer = new MemoryStream();
        try
        {
            await socket.SendAsync(sent);
            socket.Shutdown(SocketShutdown.Send);
            var buffer = new byte[4096];
            while (await socket.ReceiveAsync(buffer).WaitAsync(TimeSpan.FromSeconds(30)) is > 0 and var count)
                answer.Write(buffer, 0, count);
        }
        catch (SocketException)
        {
            // Cut off, which is an answer too.
        }

        return answer.ToArray();
    }
}
