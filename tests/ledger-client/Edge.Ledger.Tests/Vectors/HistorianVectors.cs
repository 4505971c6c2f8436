using System.Buffers;
using System.Text;
using Edge.Ledger.Historian;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>What gateways and historians say to each other. Entry i is i as four big-endian bytes.</summary>
internal static class HistorianVectors
{
    private static readonly (string Name, string Text)[] RefusedWords =
    [
        ("nothing", ""), ("other version", "edge-held/v2\n"), ("no newline", "edge-held/v1"), ("last line without newline", "edge-held/v1\n0 5"), ("carriage return", "edge-held/v1\r\n0 5\r\n"),
        ("empty span", "edge-held/v1\n5 5\n"), ("backwards", "edge-held/v1\n5 3\n"), ("touching", "edge-held/v1\n0 5\n5 9\n"), ("descending", "edge-held/v1\n7 9\n0 5\n"), ("overlapping", "edge-held/v1\n0 5\n4 9\n"),
        ("leading zero", "edge-held/v1\n00 5\n"), ("sign", "edge-held/v1\n+0 5\n"), ("2^63", "edge-held/v1\n0 9223372036854775808\n"), ("one number", "edge-held/v1\n5\n"), ("three numbers", "edge-held/v1\n0 5 9\n"),
        ("two blanks", "edge-held/v1\n0  5\n"), ("empty line", "edge-held/v1\n\n"), ("257 spans", Spans(257)),
    ];

    public static object All() => new
    {
        spec = "edge-spec 1",
        about = "Entry i is i as four big-endian bytes. Messages to a historian are in hex, its words are texts; spans are from, to.",
        entries = new (ulong First, int Count)[] { (0, 0), (0, 1), (7, 3), (long.MaxValue - 1, 1) }.Select(m => new { first = m.First, count = m.Count, bytes = VectorFile.Hex(Entries(m.First, m.Count)) }).ToArray(),
        refused_entries = RefusedEntries().Select(r => new { name = r.Name, bytes = VectorFile.Hex(r.Bytes) }).ToArray(),
        held = new[] { Held(), Held((0, 1)), Held((0, 5), (6, 9), (1_000_000, long.MaxValue)) }
            .Select(h => new { spans = h.Spans.Select(s => new[] { s.From, s.To }).ToArray(), text = Encoding.ASCII.GetString(HeldMessage.Write(h)) }).ToArray(),
        refused_held = RefusedWords.Select(r => new { name = r.Name, text = r.Text }).ToArray(),
    };

    private static (string Name, byte[] Bytes)[] RefusedEntries()
    {
        var good = Entries(7, 1);
        return
        [
            ("nothing", []), ("other version", "edge-entries/v2\n7\n"u8.ToArray()), ("no index", "edge-entries/v1\n"u8.ToArray()), ("leading zero", "edge-entries/v1\n07\n"u8.ToArray()),
            ("2^63", "edge-entries/v1\n9223372036854775808\n"u8.ToArray()), ("beyond 2^63", Entries(long.MaxValue, 1)), ("ends in a length", [.. good, 0]), ("ends in an entry", good[..^1]), ("empty entry", [.. good, 0, 0]),
        ];
    }

    private static byte[] Entries(ulong first, int count)
    {
        var bundle = new ArrayBufferWriter<byte>();
        for (var i = 0UL; i < (ulong)count; i++)
            EntryBundle.Write(bundle, TreeVectors.Entry(first + i));
        return EntriesMessage.Write(first, bundle.WrittenSpan);
    }

    private static IndexSet Held(params (ulong From, ulong To)[] spans)
    {
        var held = new IndexSet();
        foreach (var (from, to) in spans)
            held.Add(from, to);
        return held;
    }

    private static string Spans(int count) => "edge-held/v1\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"{2 * i} {(2 * i) + 1}\n"));
}
