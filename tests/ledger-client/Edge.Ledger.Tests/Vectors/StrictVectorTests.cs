using System.Text;
using System.Text.Json;
using Edge.Ledger.City;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>Limits, origins, private keys, and what a city writes, read from the published vectors alone.</summary>
public sealed class StrictVectorTests
{
    private static readonly JsonElement Vectors = VectorFile.Read("notes");

    private static readonly TrustPolicy Town = TrustPolicy.Parse(Utf8(Text(Vectors.GetProperty("policies").EnumerateArray().Single(p => Text(p, "name") == "three of four"), "text")));

    [Fact]
    public void Private_keys_that_are_none_are_refused() =>
        Assert.All(Vectors.GetProperty("refused_private_keys").EnumerateArray(), v => Assert.Throws<MalformedException>(() => NoteSigner.Parse(Text(v, "private_key"))));

    [Fact]
    public void Notes_split_where_given() => Assert.All(Vectors.GetProperty("notes").EnumerateArray(), v =>
    {
        var note = SignedNote.Parse(Utf8(Text(v, "note")));
        Assert.Equal((Text(v, "text"), v.GetProperty("signatures").GetInt32()), (Encoding.UTF8.GetString(note.Text.Span), note.Signatures.Count));
    });

    [Fact]
    public void Limits_hold_to_the_byte() => Assert.All(Vectors.GetProperty("limits").EnumerateArray(), v =>
    {
        var text = Utf8(LimitVectors.Text(Text(v, "head"), Text(v, "piece"), v.GetProperty("times").GetInt32(), Text(v, "tail")));
        Action read = Text(v, "form") switch
        {
            "note" => () => SignedNote.Parse(text),
            "policy" => () => TrustPolicy.Parse(text),
            "proof" => () => TlogProof.Parse(text),
            "request" => () => AddCheckpointRequest.Parse(text),
            _ => () => AddCheckpointAnswer.Parse(text),
        };
        Assert.Equal(v.GetProperty("read").GetBoolean(), !IsRefused(read));
    });

    [Fact]
    public void Origins_are_those_given()
    {
        Assert.All(Vectors.GetProperty("origins").EnumerateArray(), v => Assert.NotNull(LogOrigin.TryParse(v.GetString()!)));
        Assert.All(Vectors.GetProperty("refused_origins").EnumerateArray(), v => Assert.Null(LogOrigin.TryParse(v.GetString()!)));
    }

    [Fact]
    public void A_block_is_believed_and_what_only_looks_like_one_is_not()
    {
        var given = Vectors.GetProperty("block");
        var block = CityBlock.Verify(Utf8(Text(given, "text")), Town, "city.example", out var reason);
        Assert.True(block is not null, reason);
        Assert.Equal((given.GetProperty("height").GetUInt64(), given.GetProperty("time").GetUInt64()), (block.Header.Height, block.Header.Time));
        Assert.Equal((Text(given, "previous"), Text(given, "hash")), (VectorFile.Hex(block.Header.Previous.Bytes), VectorFile.Hex(block.Hash.Bytes)));
        Assert.All(Vectors.GetProperty("refused_blocks").EnumerateArray(), v => Assert.Null(CityBlock.Verify(Utf8(Text(v, "text")), Town, "city.example", out _)));
    }

    [Fact]
    public void What_only_looks_like_a_receipt_or_a_request_is_refused()
    {
        var gateway = LogOrigin.Parse("city.example/gw-1");
        Assert.All(Vectors.GetProperty("refused_receipts").EnumerateArray(), v => Assert.Null(Receipt.Verify(Utf8(Text(v, "text")), Town, gateway, out _)));
        Assert.All(Vectors.GetProperty("refused_requests").EnumerateArray(), v => Assert.Throws<MalformedException>(() => AddCheckpointRequest.Parse(Utf8(Text(v, "text")))));
    }

    [Fact]
    public void A_refusal_is_believed_only_in_its_form_and_from_one_department_alone()
    {
        Assert.All(Vectors.GetProperty("refusals").EnumerateArray(), v =>
        {
            var note = SignedNote.Parse(Utf8(Text(v, "text")));
            Assert.Equal("energy", Refusal.SignedBy(note, Town)?.Witness);
            var refusal = Refusal.Parse(note.Text.Span);
            Assert.Equal(
                (Text(v, "origin"), v.GetProperty("status").GetInt32(), v.GetProperty("size").GetUInt64(), Text(v, "reason")),
                (refusal.Origin, refusal.Status, refusal.Size, refusal.Reason));
        });
        Assert.All(Vectors.GetProperty("refused_refusals").EnumerateArray(), v => Assert.True(
            IsRefused(() => Refusal.Parse(SignedNote.Parse(Utf8(Text(v, "text"))).Text.Span)) || Refusal.SignedBy(SignedNote.Parse(Utf8(Text(v, "text"))), Town) is null, Text(v, "name")));
    }

    private static bool IsRefused(Action read)
    {
        try
        {
            read();
            return false;
        }
        catch (MalformedException)
        {
            return true;
        }
    }

    private static string Text(JsonElement v, string name) => v.GetProperty(name).GetString()!;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
