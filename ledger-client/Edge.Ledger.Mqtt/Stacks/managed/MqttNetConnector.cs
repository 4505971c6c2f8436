using System.Net.Sockets;
using System.Security.Authentication;
using Edge.Ledger.Mqtt.Links;
using MQTTnet.Exceptions;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>
/// Connects in MQTTnet's packets. Its clients are not what the port needs: one hands messages on beside the answers to subscriptions, in no order between the two, and puts
/// no bound on what is in flight; both fetch certificates that a broker names, and take in packets of any length.
/// </summary>
/// <param name="clock">Measures the connect timeout and the silence before a ping.</param>
public sealed class MqttNetConnector(TimeProvider clock) : IMqttConnector
{
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
        PacketStream? packets = null;
        try
        {
            var silence = new Silence(clock, endpoint.KeepAlive);
            packets = new PacketStream(await BrokerStream.OpenAsync(endpoint, clock, either.Token), endpoint, version, silence);
            await packets.SendAsync(ConnectPacket.Of(endpoint, version), either.Token);
            if (await packets.ReceiveAsync(either.Token) is not MqttConnAckPacket answer)
                throw Failed(endpoint, "it did not answer with CONNACK");
            Admit(endpoint, version, answer);
            return new MqttNetLink(packets, endpoint, version, answer, silence, clock);
        }
        catch (Exception failure)
        {
            packets?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (timeout.IsCancellationRequested)
                throw new MqttLinkException($"The broker {endpoint} did not answer within {endpoint.ConnectTimeout.TotalSeconds:0.#} s.", transient: true, failure);
            if (failure is MqttLinkException or UnknownVersionException)
                throw;
            var why = failure.GetBaseException().Message.TrimEnd('.');
            // Who hangs up on the CONNECT without a word may be a broker of before 2019.
            if (packets is not null && version == MqttVersion.V5 && failure is EndOfStreamException or MqttProtocolViolationException or IOException { InnerException: SocketException })
                throw new UnknownVersionException(why);
            throw Failed(endpoint, failure is AuthenticationException ? $"certificate: {why}" : why, failure);
        }
    }

    private static void Admit(MqttEndpoint endpoint, MqttVersion version, MqttConnAckPacket answer)
    {
        var reason = version == MqttVersion.V5 ? (int)answer.ReasonCode : (int)answer.ReturnCode;
        if (reason == 0 && !(version == MqttVersion.V5 && answer.IsSessionPresent))
            return;
        if (reason == 0)
            throw Failed(endpoint, "it goes on with a session that this client does not have");
        // A broker of before 2019 says it with the return code of 3.1.1.
        if (version == MqttVersion.V5 && reason is 1 or (int)MqttConnectReasonCode.UnsupportedProtocolVersion)
            throw new UnknownVersionException("MQTT 5 is not supported");
        var words = version == MqttVersion.V5 ? MqttReason.Describe(reason) : MqttReason.DescribeConnectReturn(reason);
        throw new MqttLinkException($"The broker {endpoint} refused the connection: {words}.", transient: true);
    }

    private static MqttLinkException Failed(MqttEndpoint endpoint, string why, Exception? cause = null) =>
        new($"Cannot connect to the broker {endpoint}: {why}.", transient: true, cause);
}
