using Edge.Demo.Evidence;
using Edge.Demo.Towns;
using Edge.Integration.Tests.Towns;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Testing;
using Edge.Torture.Logs;

namespace Edge.Integration.Tests.Recordings;

/// <summary>Recordings through registers, drivers, log, city and verifier: what comes out is what was recorded.</summary>
public sealed class RecordingTests
{
    /// <summary>Rows before the first blank one: the gateway must be measuring by then.</summary>
    private const int Before = 14;

    [RecordingFact]
    public Task Every_reading_of_the_pipeline_recording_is_proved_as_it_was_recorded() => WholeAsync(RecordedColumns.Pipeline);

    [RecordingFact]
    public Task Every_reading_of_the_energy_recording_is_proved_as_it_was_recorded() => WholeAsync(RecordedColumns.Energy);

    [RecordingFact]
    public Task Every_reading_of_the_water_recording_is_proved_as_it_was_recorded() => WholeAsync(RecordedColumns.Water);

    [RecordingFact]
    public Task A_blank_row_of_the_energy_recording_becomes_absent_readings_with_their_reason() => BlankAsync(RecordedColumns.Energy, 6_840);

    [RecordingFact]
    public Task A_blank_row_of_the_water_recording_becomes_absent_readings_with_their_reason() => BlankAsync(RecordedColumns.Water, 2_887);

    private static Task WholeAsync(RecordedColumns recording) => TestTown.PlayAsync(async town =>
    {
        await town.Watch.UntilAsync(s => s.Block is not null && recording.Columns.All(c => s.Channels[c.Channel].Quality is not null));
        var readings = await ProvedAsync(town, 8);
        var rows = Rows(town, recording);
        foreach (var column in recording.Columns)
        {
            var mine = readings.Where(r => r.Channel == column.Channel).ToList();
            Assert.True(mine.Count > 2, $"{column.Channel}: {mine.Count} readings");
            Assert.All(mine, r => Assert.True(rows.Says(r, column), $"{r.Channel}: {r.Value} ({r.Reason}); the recording says {string.Join(", ", rows.Active(r, column.Seconds).Select(row => $"{rows.Cell(row, column.Column)} (row {row})"))}"));
        }

        // The tolerance is worth something: against rows some seconds later the same readings are mostly wrong.
        var shifted = recording.Columns.SelectMany(c => readings.Where(r => r.Channel == c.Channel).Select(r => rows.Says(r, c, ReplayedRows.Shift))).ToList();
        Assert.True(shifted.Count(s => !s) > shifted.Count / 3, $"{shifted.Count(s => !s)} of {shifted.Count} readings differ from rows {ReplayedRows.Shift} later");
    }, new TownPlan { Recording = RecordingFolder.Find(recording.File) });

    private static async Task BlankAsync(RecordedColumns recording, int line)
    {
        using var folder = new TemporaryDirectory();
        var whole = File.ReadLines(RecordingFolder.Find(recording.File)).Take(line + 20).ToList();
        var blank = whole.FindIndex(line - 5, l => l.Count(char.IsAsciiDigit) < 16);
        Assert.InRange(blank, line - 5, line + 5);
        var cut = folder.Write(recording.File, string.Join('\n', [whole[0], .. whole[(blank - Before)..(blank + 10)]]) + "\n");
        await TestTown.PlayAsync(async town =>
        {
            await Eventually.True(() => TruthRow.ReadAll(town.City.Folder.Truth) is [.., { Row: > Before + 5 }], GatewayWatch.Limit);
            var readings = await ProvedAsync(town, 1);
            var rows = Rows(town, recording, cut);
            foreach (var column in recording.Columns)
            {
                Assert.Null(rows.Cell(Before + 1, column.Column));
                var mine = readings.Where(r => r.Channel == column.Channel).ToList();
                Assert.All(mine, r => Assert.True(rows.Says(r, column), $"{r.Channel}: {r.Value} ({r.Reason}) in rows {string.Join(", ", rows.Active(r, column.Seconds))}"));
                var absent = mine.Where(r => rows.Active(r, column.Seconds).All(row => rows.Cell(row, column.Column) is null)).ToList();
                Assert.True(absent.Count > 0 || column.Seconds > 2, $"{column.Channel} was not read during the blank row");
                Assert.All(mine.Where(r => r.Value is null), r => Assert.True(r.Quality == Quality.Bad && r.Reason != Reason.None));
                Assert.Contains(mine, r => r.Value is null);
                Assert.Contains(mine, r => r.Value is not null);
            }
        }, new TownPlan { Recording = cut });
    }

    private static ReplayedRows Rows(TestTown town, RecordedColumns recording, string? file = null) =>
        new(file ?? RecordingFolder.Find(recording.File), recording.Delimiter, TruthRow.ReadAll(town.City.Folder.Truth));

    /// <summary>Measures on, then cuts evidence of the whole log, has it verified by the program, and gives its readings.</summary>
    private static async Task<IReadOnlyList<ReadingEntry>> ProvedAsync(TestTown town, int seals)
    {
        var now = await town.Watch.NextAsync();
        for (var i = 0; i < seals; i++)
        {
            var last = now.Sealed;
            now = await town.Watch.UntilAsync(s => s.Sealed > last);
        }

        var end = await town.Watch.CaughtUpAsync();
        var file = town.File("all.edge");
        var cut = await ProgramRun.Of(Programs.Gateway, "evidence", "--config", town.City.Folder.GatewayConfiguration, "--from", "0", "--to", $"{end.Anchored - 1}", "--out", file);
        Assert.True(cut.Code == 0, cut.Said());
        var verified = await ProgramRun.Of(Programs.Verify, file, "--policy", town.City.Folder.Policy, "--lang", "en");
        Assert.True(verified.Code == 0, verified.Said());
        Assert.Equal(0, await town.City.Gateway.StopAsync());
        Assert.Empty(LogAudit.Faults(town.ReadLog()));
        return [.. new EvidenceVerifier(town.Policy).Verify(await File.ReadAllBytesAsync(file)).Readings.Select(r => r.Reading)];
    }
}
