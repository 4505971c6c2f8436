using System.Text.Json;
using Edge.Ledger.Mqtt.Links;
using Edge.Ledger.Mqtt.Sessions;
using Edge.Sparkplug.Payloads;
using Google.Protobuf;

namespace Edge.Sparkplug.Sessions;

/// <summary>Takes what hosts say, which is never more than: be born again, and that the primary one comes or goes.</summary>
internal sealed class Inbox(Topics topics, HostWatch host, Complaints complaints)
{
    private volatile bool _isRebirthAsked;

    /// <summary>Beats when something was said, or nothing will be any more.</summary>
    public Pulse Changed { get; } = new();

    /// <summary>Somebody asked for all births since they last went.</summary>
    public bool IsRebirthAsked
    {
        get => _isRebirthAsked;
        set => _isRebirthAsked = value;
    }

    /// <summary>Reads until the link ends.</summary>
    public async Task ReadAsync(IMqttLink link, CancellationToken cancellationToken)
    {
        await foreach (var message in link.Incoming.ReadAllAsync(cancellationToken))
        {
            try
            {
                Take(message);
            }
            catch (Exception e) when (e is InvalidProtocolBufferException or JsonException or InvalidDataException)
            {
                complaints.Add(message.Topic, e.Message.TrimEnd('.'));
            }

            Changed.Beat();
        }

        Changed.Beat();
    }

    private void Take(in MqttMessage message)
    {
        if (message.Topic == host.Topic)
            host.Hear(message.Payload);
        // A command that a broker kept is old, and would come again with every subscription.
        else if (message.Topic == topics.Commands && !message.Retained && RebirthRequest.IsIn(message.Payload.Span))
            _isRebirthAsked = true;
    }
}
