using Edge.Sensors.Catalog;
using YamlDotNet.RepresentationModel;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>store.card:</c>, either <c>{ capacity: 32GB, endurance_cycles: 3000 }</c> or <c>{ rated_writes: 96TB }</c>, as its data sheet has it.</summary>
internal sealed class CardSection(YamlFile yaml)
{
    public const string Name = "card";

    private const long LeastBytes = 1_000_000;
    private const long MostBytes = 1_000_000_000_000_000;
    private const int MostCycles = 1_000_000;

    public CardSettings? Read(YamlMappingNode? store)
    {
        if (yaml.Mapping(store, "store", Name) is not { } node)
            return null;
        var bag = yaml.Bag(node, YamlFile.Join("store", Name));
        var rated = bag.Bytes("rated_writes", LeastBytes, MostBytes, "96TB");
        var capacity = bag.Bytes("capacity", LeastBytes, MostBytes, "32GB");
        var cycles = bag.Integer("endurance_cycles", 0, Allowed.From(1, MostCycles));
        if (bag.Has("endurance_cycles") && cycles is < 1 or > MostCycles)
            bag.Complain("endurance_cycles", $"{cycles} is out of range; write 1 to {MostCycles}, as the card's data sheet has it");
        if (bag.Complaints == 0 && bag.Has("rated_writes") == (bag.Has("capacity") && bag.Has("endurance_cycles")))
            bag.Complain("capacity", "write either capacity and endurance_cycles, for example { capacity: 32GB, endurance_cycles: 3000 }, or rated_writes alone, for example { rated_writes: 96TB }");
        bag.RefuseUnknown();
        return new CardSettings(rated ?? ((capacity ?? 0) * (double)cycles));
    }
}
