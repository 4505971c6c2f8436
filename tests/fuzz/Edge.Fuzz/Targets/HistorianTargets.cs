using System.Globalization;
using Edge.Fuzz.Seeds;
using Edge.Ledger.Historian;

namespace Edge.Fuzz.Targets;

/// <summary>What a gateway and a historian say to each other.</summary>
internal static class HistorianTargets
{
    public static IEnumerable<FuzzTarget> All =>
    [
        new ParserTarget<EntriesMessage>("historian-entries", VectorSeeds.Hex(VectorSeeds.Historian, "entries.bytes"), b => EntriesMessage.Parse(b.ToArray()))
        {
            Mutations = Forms.Text(),
            Writer = message => message.ToBytes(),
            Description = message => message.Count.ToString(CultureInfo.InvariantCulture),
        },
        new ParserTarget<IndexSet>("historian-held", VectorSeeds.Texts(VectorSeeds.Historian, "held.text"), b => HeldMessage.Parse(b))
        {
            Mutations = Forms.Text(),
            Writer = HeldMessage.Write,
            Description = held => held.Spans.Count.ToString(CultureInfo.InvariantCulture),
        },
    ];
}
