using Edge.Ledger.Entries;

namespace Edge.Gateway.Pipeline;

/// <summary>The salts of the next entries, derived before they are needed, because many at a time take little longer than one.</summary>
internal sealed class SaltsAhead(byte[] secret) : IDisposable
{
    private const int Count = 128;

    private readonly SaltSource _source = new(secret);
    private readonly byte[] _salts = new byte[Count * Salt.Size];
    private ulong? _first;

    /// <summary>The salt of an entry; valid until the next call.</summary>
    public ReadOnlySpan<byte> Of(ulong index)
    {
        if (_first is not { } first || index - first >= Count)
        {
            _source.DeriveAll(index, _salts);
            _first = first = index;
        }

        return _salts.AsSpan((int)(index - first) * Salt.Size, Salt.Size);
    }

    public void Dispose() => _source.Dispose();
}
