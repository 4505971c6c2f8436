using System.Text;
using Edge.Ledger.Cbor;
using Edge.Ledger.City;
using Edge.Ledger.Cose;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests.Cose;
using Edge.Ledger.Tests.Evidence;
using Edge.Ledger.Text;

namespace Edge.Ledger.Tests.Parsers;

/// <summary>Whatever the bytes: a parser gives a value or throws <see cref="MalformedException"/>, and what it accepts has one form only.</summary>
public sealed class TotalityTests
{
    private const int Inputs = 8_000;
    private static readonly Scene Town = new();
    private static readonly TrustPolicy Policy = Town.Keys.Policy;
    private static readonly ReceiptLog Receipts = new();

    /// <summary>Parses; returns the canonical bytes of what was read, or null where there is no writer to compare with.</summary>
    private delegate byte[]? Parse(byte[] bytes);

    public static TheoryData<string> Names() => [.. Parsers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_malformed_leaves_a_parser_and_what_it_accepts_is_canonical(string name)
    {
        var (corpus, parse) = Parsers[name];
        Assert.All(corpus, c => Assert.True(Try(parse, c, out _), $"{name} refuses its own corpus"));
        var mutator = new Mutator(20261120);
        var refused = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var input = mutator.Next(corpus);
            if (!Try(parse, input, out var canonical))
                refused++;
            else if (canonical is not null)
                Assert.True(canonical.AsSpan().SequenceEqual(input), $"{name}, input {i}: {Convert.ToBase64String(input)}");
        }

        Assert.InRange(refused, Inputs / 10, Inputs);
    }

    private static Dictionary<string, (byte[][] Corpus, Parse Parse)> Parsers { get; } = new()
    {
        ["CBOR"] = (EntryBytes(), b =>
        {
            var reader = new CborReader(b);
            reader.Item();
            reader.End();
            return null;
        }),
        ["entry"] = (EntryBytes(), b => Entry.Decode(b) is var e and not UnknownEntry ? e.Encode(b.AsSpan(4, Salt.Size)) : null),
        ["evidence"] = ([Town.One.ToBytes(), Town.Set.ToBytes(), Town.Range.ToBytes()], b => EvidenceFile.Parse(WithDigest(b)).ToBytes().AsSpan().SequenceEqual(WithDigest(b)) ? null : []),
        ["compact evidence"] = ([Town.CompactOne.ToBytes(), Town.CompactSet.ToBytes(), Town.Slim.ToBytes()], b => CompactEvidence.Parse(WithDigest(b)).ToBytes().AsSpan().SequenceEqual(WithDigest(b)) ? null : []),
        ["compact verifier"] = ([Town.CompactOne.ToBytes(), Town.CompactRange.ToBytes()], b =>
        {
            new EvidenceVerifier(Policy).Verify(WithDigest(b));
            return null;
        }),
        ["equivocation"] = ([.. EquivocationCases.All.Where(c => c.Outcome == Outcome.Valid).Select(c => c.File)], b =>
        {
            new EquivocationVerifier(Policy).Verify(WithDigest(b));
            return EquivocationFile.Parse(WithDigest(b)).ToBytes().AsSpan().SequenceEqual(WithDigest(b)) ? null : [];
        }),
        ["verifier"] = ([Town.One.ToBytes(), Town.Range.ToBytes()], b =>
        {
            new EvidenceVerifier(Policy).Verify(WithDigest(b));
            return null;
        }),
        ["note"] = ([Town.Anchor.ToBytes(), Town.SecondBlock.ToBytes()], b => SignedNote.Parse(b).ToBytes()),
        ["checkpoint"] = ([Town.Anchor.Text.ToArray(), Town.SecondBlock.Text.ToArray()], b => Checkpoint.Parse(b.AsSpan()).ToText()),
        ["tlog-proof"] = ([Town.Receipt.ToBytes(), (Town.Receipt with { Extra = null }).ToBytes()], b => TlogProof.Parse(b).ToBytes()),
        ["add-checkpoint"] = ([Request(0), Request(3)], b => AddCheckpointRequest.Parse(b).ToBytes()),
        ["COSE receipt"] = ([Receipts.Inclusion(7, 11).ToBytes(), Receipts.Consistency(7, 11).ToBytes()], b => CoseReceipt.Parse(b).ToBytes()),
        ["COSE signed entry"] = ([Receipts.Signed(7, 11).ToBytes()], b => SignedEntry.Parse(b).ToBytes()),
        ["refusal"] = ([RefusalText(null), RefusalText(Town.Anchor)], b => Encoding.UTF8.GetBytes(Refusal.Parse(b).ToString())),
        ["block header"] = ([new BlockHeader(7, 9, Town.Gateway.Checkpoint().Root).ToBytes()], b => BlockHeader.Parse(b).ToBytes()),
        ["anchor leaf"] = ([AnchorLeaf.Write(Town.Anchor)], b => AnchorLeaf.Write(AnchorLeaf.Parse(b))),
        ["policy"] = ([Encoding.UTF8.GetBytes(Town.Keys.PolicyText)], b =>
        {
            TrustPolicy.Parse(b);
            return null;
        }),
        ["vkey"] = ([Encoding.UTF8.GetBytes(Town.Keys.City.Verifier.ToString())], b => Utf8(VerifierKey.Parse(Latin(b)).ToString())),
        ["private key"] = ([Encoding.UTF8.GetBytes(Town.Keys.City.ExportSecret())], b => Utf8(NoteSigner.Parse(Latin(b)).ExportSecret())),
        ["origin"] = ([Encoding.UTF8.GetBytes("city.example/gw-1"), "city.example"u8.ToArray()], b => Utf8(LogOrigin.Parse(Latin(b)).ToString())),
        ["base64"] = (["AAECAwQFBgc="u8.ToArray(), "AAECAwQFBg=="u8.ToArray()], b => Encoding.ASCII.GetBytes(Convert.ToBase64String(StrictBase64.Decode(b) ?? throw new MalformedException("")))),
        ["hash"] = ([Encoding.ASCII.GetBytes(default(Hash32).ToString())], b => Encoding.ASCII.GetBytes((Hash32.TryParseBase64(b, out var hash) ? hash : throw new MalformedException("")).ToString())),
    };

    [Fact]
    public void What_answers_instead_of_throwing_never_throws()
    {
        var mutator = new Mutator(7);
        byte[][] corpus = [Town.Receipt.ToBytes(), Encoding.UTF8.GetBytes("c2sp.org/tlog-proof@v1\nindex 0\n\n" + Town.SecondBlock)];
        var origin = LogOrigin.Parse("city.example/gw-1");
        for (var i = 0; i < Inputs; i++)
        {
            var input = mutator.Next(corpus);
            if (Receipt.Verify(input, Policy, origin, out _) is { } receipt)
                Assert.Equal(Town.Anchor.ToBytes(), receipt.Anchor.ToBytes());
            Assert.Null(CityBlock.Verify(input, Policy, "city.example", out var reason));
            Assert.NotEmpty(reason);
        }
    }

    private static bool Try(Parse parse, byte[] bytes, out byte[]? canonical)
    {
        try
        {
            canonical = parse(bytes);
            return true;
        }
        catch (MalformedException)
        {
            canonical = null;
            return false;
        }
    }

    private static byte[][] EntryBytes() => [.. Enumerable.Range(0, (int)Town.Size).Select(i => Town.Gateway.Bytes((ulong)i))];

    private static byte[] WithDigest(byte[] bytes) => bytes.Length < Hash32.Size
        ? bytes
        : [.. bytes[..^Hash32.Size], .. TreeHasher.Sha256.Hash(bytes.AsSpan(0, bytes.Length - Hash32.Size)).Bytes];

    private static byte[] Request(ulong old) => new AddCheckpointRequest(old, old == 0 ? [] : [default, TreeHasher.Sha256.EmptyRoot], Town.Anchor).ToBytes();

    private static byte[] RefusalText(SignedNote? known) =>
        Encoding.UTF8.GetBytes(new Refusal("city.example/gw-1", 409, 9, default, known, "old is 3, the size known here is 5").ToString());

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    /// <summary>Back to the bytes that <see cref="Latin"/> read.</summary>
    private static byte[] Utf8(string text) => Encoding.Latin1.GetBytes(text);
}
