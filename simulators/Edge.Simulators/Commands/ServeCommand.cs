using Edge.Sensors.Sampling;
using Edge.Simulators.Kernel;
using Edge.Simulators.Recordings;
using Edge.Simulators.Serving;
using Edge.Simulators.Signals;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Commands;

/// <summary><c>edge-sim serve</c>: wires the site, listens, replays, until it is told to end.</summary>
/// <param name="settings">What was asked for.</param>
/// <param name="time">CLOCK_MONOTONIC.</param>
/// <param name="output">Where it says what it does.</param>
/// <param name="words">In whose language.</param>
public sealed class ServeCommand(ServeSettings settings, TimeProvider time, TextWriter output, Words words)
{
    /// <summary>Runs until cancelled or, with <c>--at-end stop</c>, the recording has ended.</summary>
    /// <exception cref="SiteFileException">Mapping or recording cannot be used.</exception>
    /// <exception cref="IOException">Socket or a file cannot be written.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var site = Site();
        var recording = Recording(site);
        var origin = time.Nanoseconds();
        var player = recording is null ? null
            : new RecordingPlayer(recording, settings.Speed ?? RecordingPlayer.DefaultSpeed(recording), settings.OutageCap, settings.AtEnd, origin);
        var signals = 0UL;
        using var beat = new TimerThread(time, "devices");
        var bench = new SimulatedBench(site.Sensors, Signal, beat, ServedPlace.OneWire(settings.Socket));
        await using var truth = settings.Truth is null ? null : new StreamWriter(settings.Truth);
        var server = new BusServer(settings.Socket, bench, time);
        await using (server.ConfigureAwait(false))
        {
            server.Start();
            using var kernel = settings.InKernel ? KernelBuses.Open(site.Sensors, bench, time) : null;
            using var serial = new SerialService(bench.SerialLines, settings.Socket, time);
            using var wires = new WireRenewal(bench.Wires, ServedPlace.OneWire(settings.Socket), time);
            if (settings.SiteOut is { } siteOut)
                await File.WriteAllTextAsync(siteOut, SiteConfiguration.Write(site, settings.Socket, kernel?.Settings), cancellationToken).ConfigureAwait(false);
            Announce(site, player);
            await FollowAsync(site, player, truth, cancellationToken).ConfigureAwait(false);
        }
        await output.WriteLineAsync(words.Ended).ConfigureAwait(false);

        ISignal Signal(ChannelSource source) => source switch
        {
            WaveSource wave => new WaveSignal(wave.Mean, wave.Swing, wave.Period, wave.Noise, settings.Seed * 1000 + ++signals, origin),
            ColumnSource column => new RecordedSignal(player!, recording!.Columns.ToList().IndexOf(column.Name)),
            _ => throw new InvalidOperationException($"There is no signal for {source}."),
        };
    }

    private SiteDescription Site()
    {
        var bench = MappingLibrary.Bench();
        if (settings.Mapping is { } mapping)
        {
            using var reader = RecordingReader.Open(mapping);
            return SiteFile.Read(reader.ReadToEnd(), mapping).FilledFrom(bench);
        }
        return settings.Recording is { } recording ? (MappingLibrary.Find(recording) ?? Draft(recording)).FilledFrom(bench) : bench;
    }

    private SiteDescription Draft(string recording)
    {
        output.WriteLine(words.Drafting(recording));
        return SiteFile.Read(MappingDraft.Write(recording), $"{recording} (drafted mapping)");
    }

    private Recording? Recording(SiteDescription site)
    {
        var columns = site.Sensors.SelectMany(s => s.Sources).OfType<ColumnSource>().ToList();
        if (settings.Recording is { } path)
        {
            return RecordingReader.Read(path, site.Recording ?? throw new SiteFileException($"{settings.Mapping}: has no recording: section; start from what this writes: {OwnCommand.Map(path)}"), columns);
        }
        return columns.Count == 0 ? null : throw new SiteFileException($"{columns[0].Place}: a column needs a recording; add --recording FILE");
    }

    private void Announce(SiteDescription site, RecordingPlayer? player)
    {
        output.WriteLine(words.Serving(site.Sensors.Count, site.Sensors.Sum(s => s.Plan.Channels.Count), settings.Socket));
        if (player is not null)
            output.WriteLine(words.Replaying(settings.Recording!, player.Recording.Rows, settings.Speed ?? RecordingPlayer.DefaultSpeed(player.Recording)));
        if (site.Attribution.Length > 0)
            output.WriteLine(words.Attribution(site.Attribution));
        output.WriteLine("ready");
        output.Flush();
    }

    private async Task FollowAsync(SiteDescription site, RecordingPlayer? player, StreamWriter? truth, CancellationToken cancellationToken)
    {
        try
        {
            if (player is not null && truth is not null)
                await new TruthLog(player, site.Sensors).FollowAsync(truth, time, cancellationToken).ConfigureAwait(false);
            if (player is { AtEnd: AtEnd.Stop, End: { } end } && end - time.Nanoseconds() is > 0 and var left)
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left / 1e6)), time, cancellationToken).ConfigureAwait(false);
            else if (player is not { AtEnd: AtEnd.Stop })
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Told to end: what follows is the graceful part.
        }
    }
}
