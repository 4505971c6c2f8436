using System.Text;
using System.Text.Unicode;
using Edge.Ledger.Notes;
using Edge.Ledger.Text;

namespace Edge.Ledger.Policies;

/// <summary>Reads a policy text, strictly. Names may be any UTF-8; errors name the line and what to write.</summary>
internal sealed class PolicyParser
{
    private const int MaxBytes = 1024 * 1024;
    private const int MaxKeys = 10_000;
    private const int MaxDepth = 32;

    private readonly List<VerifierKey> _logs = [];
    private readonly List<PolicyWitness> _witnesses = [];
    private readonly Dictionary<string, QuorumRule> _names = [];
    private readonly HashSet<string> _members = [];
    private readonly HashSet<string> _keys = [];
    private readonly HashSet<(string Name, uint Id)> _ids = [];
    private QuorumRule? _quorum;
    private int _line;

    public static TrustPolicy Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new MalformedException($"policy: {bytes.Length} bytes; at most {MaxBytes} are accepted");
        foreach (var b in bytes)
        {
            if (b is < 0x20 and not (byte)'\n' and not (byte)'\t' or 0x7F)
                throw new MalformedException($"policy: control character 0x{b:X2}{(b == '\r' ? "; save the file with LF line ends" : "")}");
        }

        if (!Utf8.IsValid(bytes))
            throw new MalformedException("policy: not valid UTF-8");
        if (bytes.Length > 0 && bytes[^1] != (byte)'\n')
            throw new MalformedException("policy: the last line does not end in a newline");
        var parser = new PolicyParser();
        var lines = new LineReader(bytes, "policy");
        while (!lines.AtEnd)
            parser.Line(Encoding.UTF8.GetString(lines.Next()));
        return new TrustPolicy(
            parser._logs, parser._witnesses, parser._quorum ?? throw new MalformedException("policy: no quorum line; add \"quorum <witness or group>\""));
    }

    private void Line(string text)
    {
        _line++;
        var words = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words[0].StartsWith('#'))
            return;
        switch (words[0])
        {
            case "log" when words.Length is 2 or 3:
                _logs.Add(Key(words[1], "log", k => k.SignsLogs));
                break;
            case "witness" when words.Length is 3 or 4:
                Define(words[1], QuorumRule.Of(words[1]));
                _witnesses.Add(new PolicyWitness(words[1], Key(words[2], "witness", k => !k.SignsLogs)));
                break;
            case "group" when words.Length >= 4:
                Define(words[1], Group(words[2], words[3..]));
                break;
            case "quorum" when words.Length == 2:
                if (_quorum is not null)
                    throw Wrong("a second quorum line");
                _quorum = words[1] == "none" ? QuorumRule.None : Known(words[1]);
                break;
            case "log" or "witness" or "group" or "quorum":
                throw Wrong($"wrong number of words after \"{words[0]}\"");
            default:
                throw Wrong($"\"{words[0]}\" is not one of log, witness, group, quorum");
        }
    }

    private VerifierKey Key(string vkey, string role, Func<VerifierKey, bool> fits)
    {
        VerifierKey key;
        try
        {
            key = VerifierKey.Parse(vkey);
        }
        catch (MalformedException e)
        {
            throw Wrong(e.Message);
        }

        if (!fits(key))
            throw Wrong($"{key.Name} has a key of type {key.Type.Describe()}, which no {role} has");
        if (!_keys.Add(role + Convert.ToHexString(key.PublicKey)))
            throw Wrong($"the public key of {key.Name} is listed twice");
        if (!_ids.Add((key.Name, key.Id)))
            throw Wrong($"two keys of {key.Name} have one key id");
        if (_keys.Count > MaxKeys)
            throw Wrong($"more than {MaxKeys} keys");
        return key;
    }

    private QuorumRule Group(string threshold, string[] members)
    {
        var rules = members.Select(Member).ToArray();
        var k = threshold switch
        {
            "all" => rules.Length,
            "any" => 1,
            _ => Decimals.TryParse(Encoding.UTF8.GetBytes(threshold), out var n) && n >= 1 && n <= (ulong)rules.Length
                ? (int)n
                : throw Wrong($"threshold \"{threshold}\" is not all, any or a number from 1 to {rules.Length}"),
        };
        var group = QuorumRule.Of(k, rules);
        return group.Depth <= MaxDepth ? group : throw Wrong($"groups are nested deeper than {MaxDepth}");
    }

    private QuorumRule Member(string name)
    {
        var rule = Known(name);
        return _members.Add(name) ? rule : throw Wrong($"\"{name}\" is already a member of a group");
    }

    private QuorumRule Known(string name) =>
        _names.TryGetValue(name, out var rule) ? rule : throw Wrong($"\"{name}\" is not defined on a line above");

    private void Define(string name, QuorumRule rule)
    {
        if (name == "none" || !_names.TryAdd(name, rule))
            throw Wrong($"the name \"{name}\" is {(name == "none" ? "reserved" : "defined twice")}");
    }

    private MalformedException Wrong(string why) => new($"policy, line {_line}: {why}");
}
