using System.Reflection;
using System.Text.RegularExpressions;
using Edge.Ledger.Entries;
using Edge.Verify.Audit;
using Edge.Verify.Equivocation;
using Edge.Verify.Receipts;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Words;

public sealed partial class SingularTests
{
    private static readonly Phrases English = new EnglishPhrases();

    public static TheoryData<object> AllWords => [English, AuditPhrases.Of(English), ReceiptPhrases.Of(English), EquivocationPhrases.Of(English)];

    [Theory]
    [MemberData(nameof(AllWords))]
    public void Of_one_thing_no_sentence_speaks_in_the_plural(object words)
    {
        var sentences = words.GetType().BaseType!.GetMethods().Where(m => m is { IsAbstract: true, IsSpecialName: false } && m.GetParameters().All(p => One(p) is not null)).ToArray();
        Assert.True(sentences.Length > 2, $"{sentences.Length} sentences found");
        Assert.All(sentences, s => Assert.DoesNotMatch(OneOfMany(), (string)s.Invoke(words, [.. s.GetParameters().Select(One)])!));
    }

    [Fact]
    public void Of_one_entry_no_finding_of_an_audit_speaks_in_the_plural() =>
        Assert.All(Enum.GetValues<AuditCode>(), code => Assert.DoesNotMatch(OneOfMany(), AuditPhrases.Of(English).Finding(new AuditFinding(code, "p", 1, 1, "d"))));

    private static object? One(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(string) => "x",
        var t when t == typeof(bool) => true,
        var t when t == typeof(int) => 1,
        var t when t == typeof(ulong) => 1UL,
        var t when t == typeof(long) => 1L,
        var t when t == typeof(QualityCounts) => new QualityCounts(1, 1, 1, 1),
        var t when t == typeof(IReadOnlyList<string>) => new[] { "x" },
        _ => null,
    };

    [GeneratedRegex(@"(?<![\d,.])(1|one) (\w+ ){0,2}(entries|tiles|bundles|bytes|files|faults|readings|gaps|channels|departments|cosignatures)\b|\b1 (entry|reading) .*\bthey\b|the entry .*\bare\b")]
    private static partial Regex OneOfMany();
}
