using System.Net;
using System.Net.Sockets;
using MQTTnet.Adapter;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;
using MQTTnet.Implementations;
using MQTTnet.Server;

namespace Edge.Demo.Stacks;

/// <summary>Where the broker's clients come in. A port that somebody else has is not shared with him; one that was just left is free.</summary>
/// <param name="port">Of 127.0.0.1.</param>
/// <param name="clock">Measures the pause after a client that could not be taken in.</param>
/// <param name="log">Told once that a client could not be taken in, and why.</param>
internal sealed class TownListener(int port, TimeProvider clock, TextWriter log) : IMqttServerAdapter
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port);
    private readonly CancellationTokenSource _end = new();

    public Func<IMqttChannelAdapter, Task>? ClientHandler { get; set; }

    /// <exception cref="SocketException">The port is taken.</exception>
    public Task StartAsync(MqttServerOptions options, IMqttNetLogger logger)
    {
        _listener.Start();
        _ = AcceptAsync(options, logger);
        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync(MqttServerOptions options, IMqttNetLogger logger)
    {
        var intake = new ClientIntake(_listener.AcceptSocketAsync, clock, log);
        try
        {
            while (true)
                _ = ServeAsync(await intake.NextAsync(_end.Token), intake, options, logger);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The broker ends.
        }
    }

    private async Task ServeAsync(Socket socket, ClientIntake intake, MqttServerOptions options, IMqttNetLogger logger)
    {
        await Task.Yield();
        try
        {
            socket.NoDelay = true;
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            using var channel = new BoundedChannel(new MqttTcpChannel(stream, socket.LocalEndPoint, socket.RemoteEndPoint, clientCertificate: null));
            using var client = new MqttChannelAdapter(channel, new MqttPacketFormatterAdapter(new MqttBufferWriter(options.WriterBufferSize, options.WriterBufferSizeMax)), logger);
            await (ClientHandler?.Invoke(client) ?? Task.CompletedTask);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client is gone.
        }
        finally
        {
            intake.Left();
        }
    }
}
