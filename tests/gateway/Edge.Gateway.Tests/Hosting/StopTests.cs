using System.Diagnostics;
using System.Net.Sockets;
using Edge.Gateway.Tests.Doctor;
using Edge.Sensors.Buses.Remote;
using Edge.Testing;

namespace Edge.Gateway.Tests.Hosting;

public sealed class StopTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly CancellationTokenSource _end = new();

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_gateway_that_is_asked_to_end_does_not_wait_for_a_bench_that_drips_its_answers()
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(_folder.File("bench.sock")));
        listener.Listen();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var serving = ServeAsync(listener, asked);
        var site = new DoctorSite(_folder, $$"""
            buses: { i2c-1: { kind: remote, socket: {{_folder.File("bench.sock")}}, timeout: 10s } }
            sensors:
              - { driver: ina219, bus: i2c-1, address: 0x40, period: 1s, channels: [ { name: a.volts, output: voltage } ] }
              - { driver: ina219, bus: i2c-1, address: 0x41, period: 1s, channels: [ { name: b.volts, output: voltage } ] }
            """);
        await using var gateway = site.Run();
        await asked.Task.WaitAsync(Eventually.DefaultLimit);

        var asking = Stopwatch.StartNew();
        gateway.Terminate();

        Assert.Equal(0, await gateway.WaitForExit());
        Assert.InRange(asking.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await _end.CancelAsync();
        await serving;
    }

    private async Task ServeAsync(Socket listener, TaskCompletionSource asked)
    {
        var clients = new List<Task>();
        try
        {
            while (true)
                clients.Add(DripAsync(await listener.AcceptAsync(_end.Token), asked));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(clients);
        }
    }

    /// <summary>Greets, and from the first transfer on gives an answer that never becomes whole.</summary>
    private async Task DripAsync(Socket client, TaskCompletionSource asked)
    {
        using (client)
        {
            try
            {
                await client.ReceiveAsync(new byte[64], _end.Token);
                await client.SendAsync(new byte[] { 0, 9, (byte)RemoteMessage.Welcome, RemoteFrame.Version, 0, 0, 0, 0, 0, 0, 0, 5 }, _end.Token);
                await client.ReceiveAsync(new byte[64], _end.Token);
                await client.SendAsync(new byte[] { 0x40, 0, (byte)RemoteMessage.Transferred }, _end.Token);
                asked.TrySetResult();
                using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
                while (await timer.WaitForNextTickAsync(_end.Token))
                    await client.SendAsync(new byte[] { 0 }, _end.Token);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // The gateway has left, or the test ends.
            }
        }
    }
}
