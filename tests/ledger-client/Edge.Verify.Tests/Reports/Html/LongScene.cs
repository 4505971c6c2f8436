using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;

namespace Edge.Verify.Tests.Reports.Html;

/// <summary>A morning at a pumping station: two channels, a seal every minute under a new city block, a broken wire, a silence that the log tells as a gap.</summary>
internal sealed class LongScene
{
    private readonly TestKeys _keys = new();

    /// <summary>What the gateway writes about the pressure besides the configuration; hostile tests change it.</summary>
    public string Channel { get; init; } = "main.pressure";

    public string Who { get; init; } = "technician Li";

    /// <param name="seconds">One reading of each channel per second.</param>
    public byte[] Cut(int seconds)
    {
        var city = new ModelCity(_keys);
        var gateway = new ModelGateway(_keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), 5, null, ClockSource.None, "edge 0.1.0", _keys.Gateway.Verifier.ToString()));
        gateway.Append(new ConfigurationEntry(Channel, """{"driver":"ads1115","address":"0x48","resolution":0.001}""", TreeHasher.Sha256.Leaf([7]), Who));
        gateway.Append(new CalibrationEntry(Channel, "2026-11-01", "C-17", "City Metrology", """{"slope":0.991}"""));
        gateway.Append(new ConfigurationEntry("tap3.ph", """{"driver":"ezo-ph","resolution":0.01}""", TreeHasher.Sha256.Leaf([7]), Who));
        gateway.Append(new ClockEntry(6, null, new WallTime(Scene.Start, 12), ClockSource.Kernel));
        var first = gateway.Size;
        var blocks = new List<Ledger.Notes.SignedNote>();
        for (var second = 0; second < seconds; second++)
        {
            gateway.Now = Scene.Start + second;
            if (second % 60 == 0)
            {
                blocks.Add(city.Block(Scene.Start + second - 2));
                gateway.Close(city.BeaconOf(blocks[^1]));
            }

            if (second == seconds / 2)
                gateway.Append(new GapEntry([Channel], new WallTime(Scene.Start + second, 12), new WallTime(Scene.Start + second + seconds / 10, 12), GapReason.SensorAbsent, "transmitter exchanged"));
            if (second < seconds / 2 || second >= seconds / 2 + seconds / 10)
                Pressure(gateway, second, seconds);
            gateway.Read("tap3.ph", "pH", 7.2 + 0.05 * Math.Cos(second / 40.0), 7200 + second);
        }

        var last = gateway.Size - 1;
        gateway.Close(city.BeaconOf(blocks[^1]));
        var receipt = city.Order(_keys.Cosigned(gateway.Checkpoint(), _keys.Gateway, Scene.Start + seconds + 3, 0, 1, 3), Scene.Start + seconds + 5);
        return gateway.Cut(receipt, gateway.Size, blocks, [.. Enumerable.Range((int)first + 1, (int)(last - first)).Select(i => (ulong)i)]).ToBytes();
    }

    private void Pressure(ModelGateway gateway, int second, int seconds)
    {
        var value = 3.4 + 0.6 * Math.Sin(second / 90.0) + 0.05 * Math.Sin(second * 1.7);
        _ = (second - seconds / 5) switch
        {
            >= 0 and < 12 => gateway.Read(Channel, "bar", null, -3, Quality.Bad, Reason.LoopLow),
            >= 12 and < 20 => gateway.Read(Channel, "bar", 16.25, 32_767, Quality.Bad, Reason.Saturated),
            >= 20 and < 45 => gateway.Read(Channel, "bar", value, 8_000 + second, Quality.Uncertain, Reason.WarmUp),
            _ => gateway.Read(Channel, "bar", value, 8_000 + second),
        };
    }
}
