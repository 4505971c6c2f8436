using Edge.Fuzz.Runs;
using Edge.Testing;

namespace Edge.Fuzz.Seeds;

/// <summary>Inputs that once showed something: files <c>Regressions/PARSER.WHAT.hex</c>, read again in every run.</summary>
internal static class Regressions
{
    private static readonly string[] Files = Directory.GetFiles(Path.Combine(Programs.RepositoryRoot, "tests", "fuzz", "Edge.Fuzz", "Regressions"), "*.hex");

    public static IEnumerable<byte[]> Of(string parser) =>
        Files.Where(f => Path.GetFileName(f).Split('.')[0] == parser).Order(StringComparer.Ordinal).Select(InputFile.Read);

    public static IEnumerable<string> Parsers => Files.Select(f => Path.GetFileName(f).Split('.')[0]).Distinct();
}
