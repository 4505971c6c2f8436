using Edge.Ledger.Codes;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>Texts of QR codes, and the files that they tell.</summary>
internal static class CodeVectors
{
    private static readonly string[] Three = [.. EvidenceCode.Of(File(50), 3)];
    private static readonly string Whole = EvidenceCode.Of(File(5), 1)[0];

    private static readonly (string Name, string[] Texts)[] Refused =
    [
        ("an address", ["http://192.0.2.7:8443/"]), ("an address in capitals", ["HTTPS://EXAMPLE.COM/"]), ("another text", ["WIFI:S:net;;"]), ("no text", [""]), ("no form", ["EDGE:BB8"]), ("small letters", ["edge1:BB8"]),
        ("no colon", ["EDGE1"]), ("form 2", ["EDGE2:BB8"]), ("form 2 in parts", ["EDGE2/1/2/00000000:BB8"]), ("form 01", ["EDGE01:BB8"]), ("form 0", ["EDGE0:BB8"]), ("a form of nine digits", ["EDGE123456789:"]), ("of ten", ["EDGE1234567890:"]),
        ("three characters beyond 65535", ["EDGE1:GGW"]), ("two beyond 255", ["EDGE1:::"]), ("one character over", ["EDGE1:BB8B"]), ("small letters in the data", ["EDGE1:bb8"]), ("a line feed at the end", ["EDGE1:BB8\n"]), ("4,297 characters and more", [$"EDGE1:{new string('0', 4293)}"]),
        ("part 0", ["EDGE1/0/2/00000000:BB8"]), ("part 3 of 2", ["EDGE1/3/2/00000000:BB8"]), ("one part", ["EDGE1/1/1/00000000:BB8"]), ("17 parts", ["EDGE1/1/17/00000000:BB8"]), ("a leading zero", ["EDGE1/01/2/00000000:BB8"]),
        ("a digest of seven digits", ["EDGE1/1/2/0000000:BB8"]), ("a digest in small letters", ["EDGE1/1/2/0000000a:BB8"]), ("no digest", ["EDGE1/1/2:BB8"]),
        ("two of three", [Three[0], Three[2]]), ("one of three, twice", [Three[1], Three[1]]), ("a part altered", [Three[0], Three[1], $"{Three[2][..^3]}000"]), ("parts exchanged", [Place(2, Three[0]), Place(1, Three[1]), Three[2]]),
        ("parts of two files", [Three[0], Three[1], EvidenceCode.Of(File(51), 3)[2]]), ("two files", [Whole, EvidenceCode.Of(File(6), 1)[0]]), ("a file and a part", [Whole, Three[0]]),
    ];

    public static object All() => new
    {
        spec = "edge-spec 1",
        about = "Texts of QR codes in the order in which they were read, and the file that they tell, in hex; or why they tell none.",
        files = new IReadOnlyList<string>[]
        {
            EvidenceCode.Of(File(0), 1), EvidenceCode.Of(File(1), 1), EvidenceCode.Of(File(2), 1), [Whole], [Whole, Whole], EvidenceCode.Of([255, 255, 255], 1), EvidenceCode.Of("Hello!!"u8, 1),
            Three, [.. Three.Reverse()], [Three[1], Three[1], Three[0], Three[2], Three[1]], EvidenceCode.Of(File(2), 2), EvidenceCode.Of(File(3), 16), EvidenceCode.Of(File(400), 16),
        }.Select(texts => new { texts, file = VectorFile.Hex(EvidenceCode.Read(texts).File) }).ToArray(),
        refused = Refused.Select(r => new { name = r.Name, texts = r.Texts, why = Word(EvidenceCode.Read(r.Texts).Fault) }).ToArray(),
    };

    /// <summary>As section 18 calls them.</summary>
    public static string Word(CodeFault fault) => fault switch
    {
        CodeFault.Other => "code_other",
        CodeFault.Address => "code_address",
        CodeFault.Newer => "code_newer",
        CodeFault.Damaged => "code_damaged",
        CodeFault.Missing => "parts_missing",
        CodeFault.Differ => "parts_differ",
        CodeFault.Several => "several_codes",
        _ => "",
    };

    private static string Place(int place, string text) => $"EDGE1/{place}{text[7..]}";

    private static byte[] File(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)((i * 31) ^ (i >> 3)))];
}
