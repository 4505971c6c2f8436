using Edge.Gateway.Configuration;
using Edge.Sensors.Catalog;
using Edge.Store.Log;

namespace Edge.Gateway.Consequences;

internal sealed class EnglishConsequenceWords : ConsequenceWords
{
    public override string Look => "! ";

    public override string Title(GatewayConfiguration configuration, bool hasRoom, bool isWhole, bool isOwn) =>
        $"{configuration.Origin}: {(!isOwn ? "well formed, but its log is the other stack's" : !hasRoom ? "well formed, but this disk has no room for its log" : isWhole ? "good" : "well formed, but not all that it names is on this machine")}. {configuration.Sensors.Count} {(configuration.Sensors.Count == 1 ? "sensor" : "sensors")}, {configuration.Channels.Count} {(configuration.Channels.Count == 1 ? "channel" : "channels")}. It means:";

    public override (string Label, string Text) Readings(double perDay) => ("readings", $"{Number(perDay)} a day");

    public override (string Label, string Text) OnDisk(double perReading, double perDay) =>
        ("on disk", $"{Number(perReading)} B for a reading, {ByteText.Format(perDay)} a day; receipts and blocks of the city come on top");

    public override (string Label, string Text) Hashes(double perDay) => ("of these, hashes", $"{ByteText.Format(perDay)} a day; they stay when entries go");

    public override (string Label, string Text) Seals(double perDay) => ("seals", $"{Number(perDay)} a day");

    public override (string Label, string Text) Offline(double days, long room, bool diskLimits) =>
        ("without the city", room == 0 ? "the log is full at once" : $"{Days(days)} until {(diskLimits ? $"the disk here is full: it has {ByteText.Format(room)} for the log" : $"the budget of {ByteText.Format(room)} is full")}");

    public override (string Label, string Text) Then(IReadOnlyList<FullPolicy> policies) => ("then", string.Join("; then ", policies.Select(Policy)));

    public override (string Label, string Text) Written(double? perDay) =>
        ("written", perDay is { } bytes ? $"{ByteText.Format(bytes)} a day to the disk, measured on this machine; its file system's own journal comes on top" : "not measured: temporary files of this machine are not on a disk");

    public override (string Label, string Text) Card(double years) => ("card's life", $"{Count(years, "year")} at that rate, as its data sheet counts");

    public override (string Label, string Text) Anchors(int afterMonth, double perMonth) =>
        ("anchors", $"one of {Number(afterMonth)} B covers a month without the city; with it, at most {ByteText.Format(perMonth)} a month");

    public override (string Label, string Text) Purposes(int suited, int all) => ("purpose", suited == all ? $"sampled as it needs: {Count(all, "channel")}" : $"sampled as it needs: {suited} of {Count(all, "channel")} that have one");

    public override (string Label, string Text) Leaks(double? metres) => ("leak location", metres is { } far
        ? $"within {Number(far)} m at best by this gateway's clock, at a wave speed of {Number(PurposeNeeds.WaveSpeed)} m/s"
        : $"within 12 m for each 10 ms that the clock is uncertain, at a wave speed of {Number(PurposeNeeds.WaveSpeed)} m/s; edge status says how much that is");

    public override string Say(Doubt doubt, ConfigurationConsequences consequences, GatewayConfiguration configuration) => doubt switch
    {
        Doubt.NotLookedAt => $"Not looked at: {string.Join(", ", Unreadable.Of(configuration))}, which this user may not read. Check as the user that the gateway runs as.",
        Doubt.NoDevice => $"{string.Join(", ", MissingDevices.Of(configuration))} does not exist on this machine. Enable I2C (dtparam=i2c_arm=on, module i2c-dev), or correct the number (i2cdetect -l).",
        Doubt.NoChip => $"There is no GPIO chip labelled {string.Join(", ", MissingDevices.Chips(configuration))} on this machine. See gpiodetect for the labels, and correct chip: under buses.",
        Doubt.LateEdges => $"Pulses on {string.Join(", ", LateEdges.On(configuration.Buses))} can be lost: this build (Stack=managed) counts edges when they arrive. Most such losses, not all, make readings uncertain. For a meter that is billed by, use a build of the stack system.",
        Doubt.NoSocket => $"{string.Join(", ", MissingDevices.Sockets(configuration))} does not exist on this machine: nobody serves that remote bus now. Start what serves it, or correct socket: under buses.",
        Doubt.NoOneWire => $"{string.Join(", ", MissingDevices.OneWires(configuration))} does not exist on this machine: its kernel has no 1-wire bus. Enable it (dtoverlay=w1-gpio), or correct folder: under buses.",
        Doubt.NoSerialLine => $"{string.Join(", ", MissingDevices.SerialLines(configuration))} does not exist on this machine. Plug the adapter in (ls /dev/serial/by-id), or correct serial: under buses.",
        Doubt.NoClock => $"{MissingDevices.Clock(configuration)} does not exist on this machine. Enable its overlay (dtoverlay=i2c-rtc,...), or name another under clock.rtc (ls /sys/class/rtc).",
        Doubt.OtherStack => $"The gateway will not start on the log that is there. {LogFolder.OtherStack(configuration.Store.Folder)?.Message}",
        Doubt.NoRoom => $"Less than {ByteText.Format(configuration.Store.FreeSpaceFloor)} is free on this disk (store.free_space_floor): the log is full at once. Free some space, or lower the floor.",
        Doubt.DiskIsSmaller => $"The disk here has {ByteText.Format(consequences.Room)} for the log, less than store.budget: the disk decides when the log is full.",
        Doubt.KeptShorter => $"Anchored entries cannot be kept {Days(configuration.Store.KeepAnchored?.TotalDays ?? 0)} (retention.keep_anchored): after {Days(consequences.BufferDays)} the oldest go to make room. Raise store.budget, sample less often, or keep them shorter.",
        Doubt.HashesFill => $"Hashes, which never go, have the whole room after {Days(consequences.HashesFillDays)}. Raise store.budget, or sample less often.",
        Doubt.TooSlow => $"Sampled too seldom for its purpose: {string.Join("; ", PurposeNeeds.TooSlow(configuration).Select(c => $"{c.Name}, every {DurationText.Format(c.Period)}, needs period: {DurationText.Format(PurposeNeeds.Longest(c.Purpose))} or shorter"))}. Shorten the period, or give it another purpose.",
        Doubt.NoDeadband => $"A limit without a deadband on what is sampled often: {string.Join("; ", AlarmNeeds.WithoutDeadband(configuration).Select(c => $"{c.Name}, every {DurationText.Format(c.Period)}"))}. A value that wanders about its limit is an alarm again and again: write alarm_deadband:, more than its noise.",
        Doubt.CalibratedLater => $"Calibrated on a day that has not come: {string.Join(", ", consequences.CalibratedLater(configuration))}; today is {consequences.Today:yyyy-MM-dd} by this machine's clock. The date goes into the log and into evidence: correct calibration: date:, or the clock.",
        Doubt.TapNotTrusted => "Phones would warn of the tap's page: the gateway shows a certificate that it signed for itself. Get one for its name from an authority that phones trust, and set site: certificate and key.",
        Doubt.TapWithoutAddress => "The tap's page has no address, so no code can be printed that leads to it: write site: tap: address: and the https:// address by which phones reach this gateway.",
        Doubt.TapOtherName => $"Phones will warn of the tap's page: the certificate {configuration.Site?.CertificateFile} is not for {configuration.Site?.Tap?.Address?.IdnHost}. Correct site: tap: address, or get one for that name.",
        Doubt.TapPastDay => $"Phones will warn of the tap's page: the last day of the certificate {configuration.Site?.CertificateFile} has passed. Renew it, or correct the clock.",
        Doubt.NobodyNamed => "Nobody is named who puts this configuration into force: write who: and your name, it goes into the log with every change.",
        Doubt.CardUnknown => "Nothing is known of the card: set store.card to see its life.",
        _ => $"{doubt:D}",
    };

    private static string Policy(FullPolicy policy) => policy switch
    {
        StopPolicy stop => $"{string.Join(", ", stop.Channels)} {(stop.Channels.Count == 1 ? "is" : "are")} no longer sampled",
        ThinPolicy { Channels.Count: 0 } thin => $"one reading in {thin.Keep} is kept",
        ThinPolicy thin => $"one reading in {thin.Keep} of {string.Join(", ", thin.Channels)} is kept",
        EvictPolicy => "the oldest readings go",
        _ => "nothing more is taken",
    };

    private static string Days(double days) => days switch
    {
        < 1 / 1440.0 => "less than a minute",
        < 0.95 / 24 => Count(Math.Floor(days * 1440), "minute"),
        < 2 => Count(days * 24, "hour"),
        _ => Count(days, "day"),
    };

    private static string Count(double value, string unit) => Number(value) is var number && number == "1" ? $"1 {unit}" : $"{number} {unit}s";
}
