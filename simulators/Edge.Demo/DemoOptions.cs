using System.CommandLine;
using Edge.Demo.Stacks;

namespace Edge.Demo;

/// <summary>The command line. Values are taken as text: <see cref="DemoRequestReader"/> checks them, in the user's language.</summary>
internal sealed class DemoOptions
{
    public Option<string?> Seconds { get; } = new("--seconds") { Description = "How long to measure, 1 to 86400; default: 30." };

    public Option<bool> Cut { get; } = new("--cut") { Description = "In the middle the gateway is killed as by a power cut, and starts again 3 seconds later." };

    public Option<string?> Folder { get; } = new("--out") { Description = "Folder for the evidence and the policy; default: a new one." };

    public Option<string?> Recording { get; } = new("--recording") { Description = "CSV recording to replay through the simulated devices." };

    public Option<string?> Mapping { get; } = new("--mapping") { Description = "How to read that recording; default: the mapping that knows its header, or a draft." };

    public Option<string?> Speed { get; } = new("--speed") { Description = "Replay this many times as fast as recorded; default: one row a second." };

    public Option<string?> Seed { get; } = new("--seed") { Description = "Of the simulated signals; default: 1." };

    public Option<string?> Type { get; } = new("--type") { Description = "Of the keys of the gateway and the city's log: ed25519 (default), p256 or sm2; sm3: a log built with SM3, its key of SM2." };

    public Option<string?> Language { get; } = new("--lang") { Description = "en or zh; default: by LANG." };

    public Option<bool> Json { get; } = new("--json") { Description = "What came of it as one JSON object on one line, and nothing else on standard output." };

    public Option<string?> Picture { get; } = new("--picture") { Description = "Also draw the run as a terminal picture into this SVG file." };

    public RootCommand Command()
    {
        Language.AcceptOnlyFromAmong("en", "zh");
        var root = new RootCommand("A gateway, its devices and a city of four departments on one machine, as real processes.")
        {
            Seconds, Cut, Folder, Recording, Mapping, Speed, Seed, Type, Language, Picture, Json,
        };
        foreach (var command in TownBroker.Commands)
            root.Add(command);
        return root;
    }
}
