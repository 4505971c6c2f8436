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
    private static readonly byte[] Message = [.. "what is signed\n"u8];

    /// <summary>One key of each type that can stand in a vkey.</summary>
    private static readonly NoteSigner[] Signers =
        [.. VectorKeys.All.Take(3), .. Enum.GetValues<KeyType>().Select(t => new NoteSigner($"city.example/{(t == KeyType.Sm2 ? "sm3/" : "")}{t}".ToLowerInvariant(), t, [.. Enumerable.Repeat((byte)((int)t & 0x7F), 32)]))];

    private static readonly byte[][] Signatures = [.. Signers.Select(s => (s.Verifier.SignsLogs ? s.Sign(Message) : s.Cosign(Message, DateTimeOffset.UnixEpoch)).Blob.ToArray())];

    private static readonly byte[][] Policies =
        [.. Signers.Where(s => s.Verifier.SignsLogs).Select(s => Encoding.UTF8.GetBytes($"log {s.Verifier}\nquorum none\n")), .. VectorSeeds.Texts(VectorSeeds.Notes, "policies.text"), .. VectorSeeds.Texts(VectorSeeds.Evidence, "policies"), .. VectorSeeds.Texts(VectorSeeds.Notes, "refused_policies")];

    public static IEnumerable<FuzzTarget> All =>
    [
        new ParserTarget<VerifierKey>("vkey", [.. Signers.Select(s => Encoding.UTF8.GetBytes(s.Verifier.ToString()))], b => VerifierKey.Parse(Forms.String(b)))
        {
            Mutations = Forms.Text(),
            Repair = RepairKeyIds,
            WriterWithInput = (key, input) => Forms.SameString(key.ToString(), input),
            Description = key => $"{key.Type} {key.Name.Length}",
            Cost = 4,
        },
        new ParserTarget<NoteSigner>("private-key", [.. Signers.Select(s => Encoding.UTF8.GetBytes(s.ExportSecret()))], b => NoteSigner.Parse(Forms.String(b)))
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
        new ParserTarget<byte[]>("signature", Signatures, ReadSignature)
        {
            Mutations = [.. ByteMutations.All, .. Forms.Cbor()],
            Writer = bytes => Signatures.First(s => s.AsSpan().SequenceEqual(bytes)),
            Description = bytes => $"{Array.FindIndex(Signatures, s => s.AsSpan().SequenceEqual(bytes))}",
            Cost = 100,
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
            if (StrictBase64.Decode(mutant.Bytes.Slice(second + 1, length)) is { } key && TypeOf(key) is { } type)
                mutant.Replace(first + 1, second - first - 1, Id(Forms.String(mutant.Bytes[begin..first]), type, key));
            at = second + 1;
        }
    }

    private static void RepairPrivateKey(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var parts = Forms.String(mutant.Bytes).Split('+', 5);
        if (parts.Length != 5 || StrictBase64.Decode(Encoding.UTF8.GetBytes(parts[4])) is not { } key || TypeOf(key) is not { } type)
            return;
        try
        {
            using var signer = new NoteSigner(parts[2], type, key.AsSpan(type.Tag().Length));
            mutant.Set(Encoding.UTF8.GetBytes(signer.ExportSecret()));
        }
        catch (MalformedException)
        {
            // No such key: the mutant stays as it is.
        }
    }

    private static KeyType? TypeOf(byte[] key)
    {
        foreach (var type in Enum.GetValues<KeyType>())
        {
            if (key.AsSpan().StartsWith(type.Tag()))
                return type;
        }

        return null;
    }

    private static byte[] Id(string name, KeyType type, byte[] key) => Encoding.ASCII.GetBytes($"{KeyName.Id(name, type, key.AsSpan(type.Tag().Length)):x8}");

    /// <summary>Whether it is a signature by any of the keys; an answer, whatever the bytes.</summary>
    private static byte[] ReadSignature(ReadOnlySpan<byte> blob)
    {
        foreach (var signer in Signers)
        {
            if (signer.Verifier.Verify(Message, blob))
                return blob.ToArray();
        }

        throw new MalformedException("no signature by any key");
    }

    private static ulong ReadCosignature(ReadOnlySpan<byte> blob)
    {
        if (!Cosignature.TrySplit(blob, out var time, out var signature))
            throw new MalformedException("not a cosignature");
        return signature.SequenceEqual(blob[8..]) ? time : ulong.MaxValue;
    }
}
