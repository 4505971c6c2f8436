using System.Buffers.Binary;

namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>What MQTTnet leaves no trace of in a CONNACK: a limit of zero, which is a protocol error (MQTT 5 sections 3.2.2.3.3 and 3.2.2.3.6), looks like one that is not there.</summary>
internal static class ConnAckText
{
    private const int Properties = 2;
    private const byte ReceiveMaximum = 0x21, MaximumPacketSize = 0x27;

    /// <summary>What is wrong with it; null if nothing is, or something that MQTTnet sees.</summary>
    /// <param name="body">All that follows its length.</param>
    public static string? Fault(ReadOnlySpan<byte> body)
    {
        // The length of the properties is one byte here: a limit may stand behind longer ones, and is then let pass.
        if (body.Length <= Properties || body[Properties] >= 0x80)
            return null;
        for (var rest = body[(Properties + 1)..]; rest.Length > 2;)
        {
            switch (rest[0])
            {
                case ReceiveMaximum when rest[1..].StartsWith("\0\0"u8):
                    return "a Receive Maximum of zero";
                case MaximumPacketSize when rest[1..].StartsWith("\0\0\0\0"u8):
                    return "a Maximum Packet Size of zero";
            }

            var length = Length(rest);
            if (length == 0 || length > rest.Length)
                return null;
            rest = rest[length..];
        }

        return null;
    }

    /// <summary>Of a property with its identifier; 0 if it is not known (section 2.2.2.2).</summary>
    private static int Length(ReadOnlySpan<byte> property) => property[0] switch
    {
        0x24 or 0x25 or 0x28 or 0x29 or 0x2A => 2,
        0x13 or 0x21 or 0x22 => 3,
        0x11 or 0x27 => 5,
        0x12 or 0x15 or 0x16 or 0x1A or 0x1C or 0x1F => 3 + BinaryPrimitives.ReadUInt16BigEndian(property[1..]),
        0x26 => Pair(property),
        _ => 0,
    };

    private static int Pair(ReadOnlySpan<byte> property)
    {
        var first = 3 + BinaryPrimitives.ReadUInt16BigEndian(property[1..]);
        return property.Length < first + 2 ? 0 : first + 2 + BinaryPrimitives.ReadUInt16BigEndian(property[first..]);
    }
}
