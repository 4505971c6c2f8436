using Edge.Sensors.Catalog;
using YamlDotNet.RepresentationModel;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>store:</c>.</summary>
internal sealed class StoreSection(YamlFile yaml, Func<string, string> pathOf)
{
    private const long LeastBudget = 16_000_000;
    private const long MostBytes = 1_000_000_000_000_000;

    /// <param name="channels">Names of all channels.</param>
    public StoreSettings Read(TimeSpan? keepAnchored, IReadOnlyCollection<string> channels)
    {
        var node = yaml.Mapping(yaml.Root, "", "store");
        var bag = yaml.Bag(node, "store", CardSection.Name, FullPolicySection.Name);
        var defaults = new StoreSettings { Folder = "" };
        var store = new StoreSettings
        {
            Folder = pathOf(bag.Text("folder") ?? "edge-log"),
            CommitAge = Ranges.Within(bag, "commit_age", bag.Duration("commit_age", defaults.CommitAge), TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1)),
            KeepAnchored = keepAnchored,
            Card = new CardSection(yaml).Read(node),
            Budget = bag.Bytes("budget", LeastBudget, MostBytes, "8GB") ?? defaults.Budget,
            FreeSpaceFloor = bag.Bytes("free_space_floor", 0, MostBytes, "256MB") ?? defaults.FreeSpaceFloor,
            WhenFull = new FullPolicySection(yaml, channels).Read(node),
            StuckAfter = Ranges.Within(bag, "stuck_after", bag.Duration("stuck_after", defaults.StuckAfter), TimeSpan.FromMinutes(1), TimeSpan.FromDays(30)),
        };
        bag.RefuseUnknown();
        return store;
    }
}
