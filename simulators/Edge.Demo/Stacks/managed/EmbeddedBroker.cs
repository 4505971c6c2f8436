using System.Net.Sockets;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Edge.Demo.Stacks;

/// <summary>
/// A broker for one town on one machine: on loopback, without TLS, names or access lists, and with nothing kept on disk, as the town's mosquitto is set up.
/// What it lacks against mosquitto: when a client that is slow has 1,000 messages waiting, MQTTnet.Server drops the oldest, mosquitto the newest; and it gives a name
/// to clients that come without one over MQTT 5 only.
/// </summary>
/// <param name="port">Of 127.0.0.1.</param>
/// <param name="log">Who came and went, and that it runs.</param>
internal sealed class EmbeddedBroker(int port, TextWriter log)
{
    private const int LongestQueue = 1000;

    /// <summary>Serves until it is cancelled; then its clients are told, as mosquitto tells them.</summary>
    /// <returns>The exit code: 1 where the port is taken, which it says.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var factory = new MqttServerFactory();
        var options = factory.CreateServerOptionsBuilder()
            .WithoutDefaultEndpoint()
            .WithMaxPendingMessagesPerClient(LongestQueue)
            .Build();
        using var server = factory.CreateMqttServer(options, [new TownListener(port, TimeProvider.System, log)]);
        server.ValidatingConnectionAsync += client =>
        {
            client.AssignedClientIdentifier = client.ClientId is { Length: > 0 } ? null : $"client-{Guid.NewGuid():N}";
            return Task.CompletedTask;
        };
        server.ClientConnectedAsync += client => log.WriteLineAsync($"{client.ClientId} connected, {client.ProtocolVersion}");
        server.ClientDisconnectedAsync += client => log.WriteLineAsync($"{client.ClientId} disconnected, {client.DisconnectType}");
        server.QueuedApplicationMessageOverwrittenAsync += dropped => log.WriteLineAsync($"a message for {dropped.ReceiverClientId} is dropped: it has {LongestQueue} waiting");

        try
        {
            await server.StartAsync();
        }
        catch (SocketException taken)
        {
            await log.WriteLineAsync($"Error: 127.0.0.1:{port}: {taken.Message}");
            return 1;
        }

        await log.WriteLineAsync($"{TownBroker.Product} on 127.0.0.1:{port}" + TownBroker.Ready);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.Register(ended.SetResult))
            await ended.Task;
        await server.StopAsync(factory.CreateMqttServerStopOptionsBuilder().WithDefaultClientDisconnectOptions(d => d.WithReasonCode(MqttDisconnectReasonCode.ServerShuttingDown)).Build());
        return 0;
    }
}
