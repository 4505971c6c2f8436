using Edge.Ledger.Cbor;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Entries;

/// <summary>A channel's configuration as it came into force: [channel, definition, file hash, who].</summary>
/// <param name="Channel">Empty for what concerns the whole gateway.</param>
/// <param name="Definition">JSON for people and programs: device, address, scaling, period, purpose.</param>
/// <param name="File">SHA-256 of the whole configuration file.</param>
/// <param name="Who">Who put it into force.</param>
public sealed record ConfigurationEntry(string Channel, string Definition, Hash32 File, string Who) : Entry
{
    public override EntryKind Kind => EntryKind.Configuration;

    private protected override int ItemCount => 4;

    private protected override void WriteItems(ref CborWriter writer)
    {
        writer.Text(Channel);
        writer.Text(Definition);
        writer.Hash(File);
        writer.Text(Who);
    }

    internal static ConfigurationEntry Read(ref CborReader reader) =>
        new(reader.Text(), reader.Text(), new Hash32(reader.Bytes(Hash32.Size)), reader.Text());
}
