using Edge.Gateway.Configuration;
using Edge.Gateway.Sampling;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Sensors.Sampling;
using Edge.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Gateway.Tests.Sampling;

/// <summary>What devices tell beside their readings, from the sampler's loop to the log.</summary>
public sealed class DeviceNotesTests
{
    /// <summary>A device that tells what a test has it tell.</summary>
    private sealed class Talker(string unit) : ISensor, IKeepsCalibration, IReportsEvents
    {
        public string Name => "talker at 0x63 on i2c-1";

        public IReadOnlyList<SensorOutput> Outputs { get; } = [new SensorOutput("x", unit, 0.01)];

        public string? Calibration { get; set; }

        public SensorEvent? Happened { get; set; }

        public double Value { get; set; }

        public ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
        {
            sink.Accept(Sample.Good(0, Value, 0));
            return ValueTask.CompletedTask;
        }

        public bool TryTakeEvent(out SensorEvent happening)
        {
            (happening, var taken) = (Happened ?? default, Happened is not null);
            Happened = null;
            return taken;
        }

        public void Dispose()
        {
        }
    }

    private static async Task RoundAsync(WriterRig rig, Talker talker, int channel, params double[] values)
    {
        var loop = new SensorLoop(talker, TimeSpan.FromSeconds(1), channel, rig.Queue, rig.Clock, TimeProvider.System, NullLogger<SensorLoop>.Instance);
        for (var i = 0; i < values.Length; i++)
        {
            talker.Value = values[i];
            await loop.SampleAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_calibration_that_a_device_keeps_stands_before_the_readings_taken_under_it_and_is_told_once()
    {
        using var rig = new WriterRig();
        using var talker = new Talker("L/min") { Calibration = "points 2, slope 99.7,100.3,-0.89" };
        await RoundAsync(rig, talker, WriterRig.Flow, 1, 2);
        rig.Writer.Tick();
        rig.Pass(TimeSpan.FromSeconds(20));
        Assert.Equal([EntryKind.Calibration, EntryKind.Reading, EntryKind.Reading, EntryKind.Seal], rig.Entries()[WriterRig.Opening..].Select(e => e.Kind));
        var told = Assert.IsType<CalibrationEntry>(rig.Entries()[WriterRig.Opening]);
        Assert.Equal(("flow", "2026-11-20", "", "talker at 0x63 on i2c-1", """{"device":"points 2, slope 99.7,100.3,-0.89"}"""),
            (told.Channel, told.Date, told.Certificate, told.Who, told.Coefficients));
    }

    [Fact]
    public async Task A_reading_that_comes_after_it_in_the_same_batch_stands_under_it()
    {
        using var rig = new WriterRig();
        rig.PutAndTick(1);
        using var talker = new Talker("L/min") { Calibration = "points 1" };
        await RoundAsync(rig, talker, WriterRig.Flow, 2);
        rig.Writer.Tick();
        rig.Pass(TimeSpan.FromSeconds(20));
        var readings = rig.Entries().OfType<ReadingEntry>().ToList();
        Assert.Equal(2, readings.Count);
        Assert.NotEqual(readings[0].Context, readings[1].Context);
    }

    [Fact]
    public async Task It_stands_beside_what_a_laboratory_certified()
    {
        using var rig = new WriterRig();
        using var talker = new Talker("pH") { Calibration = "points 3" };
        await RoundAsync(rig, talker, WriterRig.Ph, 7);
        rig.Writer.Tick();
        rig.Pass(TimeSpan.FromSeconds(20));
        var told = rig.Entries().OfType<CalibrationEntry>().Last();
        Assert.Equal(("2026-11-01", "C-17", "City Metrology", """{"result":"","device":"points 3"}"""), (told.Date, told.Certificate, told.Who, told.Coefficients));
    }

    [Theory]
    [InlineData(true, EntryKind.Tamper)]
    [InlineData(false, EntryKind.Alarm)]
    public async Task What_happened_at_a_device_is_an_entry_of_its_own_and_sealed_at_once(bool isTamper, EntryKind kind)
    {
        using var rig = new WriterRig();
        using var talker = new Talker("L/min") { Happened = new SensorEvent(0, isTamper, true, "door opened") };
        await RoundAsync(rig, talker, WriterRig.Flow, 1);
        rig.Writer.Tick();
        var told = Assert.Single(rig.Entries().OfType<EventEntry>());
        Assert.Equal((kind, "flow", "door opened"), (told.Event, told.Subject, told.Text));
        Assert.IsType<SealEntry>(rig.Entries()[^1]);
        Assert.Equal("door opened", rig.Status.Alarms()[WriterRig.Flow]?.Text);

        talker.Happened = new SensorEvent(0, isTamper, false, "door closed");
        await RoundAsync(rig, talker, WriterRig.Flow, 1);
        rig.Writer.Tick();
        Assert.Null(rig.Status.Alarms()[WriterRig.Flow]);
    }

    [Fact]
    public async Task What_happened_at_a_device_carries_the_time_when_it_happened()
    {
        using var rig = new WriterRig();
        using var talker = new Talker("L/min") { Happened = new SensorEvent(0, true, true, "door opened") { At = TimeProvider.System.Nanoseconds() - 50_000_000_000 } };
        await RoundAsync(rig, talker, WriterRig.Flow, 1);
        rig.Writer.Tick();
        var told = Assert.Single(rig.Entries().OfType<EventEntry>());
        Assert.InRange((rig.Clock.Monotonic() - told.Monotonic) / 1e9, 50, 60);
        Assert.InRange(rig.Clock.Wall()!.Value.Seconds - told.Wall!.Value.Seconds, 50, 60);
    }

    [Fact]
    public void A_channel_outside_of_its_limits_is_an_alarm_until_it_is_within_them_again()
    {
        using var rig = new WriterRig();
        rig.Put(WriterRig.Ph, 9);
        rig.Writer.Tick();
        Assert.Equal("9.00 pH is above the limit 8.5 pH", rig.Status.Alarms()[WriterRig.Ph]?.Text);
        rig.Put(WriterRig.Ph, 7);
        rig.Writer.Tick();
        Assert.Null(rig.Status.Alarms()[WriterRig.Ph]);
    }

    [Fact]
    public void A_reading_that_waits_stands_under_the_calibration_of_its_time()
    {
        using var rig = new WriterRig();
        void Tell(string text) => rig.Queue.Note(new DeviceNote(EntryKind.Calibration, WriterRig.Flow, "d", text, false, rig.Clock.Monotonic(), rig.Clock.Wall()));
        Tell("points 1");
        rig.Put(WriterRig.Flow, 1);
        rig.Put(WriterRig.Flow, 2);
        Tell("points 2");
        rig.Put(WriterRig.Flow, 3);
        Tell("points 3");
        rig.Writer.Tick();
        rig.Pass(TimeSpan.FromSeconds(20));
        Assert.Equal(
            ["Calibration", "Reading", "Reading", "Calibration", "Reading", "Calibration", "Seal"],
            rig.Entries()[WriterRig.Opening..].Select(e => e.Kind.ToString()));
    }

    private static List<string> Taken(DeviceNotes notes, long position)
    {
        var told = new List<string>();
        while (notes.TryTake(position, out var note))
            told.Add($"{note.Kind} {note.Channel} {note.Text}");
        return told;
    }

    [Fact]
    public void What_happens_while_the_store_stands_still_waits_in_bounds_and_what_does_not_fit_is_counted()
    {
        var notes = new DeviceNotes(capacity: 2);
        void Add(EntryKind kind, int channel, string text, long position) => notes.Add(new DeviceNote(kind, channel, "d", text, false, 0, null), position);
        Add(EntryKind.Alarm, 0, "a", 0);
        Add(EntryKind.Alarm, 0, "b", 1);
        Add(EntryKind.Alarm, 0, "c", 2);
        Add(EntryKind.Calibration, 1, "points 1", 2);
        Add(EntryKind.Calibration, 1, "points 2", 3);
        Add(EntryKind.Tamper, 2, "d", 4);
        Add(EntryKind.Alarm, 0, "e", 5);
        Assert.Equal(["Alarm 0 a"], Taken(notes, 0));
        Assert.Equal(["Alarm 0 b"], Taken(notes, 2));
        Assert.Equal(
            ["Calibration 1 points 2", "Tamper 2 d", "Alarm 0 2 events of this channel were not noted one by one, the last of them: e"],
            Taken(notes, 9));
        Add(EntryKind.Alarm, 0, "f", 9);
        Assert.Equal(["Alarm 0 f"], Taken(notes, 9));
    }
}
