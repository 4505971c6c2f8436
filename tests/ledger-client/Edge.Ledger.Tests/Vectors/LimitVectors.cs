using System.Text;
using Edge.Ledger.Tests.Evidence;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>Texts just within and just beyond a limit, each as a head, a piece so many times, and a tail.</summary>
internal static class LimitVectors
{
    private const string Line = "— k AAAAAAA=\n";

    public static object[] All(Scene town)
    {
        var note = town.SecondBlock.ToString();
        var hash = town.Gateway.Checkpoint().Root + "\n";
        var signature = Encoding.UTF8.GetByteCount(Line);
        return
        [
            Of("note", "65,536 bytes", "", "a", 65_536 - 2 - signature, "\n\n" + Line, true),
            Of("note", "65,537 bytes", "", "a", 65_537 - 2 - signature, "\n\n" + Line, false),
            Of("note", "100 signatures", "text\n\n", Line, 100, "", true),
            Of("note", "101 signatures", "text\n\n", Line, 101, "", false),
            Of("note", "a key name of 255 bytes", "text\n\n— ", "é", 127, "k AAAAAAA=\n", true),
            Of("note", "a key name of 256 bytes", "text\n\n— ", "é", 128, " AAAAAAA=\n", false),
            Of("policy", "1 MiB", "quorum none\n#", "a", (1 << 20) - 14, "\n", true),
            Of("policy", "1 MiB and a byte", "quorum none\n#", "a", (1 << 20) - 13, "\n", false),
            Of("proof", "63 hashes", "c2sp.org/tlog-proof@v1\nindex 0\n", hash, 63, "\n" + note, true),
            Of("proof", "64 hashes", "c2sp.org/tlog-proof@v1\nindex 0\n", hash, 64, "\n" + note, false),
            Of("proof", "extra of 32,768 bytes", "c2sp.org/tlog-proof@v1\nextra ", "AAAA", 10_922, "AAA=\nindex 0\n\n" + note, true),
            Of("proof", "extra of 32,769 bytes", "c2sp.org/tlog-proof@v1\nextra ", "AAAA", 10_923, "\nindex 0\n\n" + note, false),
            Of("request", "63 hashes", "old 1\n", hash, 63, "\n" + note, true),
            Of("request", "64 hashes", "old 1\n", hash, 64, "\n" + note, false),
            Of("answer", "100 signatures", "", Line, 100, "", true),
            Of("answer", "101 signatures", "", Line, 101, "", false),
        ];
    }

    public static string Text(string head, string piece, int times, string tail) => new StringBuilder(head).Insert(head.Length, piece, times).Append(tail).ToString();

    private static object Of(string form, string name, string head, string piece, int times, string tail, bool read) => new { form, name, head, piece, times, tail, read };
}
