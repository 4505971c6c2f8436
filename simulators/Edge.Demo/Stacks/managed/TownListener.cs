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
internal sealed class TownListener(int port) : IMqttServerAdapter
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
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptSocketAsync(_end.Token), options, logger);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The broker ends.
        }
    }

    private async Task ServeAsync(Socket socket, MqttServerOptions options, IMqttNetLogger logger)
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
    }
}
