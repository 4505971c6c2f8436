using System.Text;
using Edge.Ledger.Entries;

namespace Edge.Verify.Audit;

/// <summary>Channels by their names' bytes, found without an allocation.</summary>
internal sealed class ChannelTable
{
    /// <summary>More are not told apart: nobody's memory is to be filled.</summary>
    public const int MaxChannels = 10_000;

    private readonly Dictionary<byte[], ChannelTally> _channels = new(new NameComparer());
    private ChannelTally? _last;

    public IEnumerable<ChannelTally> All => _channels.Values;

    /// <summary>Null when there are too many, and for a name that no reading can have.</summary>
    public ChannelTally? Find(ReadOnlySpan<byte> name)
    {
        if (_last?.Next is not { } next || !name.SequenceEqual(next.Key))
        {
            if (Look(name) is not { } found)
                return null;
            next = found;
            if (_last is not null)
                _last.Next = found;
        }

        return _last = next;
    }

    private ChannelTally? Look(ReadOnlySpan<byte> name)
    {
        if (_channels.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out var channel))
            return channel;
        if (_channels.Count == MaxChannels || name.Length > ReadingEncoder.MaxName)
            return null;
        channel = new ChannelTally(Encoding.UTF8.GetString(name));
        return _channels[channel.Key] = channel;
    }

    private sealed class NameComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] obj) => GetHashCode((ReadOnlySpan<byte>)obj);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
