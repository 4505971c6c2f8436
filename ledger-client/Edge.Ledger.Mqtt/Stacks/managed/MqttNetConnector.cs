using System.Security.Authentication;
using Edge.Ledger.Mqtt.Links;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>
/// Connects through MQTTnet, packet by packet (<see cref="MqttClientFactory.CreateLowLevelMqttClient()"/>): its other client hands messages on beside the answers to
/// subscriptions, in no order between the two, and puts no bound on what is in flight.
/// </summary>
/// <param name="clock">Measures the connect timeout and the silence before a ping.</param>
public sealed class MqttNetConnector(TimeProvider clock) : IMqttConnector
{
    private readonly MqttClientFactory _clients = new();

    /// <inheritdoc/>
    public async Task<IMqttLink> ConnectAsync(MqttEndpoint endpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        endpoint.Validate();
        return await VersionChoice.ConnectAsync(endpoint, version => ConnectAsync(endpoint, version, cancellationToken));
    }

    private async Task<IMqttLink> ConnectAsync(MqttEndpoint endpoint, MqttVersion version, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(endpoint.ConnectTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var options = MqttNetOptions.Of(endpoint, version);
        var client = _clients.CreateLowLevelMqttClient();
        var reached = false;
        try
        {
            await client.ConnectAsync(options, either.Token);
            reached = true;
            await client.SendAsync(MqttConnectPacketFactory.Create(options), either.Token);
            if (await client.ReceiveAsync(either.Token) is not MqttConnAckPacket answer)
                throw Failed(endpoint, "it did not answer with CONNACK");
            Admit(endpoint, version, answer);
            return new MqttNetLink(client, endpoint, version, answer, clock);
        }
        catch (Exception failure)
        {
            client.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (timeout.IsCancellationRequested)
                throw new MqttLinkException($"The broker {endpoint} did not answer within {endpoint.ConnectTimeout.TotalSeconds:0.#} s.", transient: true, failure);
            if (failure is MqttLinkException or UnknownVersionException)
                throw;
            var why = failure.GetBaseException().Message.TrimEnd('.');
            // Who hangs up on the CONNECT without a word may be a broker of before 2019.
            if (reached && version == MqttVersion.V5 && failure is MqttCommunicationException or MqttProtocolViolationException)
                throw new UnknownVersionException(why);
            throw Failed(endpoint, failure is AuthenticationException ? $"certificate: {why}" : why, failure);
        }
    }

    private static void Admit(MqttEndpoint endpoint, MqttVersion version, MqttConnAckPacket answer)
    {
        var reason = version == MqttVersion.V5 ? (int)answer.ReasonCode : (int)answer.ReturnCode;
        if (reason == 0)
            return;
        // A broker of before 2019 says it with the return code of 3.1.1.
        if (version == MqttVersion.V5 && reason is 1 or (int)MqttConnectReasonCode.UnsupportedProtocolVersion)
            throw new UnknownVersionException("MQTT 5 is not supported");
        var words = version == MqttVersion.V5 ? MqttReason.Describe(reason) : MqttReason.DescribeConnectReturn(reason);
        throw new MqttLinkException($"The broker {endpoint} refused the connection: {words}.", transient: true);
    }

    private static MqttLinkException Failed(MqttEndpoint endpoint, string why, Exception? cause = null) =>
        new($"Cannot connect to the broker {endpoint}: {why}.", transient: true, cause);
}
