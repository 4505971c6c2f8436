using System.Globalization;
using Edge.Gateway.Doctor.Scans;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Linux;
using Edge.Sensors.Catalog;
using Edge.Sensors.Ds3231;
using Edge.Sensors.Pzem;

namespace Edge.Gateway.Doctor;

/// <summary>What was found of one bus and of the devices that should be on it.</summary>
/// <param name="Scan">Null where it is no I2C bus, or could not be used.</param>
/// <param name="Unread">Places whose channels are not worth reading; all of them when it is null.</param>
internal sealed record WireFindings(IReadOnlyList<Check> Checks, ScannedBus? Scan, IReadOnlySet<string>? Unread);

/// <summary>Looks at one bus: is it there, what answers on it, and is that what the configuration says?</summary>
/// <param name="plan">The bus.</param>
/// <param name="sensors">Those on it.</param>
/// <param name="hasClock">The gateway's clock is on it, a DS3231.</param>
/// <param name="gateway">One that runs: its devices are left alone, whatever this configuration has in their places.</param>
/// <param name="isSame">It has this configuration in force.</param>
internal sealed class WireLook(BusPlan plan, IReadOnlyList<SensorPlan> sensors, bool hasClock, RunningGateway gateway, bool isSame, Instruments with)
{
    private static readonly HashSet<string> Nothing = [];

    /// <summary>The bus that is on a Raspberry Pi's header, and its pins there.</summary>
    private const string FirstBus = "i2c-1", FirstPins = "3, 5";

    private readonly List<Check> _checks = [];

    public async Task<WireFindings> LookAsync(CancellationToken cancellationToken) => plan switch
    {
        { Kind: BusKind.Remote, Socket: var socket } when !Path.Exists(socket) => Ended(Symptom.BusAway, socket),
        { Device: { } device } when !Path.Exists(device) => Ended(Symptom.BusMissing, device, string.Join(", ", with.Board.Adapters)),
        { Device: not null } => await I2cAsync(cancellationToken),
        { Kind: BusKind.Remote } when sensors.Any(s => s.Wiring == Wiring.I2c) => await I2cAsync(cancellationToken),
        { Chip: not null } when with.Board.MissingLibrary is { } library => Ended(Symptom.LibraryMissing, library),
        { Chip: { } chip } when LinuxGpioChips.IsMissing(chip) => Ended(Symptom.ChipMissing, chip, string.Join(", ", with.Board.Chips)),
        { Folder: { } folder } => Directory.Exists(folder) ? OneWire(folder) : Ended(Symptom.BusMissing, folder),
        { Serial: { } serial } when !Path.Exists(serial) => Ended(Symptom.SerialMissing, serial, string.Join(", ", with.Board.SerialAdapters)),
        _ when !gateway.IsThere && sensors.Any(s => s.Wiring == Wiring.Serial) => await SerialAsync(cancellationToken),
        _ => Went(null, Nothing),
    };

    private WireFindings OneWire(string folder)
    {
        var there = Board.Thermometers(folder);
        var (asked, unread) = (sensors.Select(s => s.PlaceText).ToHashSet(), new HashSet<string>());
        var others = there.Where(t => !asked.Contains(t)).ToList();
        foreach (var sensor in sensors)
        {
            var isThere = there.Contains(sensor.PlaceText);
            var other = isThere ? null : others.FirstOrDefault();
            _checks.Add(Device(sensor, isThere ? Symptom.DeviceGood : other is null ? Symptom.DeviceSilent : Symptom.DeviceElsewhere) with { Instead = other });
            if (!isThere)
                unread.Add(sensor.PlaceText);
            if (other is not null)
                others.Remove(other);
        }

        _checks.AddRange(others.Select(o => new Check(Topic.Device, $"{plan.Name} {o}", Symptom.DeviceUnasked) { Place = o, Instead = "ds18b20" }));
        return Went(null, unread);
    }

    /// <summary>Asks the addresses that meters usually have, and those that are configured: all 247 would take half a minute.</summary>
    private async Task<WireFindings> SerialAsync(CancellationToken cancellationToken)
    {
        var addresses = Enumerable.Range(1, PzemSearch.UsualAddresses).Concat(sensors.Select(s => s.Place)).Distinct().Order().Select(a => (byte)a);
        var line = with.Buses.Serial(plan.Name);
        if (await PzemSearch.RunAsync(line, addresses, with.Time, cancellationToken) is not { } first)
            return Ended(plan.Kind == BusKind.Remote ? Symptom.BusAway : Symptom.BusDenied, null);
        // Who is silent, or gave what no meter gives, is asked once more: an answer that comes late is taken for the next one's.
        var doubtful = sensors.Select(s => (byte)s.Place).Concat(first.Select(a => a.Address)).Where(a => !first.Contains(new PzemAnswer(a, IsPzem: true))).ToHashSet();
        var answers = first.Where(a => !doubtful.Contains(a.Address)).Concat(await PzemSearch.RunAsync(line, doubtful.Order(), with.Time, cancellationToken) ?? []).OrderBy(a => a.Address);
        var found = answers.Select(a => a.IsPzem ? Answerer.Certain(a.Address, PzemBinding.Word, PzemBinding.Word) : Answerer.Certain(a.Address, "Modbus")).ToList();
        return Went(null, Compare(found, sensors, Decimal), string.Join(", ", found.Select(f => Decimal(f.Address))));
    }

    private static string Decimal(byte address) => address.ToString(CultureInfo.InvariantCulture);

    private static string Hex(byte address) => $"0x{address:x2}";

    private async Task<WireFindings> I2cAsync(CancellationToken cancellationToken)
    {
        // Of one that does not tell what is its own, nothing is known to be free.
        if (gateway.On(plan) is null && !isSame)
            return Went(null, Nothing);
        var bus = with.Buses.I2c(plan.Name);
        var configured = sensors.Select(s => (byte)s.Place).Concat(hasClock ? [(byte)Ds3231Chip.Address] : []).ToHashSet();
        var kernel = plan.Device is { } device ? with.Board.OfKernel(device) : new Dictionary<byte, string>();
        var owned = (gateway.On(plan) ?? Enumerable.Empty<byte>()).Concat(isSame ? configured : []).ToHashSet();
        var left = kernel.Keys.Where(a => gateway.IsThere || !configured.Contains(a)).Concat(owned).Distinct().Order().ToList();
        var scan = BusScan.Run(bus, left.ToHashSet(), cancellationToken);
        // A bus on which something answered works: what came too late on a busy board is asked once more.
        if (scan is { Trouble: not (I2cStatus.Ok or I2cStatus.Gone), Found.Count: > 0 })
            scan = BusScan.Run(bus, left.ToHashSet(), cancellationToken);
        if (scan.Trouble != I2cStatus.Ok)
            return Ended(scan.Trouble != I2cStatus.Gone ? Symptom.BusStuck : plan.Kind == BusKind.Remote ? Symptom.BusAway : Symptom.BusDenied, bus.Trouble);
        var names = new Identification(bus, with.Time);
        var found = new List<Answerer>();
        foreach (var address in scan.Found)
            found.Add(await names.OfAsync(address, sensors.Any(s => s.Place == address && s.Driver.StartsWith("ezo-", StringComparison.Ordinal)), cancellationToken));
        var scanned = new ScannedBus(plan.Name, found, left);
        if (found.Count == 0 && left.Count == 0 && sensors.Count > 0)
            return Ended(Symptom.BusSilent, null) with { Scan = scanned };
        return Went(scanned, Compare(found, [.. sensors.Where(s => !owned.Contains((byte)s.Place))], Hex), string.Join(", ", found.Select(f => Hex(f.Address))));
    }

    /// <param name="written">An address as a configuration has it.</param>
    private HashSet<string> Compare(List<Answerer> found, IReadOnlyList<SensorPlan> asked, Func<byte, string> written)
    {
        var unread = new HashSet<string>();
        var others = found.Where(f => asked.All(s => s.Place != f.Address) && !(hasClock && f.Address == Ds3231Chip.Address)).ToList();
        foreach (var sensor in asked)
        {
            var here = found.Find(f => f.Address == sensor.Place);
            var elsewhere = here is null ? others.Find(o => o.Drivers.Contains(sensor.Driver)) : null;
            if (elsewhere is not null)
                others.Remove(elsewhere);
            var symptom = here is { } answerer ? answerer.CanBe(sensor.Driver) ? Symptom.DeviceGood : Symptom.DeviceOther : elsewhere is null ? Symptom.DeviceSilent : Symptom.DeviceElsewhere;
            _checks.Add(Device(sensor, symptom) with
            {
                Detail = here is { IsCertain: true, Drivers.Count: 1 } ? here.Name : sensor.Wiring == Wiring.Serial && here is null && found.Count > 0 ? string.Join(", ", found.Select(f => written(f.Address))) : null,
                Registers = here?.Registers,
                Instead = elsewhere is null ? here?.Name : written(elsewhere.Address),
                StrapInstead = elsewhere is null ? null : Straps.Of(sensor, elsewhere.Address),
            });
            if (symptom != Symptom.DeviceGood)
                unread.Add(sensor.PlaceText);
        }

        _checks.AddRange(others.Select(o => new Check(Topic.Device, $"{plan.Name} {written(o.Address)}", Symptom.DeviceUnasked) { Place = written(o.Address), Instead = o.Name }));
        return unread;
    }

    private Check Device(SensorPlan sensor, Symptom symptom) => new(Topic.Device, $"{plan.Name} {sensor.PlaceText}", symptom)
    {
        Driver = sensor.Driver, Place = sensor.PlaceText, Strap = Straps.Of(sensor, sensor.Place),
    };

    private WireFindings Ended(Symptom symptom, string? detail, string? instead = null) =>
        new([new Check(Topic.Bus, plan.Name, symptom) { Detail = detail, Instead = instead, Terminal = Path.GetFileName(plan.Device ?? plan.Name) == FirstBus ? FirstPins : null }], null, null);

    private WireFindings Went(ScannedBus? scan, IReadOnlySet<string> unread, string? answers = null) =>
        new([new Check(Topic.Bus, plan.Name, gateway.IsThere && (sensors.Count > 0 || gateway.On(plan)?.Count > 0) ? Symptom.BusShared : Symptom.BusGood) { Detail = answers }, .. _checks], scan, unread);
}
