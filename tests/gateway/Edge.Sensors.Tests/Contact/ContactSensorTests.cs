using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Edge.Sensors.Buses;
using Edge.Sensors.Contact;
using Edge.Sensors.Sampling;
using Edge.Sensors.Tests.Buses;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Contact;

public sealed class ContactSensorTests
{
    private readonly SimulatedClock _clock = new();
    private readonly SimulatedGpioLine _line = new("gpio line 22");
    private readonly AdjustableSignal _active = new(0);

    private static ContactOptions Options(ContactMeaning meaning) => new()
    {
        Meaning = meaning,
        Outputs = [new("state", ContactQuantity.State), new("count", ContactQuantity.Count)],
    };

    private (ContactSensor Sensor, SimulatedContact Contact) Wired(ContactMeaning meaning = ContactMeaning.Door)
    {
        var options = Options(meaning);
        var contact = new SimulatedContact(_active, options.IsActiveHigh, _line, _clock);
        return (new ContactSensor(new SimulatedGpioRequest(_line), options, _clock), contact);
    }

    private CollectedSamples After(ContactSensor sensor, double seconds)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        return CollectedSamples.Of(sensor, _clock);
    }

    /// <summary>Lets the signal have a value for a time, on the edge's side only: nobody looks at the sensor.</summary>
    private void Hold(SimulatedContact contact, double active, double seconds)
    {
        contact.CatchUp();
        _active.Value = active;
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        contact.CatchUp();
    }

    private static (double? State, double? Count) Of(CollectedSamples samples)
    {
        Assert.All(samples.All, s => Assert.Equal((Quality.Good, Reason.None), (s.Quality, s.Reason)));
        return (samples[0].Value, samples[1].Value);
    }

    private static string? Event(ContactSensor sensor) => Took(sensor, out var happening) && happening is not { IsFirst: true, IsOpen: false } ? happening.Text : null;

    /// <summary>Who reads the log knows ends by their sentences alone.</summary>
    private static bool Took(ContactSensor sensor, out SensorEvent happening)
    {
        var isTaken = sensor.TryTakeEvent(out happening);
        Assert.True(!isTaken || AlarmText.IsOfChatter(happening.Text) || happening.IsOpen != AlarmText.IsEnd(happening.Text), happening.Text);
        return isTaken;
    }

    /// <summary>What it tells, and how many seconds ago that was; NaN where it does not say.</summary>
    private (string Text, double Ago) Told(ContactSensor sensor)
    {
        Assert.True(Took(sensor, out var happening));
        return (happening.Text, happening.At is { } at ? Math.Round((_clock.Now - at) / 1e9, 3) : double.NaN);
    }

    [Fact]
    public void A_closed_door_says_nothing_and_is_zero()
    {
        var (sensor, _) = Wired();
        After(sensor, 1);
        Assert.Equal((0, 0), Of(After(sensor, 1)));
        Assert.Null(Event(sensor));
    }

    [Fact]
    public void A_door_that_opens_and_closes_is_told_with_its_times()
    {
        var (sensor, contact) = Wired();
        After(sensor, 1);
        Hold(contact, 1, 0.6);
        Assert.Equal((1, 1), Of(CollectedSamples.Of(sensor, _clock)));
        Assert.Equal(("door opened", 0.6), Told(sensor));
        Assert.Null(Event(sensor));
        Assert.Equal((1, 1), Of(After(sensor, 1)));
        Assert.Null(Event(sensor));
        Hold(contact, 0, 0.25);
        Assert.Equal((0, 1), Of(CollectedSamples.Of(sensor, _clock)));
        Assert.Equal(("door closed", 0.25), Told(sensor));
    }

    [Fact]
    public void Edges_that_did_not_fit_before_anybody_looked_make_the_first_round_uncertain()
    {
        var line = new BufferedLine(4);
        using var sensor = new ContactSensor(line, Options(ContactMeaning.Door), _clock);
        for (var n = 0; n < 10; n++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            line.Emit(_clock.Now, rising: n % 2 == 0);
        }
        Assert.All(After(sensor, 1).All, s => Assert.Equal((Quality.Uncertain, Reason.Overrun), (s.Quality, s.Reason)));
        Assert.All(After(sensor, 1).All, s => Assert.Equal(Quality.Good, s.Quality));
    }

    [Fact]
    public void A_door_that_was_open_for_a_moment_between_two_rounds_is_seen()
    {
        var (sensor, contact) = Wired(ContactMeaning.Tamper);
        After(sensor, 1);
        Hold(contact, 1, 0.1);
        Hold(contact, 0, 0.3);
        Hold(contact, 1, 0.1);
        Hold(contact, 0, 0.5);
        Assert.Equal((1, 2), Of(CollectedSamples.Of(sensor, _clock)));
        Assert.Equal(("tamper contact opened, 2 times in this round, closed again after 0.100 s", 0.6), Told(sensor));
        Assert.Equal((0, 2), Of(After(sensor, 1)));
    }

    [Fact]
    public void What_is_active_at_the_start_is_told_without_a_time_that_nobody_knows()
    {
        _active.Value = 1;
        var (sensor, _) = Wired(ContactMeaning.Leak);
        After(sensor, 1);
        Assert.Equal((1, 1), Of(After(sensor, 1)));
        Assert.True(Took(sensor, out var happening));
        Assert.Equal((0, false), (happening.Output, happening.IsTamper));
        Assert.Equal((true, true, null, "leak: wet at the start; since when is not known"), (happening.IsFirst, happening.IsOpen, happening.At, happening.Text));
    }

    [Theory]
    [InlineData(ContactMeaning.Leak, "leak: dry at the start")]
    [InlineData(ContactMeaning.Door, "door is closed at the start")]
    [InlineData(ContactMeaning.Tamper, "tamper contact is closed at the start")]
    public void What_is_not_active_at_the_start_is_said_once_for_whoever_left_it_open(ContactMeaning meaning, string text)
    {
        var (sensor, _) = Wired(meaning);
        After(sensor, 1);
        After(sensor, 1);
        Assert.True(Took(sensor, out var happening));
        Assert.Equal((true, false, text), (happening.IsFirst, happening.IsOpen, happening.Text));
        After(sensor, 1);
        Assert.False(Took(sensor, out _));
    }

    [Theory]
    [InlineData(ContactMeaning.Leak, false, false)]
    [InlineData(ContactMeaning.Door, true, true)]
    [InlineData(ContactMeaning.Tamper, true, true)]
    public void A_contact_to_ground_is_wired_so_that_a_cut_cable_is_not_taken_for_a_closed_door(ContactMeaning meaning, bool isActiveHigh, bool isTamper)
    {
        Assert.Equal((isActiveHigh, new LineSetup(LineBias.PullUp, FallingToo: true)), (Options(meaning).IsActiveHigh, Options(meaning).Line));
        var (sensor, contact) = Wired(meaning);
        After(sensor, 1);
        Hold(contact, 1, 1);
        After(sensor, 0.1);
        Assert.True(Took(sensor, out var happening));
        Assert.Equal(isTamper, happening.IsTamper);
    }

    [Fact]
    public void Bounces_are_one_change_and_a_spike_is_none()
    {
        var (sensor, contact) = Wired();
        After(sensor, 1);
        contact.Bounces = 8;
        Hold(contact, 1, 1);
        Assert.Equal((1, 1), Of(CollectedSamples.Of(sensor, _clock)));
        contact.Bounces = 0;
        Hold(contact, 0, 0.049);
        Hold(contact, 1, 1);
        Event(sensor);
        Assert.Equal((1, 1), Of(CollectedSamples.Of(sensor, _clock)));
        Assert.Null(Event(sensor));
    }

    [Fact]
    public void Before_a_level_has_lasted_nothing_is_claimed()
    {
        var (sensor, _) = Wired();
        Assert.All(After(sensor, 1).All, s => CollectedSamples.AssertAbsent(Reason.WarmUp, s));
        Assert.All(After(sensor, 0.049).All, s => CollectedSamples.AssertAbsent(Reason.WarmUp, s));
        Assert.Equal((0, 0), Of(After(sensor, 0.001)));
    }

    [Fact]
    public void A_removed_line_gives_no_state_and_what_changed_meanwhile_is_told()
    {
        var (sensor, contact) = Wired();
        After(sensor, 1);
        After(sensor, 1);
        Event(sensor);
        contact.Unplugged = true;
        Assert.All(After(sensor, 1).All, s => CollectedSamples.AssertAbsent(Reason.Removed, s));
        Assert.Null(Event(sensor));
        _active.Value = 1;
        contact.Unplugged = false;
        After(sensor, 1);
        Assert.Equal(1, After(sensor, 1)[0].Value);
        Assert.Equal("door opened", Event(sensor));
    }

    [Fact]
    public void What_changed_unseen_on_a_line_that_was_away_is_told_without_a_time_that_nobody_knows()
    {
        var line = new BufferedLine(4);
        using var sensor = new ContactSensor(line, Options(ContactMeaning.Door), _clock);
        After(sensor, 1);
        After(sensor, 1);
        Assert.Equal("door is closed at the start", Told(sensor).Text);
        line.Level = null;
        After(sensor, 1);
        line.Level = true;
        After(sensor, 1);
        After(sensor, 1);
        Assert.Equal(("door is open; since when is not known, as the line was away", double.NaN), Told(sensor));
    }

    [Fact]
    public void A_line_that_is_back_says_nothing_until_a_level_has_lasted()
    {
        var (sensor, contact) = Wired();
        After(sensor, 1);
        After(sensor, 1);
        contact.Unplugged = true;
        After(sensor, 1);
        contact.Unplugged = false;
        Assert.All(After(sensor, 1).All, s => CollectedSamples.AssertAbsent(Reason.WarmUp, s));
        Assert.Equal((0, 0), Of(After(sensor, 1)));
        Assert.Null(Event(sensor));
    }

    [Fact]
    public void Lost_edges_make_the_round_uncertain()
    {
        var (sensor, contact) = Wired();
        After(sensor, 1);
        Hold(contact, 1, 1);
        CollectedSamples.Of(sensor, _clock);
        _line.Lose(3);
        Hold(contact, 0, 1);
        Assert.All(CollectedSamples.Of(sensor, _clock).All, s => Assert.Equal((Quality.Uncertain, Reason.Overrun), (s.Quality, s.Reason)));
        Assert.All(After(sensor, 1).All, s => Assert.Equal(Quality.Good, s.Quality));
    }

    [Fact]
    public void An_edge_of_the_future_makes_the_round_uncertain_and_holds_up_none_that_follows()
    {
        var (sensor, contact) = Wired();
        After(sensor, 1);
        _line.Turn(_clock.Now + 100_000_000_000, true);
        _line.Turn(_clock.Now, false);
        Assert.All(After(sensor, 1).All, s => Assert.Equal((Quality.Uncertain, Reason.Overrun), (s.Quality, s.Reason)));
        Hold(contact, 1, 1);
        Assert.Equal((1, 1), Of(CollectedSamples.Of(sensor, _clock)));
        Hold(contact, 0, 1);
        Assert.Equal((0, 1), Of(CollectedSamples.Of(sensor, _clock)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_edge_from_before_the_last_is_not_believed_and_no_time_is_negative(bool hasEdge)
    {
        var (sensor, contact) = Wired();
        After(sensor, 1);
        Hold(contact, 1, 1);
        if (!hasEdge)
            CollectedSamples.Of(sensor, _clock);
        _line.Turn(_clock.Now - 1_000_000_000_000, !_line.Level);
        _line.Turn(_clock.Now, !_line.Level);
        var samples = CollectedSamples.Of(sensor, _clock);
        Assert.All(samples.All, s => Assert.Equal((Quality.Uncertain, Reason.Overrun), (s.Quality, s.Reason)));
        Assert.Equal(1, samples[0].Value);
        Assert.DoesNotContain("again", Event(sensor) ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_contact_that_chatters_for_whole_rounds_has_no_certain_state_and_that_is_told_once()
    {
        var (sensor, contact) = Wired();
        After(sensor, 1);
        After(sensor, 1);
        var told = new List<string?>();
        for (var round = 0; round < 6; round++)
        {
            for (var i = 0; i < 26; i++)
                Hold(contact, (i + 1) % 2, 0.04);
            var samples = CollectedSamples.Of(sensor, _clock);
            if (round > 0)
                Assert.All(samples.All, s => Assert.Equal((Quality.Uncertain, Reason.Overrun), (s.Quality, s.Reason)));
            told.Add(Event(sensor));
        }
        Assert.Equal([null, null, null, "door contact chatters: its level changes faster than debounce", null, null], told);
        Hold(contact, 0, 1);
        Assert.Equal((0, 0), Of(CollectedSamples.Of(sensor, _clock)));
        Assert.True(Took(sensor, out var settled));
        Assert.Equal((false, "door contact chatters no more, and is as it was before"), (settled.IsOpen, settled.Text));
        Assert.Equal((0, 0), Of(After(sensor, 1)));
        Assert.Null(Event(sensor));
    }

    [Fact]
    public void Wrong_options_are_named_with_what_to_write()
    {
        var wrong = Options(ContactMeaning.Leak) with { Debounce = TimeSpan.FromSeconds(11), Outputs = [] };
        Assert.Equal(["debounce", "channels"], wrong.Validate().Select(p => p.Option));
        Assert.Empty(Options(ContactMeaning.Leak).Validate());
    }
}
