using System.Text;
using System.Text.Json;
using Edge.Ledger.City;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Ledger.Text;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>The vectors are what this software writes (made again and compared), and what it reads (taken from the files alone).</summary>
public sealed class VectorTests
{
    private static readonly Dictionary<string, Func<object>> Generators = new()
    {
        ["entries"] = EntryVectors.All, ["trees"] = TreeVectors.All, ["notes"] = NoteVectors.All, ["evidence"] = EvidenceVectors.All, ["cose"] = CoseVectors.All,
        ["equivocation"] = EquivocationVectors.All, ["tiles"] = TileVectors.All, ["historian"] = HistorianVectors.All, ["codes"] = CodeVectors.All, ["shown"] = ShownVectors.All,
    };

    public static TheoryData<string> Names() => [.. Generators.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_published_vectors_are_what_this_software_makes(string name)
    {
        var made = VectorFile.Text(Generators[name]());
        if (VectorFile.IsWriting)
            File.WriteAllText(VectorFile.Path(name), made);
        Assert.Equal(made, File.ReadAllText(VectorFile.Path(name)));
    }

    [Fact]
    public void Together_they_stay_below_1130_kB() =>
        Assert.InRange(new DirectoryInfo(Path.GetDirectoryName(VectorFile.Path("entries"))!).EnumerateFiles().Sum(f => f.Length), 1, 1_130_000);

    [Fact]
    public void Entries_decode_to_the_fields_given()
    {
        var vectors = VectorFile.Read("entries");
        var secret = VectorFile.Bytes(vectors.GetProperty("salt_secret"));
        foreach (var vector in vectors.GetProperty("entries").EnumerateArray())
        {
            var bytes = VectorFile.Bytes(vector.GetProperty("bytes"));
            var entry = Entry.Decode(bytes);
            Assert.Equal(vector.GetProperty("kind").GetInt32(), (int)entry.Kind);
            Assert.True(JsonElement.DeepEquals(vector.GetProperty("fields"), JsonSerializer.SerializeToElement(EntryVectors.Fields(entry))), vector.ToString());
            Assert.Equal(vector.GetProperty("leaf").GetString(), VectorFile.Hex(TreeHasher.Sha256.Leaf(bytes).Bytes));
            var salt = new byte[Salt.Size];
            Salt.Derive(secret, vector.GetProperty("index").GetUInt64(), salt);
            Assert.Equal(bytes, entry.Encode(salt));
        }

        foreach (var context in vectors.GetProperty("contexts").EnumerateArray())
        {
            Hash32 Of(string name) => new(VectorFile.Bytes(context.GetProperty(name)));
            Assert.Equal(Of("hash"), new ReadingContext(Of("boot"), Of("configuration"), Of("calibration"), Of("clock"), Of("seal")).Hash(TreeHasher.Sha256));
        }

        foreach (var unknown in vectors.GetProperty("unknown").EnumerateArray())
            Assert.Equal(new UnknownEntry(unknown.GetProperty("version").GetUInt64(), unknown.GetProperty("kind").GetUInt64()), Entry.Decode(VectorFile.Bytes(unknown.GetProperty("bytes"))));
        Assert.All(vectors.GetProperty("refused").EnumerateArray(), v => Assert.Throws<MalformedException>(() => Entry.Decode(VectorFile.Bytes(v.GetProperty("bytes")))));
        Assert.All(vectors.GetProperty("read").EnumerateArray(), v => Assert.IsNotType<UnknownEntry>(Entry.Decode(VectorFile.Bytes(v.GetProperty("bytes")))));
        Assert.All(vectors.GetProperty("limits").EnumerateArray(), v =>
        {
            var bytes = Convert.FromHexString(LimitVectors.Text(Text(v, "head"), Text(v, "piece"), v.GetProperty("times").GetInt32(), Text(v, "tail")));
            Assert.Equal(v.GetProperty("read").GetBoolean(), Record.Exception(() => Entry.Decode(bytes)) is not MalformedException);
        });
    }

    [Fact]
    public void Values_and_names_are_shown_as_given()
    {
        var vectors = VectorFile.Read("shown");
        Assert.All(vectors.GetProperty("values").EnumerateArray(), v =>
            Assert.Equal(Text(v, "shown"), ShownValue.Of(v.GetProperty("value").GetDouble(), v.GetProperty("resolution") is { ValueKind: JsonValueKind.Number } stated ? stated.GetDouble() : 0)));
        Assert.All(vectors.GetProperty("names").EnumerateArray(), v => Assert.Equal(Text(v, "shown"), ShownText.Clean(ShownText.Name(Text(v, "name")))));
    }

    [Fact]
    public void Trees_have_the_roots_and_proofs_given()
    {
        var vectors = VectorFile.Read("trees");
        AreProved(TreeHasher.Sha256, vectors);
        var sm3 = vectors.GetProperty("sm3");
        AreProved(TreeHasher.Sm3, sm3);
        Assert.All(sm3.GetProperty("hashes").EnumerateArray(), v => Assert.Equal(Text(v, "hash"), VectorFile.Hex(TreeHasher.Sm3.Hash(Utf8(Text(v, "message"))).Bytes)));
    }

    private static void AreProved(TreeHasher hasher, JsonElement vectors)
    {
        var roots = Roots(vectors);
        Assert.Equal(roots[0], hasher.EmptyRoot);
        foreach (var v in vectors.GetProperty("inclusion").EnumerateArray())
        {
            var (index, size) = (v.GetProperty("index").GetUInt64(), v.GetProperty("size").GetUInt64());
            Assert.True(InclusionProof.TryComputeRoot(hasher, hasher.Leaf(TreeVectors.Entry(index)), index, size, Hashes(v, "path"), out var root));
            Assert.Equal(roots.GetValueOrDefault(size, root), root);
        }

        foreach (var v in vectors.GetProperty("consistency").EnumerateArray())
        {
            var (old, size) = (v.GetProperty("old").GetUInt64(), v.GetProperty("size").GetUInt64());
            Assert.True(ConsistencyProof.Verify(hasher, old, roots[old], size, roots[size], Hashes(v, "proof")), v.ToString());
        }

        Assert.All(vectors.GetProperty("multi").EnumerateArray(), v => Assert.True(IsMulti(hasher, v, roots), v.ToString()));
        Assert.All(vectors.GetProperty("refused_multi").EnumerateArray(), v => Assert.False(IsMulti(hasher, v, roots), v.ToString()));
        Assert.All(vectors.GetProperty("refused_inclusion").EnumerateArray(), v => Assert.False(IsIncluded(hasher, v, roots), v.ToString()));
        Assert.All(vectors.GetProperty("refused_consistency").EnumerateArray(), v => Assert.False(IsConsistent(hasher, v, roots), v.ToString()));
    }

    private static Dictionary<ulong, Hash32> Roots(JsonElement vectors) =>
        vectors.GetProperty("roots").EnumerateArray().ToDictionary(r => r.GetProperty("size").GetUInt64(), r => new Hash32(VectorFile.Bytes(r.GetProperty("root"))));

    [Fact]
    public void Keys_notes_and_policies_read_as_given()
    {
        var vectors = VectorFile.Read("notes");
        foreach (var key in vectors.GetProperty("keys").EnumerateArray())
        {
            using var signer = NoteSigner.Parse(Text(key, "private_key"));
            Assert.Equal(Text(key, "vkey"), signer.Verifier.ToString());
            Assert.Equal(Text(key, "key_id"), $"{VerifierKey.Parse(Text(key, "vkey")).Id:x8}");
        }

        var policies = vectors.GetProperty("policies").EnumerateArray().ToDictionary(p => Text(p, "name"), p => p);
        var town = TrustPolicy.Parse(Utf8(Text(policies["three of four"], "text")));
        foreach (var vector in vectors.GetProperty("checkpoints").EnumerateArray())
        {
            var check = town.Check(SignedNote.Parse(Utf8(Text(vector, "note"))), Text(vector, "origin"));
            Assert.True(check.IsAccepted);
            Assert.Equal(Text(vector, "root"), VectorFile.Hex(check.Checkpoint.Root.Bytes));
            Assert.Equal(Cosigners(vector), check.Cosigners);
        }

        foreach (var vector in policies.Values)
        {
            var policy = TrustPolicy.Parse(Utf8(Text(vector, "text")));
            Assert.All(vector.GetProperty("quorums").EnumerateArray(), q => Assert.True(policy.IsQuorum(Set(q))));
            Assert.All(vector.GetProperty("not_quorums").EnumerateArray(), q => Assert.False(policy.IsQuorum(Set(q))));
        }

        foreach (var bound in vectors.GetProperty("time_bounds").EnumerateArray())
        {
            Assert.Equal(Number(bound, "not_after"), TimeBounds.SignedBy(town, Cosigners(bound)));
            Assert.Equal(Number(bound, "not_before"), TimeBounds.SignedFrom(town, Cosigners(bound)));
        }

        Assert.All(vectors.GetProperty("refused_policies").EnumerateArray(), p => Assert.Throws<MalformedException>(() => TrustPolicy.Parse(Utf8(p.GetString()!))));
        Assert.All(vectors.GetProperty("refused_notes").EnumerateArray(), n => Assert.Throws<MalformedException>(() => SignedNote.Parse(Utf8(n.GetString()!))));
        Assert.All(vectors.GetProperty("refused_checkpoints").EnumerateArray(), n => Assert.Throws<MalformedException>(() => Checkpoint.Parse(Utf8(n.GetString()!))));
        Assert.NotNull(Receipt.Verify(Utf8(Text(vectors, "receipt")), town, LogOrigin.Parse("city.example/gw-1"), out _));
        Assert.Equal("energy", Refusal.SignedBy(SignedNote.Parse(Utf8(Text(vectors, "refusal"))), town)?.Witness);
    }

    [Fact]
    public void Evidence_gets_the_verdicts_given()
    {
        var vectors = VectorFile.Read("evidence");
        var policies = vectors.GetProperty("policies").EnumerateArray().Select(p => TrustPolicy.Parse(Utf8(p.GetString()!))).ToArray();
        foreach (var vector in vectors.GetProperty("cases").EnumerateArray())
        {
            var verifier = new EvidenceVerifier(policies[vector.GetProperty("policy").GetInt32()]);
            var file = vector.GetProperty("file").GetBytesFromBase64();
            if (Text(vector, "verdict") == "unreadable")
            {
                Assert.Throws<MalformedException>(() => verifier.Verify(file));
                continue;
            }

            var verdict = verifier.Verify(file);
            Assert.Equal(Text(vector, "verdict"), EvidenceVectors.Word(verdict.Outcome));
            Assert.True(JsonElement.DeepEquals(vector.GetProperty("proved"), JsonSerializer.SerializeToElement(EvidenceVectors.Facts(verdict))), Text(vector, "name"));
        }
    }

    [Fact]
    public void Accusations_get_the_verdicts_given()
    {
        var vectors = VectorFile.Read("equivocation");
        var verifier = new EquivocationVerifier(TrustPolicy.Parse(Utf8(Text(vectors, "policy"))));
        foreach (var vector in vectors.GetProperty("cases").EnumerateArray())
        {
            var file = vector.GetProperty("file").GetBytesFromBase64();
            if (Text(vector, "verdict") == "unreadable")
                Assert.Throws<MalformedException>(() => verifier.Verify(file));
            else
                Assert.True(JsonElement.DeepEquals(vector.GetProperty("shown"), JsonSerializer.SerializeToElement(EquivocationVectors.Facts(verifier.Verify(file)))), Text(vector, "name"));
        }
    }

    private static bool IsIncluded(TreeHasher hasher, JsonElement v, Dictionary<ulong, Hash32> roots)
    {
        var (index, size) = (v.GetProperty("index").GetUInt64(), v.GetProperty("size").GetUInt64());
        return InclusionProof.TryComputeRoot(hasher, hasher.Leaf(TreeVectors.Entry(index)), index, size, Hashes(v, "path"), out var root) && root == roots[size];
    }

    private static bool IsConsistent(TreeHasher hasher, JsonElement v, Dictionary<ulong, Hash32> roots)
    {
        var (old, size) = (v.GetProperty("old").GetUInt64(), v.GetProperty("size").GetUInt64());
        return ConsistencyProof.Verify(hasher, old, roots[old], size, roots[size], Hashes(v, "proof"));
    }

    private static bool IsMulti(TreeHasher hasher, JsonElement v, Dictionary<ulong, Hash32> roots)
    {
        ulong[] indices = [.. v.GetProperty("indices").EnumerateArray().Select(i => i.GetUInt64())];
        Hash32[] leaves = [.. indices.Select(i => hasher.Leaf(TreeVectors.Entry(i)))];
        var size = v.GetProperty("size").GetUInt64();
        return MultiProof.TryComputeRoot(hasher, size, indices, leaves, Hashes(v, "proof"), out var root) && root == roots[size];
    }

    private static Hash32[] Hashes(JsonElement v, string name) => [.. v.GetProperty(name).EnumerateArray().Select(h => new Hash32(VectorFile.Bytes(h)))];

    private static Cosigner[] Cosigners(JsonElement v) => [.. v.GetProperty("cosigned_by").EnumerateArray().Select(c => new Cosigner(Text(c, "department"), c.GetProperty("time").GetUInt64()))];

    private static HashSet<string> Set(JsonElement names) => [.. names.EnumerateArray().Select(n => n.GetString()!)];

    private static ulong? Number(JsonElement v, string name) => v.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetUInt64() : null;

    private static string Text(JsonElement v, string name) => v.GetProperty(name).GetString()!;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
