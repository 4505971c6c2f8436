using System.Globalization;
using System.Text;
using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Sampling;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;

namespace Edge.Gateway.Tests.Pipeline;

/// <summary>What a run leaves open is ended or continued in the log by the next one.</summary>
public sealed class AlarmRestartTests
{
    private const string Above = "9.00 pH is above the limit 8.5 pH";

    [Theory]
    [InlineData(7, 8.5, 0.0, "7.00 pH is within limits again, ended while not watched")]
    [InlineData(9.5, 8.5, 0.0, "9.50 pH is above the limit 8.5 pH, as before the start")]
    [InlineData(8.4, 8.5, 0.3, "8.40 pH is within the deadband of the limit 8.5 pH, as before the start")]
    [InlineData(9, 9.5, 1.0, "9.00 pH is within limits again, as the limit 8.5 pH is no longer in force")]
    [InlineData(9, 8.7, 0.0, "9.00 pH is above the limit 8.7 pH, as before the start")]
    [InlineData(6, 8.5, 0.0, "6.00 pH is below the limit 6.5 pH")]
    public void An_alarm_of_a_limit_is_ended_or_continued_by_the_first_value(double first, double limit, double deadband, string expected)
    {
        using var rig = new WriterRig();
        rig.Put(WriterRig.Ph, 9);
        rig.Writer.Tick();
        Set(rig, WriterRig.Ph, c => c with { AlarmHigh = limit, AlarmDeadband = deadband });
        rig.StopAndStart();
        Assert.Equal(Above, rig.Status.Alarms()[WriterRig.Ph]?.Text);

        rig.Put(WriterRig.Ph, first);
        rig.Put(WriterRig.Ph, first);
        rig.Writer.Tick();

        Assert.Equal([Above, expected], Told(rig));
        Assert.Equal(AlarmText.IsEnd(expected) ? null : expected, rig.Status.Alarms()[WriterRig.Ph]?.Text);
    }

    [Theory]
    [InlineData(9.5, "Li Wei (operator, site page)")]
    [InlineData(6, null)]
    public void Who_acknowledged_an_alarm_is_known_to_the_next_run_for_as_long_as_it_is_the_same_alarm(double first, string? who)
    {
        using var rig = new WriterRig();
        rig.Put(WriterRig.Ph, 9);
        rig.Writer.Tick();
        rig.Writer.Enter(now => new EventEntry(EntryKind.Maintenance, now.Monotonic, now.Wall, "ph", $"alarm acknowledged: {Above}; pump checked", "Li Wei (operator, site page)"));
        rig.Crash();
        Assert.Equal("Li Wei (operator, site page)", rig.Status.Alarms()[WriterRig.Ph]?.Acknowledged?.Who);

        rig.Put(WriterRig.Ph, first);
        rig.Writer.Tick();

        Assert.Equal(who, rig.Status.Alarms()[WriterRig.Ph]?.Acknowledged?.Who);
    }

    [Fact]
    public void What_was_ended_is_not_ended_again_and_a_power_cut_loses_nothing_of_it()
    {
        using var rig = new WriterRig();
        rig.Put(WriterRig.Ph, 9);
        rig.Writer.Tick();
        rig.Crash();
        rig.Put(WriterRig.Ph, 7);
        rig.Writer.Tick();
        rig.Crash();
        rig.Put(WriterRig.Ph, 7);
        rig.Pass(TimeSpan.FromSeconds(20));

        Assert.Equal([Above, "7.00 pH is within limits again, ended while not watched"], Told(rig));
        Assert.Null(rig.Status.Alarms()[WriterRig.Ph]);
    }

    [Fact]
    public void An_alarm_that_did_not_become_durable_is_not_ended_by_the_next_run()
    {
        using var rig = new WriterRig();
        rig.Store.Now = RefusingStore.Fault.RefusesGroups;
        rig.Put(WriterRig.Ph, 9);
        rig.Writer.Tick();
        rig.Crash();
        Assert.Null(rig.Status.Alarms()[WriterRig.Ph]);

        rig.Put(WriterRig.Ph, 7);
        rig.Writer.Tick();
        Assert.Empty(Told(rig));
    }

    [Fact]
    public void An_alarm_that_did_not_become_durable_is_not_believed_by_a_later_run_either()
    {
        using var rig = new WriterRig();
        rig.Store.Now = RefusingStore.Fault.RefusesGroups;
        rig.Put(WriterRig.Ph, 9);
        rig.Writer.Tick();
        rig.Crash();
        rig.Put(WriterRig.Ph, 7);
        rig.Pass(TimeSpan.FromSeconds(20));
        rig.StopAndStart();

        Assert.Null(rig.Status.Alarms()[WriterRig.Ph]);
        rig.Put(WriterRig.Ph, 7);
        rig.Writer.Tick();
        Assert.Empty(Told(rig));
    }

    [Fact]
    public void An_end_that_did_not_become_durable_is_told_by_a_later_run()
    {
        using var rig = new WriterRig();
        rig.Put(WriterRig.Ph, 9);
        rig.Writer.Tick();
        rig.Store.Now = RefusingStore.Fault.RefusesGroups;
        rig.Put(WriterRig.Ph, 7);
        rig.Writer.Tick();
        rig.Crash();
        rig.Pass(TimeSpan.FromSeconds(20));
        rig.StopAndStart();
        Assert.Equal(Above, rig.Status.Alarms()[WriterRig.Ph]?.Text);

        rig.Put(WriterRig.Ph, 7);
        rig.Writer.Tick();
        Assert.Equal([Above, "7.00 pH is within limits again, ended while not watched"], Told(rig));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Size":1}""")]
    [InlineData("""{"Size":1,"Open":{"ph":null},"Before":{}}""")]
    [InlineData("""{"ph":{"Kind":"Alarm","Text":"high"}}""")]
    [InlineData("""{"Size":1,"Open":{"ph":{"Kind":null,"Text":"high"}},"Before":{}}""")]
    [InlineData("no JSON")]
    [InlineData("")]
    public void A_note_that_is_none_says_nothing(string note)
    {
        using var rig = new WriterRig();
        rig.Log.PutState("open-alarms", Encoding.UTF8.GetBytes(note));
        rig.StopAndStart();

        Assert.Null(rig.Status.Alarms()[WriterRig.Ph]);
        Assert.Empty(Told(rig));
    }

    [Fact]
    public void A_text_of_a_note_that_is_longer_than_an_entry_says_nothing()
    {
        using var rig = new WriterRig();
        rig.Log.PutState("open-alarms", Encoding.UTF8.GetBytes("""{"Size":1,"Open":{"gone":{"Kind":"Alarm","Text":"TEXT"}},"Before":{}}""".Replace("TEXT", new string('x', 100_000), StringComparison.Ordinal)));
        rig.StopAndStart();

        Assert.Empty(Told(rig));
    }

    [Fact]
    public void A_limit_that_was_taken_away_ends_its_alarm_at_the_start()
    {
        using var rig = new WriterRig();
        rig.Put(WriterRig.Ph, 9);
        rig.Writer.Tick();
        Set(rig, WriterRig.Ph, c => c with { AlarmHigh = null });
        rig.StopAndStart();

        Assert.Equal([Above, Above + ", no longer watched"], Told(rig));
        Assert.Null(rig.Status.Alarms()[WriterRig.Ph]);
    }

    [Theory]
    [InlineData(true, false, "leak: dry at the start", "leak: wet", "leak: dry at the start, ended while not watched")]
    [InlineData(true, true, "leak: wet at the start; since when is not known", "leak: wet", "leak: wet at the start; since when is not known")]
    [InlineData(false, true, "leak: wet at the start; since when is not known", "leak: wet at the start; since when is not known")]
    [InlineData(false, false, "leak: dry at the start")]
    public void A_contact_that_was_left_open_is_ended_or_continued_and_one_that_was_not_says_nothing_when_it_is_closed(bool wasOpen, bool isOpen, string found, params string[] told)
    {
        using var rig = new WriterRig();
        Set(rig, WriterRig.Flow, c => c with { Definition = """{"driver":"contact"}""" });
        rig.StopAndStart();
        if (wasOpen)
            Tell(rig, "leak: wet", isOpen: true, isFirst: false);
        rig.StopAndStart();
        Tell(rig, found, isOpen, isFirst: true);

        Assert.Equal(told, Told(rig));
        Assert.Equal(isOpen, rig.Status.Alarms()[WriterRig.Flow] is not null);
    }

    [Fact]
    public void What_nobody_watches_any_more_is_ended_at_the_start()
    {
        using var rig = new WriterRig();
        Set(rig, WriterRig.Flow, c => c with { Definition = """{"driver":"contact"}""" });
        rig.StopAndStart();
        Tell(rig, "leak: wet", isOpen: true, isFirst: false);
        Set(rig, WriterRig.Flow, c => c with { Definition = """{"driver":"pulse-flow"}""" });
        rig.StopAndStart();
        rig.StopAndStart();

        Assert.Equal(["leak: wet", "leak: wet, no longer watched"], Told(rig));
        Assert.Null(rig.Status.Alarms()[WriterRig.Flow]);
    }

    [Fact]
    public void Health_says_since_when_an_alarm_lasts_and_what_would_end_it()
    {
        using var rig = new WriterRig();
        Set(rig, WriterRig.Ph, c => c with { AlarmHigh = 4.28, AlarmLow = null, AlarmDeadband = 0.2 });
        rig.StopAndStart();
        rig.Put(WriterRig.Ph, 5.07);
        rig.Writer.Tick();
        rig.Pass(TimeSpan.FromSeconds(41));

        var open = AlarmSource.Of(rig.Configuration, rig.Status, rig.Clock.Now())["ph"];

        Assert.Equal((41.0, 4.28, true, 4.08), (open.SecondsAgo, open.Limit, open.IsAbove, open.EndsAt));
        Assert.Equal(rig.Clock.Wall()!.Value.ToDateTimeOffset().AddSeconds(-41), DateTimeOffset.Parse(open.Since!, CultureInfo.InvariantCulture), TimeSpan.FromSeconds(1));
    }

    private static void Tell(WriterRig rig, string text, bool isOpen, bool isFirst)
    {
        rig.Queue.Note(new DeviceNote(EntryKind.Alarm, WriterRig.Flow, "contact", text, isOpen, rig.Clock.Monotonic(), rig.Clock.Wall()) { IsFirst = isFirst });
        rig.Pass(TimeSpan.FromSeconds(1));
    }

    private static void Set(WriterRig rig, int channel, Func<ChannelSettings, ChannelSettings> change) =>
        rig.Configuration = rig.Configuration with { Channels = [.. rig.Configuration.Channels.Select((c, i) => i == channel ? change(c) : c)] };

    private static IEnumerable<string> Told(WriterRig rig) => rig.Entries().OfType<EventEntry>().Where(e => e.Event is EntryKind.Alarm or EntryKind.Tamper).Select(e => e.Text);
}
