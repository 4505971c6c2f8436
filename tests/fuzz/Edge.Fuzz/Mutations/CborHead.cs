namespace Edge.Fuzz.Mutations;

/// <summary>The head of a CBOR item, as far as it can be made out in bytes that may be broken.</summary>
/// <param name="At">Its first byte.</param>
/// <param name="Size">Bytes of the head itself, 1 to 9.</param>
/// <param name="Argument">A value, a length or a count, by the major type.</param>
/// <param name="Enclosing">Place of the head of the byte string whose content this item is; -1 for none.</param>
internal readonly record struct CborHead(int At, int Size, ulong Argument, int Enclosing)
{
    public static CborHead Read(ReadOnlySpan<byte> bytes, int at, int enclosing)
    {
        var info = bytes[at] & 0x1F;
        var more = info is >= 24 and <= 27 ? 1 << (info - 24) : 0;
        more = Math.Min(more, bytes.Length - at - 1);
        var argument = more == 0 ? (ulong)info : 0;
        for (var i = 0; i < more; i++)
            argument = argument << 8 | bytes[at + 1 + i];
        return new CborHead(at, 1 + more, argument, enclosing);
    }

    public int Major(ReadOnlySpan<byte> bytes) => bytes[At] >> 5;

    /// <summary>One behind the last byte of the content, if this is a string; otherwise of the head.</summary>
    public int End(ReadOnlySpan<byte> bytes) =>
        At + Size + (Major(bytes) is 2 or 3 ? (int)Math.Min(Argument, (ulong)(bytes.Length - At - Size)) : 0);

    /// <summary>The heads in the order in which they stand, those of CBOR within byte strings too.</summary>
    /// <param name="heads">Filled anew.</param>
    public static void Scan(ReadOnlySpan<byte> bytes, List<CborHead> heads)
    {
        heads.Clear();
        var enclosing = -1;
        var contentEnd = 0;
        for (var at = Start(bytes); at < bytes.Length;)
        {
            if (enclosing >= 0 && at >= contentEnd)
                enclosing = -1;
            var head = Read(bytes, at, enclosing);
            heads.Add(head);
            at += head.Size;
            var end = head.End(bytes);
            if (enclosing < 0 && head.Major(bytes) == 2 && end - at > 3 && bytes[at] >> 5 is >= 4 and <= 6)
            {
                enclosing = head.At;
                contentEnd = end;
            }
            else
            {
                at = end;
            }
        }
    }

    /// <summary>One behind the whole item, whatever it nests, as far as there are bytes.</summary>
    public static int ItemEnd(ReadOnlySpan<byte> bytes, int at)
    {
        for (ulong items = 1; items > 0 && at < bytes.Length; items--)
        {
            var head = Read(bytes, at, -1);
            items += head.Major(bytes) switch { 4 => head.Argument, 5 => 2 * head.Argument, 6 => 1, _ => 0 };
            at = head.End(bytes);
        }

        return at;
    }

    /// <summary>Behind the header line of our files, if there is one.</summary>
    private static int Start(ReadOnlySpan<byte> bytes) => bytes.StartsWith("edge-"u8) ? bytes.IndexOf((byte)'\n') + 1 : 0;
}
