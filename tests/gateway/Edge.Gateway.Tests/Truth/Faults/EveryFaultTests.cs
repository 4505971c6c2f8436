using Edge.Simulators.Sites;

namespace Edge.Gateway.Tests.Truth.Faults;

/// <summary>Every simulator, every fault on command: the quality and reason that its table says, and nothing else.</summary>
public sealed class EveryFaultTests
{
    /// <summary>After which a circuit is asked for its calibration again.</summary>
    private const int OverTenMinutes = 301;

    private const string BrownOut = "brown-out", Absent = "unplugged";

    /// <summary>Kinds that come with an absence.</summary>
    private static readonly string[] AfterAbsence = ["wrong-identity", "uncalibrated"];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var driver in FaultTable.AllDrivers)
            {
                foreach (var fault in BenchCommand.Faults.Keys.Append(BrownOut).Where(f => f != "none"))
                    pairs.Add(driver, fault);
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_fault_leads_to_what_the_table_says_and_goes_away_with_it(string driver, string fault)
    {
        using var site = new FaultySite(FaultySites.ByDriver[driver]);
        site.Rounds(20);
        Assert.Equal(["good"], site.Rounds(20));
        if (AfterAbsence.Contains(fault) && site.Command($"fault CHANNEL {Absent}") == "ok")
            site.Rounds(1);

        var answer = site.Command(fault == BrownOut ? $"{BrownOut} CHANNEL" : $"fault CHANNEL {fault}");

        var row = FaultTable.Rows.Where(r => r.Fault == fault && r.Driver == driver).ToList();
        if (row.Count == 0)
        {
            Assert.StartsWith("error: ", answer, StringComparison.Ordinal);
            return;
        }

        var steps = Assert.Single(row).Steps;
        Assert.Equal("ok", answer);
        var meanwhile = site.Rounds(fault == BrownOut ? 1 : 40);
        Assert.Subset(steps.SelectMany(s => s).ToHashSet(), meanwhile.ToHashSet());
        Assert.Contains(site.Newest, steps[^1]);
        Assert.Equal(steps.Any(s => s.Any(state => state != "good")), meanwhile.Any(state => state != "good"));
        Assert.Equal("ok", site.Command("fault CHANNEL none"));
        site.Rounds(AfterAbsence.Contains(fault) ? OverTenMinutes : 20);
        Assert.Equal(["good"], site.Rounds(20));
    }

    [Fact]
    public void The_table_has_no_fault_and_no_driver_that_there_is_not()
    {
        Assert.All(FaultTable.Rows, r => Assert.Contains(r.Fault, BenchCommand.Faults.Keys.Append(BrownOut)));
        Assert.Equal(FaultTable.AllDrivers.Order(), FaultTable.Rows.Select(r => r.Driver).Distinct().Order());
    }
}
