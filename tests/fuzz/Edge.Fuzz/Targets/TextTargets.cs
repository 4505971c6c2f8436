using System.Text;
using Edge.Fuzz.Seeds;
using Edge.Ledger;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Text;

namespace Edge.Fuzz.Targets;

/// <summary>Small texts: base64, hashes, names of logs, topics.</summary>
internal static class TextTargets
{
    public static IEnumerable<FuzzTarget> All =>
    [
        new ParserTarget<byte[]>("base64", [.. Seeds("AAECAwQFBgc=", "AAECAwQFBg==", "+/+/", "")], b => StrictBase64.Decode(b) ?? throw new MalformedException("not base64"))
        {
            Mutations = Forms.Text(),
            Writer = bytes => Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)),
        },
        new ParserTarget<Hash32>("hash", [.. Seeds(TreeHasher.Sha256.EmptyRoot.ToString(), default(Hash32).ToString())], b => Hash32.TryParseBase64(b, out var hash) ? hash : throw new MalformedException("not a hash"))
        {
            Mutations = Forms.Text(),
            Writer = hash => Encoding.ASCII.GetBytes(hash.ToString()),
        },
        new ParserTarget<LogOrigin>("origin", [.. Seeds("city.example", "city.example/gw-1", "city.example/sm3/gw-1", "a.b.c.d.e.f.g.h/0", "city.example/sm3")], b => LogOrigin.Parse(Forms.String(b)))
        {
            Mutations = Forms.Text(),
            WriterWithInput = (origin, input) => Forms.SameString(origin.ToString(), input),
            Description = origin => $"{origin.GatewayId is null} {origin.Hasher} {origin.City.Count(c => c == '.')}",
            Judge = origin => origin.ToString().Split('/') is var parts && parts[0] == origin.City && parts[^1] == origin.TopicId ? null : "city and topic id are not the parts of the origin",
        },
        new ParserTarget<EdgeTopic>("mqtt-topic", [.. Seeds("edge/v1/gw-1/anchor", "edge/v1/city.example/cosignature", "edge/v1/gw-1/receipt", "edge/v1/blocks", "edge/v1/+/anchor")], b => EdgeTopic.TryParse(Forms.String(b)) ?? throw new MalformedException("not a topic"))
        {
            Mutations = Forms.Text(),
            WriterWithInput = (topic, input) => Forms.SameString(topic.ToString(), input),
            Description = topic => topic.Kind,
        },
    ];

    private static IEnumerable<byte[]> Seeds(params string[] texts) => texts.Select(Encoding.UTF8.GetBytes);
}
