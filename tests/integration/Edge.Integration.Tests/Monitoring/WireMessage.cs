using System.Text;
using Google.Protobuf;

namespace Edge.Integration.Tests.Monitoring;

/// <summary>A protobuf message by its field numbers alone, as the wire has it.</summary>
internal sealed class WireMessage
{
    private readonly List<(int Field, object Value)> _fields = [];

    public static WireMessage Read(byte[] bytes)
    {
        var (message, input) = (new WireMessage(), new CodedInputStream(bytes));
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            object value = WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => input.ReadUInt64(),
                WireFormat.WireType.Fixed64 => input.ReadFixed64(),
                WireFormat.WireType.Fixed32 => (ulong)input.ReadFixed32(),
                _ => input.ReadBytes().ToByteArray(),
            };
            message._fields.Add((WireFormat.GetTagFieldNumber(tag), value));
        }

        return message;
    }

    public IEnumerable<WireMessage> All(int field) => _fields.Where(f => f.Field == field).Select(f => Read((byte[])f.Value));

    public WireMessage One(int field) => All(field).Single();

    public string Text(int field) => _fields.Where(f => f.Field == field).Select(f => Encoding.UTF8.GetString((byte[])f.Value)).SingleOrDefault("");

    public ulong? Number(int field) => _fields.Where(f => f.Field == field).Select(f => (ulong?)(ulong)f.Value).SingleOrDefault();
}
