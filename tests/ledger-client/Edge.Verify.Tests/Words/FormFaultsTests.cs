using System.Text;
using System.Text.Json;
using Edge.Ledger;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests.Vectors;
using Edge.Verify.Inputs;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Words;

/// <summary>Why a file cannot be read, for a reader of Chinese: every refusal that the vectors have of policies, keys, notes and checkpoints.</summary>
public sealed class FormFaultsTests
{
    private static readonly JsonElement Vectors = VectorFile.Read("notes");

    public static TheoryData<string> Refusals =>
    [
        .. From("refused_policies", v => TrustPolicy.Parse(Encoding.UTF8.GetBytes(v.GetString()!))),
        .. From("refused_keys", v => TrustPolicy.Parse(Encoding.UTF8.GetBytes($"log {v.GetProperty("vkey").GetString()}\nquorum none\n"))),
        .. From("refused_notes", v => SignedNote.Parse(Encoding.UTF8.GetBytes(v.GetString()!))),
        .. From("refused_checkpoints", v => Checkpoint.Parse(Encoding.UTF8.GetBytes(v.GetString()!))),
    ];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_in_the_vectors_is_said_in_Chinese(string fault)
    {
        var said = FormFaults.InChinese(fault);

        Assert.Contains(said, c => c is >= '\u4E00' and <= '\u9FFF');
        Assert.DoesNotContain(said, " is ", StringComparison.Ordinal);
        Assert.False(said.StartsWith("policy", StringComparison.Ordinal) || said.StartsWith("note", StringComparison.Ordinal), said);
    }

    [Theory]
    [InlineData("policy, line 10: threshold \"9\" is not all, any or a number from 1 to 4", "第 10 行：门槛“9”不是 all、any 或 1 至 4 的数")]
    [InlineData("policy: no quorum line; add \"quorum <witness or group>\"", "没有 quorum 行；请加上“quorum <见证者或组>”")]
    [InlineData("policy, line 3: key gw-1: key id 00 does not fit name and key, which give 11", "第 3 行：密钥 gw-1：密钥标识 00 与名称和公钥不符，应为 11")]
    [InlineData("the file does not start with the line a/v1, a/v2 or b/v1", "文件首行不是 a/v1、a/v2 或 b/v1")]
    [InlineData("something new", "something new")]
    public void A_fault_and_its_place_are_both_told(string english, string chinese) => Assert.Equal(chinese, FormFaults.InChinese(english));

    [Fact]
    public void The_sentence_for_the_user_has_it()
    {
        Assert.Equal("信任策略文件 p 不是信任策略文件（不是有效的 UTF-8）", new ChinesePhrases().Input(InputRole.Policy, InputFault.Malformed, "p", "policy: not valid UTF-8"));
        Assert.EndsWith("(policy: not valid UTF-8)", new EnglishPhrases().Input(InputRole.Policy, InputFault.Malformed, "p", "policy: not valid UTF-8"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> From(string list, Action<JsonElement> parse) => Vectors.GetProperty(list).EnumerateArray()
        .Where(v => v.ValueKind != JsonValueKind.Object || v.TryGetProperty("vkey", out _))
        .Select(v => Record.Exception(() => parse(v)) as MalformedException).OfType<MalformedException>().Select(e => e.Message).Distinct();
}
