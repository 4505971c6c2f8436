using System.Globalization;
using Edge.Ledger.Merkle;

namespace Edge.Interop.Tests.Trees;

/// <summary>One line to or from a peer: <c>&lt;root|inclusion|consistency&gt; &lt;index or old size&gt; &lt;size&gt; [&lt;base64&gt;...]</c>.</summary>
internal sealed record ProofCase(ProofKind Kind, ulong Place, ulong Size)
{
    public IReadOnlyList<Hash32> Hashes { get; init; } = [];

    public static ProofCase Parse(string line)
    {
        var words = line.Split(' ');
        return new ProofCase(Enum.Parse<ProofKind>(words[0], ignoreCase: true), Number(words[1]), Number(words[2]))
        {
            Hashes = [.. words.Skip(3).Select(word => new Hash32(Convert.FromBase64String(word)))],
        };
    }

    public override string ToString() => string.Join(' ', (string[])[Kind.ToString().ToLowerInvariant(), $"{Place}", $"{Size}", .. Hashes.Select(hash => hash.ToString())]);

    private static ulong Number(string word) => ulong.Parse(word, CultureInfo.InvariantCulture);
}
