using Edge.Ledger.Entries;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;

namespace Edge.Verify.Tests.Reports.Html;

/// <summary>Seven readings, one in a second. Of the hole between the third and the fourth the log tells after the sixth, as a gateway does that could not keep up.</summary>
internal static class LateGap
{
    private const int Readings = 7;
    private const double Hole = 2.4;

    public static byte[] Cut()
    {
        var keys = new TestKeys();
        var city = new ModelCity(keys);
        var gateway = new ModelGateway(keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
        var first = gateway.Size;
        for (var i = 0; i < Readings; i++)
        {
            gateway.Now = Scene.Start + i;
            if (i == Readings - 1)
                gateway.Append(new GapEntry(["ph"], new WallTime(Scene.Start + Hole, 12), new WallTime(Scene.Start + Hole + 0.2, 12), GapReason.Overrun, "1 sample not taken in time"));
            gateway.Read("ph", "pH", 7 + (0.01 * i));
        }

        var last = gateway.Size - 1;
        var receipt = city.Order(keys.Cosigned(gateway.Checkpoint(), keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Cut(receipt, gateway.Size, [], [.. Enumerable.Range((int)first, (int)(last - first) + 1).Select(i => (ulong)i)]).ToBytes();
    }
}
