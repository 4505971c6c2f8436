using System.Globalization;
using Edge.Ledger.Entries;

namespace Edge.Ledger.City.Historian;

/// <summary>Readings as a CSV table (RFC 4180, but for the line ends). Entries of other kinds have no row.</summary>
internal static class ReadingsTable
{
    private const string Head = "index,time,uncertainty_ms,channel,unit,value,raw,quality,reason,monotonic_ns";

    /// <summary>Writes the table.</summary>
    /// <returns>0, or 1 if an entry was none that section 2 of SPEC.md knows; it is named on standard error.</returns>
    public static async Task<int> WriteAsync(IEnumerable<(ulong Index, byte[] Entry)> entries, TextWriter output, CancellationToken cancellationToken)
    {
        var outcome = 0;
        await output.WriteLineAsync(Head.AsMemory(), cancellationToken);
        foreach (var (index, bytes) in entries)
        {
            try
            {
                if (Entry.Decode(bytes) is ReadingEntry reading)
                    await output.WriteLineAsync(Row(index, reading).AsMemory(), cancellationToken);
            }
            catch (MalformedException e)
            {
                await Console.Error.WriteLineAsync($"entry {index}: {e.Message}".AsMemory(), cancellationToken);
                outcome = 1;
            }
        }

        await output.FlushAsync(cancellationToken);
        return outcome;
    }

    private static string Row(ulong index, ReadingEntry reading) => string.Create(CultureInfo.InvariantCulture,
        $"{index},{Time(reading.Wall)},{reading.Wall?.UncertaintyMilliseconds},{Field(reading.Channel)},{Field(reading.Unit)},{reading.Value:R},{reading.Raw},{reading.Quality},{reading.Reason},{reading.Monotonic}");

    private static string Time(WallTime? wall) => wall?.ToDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture) ?? "";

    private static string Field(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
