using Edge.Ledger.Evidence;
using Edge.Ledger.Keys;
using Edge.Ledger.Notes;
using Edge.Ledger.Tests.Keys;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>Gateways that sign with P-256 and SM2, and one whose tree is built with SM3.</summary>
internal static class SuiteCases
{
    public static NoteSigner P256 { get; } = Signer("city.example/gw-2", KeyType.EcdsaP256, 5, 
    [
        "3045022100C6DB97A4179229CBC4802642DB823EDF924A57F57F092DB217B165F71B885D1402202E34599515841E7B1F9C59F0A66D08A6C18CBC62289E03DCFE8FEFCA1F3DA56F",
        "3045022100834D52E64A9B5EFA85575C47C4EEB98F31241A3ADCD9CA8D9EA95BE2612F6FC302202B78DEE09C2697AD3A8CBD199C55369A2DF32FCA6FF9B7A16B0F14FF682A4F19",
        "3046022100DCFEEA98963E62AB9AFD4826C3A755AC3CCF44390569904817B8D9EA212830AA022100B41401BAF9649521175D7A7903789ABEDE7E56744DD36B77C4595154900A2FFB",
        "3045022100A561BA67E341F23C452FCC4F6D667704608158616D24972831DC3EE482305563022004DE8382668E11A71AFEF4FFEB31B273C4D2113829C1A31F7312660DCF48D81E",
        "304402207170013AEDE7C8E30220497A4A3795F28FD92BDDE9FE5DCDE93594F1416AAE92022060CC7D9B5F25E3FD7C637CE3B672A953101D18BECFAD642ACE964621CB1D10E7",
        "30440220120172680FD250397B49F83FF680AE76E0F9A080CD02224E84552DEDAFF451230220746588A78DC026F98970CAF21D8632DCF2F914F9CDE4D49CCF13AF15D0E85F95",
    ]);

    public static NoteSigner Sm2 { get; } = Signer("city.example/gw-3", KeyType.Sm2, 6, 
    [
        "3045022078F4C435AD9C7708F1FBBCA184563A903D35F8E295D4E96F19CF97C2D696BD7C022100F02FE860F447611765D8E554C378F98D8EDFE8699C11EE314F42F9BB5695A089",
        "3046022100F7CBD0E3C78F529E097B880B9C325DA13C668F9A2CC2C112E55C4839003D5AB4022100F8EF0C4BA0735D66AFE6C8A7225359B913542BA38E000AF024371E2191E978E5",
        "3044022076259904908BF7CD637073FF031124BB350F8AAF6F0FE075D97C83EC6C6675E402200287AF4C4D0EB741E9B09DBECD5DFFCEBE3ABE86B9285198229C7B929FA2E415",
    ]);

    public static NoteSigner Sm3 { get; } = Signer("city.example/sm3/gw-4", KeyType.Sm2, 7, 
    [
        "304402205E43F005AA90C04B8F2E1777207EED448B70B14335793670BA5C1872E7CF1D72022020839513804FE0C0355F45BE5A7FE55DA9BC5445157398770257E15B9E0C31A6",
        "30440220537F9B9729B7B6F5FDCE79C0E6BF68B096394831B5501FB31A40EAEB999FD87902200A70DA0C7F788683B826C47BBDBFF9A090F7B9E47CE9CCF7D924259555C50171",
        "3045022100FFF59D8F64751B84F41B86203FB0AC6912AD6C352B587562B32FA34453DE5061022075D6B67B898EC2EA077B0CD31FF4D08A81DD6CC5025112B26D5C57DCE3244F43",
    ]);

    public static IEnumerable<EvidenceCase> All(TestKeys keys)
    {
        foreach (var (name, signer) in new[] { ("a key of type 02", P256), ("an SM2 key", Sm2), ("an SM3 log", Sm3) })
        {
            var small = new SmallScene(keys) { Log = signer };
            yield return new EvidenceCase($"v2: {name}", Policy(keys, signer), small.Compact().ToBytes(), Outcome.Valid);
            yield return new EvidenceCase($"v2: {name}, its signature changed", Policy(keys, signer), (small with { Anchor = n => EvidenceCases.Wrong(n, 0) }).Compact().ToBytes(), Outcome.Invalid, FindingCode.GatewaySignature);
        }

        var first = new SmallScene(keys) { Log = Sm3 }.Cut();
        yield return new EvidenceCase("an SM3 log", Policy(keys, Sm3), first.ToBytes(), Outcome.Valid);
    }

    /// <summary>The same departments, and this log besides.</summary>
    public static string Policy(TestKeys keys, NoteSigner signer) => $"log {signer.Verifier}\n{keys.PolicyText}";

    private static NoteSigner Signer(string name, KeyType type, byte number, string[] signatures)
    {
        var seed = TestKeys.Seed(number);
        ISigningKey key = type == KeyType.Sm2 ? new Sm2PrivateKey(seed) : new EcdsaP256PrivateKey(seed);
        IVerifyingKey verifying = type == KeyType.Sm2 ? new Sm2PublicKey(key.PublicKey) : new EcdsaP256PublicKey(key.PublicKey);
        return new NoteSigner(name, type, new RecordedKey(key, verifying, signatures), seed);
    }
}
