using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Remote;
using Edge.Simulators.Devices;

namespace Edge.Simulators.Serving;

/// <summary>One client: greets it, then serves what it came for until it leaves.</summary>
internal sealed class BusConnection(Socket socket, IBench bench, ulong session, TimeProvider time)
{
    private const byte NoLevel = 2;

    /// <summary>How long a transfer that times out holds the bus: until the adapter gives up.</summary>
    private static readonly TimeSpan AdapterTimeout = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PushEvery = TimeSpan.FromMilliseconds(10);

    private readonly FrameStream _frames = new(socket);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using (socket)
        {
            try
            {
                await ServeAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client left or the server ends; both are everyday.
            }
        }
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        if (await _frames.ReceiveAsync(cancellationToken).ConfigureAwait(false) is not { Type: RemoteMessage.Hello } first)
            return;
        if (!RemoteHello.TryRead(first.Body.Span, out var hello, out var problem))
        {
            await RefuseAsync(problem, cancellationToken).ConfigureAwait(false);
            return;
        }
        switch (hello.Kind)
        {
            case RemoteKind.I2c when bench.FindBus(hello.Bus) is { } bus:
                await WelcomeAsync(cancellationToken).ConfigureAwait(false);
                await TransferAsync(bus, cancellationToken).ConfigureAwait(false);
                break;
            case RemoteKind.Line when bench.FindLine(hello.Bus, hello.Line) is { } line:
                await WelcomeAsync(cancellationToken).ConfigureAwait(false);
                await PushAsync(line, hello, cancellationToken).ConfigureAwait(false);
                break;
            case RemoteKind.Control:
                await WelcomeAsync(cancellationToken).ConfigureAwait(false);
                await ObeyAsync(cancellationToken).ConfigureAwait(false);
                break;
            default:
                var what = hello.Kind == RemoteKind.Line ? $"line {hello.Line} on bus \"{hello.Bus}\"" : $"I2C bus \"{hello.Bus}\"";
                await RefuseAsync($"the bench has no {what}: use the configuration it wrote with --site-out.", cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private ValueTask WelcomeAsync(CancellationToken cancellationToken)
    {
        _frames.Body.Span[0] = RemoteFrame.Version;
        BinaryPrimitives.WriteUInt64BigEndian(_frames.Body.Span[1..], session);
        return _frames.SendAsync(RemoteMessage.Welcome, 9, cancellationToken);
    }

    private ValueTask RefuseAsync(string why, CancellationToken cancellationToken) =>
        _frames.SendAsync(RemoteMessage.Refusal, Encoding.UTF8.GetBytes(why, _frames.Body.Span), cancellationToken);

    private async Task TransferAsync(II2cBus bus, CancellationToken cancellationToken)
    {
        while (await _frames.ReceiveAsync(cancellationToken).ConfigureAwait(false) is { Type: RemoteMessage.Transfer, Body.Length: >= 3 } request)
        {
            var length = Transfer(bus, request.Body.Span, _frames.Body.Span);
            if (_frames.Body.Span[0] == (byte)I2cStatus.TimedOut)
                await Task.Delay(AdapterTimeout, time, cancellationToken).ConfigureAwait(false);
            await _frames.SendAsync(RemoteMessage.Transferred, length, cancellationToken).ConfigureAwait(false);
        }
    }

    private static int Transfer(II2cBus bus, ReadOnlySpan<byte> request, Span<byte> answer)
    {
        var wanted = BinaryPrimitives.ReadUInt16BigEndian(request[1..]);
        var status = wanted < answer.Length ? bus.Transfer(request[0], request[3..], answer.Slice(1, wanted)) : I2cStatus.Refused;
        answer[0] = (byte)status;
        return status == I2cStatus.Ok ? 1 + wanted : 1;
    }

    private async Task PushAsync(SimulatedGpioLine line, RemoteHello hello, CancellationToken cancellationToken)
    {
        line.CatchUp?.Invoke();
        var position = hello.Session == session ? line.PositionAfter(hello.Generation, hello.Sequence) : line.Written;
        var left = _frames.ReceiveAsync(cancellationToken).AsTask();
        using var emitted = new EmittedSignal(line);
        var edges = new GpioEdge[1024];
        var told = (GpioLineState)byte.MaxValue;
        var toldAt = time.GetTimestamp();
        do
        {
            line.CatchUp?.Invoke();
            emitted.Reset();
            while (line.ReadFrom(ref position, edges) is var count && (count > 0 || line.State != told || time.GetElapsedTime(toldAt) >= RemoteFrame.Heartbeat))
            {
                (told, toldAt) = (line.State, time.GetTimestamp());
                await _frames.SendAsync(RemoteMessage.Edges, Fill(line, told, edges.AsSpan(0, count)), cancellationToken).ConfigureAwait(false);
            }
        }
        while (!left.IsCompleted && await emitted.WaitAsync(PushEvery, cancellationToken).ConfigureAwait(false));
        await left.ConfigureAwait(false);
    }

    private int Fill(SimulatedGpioLine line, GpioLineState state, ReadOnlySpan<GpioEdge> edges)
    {
        var body = _frames.Body.Span;
        body[0] = (byte)state;
        body[1] = state != GpioLineState.Present ? NoLevel : line.Level ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt16BigEndian(body[2..], edges.Length > 0 ? edges[0].Generation : line.Generation);
        var at = RemoteFrame.EdgesHeader;
        foreach (ref readonly var edge in edges)
        {
            RemoteFrame.WriteEdge(body[at..], edge);
            at += RemoteFrame.EdgeBytes;
        }
        return at;
    }

    private async Task ObeyAsync(CancellationToken cancellationToken)
    {
        while (await _frames.ReceiveAsync(cancellationToken).ConfigureAwait(false) is { Type: RemoteMessage.Command } command)
        {
            var answer = bench.Command(Encoding.UTF8.GetString(command.Body.Span));
            await _frames.SendAsync(RemoteMessage.Answer, Encoding.UTF8.GetBytes(answer, _frames.Body.Span), cancellationToken).ConfigureAwait(false);
        }
    }
}
