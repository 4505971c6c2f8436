using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Edge.Testing;
using Xunit.Abstractions;

namespace Edge.Integration.Tests.Site;

/// <summary>A gateway of 32 channels at 10 Hz while its site page is attacked over real sockets.</summary>
public sealed partial class AttackedSiteTests(ITestOutputHelper output)
{
    private const int Turns = 5;
    private const int ThisThread = 0, LeastPriority = 19;
    private static readonly TimeSpan Attack = TimeSpan.FromSeconds(10);

    private int _answered;

    [Fact]
    public async Task Sampling_misses_no_more_while_the_page_is_attacked_than_without_and_who_may_work_with_it_still_does()
    {
        await using var gateway = await ServedGateway.StartAsync(converters: 8);
        await gateway.AddAsync("Li Wei", "technician");
        var turns = new List<string>();
        var isUnaffected = false;
        for (var turn = 0; turn < Turns && !isUnaffected; turn++)
        {
            // What a machine that is busy with other things misses is not the attack's doing: it is asked in turns, and one that was let alone is enough.
            var quiet = await MissedAsync(gateway, () => Task.Delay(Attack));
            var attacked = await MissedAsync(gateway, () => AttackAsync(gateway.Page));
            turns.Add($"quiet {quiet}, attacked {attacked}");
            output.WriteLine(turns[^1]);
            isUnaffected = attacked.Missed <= quiet.Missed + (attacked.Rounds / 50) && attacked.Readings >= 0.95 * quiet.Readings;
        }

        Assert.True(isUnaffected, string.Join('\n', turns));
        using var client = new HttpClient { BaseAddress = gateway.Page };
        await Eventually.True(async () =>
        {
            using var login = await client.PostAsync("/api/v1/login", new StringContent(JsonSerializer.Serialize(new { name = "Li Wei", password = ServedGateway.Password }), Encoding.UTF8, "application/json"));
            return login.StatusCode == HttpStatusCode.OK;
        });
        Assert.DoesNotContain(gateway.Process.Error.All, l => l.Contains("which is a mistake in it", StringComparison.Ordinal));
    }

    private async Task AttackAsync(Uri page)
    {
        (_answered, var start) = (0, TimeProvider.System.GetTimestamp());
        var address = new IPEndPoint(IPAddress.Loopback, page.Port);
        using var end = new CancellationTokenSource(Attack);
        await Task.WhenAll(
            [
                .. Repeat(2, () => Flood(address, i => Post($$"""{"name":"nobody {{i}}","password":"wrong password"}"""), end.Token)),
                .. Repeat(2, () => Flood(address, i => Encoding.Latin1.GetBytes($"GET /assets/..%2f{i} HTTP/1.1\r\nHost: localhost\r\nCookie: edge-session={new string('a', 64)}\r\nConnection: close\r\n\r\n"), end.Token)),
                .. Repeat(2, () => Flood(address, _ => Post(new string(' ', 1 << 20), declared: 10 << 20), end.Token)),
                .. Repeat(2, () => Flood(address, _ => [], end.Token)),
                .. Repeat(40, () => DripAsync(address, end.Token)),
                .. Repeat(100, () => TryAsync(address, _ => Task.Delay(Timeout.InfiniteTimeSpan, end.Token), end.Token)),
                .. Repeat(20, () => WatchWithoutReadingAsync(address, end.Token)),
            ]);
        var most = MostLetIn(TimeProvider.System.GetElapsedTime(start));
        output.WriteLine($"answered {_answered}, at most {most}");
        Assert.InRange(_answered, 1, most);
    }

    /// <summary>Connections of one network in a time, however many come: half of what all networks have together (Visitors).</summary>
    private static int MostLetIn(TimeSpan time) => 75 + (int)Math.Ceiling(time / TimeSpan.FromMilliseconds(40));

    private static async Task<(long Rounds, long Missed, long Readings)> MissedAsync(ServedGateway gateway, Func<Task> meanwhile)
    {
        var before = await gateway.RoundsAsync();
        await meanwhile();
        var after = await gateway.RoundsAsync();
        return (after.Rounds - before.Rounds, after.Missed - before.Missed, after.Readings - before.Readings);
    }

    private static IEnumerable<Task> Repeat(int count, Func<Task> attack) => Enumerable.Range(0, count).Select(_ => Task.Run(attack));

    private static byte[] Post(string body, int? declared = null) => Encoding.Latin1.GetBytes(
        $"POST /api/v1/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {declared ?? body.Length}\r\n\r\n{body}");

    /// <summary>
    /// Connections without a pause, on a thread of least priority: who attacks from elsewhere does not take this machine's processors. Nothing to send: the connection
    /// is reset as soon as it is there.
    /// </summary>
    private Task Flood(IPEndPoint address, Func<int, byte[]> request, CancellationToken end) => Task.Factory.StartNew(() =>
    {
        Assert.Equal(0, SetPriority(ThisThread, 0, LeastPriority));
        var answer = new byte[4096];
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { SendTimeout = 1000, ReceiveTimeout = 1000 };
            try
            {
                socket.Connect(address);
                if (request(i) is { Length: > 0 } bytes)
                {
                    socket.Send(bytes);
                    if (socket.Receive(answer) > 0)
                        Interlocked.Increment(ref _answered);
                }

                socket.Close(0);
            }
            catch (SocketException)
            {
                // It was let go.
            }
        }
    }, end, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>A byte of a header each half second.</summary>
    private static async Task DripAsync(IPEndPoint address, CancellationToken end)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (!end.IsCancellationRequested)
        {
            await TryAsync(address, async socket =>
            {
                await socket.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\nX: "u8.ToArray(), end);
                while (await timer.WaitForNextTickAsync(end))
                    await socket.SendAsync("a"u8.ToArray(), end);
            }, end);
        }
    }

    private static Task WatchWithoutReadingAsync(IPEndPoint address, CancellationToken end) => TryAsync(address, async socket =>
    {
        socket.ReceiveBufferSize = 4096;
        await socket.SendAsync("GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), end);
        await Task.Delay(Timeout.InfiniteTimeSpan, end);
    }, end);

    private static async Task TryAsync(IPEndPoint address, Func<Socket, Task> attack, CancellationToken end)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(address, end);
            await attack(socket);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // It was let go.
        }
    }

    /// <summary>setpriority(2): with who = 0, of the calling thread.</summary>
    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
