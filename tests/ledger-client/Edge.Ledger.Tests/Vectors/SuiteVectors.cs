using System.Text;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tests.Keys;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>Keys, signatures and notes of the types beside Ed25519. ECDSA and SM2 sign with a random number: their signatures here were made once, with OpenSSL.</summary>
internal static class SuiteVectors
{
    private const string P256Signature = "304502206A03940B07553ED957A10AC52BF55C8AC4A0DE35CADA9E47F1D29CD85EA54E9402210098C0715403D2A2917485B7A020AA33A06EC84CB52028014B80723640B04B4681";
    private const string Sm2Signature = "30440220165D333562377E0F2BB9C0FE6D90CA1BB8B982F263050F162D41C861831414CC022060488B88F661265E7136E138945F1081508CCE4DB947FADE6FE85BEB082D10D5";
    private const string Sm2EmptySignature = "304502203EEA03063D38DC0237162CDF3DF7224C2DD634CF3BDB7A3BAEDAD93310585BB4022100F44B27DFDEE87706F3FEE7BB29A6BAC7437DE4718FF3AC3561C466457055DB6E";
    private const string Sm2NobodySignature = "3044022034ABC663D6FA7B9E3DD33E7378AF8E97A658EEBE71C75B48A16EF5C1158747DB02205F8205AE0EACDCE14026B7BD5FBC8710D2E5A01566DE026C271439EE5E923422";
    private const string Sm2AliceSignature = "30450221009E70C49B2CF3FB1B6D80DBCD98E3A6888382546407DA204B06D4F1F7302E4C7A0220560C0EE415040A2F0E65B8F4BE68FB633ECE801F5BDF7FAD29C1FFEEEB09FFDC";

    private static readonly NoteSigner Ed25519 = new("city.example/gw-1", KeyType.Ed25519, TestKeys.Seed(1));
    private static readonly NoteSigner P256 = new("city.example/gw-1", KeyType.EcdsaP256, TestKeys.Seed(1));
    private static readonly NoteSigner Sm2 = new("city.example/gw-1", KeyType.Sm2, TestKeys.Seed(1));
    private static readonly NoteSigner Sm2OfSm3 = new("city.example/sm3/gw-1", KeyType.Sm2, TestKeys.Seed(3));
    private static readonly Checkpoint One = new(P256.Name, 1, TreeHasher.Sha256.Leaf([0, 0, 0, 0]));
    private static readonly Checkpoint NoOrigin = new("Not/An/Origin", 1, TreeHasher.Sha256.Leaf([0, 0, 0, 0]));
    private static readonly NoteSigner Water = new("water.city.example", KeyType.Ed25519Cosignature, TestKeys.Seed(10));
    private static readonly Checkpoint EmptySm3 = new(Sm2OfSm3.Name, 0, TreeHasher.Sm3.EmptyRoot);
    private static readonly NoteSignature ByEd25519 = Ed25519.Sign(One.ToText());
    private static readonly NoteSignature ByP256 = By(P256, P256Signature);
    private static readonly NoteSignature BySm2 = By(Sm2, Sm2Signature);

    public static IEnumerable<NoteSigner> Keys => [P256, Sm2, Sm2OfSm3];

    public static object[] Signatures() =>
    [
        Signature("ECDSA P-256", P256, One, P256Signature, true),
        .. Der.OtherForms(Convert.FromHexString(P256Signature), Der.P256Order).Select(f => Signature($"ECDSA P-256: {f.Name}", P256, One, Convert.ToHexString(f.Bytes), false)),
        Signature("ECDSA P-256: another text", P256, EmptySm3, P256Signature, false),
        Signature("SM2", Sm2, One, Sm2Signature, true),
        Signature("SM2 of an SM3 log", Sm2OfSm3, EmptySm3, Sm2EmptySignature, true),
        Signature("SM2: no user id", Sm2, One, Sm2NobodySignature, false),
        Signature("SM2: user id ALICE123@YAHOO.COM", Sm2, One, Sm2AliceSignature, false),
        .. Der.OtherForms(Convert.FromHexString(Sm2Signature), Der.Sm2Order).Where(f => f.Name.Contains("order", StringComparison.Ordinal) || f.Name.Contains("zero", StringComparison.Ordinal))
            .Select(f => Signature($"SM2: {f.Name}", Sm2, One, Convert.ToHexString(f.Bytes), false)),
        Signature("Ed25519", Ed25519, One, VectorFile.Hex(ByEd25519.Blob.Span), true),
        .. Ed25519Vectors.All.Select(v => new { name = $"Ed25519: {v.Name}", vkey = v.Key, text = One.ToString(), blob = v.Blob, valid = v.IsValid }),
        Cosignature("cosignature", 1_795_133_642, b => b, true),
        Cosignature("cosignature: time 0", 0, b => b, true),
        Cosignature("cosignature: time 2^63 - 1", long.MaxValue, b => b, true),
        Cosignature("cosignature: time 2^63", 1UL << 63, b => b, false),
        Cosignature("cosignature: 71 bytes", 1_795_133_642, b => b[..^1], false),
        Cosignature("cosignature: 73 bytes", 1_795_133_642, b => [.. b, 0], false),
        Cosignature("cosignature: another time than is signed", 1_795_133_642, b => [.. b[..7], (byte)(b[7] ^ 1), .. b[8..]], false),
        new { name = "cosignature: of the text alone", vkey = Water.Verifier.ToString(), text = One.ToString(), blob = VectorFile.Hex([.. new byte[8], .. new NoteSigner(Water.Name, KeyType.Ed25519, TestKeys.Seed(10)).Sign(One.ToText()).Blob.Span]), valid = false },
    ];

    private static object Cosignature(string name, ulong time, Func<byte[], byte[]> change, bool valid)
    {
        using var key = new Edge.Ledger.Keys.Ed25519PrivateKey(TestKeys.Seed(10));
        var blob = new byte[Edge.Ledger.Notes.Cosignature.BlobSize];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(blob, time);
        key.Sign(Edge.Ledger.Notes.Cosignature.Message(time, One.ToText()), blob.AsSpan(8));
        return new { name, vkey = Water.Verifier.ToString(), text = One.ToString(), blob = VectorFile.Hex(change(blob)), valid };
    }

    public static object[] RefusedKeys()
    {
        var spki = P256.Verifier.PublicKey.ToArray();
        var point = Sm2.Verifier.PublicKey.ToArray();
        var otherPoint = Changed(point);
        byte[] compressed = [.. Convert.FromHexString("3039301306072A8648CE3D020106082A8648CE3D030107032200"), (byte)(2 + (spki[^1] & 1)), .. spki[27..59]];
        return
        [
            Refused("type 02 with the key id of the other types", $"{P256.Name}+{Id([2], spki)}+{Convert.ToBase64String([2, .. spki])}"),
            Refused("type 02, point compressed", P256Key(compressed)),
            Refused("type 02, a byte after the key", P256Key([.. spki, 0])),
            Refused("type 02, point off its curve", P256Key(Changed(spki))),
            Refused("type 02, the curve of SM2", P256Key([.. Convert.FromHexString("3059301306072A8648CE3D020106082A811CCF5501822D034200"), .. point])),
            Refused("type 02, bare point", P256Key(spki[26..])),
            Refused("SM2 with the key id of type 02", $"{Sm2.Name}+{KeyName.Id("", KeyType.EcdsaP256, point):x8}+{Convert.ToBase64String([.. Sm2Tag, .. point])}"),
            Refused("SM2, point off its curve", Key(Sm2.Name, Sm2Tag, otherPoint)),
            Refused("SM2, point compressed", Key(Sm2.Name, Sm2Tag, [(byte)(2 + (point[^1] & 1)), .. point[1..33]])),
            Refused("SM2, a byte after the key", Key(Sm2.Name, Sm2Tag, [.. point, 0])),
            Refused("type ff with another identifier", Key(Sm2.Name, [.. Sm2Tag[..^1], (byte)'2'], point)),
            Refused("type ff without an identifier", Key(Sm2.Name, [0xFF], point)),
            Refused("type 01, 31 bytes", Key(Ed25519.Name, [1], new byte[31])),
            Refused("type 04, 33 bytes", Key(Water.Name, [4], new byte[33])),
            Refused("an uppercase key id", Ed25519.Verifier.ToString().Replace("de7e93ee", "DE7E93EE", StringComparison.Ordinal)),
            Refused("another key id", Ed25519.Verifier.ToString().Replace("de7e93ee", "de7e93ef", StringComparison.Ordinal)),
            Refused("no name", Key("", [1], Ed25519.Verifier.PublicKey.ToArray())),
            Refused("a name with a no-break space", Key("city\u00a0example", [1], Ed25519.Verifier.PublicKey.ToArray())),
            Refused("a name with U+0085", Key("city\u0085example", [1], Ed25519.Verifier.PublicKey.ToArray())),
            Refused("a name with U+009F", Key("city\u009fexample", [1], Ed25519.Verifier.PublicKey.ToArray())),
            Refused("a name with U+FFFD", Key("city\ufffdexample", [1], Ed25519.Verifier.PublicKey.ToArray())),
            Refused("type 05", Key(Ed25519.Name, [5], Ed25519.Verifier.PublicKey.ToArray())),
            Refused("an SM3 log with a key of type 01", Key(Sm2OfSm3.Name, [1], Ed25519.Verifier.PublicKey.ToArray())),
            Refused("an SM3 log with a key of type 02", $"{Sm2OfSm3.Name}+{P256.Verifier.Id:x8}+{Convert.ToBase64String([2, .. spki])}"),
        ];
    }

    /// <summary>Private keys that are none.</summary>
    public static object[] RefusedPrivateKeys()
    {
        var good = Ed25519.ExportSecret();
        string[] order = ["FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54122"];
        return
        [
            Private("another prefix", good.Replace("PRIVATE", "SECRET", StringComparison.Ordinal)),
            Private("a line end", good + "\n"),
            Private("an uppercase key id", good.Replace("de7e93ee", "DE7E93EE", StringComparison.Ordinal)),
            Private("another key id", good.Replace("de7e93ee", "de7e93ef", StringComparison.Ordinal)),
            Private("31 bytes", $"PRIVATE+KEY+{Ed25519.Name}+de7e93ee+{Convert.ToBase64String([1, .. new byte[31]])}"),
            Private("33 bytes", $"PRIVATE+KEY+{Ed25519.Name}+de7e93ee+{Convert.ToBase64String([1, .. TestKeys.Seed(1), 0])}"),
            Private("type 05", $"PRIVATE+KEY+{Ed25519.Name}+de7e93ee+{Convert.ToBase64String([5, .. TestKeys.Seed(1)])}"),
            Private("type 02, 0", $"PRIVATE+KEY+{P256.Name}+00000000+{Convert.ToBase64String([2, .. new byte[32]])}"),
            Private("type 02, the order", $"PRIVATE+KEY+{P256.Name}+00000000+{Convert.ToBase64String([2, .. Convert.FromHexString(order[0])])}"),
            Private("SM2, the order less 1", $"PRIVATE+KEY+{Sm2.Name}+00000000+{Convert.ToBase64String([.. Sm2Tag, .. Convert.FromHexString(order[1])])}"),
        ];

        static object Private(string name, string text) => new { name, private_key = text };
    }

    public static object MixedNotes()
    {
        var stranger = By(new NoteSigner(Sm2.Name, KeyType.Sm2, TestKeys.Seed(2)), Sm2Signature);
        return new
        {
            policy = string.Concat(new[] { Ed25519, P256, Sm2, Sm2OfSm3 }.Select(k => $"log {k.Verifier}\n")) + "quorum none\n",
            notes = new[]
            {
                Note("three types", One, true, ByEd25519, ByP256, BySm2),
                Note("type 02 alone", One, true, ByP256),
                Note("SM2 alone", One, true, BySm2),
                Note("an SM3 log", EmptySm3, true, By(Sm2OfSm3, Sm2EmptySignature)),
                Note("a known key and one of a type nobody knows", One, true, ByP256, ByEd25519 with { KeyId = 0x05050505 }),
                Note("a log's key twice, once wrongly", One, false, ByEd25519, ByEd25519 with { Blob = new byte[64] }),
                Note("equal lines", One, true, ByEd25519, ByEd25519),
                Note("a checkpoint of no origin, which could name a key", NoOrigin, false, ByEd25519),
                Note("an unknown key alone", One, false, stranger),
                Note("a known key and an unknown one that fails", One, true, ByEd25519, stranger),
                Note("of two known keys type 02 fails", One, false, ByEd25519, By(P256, P256Signature[..^2] + "82")),
                Note("of two known keys SM2 has another user id", One, false, ByEd25519, By(Sm2, Sm2AliceSignature)),
                Note("of two known keys type 01 fails", One, false, ByP256, ByEd25519 with { Blob = new byte[64] }),
            },
        };
    }

    private static byte[] Sm2Tag => KeyType.Sm2.Tag().ToArray();

    private static object Signature(string name, NoteSigner key, Checkpoint checkpoint, string blob, bool valid) =>
        new { name, vkey = key.Verifier.ToString(), text = checkpoint.ToString(), blob = blob.ToLowerInvariant(), valid };

    private static object Refused(string name, string vkey) => new { name, vkey };

    private static object Note(string name, Checkpoint checkpoint, bool accepted, params NoteSignature[] signatures) =>
        new { name, origin = checkpoint.Origin, note = new SignedNote(checkpoint.ToText(), signatures).ToString(), accepted };

    private static NoteSignature By(NoteSigner key, string blob) => new(key.Name, key.Verifier.Id, Convert.FromHexString(blob));

    private static string P256Key(byte[] spki) => $"{P256.Name}+{KeyName.Id("", KeyType.EcdsaP256, spki):x8}+{Convert.ToBase64String([2, .. spki])}";

    private static string Key(string name, byte[] tag, byte[] key) =>
        $"{name}+{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. tag, .. key])[..4])}+{Convert.ToBase64String([.. tag, .. key])}";

    private static string Id(byte[] tag, byte[] key) => Key(P256.Name, tag, key).Split('+')[1];

    private static byte[] Changed(byte[] point) => [.. point[..^1], (byte)(point[^1] ^ 1)];
}
