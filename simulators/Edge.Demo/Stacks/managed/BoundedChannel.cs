using System.Buffers;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using MQTTnet.Channel;
using MQTTnet.Exceptions;

namespace Edge.Demo.Stacks;

/// <summary>A client's bytes, of which MQTTnet would take in any length that a packet says it has: one that is too long ends the connection before it is.</summary>
internal sealed class BoundedChannel(IMqttChannel channel) : IMqttChannel
{
    /// <summary>Of the first packet, from somebody who is not admitted yet; bytes.</summary>
    private const int MostBefore = 1 << 16;

    /// <summary>Of all others: no node of a town takes larger messages.</summary>
    private const int MostAfter = (1 << 20) + (1 << 16);

    private int _most = MostBefore;
    private int _body;
    private int _length;
    private int? _shift;

    public X509Certificate2? ClientCertificate => channel.ClientCertificate;

    public EndPoint? RemoteEndPoint => channel.RemoteEndPoint;

    public EndPoint? LocalEndPoint => channel.LocalEndPoint;

    public bool IsSecureConnection => channel.IsSecureConnection;

    public Task ConnectAsync(CancellationToken cancellationToken) => channel.ConnectAsync(cancellationToken);

    public Task DisconnectAsync(CancellationToken cancellationToken) => channel.DisconnectAsync(cancellationToken);

    public async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        var read = await channel.ReadAsync(buffer, offset, count, cancellationToken);
        Follow(buffer.AsSpan(offset, read));
        return read;
    }

    public Task WriteAsync(ReadOnlySequence<byte> buffer, bool isEndOfPacket, CancellationToken cancellationToken) => channel.WriteAsync(buffer, isEndOfPacket, cancellationToken);

    public void Dispose() => channel.Dispose();

    /// <summary>Finds the packets' lengths among the bytes (MQTT 5 section 2.1).</summary>
    private void Follow(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_body > 0)
            {
                var here = Math.Min(_body, bytes.Length);
                _body -= here;
                bytes = bytes[here..];
                continue;
            }

            var next = bytes[0];
            bytes = bytes[1..];
            if (_shift is not { } shift)
            {
                (_length, _shift) = (0, 0);
                continue;
            }

            _length |= (next & 0x7F) << shift;
            _shift = next < 0x80 ? null : shift + 7;
            if (_length > _most)
                throw new MqttProtocolViolationException($"a packet of {_length} bytes, and {_most} is the most that is taken");
            if (_shift is null)
                (_body, _most) = (_length, MostAfter);
        }
    }
}
