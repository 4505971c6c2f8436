using System.Reflection;
using System.Text.RegularExpressions;
using Edge.Gateway.Evidence;
using Edge.Gateway.Export;
using Edge.Gateway.Outputs;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Gateway.Tests.Export;

public sealed partial class ExportWordsTests
{
    [Fact]
    public void Every_sentence_exists_in_both_languages_and_is_written_in_its_own()
    {
        var sentences = typeof(ExportWords).GetMethods().Where(m => m.IsAbstract).ToArray();
        Assert.True(sentences.Length >= 12, $"{sentences.Length} sentences found");
        foreach (var sentence in sentences)
        {
            foreach (var words in new[] { ExportWords.English, ExportWords.Chinese })
            {
                var said = Say(words, sentence);
                Assert.True(said.Any(c => c is >= '\u4E00' and <= '\u9FFF') == (words == ExportWords.Chinese), $"{sentence.Name}: {said}");
            }
        }
    }

    [Fact]
    public void Of_one_thing_no_English_sentence_speaks_in_the_plural()
    {
        foreach (var sentence in typeof(ExportWords).GetMethods().Where(m => m.IsAbstract))
            Assert.DoesNotMatch(OneOfMany(), (string)sentence.Invoke(ExportWords.English, [.. sentence.GetParameters().Select(One)])!);
    }

    private static object One(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(ulong) => 1UL,
        var t when t == typeof(EvidenceSum) => new EvidenceSum([.. "abcde".Select(c => ($"{c}", 1))], 1, 1, 1, 1, null, 1, false),
        var t when t == typeof(ExportSum) => new ExportSum(new ExportedCheckpoint(new SignedNote(default, [Signature, Signature]), new Checkpoint("x", 1, TreeHasher.Sha256.EmptyRoot), true), 1, 1, 1, 1, 1, 1, 1),
        _ => Sample(parameter),
    };

    private static NoteSignature Signature { get; } = new("x", 1, new byte[1]);

    [GeneratedRegex(@"(?<![\d,.])1 (\w+ )?(entries|bundles|tiles|bytes|files|readings|gaps|channels|cosignatures)\b")]
    private static partial Regex OneOfMany();

    private static string Say(ExportWords words, MethodInfo sentence) => (string)sentence.Invoke(words, [.. sentence.GetParameters().Select(Sample)])!;

    private static object Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(string) => "x",
        var t when t == typeof(ulong) => 3UL,
        var t when t == typeof(bool) => true,
        var t when t == typeof(OutputKind) => OutputKind.Entry,
        var t when t == typeof(EvidenceSum) => new EvidenceSum([("ph", 2)], 1, 1, 3, 9, null, 100, false),
        _ => new ExportSum(new ExportedCheckpoint(new SignedNote(default, []), new Checkpoint("x", 3, TreeHasher.Sha256.EmptyRoot), false), 1, 1, 1, 1, 0, 0, 1),
    };
}
