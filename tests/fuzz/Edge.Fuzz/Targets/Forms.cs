using System.Text;
using Edge.Fuzz.Mutations;
using Edge.Ledger;

namespace Edge.Fuzz.Targets;

/// <summary>The mutations that suit each form of input.</summary>
internal static class Forms
{
    /// <summary>Lines with base64 in them, and texts within that base64, as proofs carry notes.</summary>
    public static IReadOnlyList<Mutation> Text()
    {
        IReadOnlyList<Mutation> plain = [.. TextMutations.All, .. ByteMutations.All, Base64Mutations.Respell];
        Mutation once = Base64Mutations.Inside(plain);
        Mutation twice = Base64Mutations.Inside([.. plain, once, once]);
        return [.. plain, Base64Mutations.Respell, once, twice, twice, twice];
    }

    /// <summary>CBOR with texts in its strings.</summary>
    public static IReadOnlyList<Mutation> Cbor()
    {
        var cbor = new CborMutations();
        return [.. cbor.All, cbor.Inside(Text()), .. cbor.All, ByteMutations.FlipBit, .. ByteMutations.All];
    }

    /// <summary>Reads bytes as a string: UTF-8 where it is, otherwise one character per byte, with a lone surrogate for FF.</summary>
    public static string String(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes).Replace('\xFF', '\uD800');

    /// <summary>A "no" given as an answer, without the names in brackets that it quotes: they would make every refusal a new one.</summary>
    public static MalformedException Refused(string answer) => new(answer.Split('(')[0]);

    /// <summary>For parsers of strings: the input itself if they write the same string, otherwise what they write.</summary>
    public static byte[] SameString(string written, ReadOnlySpan<byte> input) =>
        written == String(input) ? input.ToArray() : Encoding.UTF8.GetBytes(written);
}
