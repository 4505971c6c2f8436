using System.Text;
using Edge.Gateway.Configuration;
using Edge.Gateway.Past;
using Edge.Gateway.Sampling;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Store.Segments;

namespace Edge.Gateway.Tests.Opening;

/// <summary>Who changed a configuration or calibration, and what, stands in the log when it comes into force.</summary>
public sealed class ConfigurationChangesTests
{
    private static readonly Hash32 NewFile = TreeHasher.Sha256.Hash("another file"u8);

    [Fact]
    public void A_first_start_and_a_restart_under_the_same_configuration_change_nothing()
    {
        using var rig = new WriterRig();

        rig.StopAndStart();
        rig.Crash();

        Assert.Empty(rig.Entries().OfType<EventEntry>());
    }

    [Fact]
    public void What_a_device_told_of_its_calibration_is_no_change_of_a_person()
    {
        using var rig = new WriterRig();
        foreach (var channel in new[] { WriterRig.Ph, WriterRig.Flow })
            rig.Queue.Note(new DeviceNote(EntryKind.Calibration, channel, "ezo-ph at 0x63 on i2c-1", "points 2", false, rig.Clock.Monotonic(), rig.Clock.Wall()));
        rig.PutAndTick(1);
        rig.Pass(TimeSpan.FromSeconds(20));

        rig.StopAndStart();

        Assert.Equal(2, rig.Entries().OfType<CalibrationEntry>().Count(DeviceCalibration.Is));
        Assert.Empty(rig.Entries().OfType<EventEntry>());
    }

    [Fact]
    public void A_changed_file_is_told_with_both_its_hashes_who_changed_it_and_when()
    {
        using var rig = new WriterRig();
        rig.Configuration = rig.Configuration with { FileHash = NewFile, Who = "technician Wang" };

        rig.StopAndStart();

        var told = Assert.Single(rig.Entries().OfType<EventEntry>());
        var boot = rig.Entries().OfType<BootEntry>().Last();
        Assert.Equal((EntryKind.Maintenance, "configuration file", "technician Wang"), (told.Kind, told.Subject, told.Who));
        Assert.Equal((boot.Monotonic, boot.Wall), (told.Monotonic, told.Wall));
        Assert.Equal($"SHA-256 {Hex(NewFile)} replaces {new string('0', 64)}, of technician Li", told.Text);
    }

    [Fact]
    public void A_changed_channel_is_told_by_its_entries_leaf_hashes_with_each_setting_before_and_after()
    {
        using var rig = new WriterRig();
        Define(rig, WriterRig.Flow, """{"options":{"k_factor":"450","debounce":"1ms"},"period_ms":1000}""");
        rig.StopAndStart();
        var before = LeafOf<ConfigurationEntry>(rig, c => c.Channel == "flow");

        Define(rig, WriterRig.Flow, """{"options":{"k_factor":"455.5"},"period_ms":1000,"domain":"water"}""");
        rig.StopAndStart();

        Assert.Equal(
            $"configuration {LeafOf<ConfigurationEntry>(rig, c => c.Channel == "flow")} replaces {before}: domain (not set) → water; debounce 1ms → (not set); k_factor 450 → 455.5",
            Told(rig, "flow"));
        Assert.DoesNotContain(rig.Entries().OfType<EventEntry>(), e => e.Subject == "ph");
    }

    [Fact]
    public void A_change_has_the_names_that_the_file_has_for_settings_and_their_units()
    {
        using var rig = new WriterRig();
        Define(rig, WriterRig.Flow, """{"rules":{"plausible_range":[0,9],"flat_line_ms":20000},"channel":{"high":"10"}}""");
        rig.StopAndStart();

        Define(rig, WriterRig.Flow, """{"rules":{"plausible_range":[0,4.4]},"channel":{"high":"16"}}""");
        rig.StopAndStart();

        Assert.EndsWith(": high 10 → 16; flat_line 20000 ms → (not set); range [0,9] → [0,4.4]", Told(rig, "flow"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_an_input_is_told_of_the_channel_that_is_computed_from_it_with_who()
    {
        using var rig = new WriterRig();
        Define(rig, WriterRig.Flow, """{"factor":1,"inputs":{"main.ph":{"driver":"ezo-ph","inputs":{"tap.temp-1":{"bits":"12"}}},"main.flow":{"options":{"k_factor":"450"}}}}""");
        rig.StopAndStart();

        Define(rig, WriterRig.Flow, """{"factor":2,"inputs":{"main.ph":{"driver":"ezo-ph","inputs":{"tap.temp-1":{"bits":"9"}}},"main.flow":{"options":{"k_factor":"225"},"calibration":{"date":"2026-11-28","who":"Zhao Liu"}}}}""");
        rig.Configuration = rig.Configuration with { Who = "Zhao Liu" };
        rig.StopAndStart();

        const string Changes = "factor 1 → 2; main.flow: calibration.date (not set) → 2026-11-28; main.flow: calibration.who (not set) → Zhao Liu; main.flow: k_factor 450 → 225; main.ph: tap.temp-1: bits 12 → 9";
        var told = rig.Entries().OfType<EventEntry>().Last(e => e.Subject == "flow");
        Assert.EndsWith($": {Changes}", told.Text, StringComparison.Ordinal);
        Assert.Equal("Zhao Liu", told.Who);
        Assert.EndsWith(
            "系数（factor）1 → 2；main.flow：校准日期（calibration.date）未设 → 2026-11-28；main.flow：校准人（calibration.who）未设 → Zhao Liu；main.flow：K 系数（k_factor）450 → 225；main.ph：tap.temp-1：位数（bits）12 → 9",
            Edge.Ledger.Text.ChineseEventText.Of(told.Text), StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_that_was_not_recorded_with_the_channel_before_is_told_in_one_word()
    {
        using var rig = new WriterRig();
        Define(rig, WriterRig.Flow, """{"of":["a"],"inputs":{"a":{"driver":"x","bus":"y"}}}""");
        rig.StopAndStart();

        Define(rig, WriterRig.Flow, """{"of":["b"],"inputs":{"b":{"driver":"x","bus":"y"}}}""");
        rig.StopAndStart();

        Assert.EndsWith(""": of ["a"] → ["b"]; a: definition recorded → (not set); b: definition (not set) → recorded""", Told(rig, "flow"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_calibration_is_told_by_its_hash_with_who_calibrated_and_who_put_it_into_force()
    {
        using var rig = new WriterRig();
        var before = LeafOf<CalibrationEntry>(rig, c => c.Channel == "ph");
        Calibrate(rig, WriterRig.Ph, new CalibrationSettings { Date = "2026-12-01", Certificate = "C-18", Who = "City Metrology" });
        rig.StopAndStart();

        var after = LeafOf<CalibrationEntry>(rig, c => c.Channel == "ph");
        Assert.Equal($"calibration {after} replaces {before}: calibrated 2026-12-01 by City Metrology, certificate C-18; before: calibrated 2026-11-01 by City Metrology, certificate C-17", Told(rig, "ph"));
        Assert.All(rig.Entries().OfType<EventEntry>(), e => Assert.Equal("technician Li", e.Who));

        Calibrate(rig, WriterRig.Ph, null);
        rig.StopAndStart();
        Assert.Equal($"calibration {after} is no longer in force; there is no other", Told(rig, "ph"));

        var told = rig.Entries().OfType<EventEntry>().Count();
        rig.Configuration = rig.Configuration with { FileHash = NewFile };
        rig.StopAndStart();
        Assert.Equal("configuration file", Assert.Single(rig.Entries().OfType<EventEntry>().Skip(told)).Subject);
    }

    [Fact]
    public void A_first_calibration_a_new_channel_and_one_that_is_gone_are_told()
    {
        using var rig = new WriterRig();
        var gone = LeafOf<ConfigurationEntry>(rig, c => c.Channel == "flow");
        var level = rig.Configuration.Channels[WriterRig.Flow] with { Name = "level", Calibration = new CalibrationSettings { Date = "2026-12-01", Who = "Li" } };
        rig.Configuration = rig.Configuration with { FileHash = NewFile, Channels = [rig.Configuration.Channels[WriterRig.Ph], level] };

        rig.StopAndStart();

        Assert.Equal(
            [
                $"a new channel; its configuration is {LeafOf<ConfigurationEntry>(rig, c => c.Channel == "level")}",
                $"calibration {LeafOf<CalibrationEntry>(rig, c => c.Channel == "level")}, the first of this channel: calibrated 2026-12-01 by Li",
                $"no longer a channel; its configuration was {gone}",
            ],
            rig.Entries().OfType<EventEntry>().Where(e => e.Subject is "level" or "flow").Select(e => e.Text));
    }

    [Fact]
    public void What_a_newer_program_makes_of_the_same_file_is_the_programs_doing()
    {
        using var rig = new WriterRig();
        Define(rig, WriterRig.Flow, """{"alarm_high":5}""", rig.Configuration.FileHash);

        rig.StopAndStart();

        var told = Assert.Single(rig.Entries().OfType<EventEntry>());
        Assert.Equal((EntryKind.Software, "flow"), (told.Kind, told.Subject));
        Assert.StartsWith("edge-gateway ", told.Who, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_is_told_too_when_the_entries_before_it_were_evicted()
    {
        using var rig = new WriterRig(new SealSettings { Entries = 100 });
        Evict(rig);
        Define(rig, WriterRig.Flow, "{}");

        rig.StopAndStart();

        Assert.Contains("replaces", Told(rig, "flow"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "calibration")]
    [InlineData(3, "configuration")]
    public void What_is_lost_of_the_run_before_is_not_taken_for_new(int lost, string what)
    {
        using var rig = new WriterRig(new SealSettings { Entries = 100 });
        Evict(rig);
        rig.Log.PutState($"kept/{lost}", [0]);
        rig.Configuration = rig.Configuration with { FileHash = NewFile };

        rig.StopAndStart();

        Assert.Equal((what, "configuration file"), (what, Assert.Single(rig.Entries().OfType<EventEntry>()).Subject));
    }

    [Fact]
    public void A_log_whose_first_entries_are_damaged_starts_and_tells_that_a_change_could_not_be_seen()
    {
        using var rig = new WriterRig(parts: new SegmentOptions());
        rig.PutAndTick(10);
        rig.Pass(TimeSpan.FromSeconds(20));
        rig.Configuration = rig.Configuration with { FileHash = NewFile };

        rig.Crash(frames => frames[0]);

        Assert.NotEmpty(rig.Log.Damage);
        var events = new List<EventEntry>();
        rig.Log.View.ReadHeld(0, (_, bytes) => events.AddRange(Entry.Decode(bytes) is EventEntry told ? [told] : []));
        var only = Assert.Single(events);
        Assert.Equal(("configuration file", $"SHA-256 {Hex(NewFile)} is in force; of the one before nothing can be read any more, so whether it was the same cannot be told"), (only.Subject, only.Text));
    }

    [Fact]
    public void Long_values_and_many_settings_are_told_in_short()
    {
        using var rig = new WriterRig();
        Define(rig, WriterRig.Flow, $$"""{"channel":"{{new string('é', 300)}}"{{string.Concat(Enumerable.Range(0, 40).Select(i => $",\"x{i:00}\":{i}"))}}}""");

        rig.StopAndStart();

        Assert.Contains($"channel flow → {new string('é', 100)}...; x00", Told(rig, "flow"), StringComparison.Ordinal);
        Assert.EndsWith("x14 (not set) → 14; and 25 more", Told(rig, "flow"), StringComparison.Ordinal);
    }

    /// <summary>All that was written so far, but for copies of what is in force.</summary>
    private static void Evict(WriterRig rig)
    {
        for (var i = 0; i < 3; i++)
            rig.PutAndTick(300);
        KeptEntries.Keep(rig.Log, rig.Log.Size);
        rig.Log.Evict(rig.Log.Size - 1);
        Assert.True(rig.Log.View.Store.Extent.Oldest >= WriterRig.Opening);
    }

    private static void Define(WriterRig rig, int channel, string definition, Hash32? file = null) =>
        Change(rig, channel, c => c with { Definition = definition }, file ?? TreeHasher.Sha256.Hash(Encoding.UTF8.GetBytes(definition)));

    private static void Calibrate(WriterRig rig, int channel, CalibrationSettings? calibration) =>
        Change(rig, channel, c => c with { Calibration = calibration }, calibration is null ? default : NewFile);

    private static void Change(WriterRig rig, int channel, Func<ChannelSettings, ChannelSettings> change, Hash32 file) => rig.Configuration = rig.Configuration with
    {
        FileHash = file,
        Channels = [.. rig.Configuration.Channels.Select((c, i) => i == channel ? change(c) : c)],
    };

    /// <summary>What the log says last of a subject.</summary>
    private static string Told(WriterRig rig, string subject) => rig.Entries().OfType<EventEntry>().Last(e => e.Subject == subject).Text;

    private static string LeafOf<T>(WriterRig rig, Func<T, bool> which)
        where T : Entry
    {
        var leaf = "";
        var oldest = rig.Log.View.Store.Extent.Oldest;
        rig.Log.View.ReadEntries(oldest, rig.Log.Size - oldest, (_, bytes) => leaf = Entry.Decode(bytes) is T entry && which(entry) ? Hex(TreeHasher.Sha256.Leaf(bytes)) : leaf);
        return leaf;
    }

    private static string Hex(Hash32 hash) => Convert.ToHexStringLower(hash.Bytes);
}
