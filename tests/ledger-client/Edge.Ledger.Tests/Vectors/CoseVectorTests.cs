using System.Text.Json;
using Edge.Ledger.Cose;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>The vectors of COSE receipts, read from their file alone.</summary>
public sealed class CoseVectorTests
{
    private static readonly JsonElement Vectors = VectorFile.Read("cose");
    private static readonly VerifierKey Log = VerifierKey.Parse(Vectors.GetProperty("vkey").GetString()!);

    [Fact]
    public void Receipts_prove_what_is_given()
    {
        Prove(Vectors, Log);
        var es256 = Vectors.GetProperty("es256");
        Prove(es256, VerifierKey.Parse(es256.GetProperty("vkey").GetString()!));
    }

    private static void Prove(JsonElement vectors, VerifierKey log)
    {
        Assert.All(vectors.GetProperty("inclusion").EnumerateArray(), v =>
        {
            Assert.True(Receipt<InclusionReceipt>(v).Verify(log, Bytes(v, "entry"), out var root));
            Assert.Equal(Bytes(v, "root"), root.ToArray());
        });
        Assert.All(vectors.GetProperty("consistency").EnumerateArray(), v =>
        {
            Assert.True(Receipt<ConsistencyReceipt>(v).Verify(log, new Hash32(Bytes(v, "old_root")), out var root));
            Assert.Equal(Bytes(v, "root"), root.ToArray());
        });
        Assert.All(vectors.GetProperty("signed_entries").EnumerateArray(), v =>
        {
            var signed = SignedEntry.Parse(Bytes(v, "file"));
            Assert.True(signed.Verify(log, out var root));
            Assert.Equal(Bytes(v, "entry"), signed.Entry.ToArray());
            Assert.Equal(Bytes(v, "root"), root.ToArray());
        });
    }

    [Fact]
    public void What_is_not_proved_is_well_formed_all_the_same() =>
        Assert.All(Vectors.GetProperty("not_proved").EnumerateArray(), v => Assert.False(Receipt<InclusionReceipt>(v).Verify(Log, Bytes(v, "entry"), out _), v.ToString()));

    [Fact]
    public void What_is_malformed_is_refused() =>
        Assert.All(Vectors.GetProperty("refused").EnumerateArray(), v => Assert.Throws<MalformedException>(() => CoseReceipt.Parse(Bytes(v, "receipt"))));

    [Fact]
    public void Signed_entries_are_not_proved_or_refused_as_given()
    {
        Assert.All(Vectors.GetProperty("not_proved_entries").EnumerateArray(), v => Assert.False(SignedEntry.Parse(Bytes(v, "file")).Verify(Log, out _), v.ToString()));
        Assert.All(Vectors.GetProperty("refused_entries").EnumerateArray(), v => Assert.True(Refuses(Bytes(v, "file")), v.ToString()));

        static bool Refuses(byte[] file)
        {
            try
            {
                _ = SignedEntry.Parse(file);
                return false;
            }
            catch (MalformedException)
            {
                return true;
            }
        }
    }

    private static T Receipt<T>(JsonElement vector) => Assert.IsType<T>(CoseReceipt.Parse(Bytes(vector, "receipt")));

    private static byte[] Bytes(JsonElement vector, string name) => VectorFile.Bytes(vector.GetProperty(name));
}
