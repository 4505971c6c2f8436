using System.Text;
using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Commands;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports;

/// <summary>Many readings under one long configuration, as JSON.</summary>
public sealed class LargeJsonTests
{
    private const int Count = 2000;
    private static readonly string Definition = $"{{\"driver\":\"{new string('x', 50_000)}\"}}";
    private readonly TestKeys _keys = new();

    [Fact]
    public void What_readings_have_in_common_is_written_once_and_named_by_its_leaf_hash()
    {
        using var report = new Pieces();
        JsonReport.Write(report, Examine());
        using var json = JsonDocument.Parse(report.ToArray());

        var configuration = Assert.Single(json.RootElement.GetProperty("conditions").EnumerateArray());
        Assert.Equal(("configuration", "a", Definition), (Text(configuration, "kind"), Text(configuration, "channel"), Text(configuration, "definition")));
        Assert.Equal(Count, json.RootElement.GetProperty("readings").GetArrayLength());
        Assert.All(json.RootElement.GetProperty("readings").EnumerateArray(), r => Assert.Equal(Text(configuration, "leaf"), Text(r.GetProperty("context"), "configuration")));
        Assert.Equal(64, Text(configuration, "leaf").Length);
    }

    [Fact]
    public void The_report_is_never_in_memory_as_a_whole()
    {
        using var report = new Pieces();
        JsonReport.Write(report, Examine());
        Assert.True(report.Length > 4 * report.Largest, $"a piece of {report.Largest} bytes out of {report.Length}");
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private Examination Examine()
    {
        var city = new ModelCity(_keys);
        var gateway = new ModelGateway(_keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
        gateway.Append(new ConfigurationEntry("a", Definition, TreeHasher.Sha256.EmptyRoot, ""));
        ulong[] subjects = [.. Enumerable.Range(0, Count).Select(i => gateway.Read("a", "bar", i, i))];
        var receipt = city.Order(_keys.Cosigned(gateway.Checkpoint(), _keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        var file = gateway.Compact(receipt, gateway.Size, [], _ => true, subjects).ToBytes();
        var policy = Encoding.UTF8.GetBytes(_keys.PolicyText);
        var trust = TrustPolicy.Parse(policy);
        var verdict = new EvidenceVerifier(trust).Verify(file);
        return new Examination(new Arguments("x.edge", "policy.txt", null, TimeSpan.Zero, true, false), file, policy, trust, verdict, Languages.Phrases(Language.English));
    }

    private sealed class Pieces : MemoryStream
    {
        public int Largest { get; private set; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Largest = Math.Max(Largest, count);
            base.Write(buffer, offset, count);
        }
    }
}
