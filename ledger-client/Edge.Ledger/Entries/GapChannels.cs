using System.Collections;
using Edge.Ledger.Cbor;

namespace Edge.Ledger.Entries;

/// <summary>A gap's channels as they were read: their encoded bytes, made texts only while someone looks at them. One byte can be a channel, and a string takes thirty times as many.</summary>
internal sealed class GapChannels : IReadOnlyList<string>
{
    private readonly byte[] _texts;

    private GapChannels(byte[] texts, int count) => (_texts, Count) = (texts, count);

    public int Count { get; }

    /// <summary>Takes time with the place: each text before is passed.</summary>
    public string this[int index] => this.Skip(index).FirstOrDefault() ?? throw new ArgumentOutOfRangeException(nameof(index));

    /// <exception cref="MalformedException">Not an array of texts.</exception>
    public static IReadOnlyList<string> Read(ref CborReader reader)
    {
        var count = reader.Array();
        if (count == 0)
            return [];
        var rest = reader.Rest;
        var start = reader.Position;
        for (var i = 0; i < count; i++)
            reader.TextBytes();
        return new GapChannels(rest[..(reader.Position - start)].ToArray(), count);
    }

    public IEnumerator<string> GetEnumerator()
    {
        for (var at = 0; at < _texts.Length;)
            yield return Next(ref at);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string Next(ref int at)
    {
        var reader = new CborReader(_texts.AsSpan(at));
        var text = reader.Text();
        at += reader.Position;
        return text;
    }
}
