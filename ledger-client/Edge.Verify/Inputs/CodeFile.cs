using Edge.Ledger.Codes;

namespace Edge.Verify.Inputs;

/// <summary>A file with the texts of QR codes stands for the evidence file that they tell.</summary>
internal static class CodeFile
{
    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    /// <summary>What the texts tell; what is no such file as it is.</summary>
    /// <exception cref="InputException">They tell no file.</exception>
    public static byte[] Open(byte[] bytes, string path)
    {
        if (CodeLines.Of(bytes) is not { } texts)
            return bytes;
        var read = EvidenceCode.Read(texts);
        return read.File switch
        {
            null => throw new InputException(InputRole.Evidence, Fault(read.Fault), path, read.Detail),
            [] => throw new InputException(InputRole.Evidence, InputFault.Empty, path, ""),
            var file => file,
        };
    }

    public static bool IsPicture(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Png) || bytes.StartsWith(Jpeg);

    private static InputFault Fault(CodeFault fault) => fault switch
    {
        CodeFault.Address => InputFault.CodeAddress,
        CodeFault.Newer => InputFault.CodeNewer,
        CodeFault.Damaged => InputFault.CodeDamaged,
        CodeFault.Missing => InputFault.PartsMissing,
        CodeFault.Differ => InputFault.PartsDiffer,
        CodeFault.Several => InputFault.SeveralCodes,
        _ => InputFault.CodeOther,
    };
}
