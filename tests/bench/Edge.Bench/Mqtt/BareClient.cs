using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Edge.Bench.Mqtt;

/// <summary>MQTT 3.1.1 on a blocking socket, as little as there can be: what the broker and the loopback allow, against which a link is measured.</summary>
internal sealed class BareClient : IDisposable
{
    private const byte ConnAck = 0x20, Publish = 0x32, PubAck = 0x40, SubAck = 0x90;
    private const int PubAckLength = 4;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _incoming = new byte[1 << 16];
    private int _have;

    /// <exception cref="BenchException">The broker refused.</exception>
    /// <exception cref="SocketException"/>
    public BareClient(string host, int port, string name = "bare")
    {
        _socket.Connect(host, port);
        _socket.Send([0x10, (byte)(12 + name.Length), 0, 4, .. "MQTT"u8, 4, 0x02, 0, 0, 0, (byte)name.Length, .. Encoding.ASCII.GetBytes(name)]);
        Expect(ConnAck, 4);
    }

    /// <summary>Subscribes with QoS 1.</summary>
    /// <exception cref="BenchException">The broker refused.</exception>
    public void Subscribe(string filter)
    {
        var name = Encoding.UTF8.GetBytes(filter);
        _socket.Send([0x82, (byte)(name.Length + 5), 0, 1, 0, (byte)name.Length, .. name, 1]);
        Expect(SubAck, 5);
    }

    /// <summary>Publishes with QoS 1 until all are acknowledged.</summary>
    /// <param name="window">The most that are under way at once.</param>
    public void PublishAll(string topic, ReadOnlySpan<byte> payload, int count, int window)
    {
        var packet = Packet(topic, payload, out var id);
        var packets = new byte[packet.Length * window];
        for (int sent = 0, acknowledged = 0; acknowledged < count;)
        {
            var length = 0;
            for (; sent < count && sent - acknowledged < window; length += packet.Length)
            {
                BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(id), (ushort)(sent++ % ushort.MaxValue + 1));
                packet.CopyTo(packets, length);
            }

            if (length > 0)
                _socket.Send(packets.AsSpan(0, length));
            Receive();
            acknowledged += _have / PubAckLength;
            Keep(_have - _have % PubAckLength);
        }
    }

    /// <summary>Takes messages and acknowledges them.</summary>
    public void TakeAll(int count)
    {
        var answers = new byte[_incoming.Length];
        for (var taken = 0; taken < count;)
        {
            Receive();
            int at = 0, answered = 0;
            for (; TryLength(at, out var body, out var end); at = end, taken++)
            {
                var topic = BinaryPrimitives.ReadUInt16BigEndian(_incoming.AsSpan(body));
                ReadOnlySpan<byte> answer = [PubAck, 2, _incoming[body + 2 + topic], _incoming[body + 3 + topic]];
                answer.CopyTo(answers.AsSpan(answered));
                answered += PubAckLength;
            }

            Keep(at);
            if (answered > 0)
                _socket.Send(answers.AsSpan(0, answered));
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>A PUBLISH, MQTT 3.1.1 section 3.3; <paramref name="id"/> is where its packet identifier stands.</summary>
    private static byte[] Packet(string topic, ReadOnlySpan<byte> payload, out int id)
    {
        var name = Encoding.UTF8.GetBytes(topic);
        var remaining = 2 + name.Length + 2 + payload.Length;
        byte[] length = remaining < 128 ? [(byte)remaining] : [(byte)(remaining % 128 | 0x80), (byte)(remaining / 128)];
        id = 1 + length.Length + 2 + name.Length;
        return [Publish, .. length, 0, (byte)name.Length, .. name, 0, 0, .. payload];
    }

    private bool TryLength(int at, out int body, out int end)
    {
        (body, end) = (at + 2, 0);
        if (_have - at < 3)
            return false;
        int remaining = _incoming[at + 1];
        if (remaining >= 128)
            remaining = remaining % 128 + 128 * _incoming[body++];
        end = body + remaining;
        return end <= _have;
    }

    private void Expect(byte packet, int length)
    {
        while (_have < length)
            Receive();
        if (_incoming[0] != packet || _incoming[length - 1] >= 0x80)
            throw new BenchException($"The broker answered {Convert.ToHexString(_incoming, 0, _have)}.");
        Keep(length);
    }

    private void Receive()
    {
        var read = _socket.Receive(_incoming.AsSpan(_have));
        _have += read > 0 ? read : throw new BenchException("The broker closed the connection.");
    }

    private void Keep(int from)
    {
        _incoming.AsSpan(from, _have - from).CopyTo(_incoming);
        _have -= from;
    }
}
