using Edge.Ledger.Cbor;

namespace Edge.Fuzz.Targets;

/// <summary>Reads one item by the reader's own steps and writes it again: what the reader accepts must come out as it went in.</summary>
internal ref struct CborRewriter
{
    private readonly ReadOnlySpan<byte> _item;
    private readonly Span<byte> _written;
    private CborReader _reader;
    private int _length;

    private CborRewriter(ReadOnlySpan<byte> item, Span<byte> written)
    {
        _item = item;
        _written = written;
        _reader = new CborReader(item);
    }

    private readonly byte Next => _item[_reader.Position];

    public static byte[] Rewrite(ReadOnlySpan<byte> bytes)
    {
        // The form first: it bounds how deep the item is nested.
        var form = new CborReader(bytes);
        var item = form.Item();
        form.End();
        var written = new byte[bytes.Length + 16];
        var rewriter = new CborRewriter(item, written);
        rewriter.Item();
        rewriter._reader.End();
        return written[..rewriter._length];
    }

    private void Item()
    {
        switch (Next >> 5)
        {
            case 4:
                var items = _reader.Array();
                var array = Writer();
                array.Array(items);
                _length += array.Length;
                for (; items > 0; items--)
                    Item();
                break;
            case 5:
                var pairs = _reader.Map();
                var map = Writer();
                map.Map(pairs);
                _length += map.Length;
                for (; pairs > 0; pairs--)
                {
                    Item();
                    Item();
                }

                break;
            default:
                Single();
                break;
        }
    }

    private void Single()
    {
        var writer = Writer();
        switch (Next)
        {
            // Numbers below -2^63, false and true: forms for which the core has no use, nor a way to read them.
            case 0x3B when _item[_reader.Position + 1] >= 0x80:
            case 0xF4 or 0xF5:
                writer.Item(_reader.Item());
                break;
            case < 0x20:
                writer.Unsigned(_reader.Unsigned());
                break;
            case < 0x40:
                writer.Integer(_reader.Integer());
                break;
            case < 0x60:
                writer.Bytes(_reader.Bytes());
                break;
            case < 0x80:
                writer.Text(_reader.Text());
                break;
            case 0xF6:
                _ = _reader.TryNull();
                writer.Null();
                break;
            default:
                writer.Float(_reader.Float());
                break;
        }

        _length += writer.Length;
    }

    private readonly CborWriter Writer() => new(_written[_length..]);
}
