using System.Text;
using Edge.Fuzz.Mutations;
using Edge.Fuzz.Seeds;
using Edge.Ledger;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Ledger.Text;

namespace Edge.Fuzz.Targets;

/// <summary>Keys, cosignature blobs, policies.</summary>
internal static class KeyTargets
{
    private static readonly byte[][] Policies =
        [.. VectorSeeds.Texts(VectorSeeds.Notes, "policies.text"), .. VectorSeeds.Texts(VectorSeeds.Evidence, "policies"), .. VectorSeeds.Texts(VectorSeeds.Notes, "refused_policies")];

    public static IEnumerable<FuzzTarget> All =>
    [
        new ParserTarget<VerifierKey>("vkey", VectorSeeds.Texts(VectorSeeds.Notes, "keys.vkey"), b => VerifierKey.Parse(Forms.String(b)))
        {
            Mutations = Forms.Text(),
            Repair = RepairKeyIds,
            WriterWithInput = (key, input) => Forms.SameString(key.ToString(), input),
            Description = key => $"{key.Type} {key.Name.Length}",
            Cost = 4,
        },
        new ParserTarget<NoteSigner>("private-key", VectorSeeds.Texts(VectorSeeds.Notes, "keys.private_key"), b => NoteSigner.Parse(Forms.String(b)))
        {
            Mutations = Forms.Text(),
            Repair = RepairPrivateKey,
            WriterWithInput = (key, input) =>
            {
                using (key)
                    return Forms.SameString(key.ExportSecret(), input);
            },
            Description = key => $"{key.Verifier.Type} {key.Name.Length}",
            Cost = 10,
        },
        new ParserTarget<ulong>("cosignature", [new byte[Cosignature.BlobSize], [.. Enumerable.Repeat((byte)0x7F, Cosignature.BlobSize)], [.. Enumerable.Repeat((byte)0xFF, Cosignature.BlobSize)]], ReadCosignature)
        {
            Mutations = ByteMutations.All,
            Judge = time => time <= long.MaxValue ? null : $"time {time}",
        },
        new ParserTarget<TrustPolicy>("policy", Policies, b => TrustPolicy.Parse(b))
        {
            Mutations = Forms.Text(),
            Repair = RepairKeyIds,
            // A line of one-letter words becomes as many strings.
            Allocation = new AllocationBound(64, 64 * 1024),
            Description = policy => $"{policy.Logs.Count} {policy.Witnesses.Count} {policy.QuorumSize}",
            Judge = policy => policy.IsQuorum(policy.Witnesses.Select(w => w.Name).ToHashSet()) ? null : "all witnesses together are no quorum",
            Cost = 8,
        },
    ];

    /// <summary>Every "name+id+key" gets the id that name and key give.</summary>
    private static void RepairKeyIds(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        for (var at = 0; at < mutant.Length;)
        {
            var first = mutant.Bytes[at..].IndexOf((byte)'+');
            if (first < 0)
                return;
            first += at;
            var second = mutant.Bytes[(first + 1)..].IndexOf((byte)'+');
            if (second < 0)
                return;
            second += first + 1;
            var begin = mutant.Bytes[..first].LastIndexOfAny((byte)' ', (byte)'\n', (byte)'\t') + 1;
            var length = mutant.Bytes[(second + 1)..].IndexOfAny((byte)' ', (byte)'\n', (byte)'\t');
            length = length < 0 ? mutant.Length - second - 1 : length;
            if (StrictBase64.Decode(mutant.Bytes.Slice(second + 1, length)) is { Length: > 1 } key)
                mutant.Replace(first + 1, second - first - 1, Id(Forms.String(mutant.Bytes[begin..first]), key));
            at = second + 1;
        }
    }

    private static void RepairPrivateKey(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var parts = Forms.String(mutant.Bytes).Split('+', 5);
        if (parts.Length != 5 || StrictBase64.Decode(Encoding.UTF8.GetBytes(parts[4])) is not { Length: > 1 } key)
            return;
        try
        {
            using var signer = new NoteSigner(parts[2], (KeyType)key[0], key.AsSpan(1));
            mutant.Set(Encoding.UTF8.GetBytes(signer.ExportSecret()));
        }
        catch (MalformedException)
        {
            // No such key: the mutant stays as it is.
        }
    }

    private static byte[] Id(string name, byte[] key) => Encoding.ASCII.GetBytes($"{KeyName.Id(name, (KeyType)key[0], key.AsSpan(1)):x8}");

    private static ulong ReadCosignature(ReadOnlySpan<byte> blob)
    {
        if (!Cosignature.TrySplit(blob, out var time, out var signature))
            throw new MalformedException("not a cosignature");
        return signature.SequenceEqual(blob[8..]) ? time : ulong.MaxValue;
    }
}
