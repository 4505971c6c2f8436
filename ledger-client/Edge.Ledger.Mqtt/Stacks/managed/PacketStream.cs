using System.Buffers.Binary;
using System.Text;
using Edge.Ledger.Mqtt.Links;
using MQTTnet.Adapter;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>
/// Packets over a stream, in MQTTnet's words. Its own channel takes in whatever length a packet says it has, and passes on publications that are none: here the
/// length is looked at before the rest is read, and a publication before it is one.
/// </summary>
/// <param name="stream">Is closed with this.</param>
/// <param name="endpoint">Says what is too large.</param>
/// <param name="version">That the broker is spoken to with.</param>
/// <param name="silence">Told of every byte that comes and goes.</param>
internal sealed class PacketStream(Stream stream, MqttEndpoint endpoint, MqttVersion version, Silence silence) : IDisposable
{
    private const int Chunk = 4096;
    private const int LongestShown = 256;
    private const int Publish = (int)MqttControlPacketType.Publish;

    private readonly MqttPacketFormatterAdapter _formatter = new(version == MqttVersion.V5 ? MqttProtocolVersion.V500 : MqttProtocolVersion.V311, new MqttBufferWriter(Chunk, ushort.MaxValue));
    private readonly byte[] _buffer = new byte[16384];
    private int _start;
    private int _end;

    /// <exception cref="EndOfStreamException">The broker hung up.</exception>
    /// <exception cref="MqttProtocolViolationException">What came is no packet, or too large a one.</exception>
    public async Task<MqttPacket> ReceiveAsync(CancellationToken cancellationToken)
    {
        var header = await ByteAsync(cancellationToken);
        var length = await LengthAsync(cancellationToken);
        if (length > endpoint.MaximumPacket)
            await RefuseAsync(header, length, cancellationToken);
        var body = new byte[length];
        for (var read = 0; read < length;)
        {
            if (_start == _end)
                await FillAsync(1, cancellationToken);
            var taken = Math.Min(_end - _start, length - read);
            _buffer.AsSpan(_start, taken).CopyTo(body.AsSpan(read));
            _start += taken;
            read += taken;
        }

        var fault = header >> 4 == Publish ? PublicationText.Fault(header, body) : header >> 4 == (int)MqttControlPacketType.ConnAck && version == MqttVersion.V5 ? ConnAckText.Fault(body) : null;
        if (fault is not null)
            throw new MqttProtocolViolationException($"the broker {endpoint} sent {fault}");
        var packet = _formatter.Decode(new ReceivedMqttPacket(header, body, length + 2)) ?? throw new MqttProtocolViolationException($"the broker {endpoint} sent a packet that is none");
        if (packet is MqttPublishPacket publication && publication.Payload.Length != PublicationText.PayloadLength(header, body, version))
            throw new MqttProtocolViolationException($"the broker {endpoint} sent a publication whose properties are longer than it says");
        return packet;
    }

    public async Task SendAsync(MqttPacket packet, CancellationToken cancellationToken)
    {
        var bytes = _formatter.Encode(packet);
        if (bytes.Length <= Chunk)
        {
            await WriteAsync(bytes.Join(), cancellationToken);
            if (packet is MqttPingReqPacket)
                silence.Pinged();
        }
        else
        {
            await WriteAsync(bytes.Packet, cancellationToken);
            foreach (var segment in bytes.Payload)
                for (var at = 0; at < segment.Length; at += Chunk)
                    await WriteAsync(segment.Slice(at, Math.Min(Chunk, segment.Length - at)), cancellationToken);
        }

        _formatter.Cleanup();
    }

    public void Dispose() => stream.Dispose();

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        silence.Sending();
        await stream.WriteAsync(bytes, cancellationToken);
        silence.Sent();
    }

    private async ValueTask<byte> ByteAsync(CancellationToken cancellationToken)
    {
        await FillAsync(1, cancellationToken);
        return _buffer[_start++];
    }

    /// <summary>MQTT 5 section 1.5.5.</summary>
    private async ValueTask<int> LengthAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        for (var shift = 0; shift <= 21; shift += 7)
        {
            var next = await ByteAsync(cancellationToken);
            length |= (next & 0x7F) << shift;
            if (next < 0x80)
                return length;
        }

        throw new MqttProtocolViolationException($"the broker {endpoint} sent a packet that is none: its length has more than four bytes");
    }

    /// <summary>Reads of a packet that may be too large what is needed to say so; header, topic's length and number do not count.</summary>
    private async Task RefuseAsync(byte header, int length, CancellationToken cancellationToken)
    {
        if (header >> 4 != Publish)
            throw TooLarge($"packet of {length} bytes");
        await FillAsync(2, cancellationToken);
        var topic = BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(_start));
        var message = length - 2 - ((header & 0b110) == 0 ? 0 : 2);
        if (message <= endpoint.MaximumPacket)
            return;
        var shown = Math.Min((int)topic, LongestShown);
        await FillAsync(2 + shown, cancellationToken);
        throw TooLarge($"message of {message} bytes on {Encoding.UTF8.GetString(_buffer, _start + 2, shown)}");
    }

    private MqttProtocolViolationException TooLarge(string what) => new($"the broker {endpoint} sent a {what}, and {endpoint.MaximumPacket} is the most that is taken");

    /// <summary>Reads until so many bytes are there, at most the buffer's size.</summary>
    private async ValueTask FillAsync(int count, CancellationToken cancellationToken)
    {
        if (_end - _start >= count)
            return;
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        while (_end < count)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
                throw new EndOfStreamException("The broker closed the connection");
            silence.Heard();
            _end += read;
        }
    }
}
