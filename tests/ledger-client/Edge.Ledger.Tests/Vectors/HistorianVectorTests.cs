using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Edge.Ledger.Historian;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>The historian's vectors as a stranger reads them: without the code that wrote them.</summary>
public sealed class HistorianVectorTests
{
    private readonly JsonElement _vectors = VectorFile.Read("historian");

    [Fact]
    public void Messages_hold_the_entries_given_and_refused_ones_are_none()
    {
        foreach (var vector in _vectors.GetProperty("entries").EnumerateArray())
        {
            var (first, count) = (vector.GetProperty("first").GetUInt64(), vector.GetProperty("count").GetInt32());
            var message = EntriesMessage.Parse(VectorFile.Bytes(vector.GetProperty("bytes")));

            Assert.Equal((first, count), (message.First, message.Count));
            Assert.Equal(
                Enumerable.Range(0, count).Select(i => unchecked((uint)(first + (ulong)i))),
                message.Bundle.ToArray().Chunk(6).Select(e => BinaryPrimitives.ReadUInt32BigEndian(e.AsSpan(2))));
            Assert.Equal(VectorFile.Bytes(vector.GetProperty("bytes")), message.ToBytes());
        }

        Assert.All(_vectors.GetProperty("refused_entries").EnumerateArray(), v => Assert.Throws<MalformedException>(() => EntriesMessage.Parse(VectorFile.Bytes(v.GetProperty("bytes")))));
    }

    [Fact]
    public void Words_of_a_historian_mean_the_spans_given_and_refused_ones_mean_nothing()
    {
        foreach (var vector in _vectors.GetProperty("held").EnumerateArray())
        {
            var text = Encoding.ASCII.GetBytes(vector.GetProperty("text").GetString()!);
            var held = HeldMessage.Parse(text);

            Assert.Equal(vector.GetProperty("spans").EnumerateArray().Select(s => new IndexSpan(s[0].GetUInt64(), s[1].GetUInt64())), held.Spans);
            Assert.Equal(text, HeldMessage.Write(held));
        }

        Assert.All(_vectors.GetProperty("refused_held").EnumerateArray(), v => Assert.Throws<MalformedException>(() => HeldMessage.Parse(Encoding.ASCII.GetBytes(v.GetProperty("text").GetString()!))));
    }
}
