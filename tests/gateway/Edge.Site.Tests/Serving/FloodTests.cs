using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Edge.Ledger.Entries;
using Edge.Site.Live;
using Edge.Site.Ports;
using Edge.Testing;

namespace Edge.Site.Tests.Serving;

/// <summary>Floods over real sockets of one address. The whole of 127.0.0.0/8 is this machine: another address of it is somebody else.</summary>
public sealed class FloodTests
{
    private static readonly IPAddress Attacker = IPAddress.Parse("127.6.6.6");
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Connections_that_are_cut_off_at_once_shut_the_page_for_nobody()
    {
        await using var site = await RunningSite.StartAsync();
        var flood = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (flood.Elapsed < TimeSpan.FromSeconds(2))
            {
                using var socket = Connect(site, Attacker);
                socket?.Close(0);
            }
        })));

        await AssertServedAsync(site);
    }

    [Fact]
    public async Task Connections_that_ask_nothing_take_no_place_of_others()
    {
        await using var site = await RunningSite.StartAsync();
        var idle = await IdleAsync(site, Attacker, 140);

        await AssertServedAsync(site);

        await Eventually.True(() => IsServedAsync(site, Attacker), Soon);
        idle.ForEach(s => s.Dispose());
    }

    [Fact]
    public async Task A_connection_that_asks_nothing_is_let_go()
    {
        await using var site = await RunningSite.StartAsync();
        using var idle = Connect(site, Attacker)!;

        await Eventually.True(() => IsEnded(idle), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Live_events_are_shown_only_so_often_to_one()
    {
        await using var site = await RunningSite.StartAsync();
        var open = new List<HttpResponseMessage>();
        for (var i = 0; i < LiveHub.MostOfOne; i++)
            open.Add(await site.Client.GetAsync("/api/v1/live", HttpCompletionOption.ResponseHeadersRead));

        using var more = await site.Client.GetAsync("/api/v1/live", HttpCompletionOption.ResponseHeadersRead);
        using var other = await GetFromAsync(site, Attacker, "/api/v1/live");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, more.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        open.ForEach(o => o.Dispose());
    }

    [Fact]
    public async Task Who_takes_nothing_of_the_live_events_is_let_go()
    {
        await using var site = await RunningSite.StartAsync(channels: 400);
        var deaf = Connect(site, Attacker, receiveBuffer: 4096)!;
        await deaf.SendAsync("GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        await Eventually.True(() => site.Hub.Viewers == 1);
        var looks = 0UL;

        await Eventually.True(() => HasGone(site, ++looks), TimeSpan.FromSeconds(40));

        await Eventually.True(() => IsEnded(deaf));
        deaf.Dispose();
    }

    private static bool HasGone(RunningSite site, ulong sequence)
    {
        for (var channel = 0; channel < site.Channels.Count; channel++)
            site.Measure(channel, new LiveReading(sequence, sequence, Quality.Good, Reason.None, 1_790_000_000_000));
        return site.Hub.Viewers == 0;
    }

    private static async Task<List<Socket>> IdleAsync(RunningSite site, IPAddress from, int count)
    {
        var idle = Enumerable.Range(0, count).Select(_ => Connect(site, from)).OfType<Socket>().ToList();
        await Eventually.True(() => idle.Any(IsEnded));
        return idle;
    }

    private static Socket? Connect(RunningSite site, IPAddress from, int? receiveBuffer = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (receiveBuffer is { } bytes)
                socket.ReceiveBufferSize = bytes;
            socket.Bind(new IPEndPoint(from, 0));
            socket.Connect(site.Address);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    /// <summary>Cut off, or ended; what was sent before is not read.</summary>
    private static bool IsEnded(Socket socket) => socket.Poll(0, SelectMode.SelectError) || (socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0);

    private static async Task AssertServedAsync(RunningSite site)
    {
        var began = Stopwatch.StartNew();
        Assert.True(await IsServedAsync(site, IPAddress.Parse("127.0.0.2")));
        Assert.InRange(began.Elapsed, TimeSpan.Zero, Soon);
    }

    private static async Task<bool> IsServedAsync(RunningSite site, IPAddress from)
    {
        try
        {
            using var answer = await GetFromAsync(site, from, "/");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or SocketException)
        {
            return false;
        }
    }

    private static async Task<HttpResponseMessage> GetFromAsync(RunningSite site, IPAddress from, string path)
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (to, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(to.DnsEndPoint, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = site.Client.BaseAddress, Timeout = TimeSpan.FromSeconds(30) };
        return await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
    }
}
