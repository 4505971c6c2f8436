using System.Buffers;
using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Site.Ports;

namespace Edge.Site.Live;

/// <summary>
/// What changed since the frame before, as the data of one server-sent event:
/// <c>[[channel, value|null, quality, reason, unix ms|null], ...]</c>, quality and reason by their numbers in SPEC.md.
/// </summary>
internal sealed class LiveFrame(int channels)
{
    private readonly LiveReading[] _shown = new LiveReading[channels];
    private readonly LiveReading[] _newest = new LiveReading[channels];
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>Null when nothing changed.</summary>
    public byte[]? Changed(ILiveReadings readings)
    {
        readings.Newest(_newest);
        return Write(i => _newest[i].Sequence != _shown[i].Sequence);
    }

    /// <summary>All that the frames so far have shown.</summary>
    public byte[] Whole() => Write(i => _newest[i].Sequence > 0) ?? "[]"u8.ToArray();

    private byte[]? Write(Func<int, bool> isMeant)
    {
        _buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_buffer);
        json.WriteStartArray();
        var any = false;
        for (var i = 0; i < _newest.Length; i++)
        {
            if (!isMeant(i))
                continue;
            any = true;
            Write(json, i, _newest[i]);
            _shown[i] = _newest[i];
        }

        json.WriteEndArray();
        json.Flush();
        return any ? _buffer.WrittenSpan.ToArray() : null;
    }

    private static void Write(Utf8JsonWriter json, int channel, in LiveReading reading)
    {
        json.WriteStartArray();
        json.WriteNumberValue(channel);
        if (reading.Value is { } value && double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
        json.WriteNumberValue((byte)reading.Quality);
        json.WriteNumberValue((byte)reading.Reason);
        if (reading.UnixMilliseconds is { } at)
            json.WriteNumberValue(at);
        else
            json.WriteNullValue();
        json.WriteEndArray();
    }
}
