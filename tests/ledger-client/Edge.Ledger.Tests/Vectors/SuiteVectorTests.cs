using System.Text;
using System.Text.Json;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>What the published vectors say of key types, of notes signed with several, and of a witness's answers, read from the file alone.</summary>
public sealed class SuiteVectorTests
{
    private static readonly JsonElement Vectors = VectorFile.Read("notes");

    [Fact]
    public void Every_key_names_its_type() => Assert.All(
        Vectors.GetProperty("keys").EnumerateArray(),
        key => Assert.Equal(VectorFile.Bytes(key.GetProperty("type")), VerifierKey.Parse(Text(key, "vkey")).Type.Tag()));

    [Fact]
    public void Refused_keys_are_refused() => Assert.All(
        Vectors.GetProperty("refused_keys").EnumerateArray(), key => Assert.Throws<MalformedException>(() => VerifierKey.Parse(Text(key, "vkey"))));

    [Fact]
    public void Signatures_verify_or_do_not_as_given() => Assert.All(
        Vectors.GetProperty("signatures").EnumerateArray(),
        v => Assert.True(VerifierKey.Parse(Text(v, "vkey")).Verify(Utf8(Text(v, "text")), VectorFile.Bytes(v.GetProperty("blob"))) == v.GetProperty("valid").GetBoolean(), Text(v, "name")));

    [Fact]
    public void Notes_with_several_types_of_keys_are_accepted_or_not_as_given()
    {
        var mixed = Vectors.GetProperty("mixed");
        var policy = TrustPolicy.Parse(Utf8(Text(mixed, "policy")));
        Assert.All(
            mixed.GetProperty("notes").EnumerateArray(),
            v => Assert.True(policy.Check(SignedNote.Parse(Utf8(Text(v, "note"))), Text(v, "origin")).IsAccepted == v.GetProperty("accepted").GetBoolean(), Text(v, "name")));
    }

    [Fact]
    public void A_witness_s_answers_read_as_given()
    {
        var answers = Vectors.GetProperty("add_checkpoint_answers");
        var cosigned = answers.GetProperty("status_200");
        var answer = AddCheckpointAnswer.Parse(Utf8(Text(cosigned, "text")));
        Assert.Equal(
            cosigned.GetProperty("signatures").EnumerateArray().Select(s => (Text(s, "name"), Text(s, "key_id"), Text(s, "blob"))),
            answer.Cosignatures.Select(s => (s.Name, $"{s.KeyId:x8}", VectorFile.Hex(s.Blob.Span))));
        Assert.Equal(Text(cosigned, "text"), Encoding.UTF8.GetString(answer.ToBytes()));
        Assert.All(answers.GetProperty("refused_200").EnumerateArray(), t => Assert.Throws<MalformedException>(() => AddCheckpointAnswer.Parse(Utf8(t.GetString()!))));
        Assert.All(answers.GetProperty("status_409").EnumerateArray(), t => Assert.Equal(t.GetProperty("size").GetUInt64(), AddCheckpointConflict.Parse(Utf8(Text(t, "text"))).KnownSize));
        Assert.All(answers.GetProperty("refused_409").EnumerateArray(), t => Assert.Throws<MalformedException>(() => AddCheckpointConflict.Parse(Utf8(t.GetString()!))));
    }

    private static string Text(JsonElement v, string name) => v.GetProperty(name).GetString()!;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
