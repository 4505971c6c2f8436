using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tests.Cose;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>Receipts and signed entries that differ in one thing from a good one and are signed all the same.</summary>
internal sealed class CoseStrictVectors(ReceiptLog log)
{
    private const string Size11 = "3a000100000b";

    private static readonly NoteSigner Stranger = new("city.example/gw-9", KeyType.Ed25519, TestKeys.Seed(9));

    private readonly CoseForgery.Parts _good = CoseForgery.Take(log.Inclusion(7, 11).ToBytes());
    private readonly CoseForgery.Parts _entry = CoseForgery.Take(log.Signed(7, 11).ToBytes());
    private readonly IReadOnlyList<Hash32> _path = log.Inclusion(7, 11).Path;

    private byte[] Root => log.Root(11).ToArray();

    private static string Kid(string name) => VectorFile.Hex(System.Text.Encoding.ASCII.GetBytes(name));

    public IEnumerable<object> NotProved()
    {
        yield return Of("the kid of another key, signed by this one", Signed(_good with { Header = _good.Header.Changed(Kid("gw-1+"), Kid("gw-9+")) }));
        yield return Of("the kid of this key, signed by another one", _good.SignedBy(Stranger, Root));
        yield return Of("a path hash too many", _good with { Unprotected = Inclusion(11, 7, [.. _path, default]) });
        yield return Of("a path hash too few", _good with { Unprotected = Inclusion(11, 7, [.. _path.SkipLast(1)]) });
        yield return Of("4,096 bytes, with a long kid", Long(4096));

        object Of(string name, CoseForgery.Parts parts) => new { name, entry = VectorFile.Hex(log.Entry(7)), receipt = VectorFile.Hex(CoseForgery.Put(parts)) };
    }

    public IEnumerable<object> Refused()
    {
        var proof = CoseForgery.Proof(11, 7, _path);
        var growth = CoseForgery.Proof(7, 11, log.Consistency(7, 11).Path);
        yield return Of("both kinds of proof", _good with { Unprotected = CoseForgery.Proofs((-1, [proof]), (-2, [growth])) });
        yield return Of("two proofs", _good with { Unprotected = CoseForgery.Proofs((-1, [proof, proof])) });
        yield return Of("no proof", _good with { Unprotected = CoseForgery.Proofs((-1, [])) });
        yield return Of("a header more, unprotected", _good with { Unprotected = [0xA2, .. _good.Unprotected[1..], 0x19, 0x01, 0x8D, 0x00] });
        yield return Of("a header more, protected", Signed(_good with { Header = [0xA5, .. _good.Header.Changed(Size11, "19018d01" + Size11)[1..]] }));
        yield return Of("no size in the header", Signed(_good with { Header = [0xA3, .. _good.Header.Changed(Size11, "")[1..]] }));
        yield return Of("a kid that is text", Signed(_good with { Header = _good.Header.Changed("04581a", "04781a") }));
        yield return Of("a kid that is not UTF-8", Signed(_good with { Header = _good.Header.Changed("04581a63", "04581aff") }));
        yield return Of("inclusion in a tree of size 1", Signed(_good with { Header = _good.Header.Changed(Size11, "3a0001000001"), Unprotected = Inclusion(1, 0, [default]) }));
        yield return Of("consistency from size 0", _good with { Unprotected = CoseForgery.Proofs((-2, [CoseForgery.Proof(0, 11, [default])])) });
        yield return Of("consistency of equal sizes", _good with { Unprotected = CoseForgery.Proofs((-2, [CoseForgery.Proof(11, 11, [default])])) });
        yield return Of("an index of 2^63", _good with { Unprotected = Inclusion(11, 1UL << 63, _path) });
        yield return Of("64 hashes", _good with { Unprotected = Inclusion(11, 7, new Hash32[64]) });
        yield return Of("a signature of 63 bytes", _good with { Signature = _good.Signature[..63] });
        yield return Of("4,097 bytes", Long(4097));

        static object Of(string name, CoseForgery.Parts parts) => new { name, receipt = VectorFile.Hex(CoseForgery.Put(parts)) };
    }

    public IEnumerable<object> NotProvedEntries()
    {
        yield return Entry("an entry signed by another key", _entry.SignedBy(Stranger, _entry.Payload!));
        yield return Entry("another algorithm than the receipt's", (_entry with { Header = _entry.Header.Changed("0127", "0126") }).SignedBy(log.Key, _entry.Payload!));
        yield return Entry("another entry, properly signed", (_entry with { Payload = log.Entry(8) }).SignedBy(log.Key, log.Entry(8)));
    }

    public IEnumerable<object> RefusedEntries()
    {
        var receipt = CoseForgery.Put(_good);
        yield return Entry("no payload", _entry with { Payload = null });
        yield return Entry("a receipt of consistency", _entry with { Unprotected = CoseForgery.Receipts(log.Consistency(7, 11).ToBytes()) });
        yield return Entry("two receipts", _entry with { Unprotected = CoseForgery.Receipts(receipt, receipt) });
        yield return Entry("no receipt", _entry with { Unprotected = CoseForgery.Receipts() });
        yield return Entry("a receipt with another kid", _entry with { Unprotected = CoseForgery.Receipts(CoseForgery.Put(Signed(_good with { Header = _good.Header.Changed(Kid("gw-1+"), Kid("gw-9+")) }))) });
        yield return Entry("a size in the header", (_entry with { Header = _good.Header }).SignedBy(log.Key, _entry.Payload!));
        yield return Entry("a header more, unprotected", _entry with { Unprotected = [0xA2, .. _entry.Unprotected[1..], 0x19, 0x01, 0x8D, 0x00] });
        yield return new { name = "a byte after the end", file = VectorFile.Hex(CoseForgery.Put(_entry)) + "00" };
    }

    private static object Entry(string name, CoseForgery.Parts parts) => new { name, file = VectorFile.Hex(CoseForgery.Put(parts)) };

    private static byte[] Inclusion(ulong size, ulong index, IReadOnlyList<Hash32> path) => CoseForgery.Proofs((-1, [CoseForgery.Proof(size, index, path)]));

    private CoseForgery.Parts Signed(CoseForgery.Parts parts) => parts.SignedBy(log.Key, Root);

    /// <summary>A receipt of this many bytes, by its kid.</summary>
    private CoseForgery.Parts Long(int bytes)
    {
        var more = bytes - CoseForgery.Put(LongKid(1000)).Length;
        return LongKid(1000 + more);
    }

    private CoseForgery.Parts LongKid(int length)
    {
        var at = _good.Header.AsSpan().IndexOf(Convert.FromHexString("04581a"));
        return Signed(_good with { Header = [.. _good.Header[..at], 0x04, 0x59, (byte)(length >> 8), (byte)length, .. Enumerable.Repeat((byte)'x', length), .. _good.Header[(at + 3 + 26)..]] });
    }
}
