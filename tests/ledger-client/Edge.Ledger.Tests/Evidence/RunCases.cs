using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tests.Evidence;

/// <summary>What a run of consecutive entries shows of a reading's context, and what it does not. Every gateway here begins alike: 0 boot, 1 configuration, 2 calibration, 3 clock correction, 4 seal.</summary>
internal static class RunCases
{
    private const ulong Next = 5;

    public static IEnumerable<EvidenceCase> All(TestKeys keys)
    {
        yield return Bad("v2: an earlier boot although the run shows a later one", g => Boot(g), c => c.Boot, (c, l) => c with { Boot = l });
        yield return Bad("v2: an earlier configuration although the run shows a later one", g => g.Append(Configuration("tap3.ph")), c => c.Configuration, (c, l) => c with { Configuration = l });
        yield return Bad("v2: an earlier clock correction although the run shows a later one", g => g.Append(Clock), c => c.Clock, (c, l) => c with { Clock = l });
        yield return Bad("v2: an earlier seal although the run shows a later one", g => g.Close(null), c => c.Seal, (c, l) => c with { Seal = l });
        yield return Bad("v2: no calibration although the run shows one", g => g.Append(Calibration("tap3.ph")), _ => default, (c, l) => c with { Calibration = l });
        yield return Bad("v2: no seal although the run shows one before a boot", g => { g.Close(null); Boot(g); }, _ => default, (c, l) => c with { Seal = l });
        yield return Bad("v2: the configuration of the boot before", g => Boot(g), c => c.Configuration, (c, l) => c with { Configuration = l });
        yield return Bad("v2: the clock correction of the boot before", g => Boot(g), c => c.Clock, (c, l) => c with { Clock = l });
        yield return Good("v2: the seal of the boot before stays in force", g => Boot(g), (_, c) => c);
        yield return Good("v2: a calibration of another channel in the run", g => g.Append(Calibration("tap4.ph")), (_, c) => c);
        yield return Good("v2: a calibration after the reading", _ => { }, (_, c) => c, after: g => g.Append(Calibration("tap3.ph")));
        yield return Good("v2: an earlier calibration, after a hole in the run", g => g.Append(Calibration("tap3.ph")), (before, c) => c with { Calibration = before.Calibration }, isHole: true);
        yield return Good("v2: a configuration of the boot before, after a hole in the run", g => Boot(g), (before, c) => c with { Configuration = before.Configuration }, isHole: true);

        EvidenceCase Bad(string name, Action<ModelGateway> change, Func<ReadingContext, Hash32> of, Func<ReadingContext, Hash32, ReadingContext> with) =>
            new(name, keys.PolicyText, File(keys, change, (before, c) => with(c, of(before)), null, false).ToBytes(), Outcome.Invalid, FindingCode.ContextMismatch);
        EvidenceCase Good(
            string name, Action<ModelGateway> change, Func<ReadingContext, ReadingContext, ReadingContext> lie, Action<ModelGateway>? after = null, bool isHole = false) =>
            new(name, keys.PolicyText, File(keys, change, lie, after, isHole).ToBytes(), Outcome.Valid);
    }

    private static ClockEntry Clock => new(6, null, new WallTime(Scene.Start - 60, 12), ClockSource.Kernel);

    private static void Boot(ModelGateway gateway) => gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));

    private static ConfigurationEntry Configuration(string channel) => new(channel, "{}", default, "");

    private static CalibrationEntry Calibration(string channel) => new(channel, "2026-11-01", "C-17", "", "");

    /// <param name="lie">The context before the change, and the true one after it, to the one that the reading has.</param>
    private static CompactEvidence File(
        TestKeys keys, Action<ModelGateway> change, Func<ReadingContext, ReadingContext, ReadingContext> lie, Action<ModelGateway>? after, bool isHole)
    {
        var city = new ModelCity(keys);
        var gateway = new ModelGateway(keys.Gateway) { Now = Scene.Start + 30 };
        Boot(gateway);
        gateway.Append(Configuration("tap3.ph"));
        gateway.Append(Calibration("tap3.ph"));
        gateway.Append(Clock);
        var first = city.Block(Scene.Start);
        var beacon = city.BeaconOf(first);
        gateway.Close(beacon);
        var before = new ReadingContext(gateway.Leaf(0), gateway.Leaf(1), gateway.Leaf(2), gateway.Leaf(3), gateway.Leaf(4));
        change(gateway);
        List<ulong> subjects = [.. Enumerable.Range((int)Next, (int)(gateway.Size - Next)).Select(i => (ulong)i)];
        if (isHole)
            gateway.Append(new GapEntry([], null, null, GapReason.Stopped, ""));
        subjects.Add(gateway.Read("tap3.ph", "pH", 7.25, lie: c => lie(before, c)));
        if (after is not null)
        {
            after(gateway);
            subjects.Add(gateway.Size - 1);
        }

        var receipt = city.Order(keys.Cosigned(gateway.Checkpoint(), keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Compact(receipt, gateway.Size, [first], _ => true, [.. subjects]);
    }
}
