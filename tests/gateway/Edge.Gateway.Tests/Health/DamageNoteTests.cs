using Edge.Gateway.Health;
using Edge.Processes;
using Edge.Store.Log;
using Edge.Testing;

namespace Edge.Gateway.Tests.Health;

public sealed class DamageNoteTests : IDisposable
{
    private static readonly StoreDamage One = new(4096, 120, "00000003.seg: 4312 bytes at 8192 are not what was written. Lost: the entries 4096 to 4215.", "quarantine/x");
    private static readonly StoreDamage Other = new(0, 0, "index.db: the database is damaged. 第", null);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 11, 16, 12, 0, 0, TimeSpan.Zero));
    private readonly TemporaryDirectory _folder = new();

    private string Quarantine => _folder.File("quarantine");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_found_is_there_at_the_next_start_with_what_was_found_then()
    {
        Assert.Equal([One], Plain(New().Look([One])));
        Assert.Equal([One], Plain(New().Look([])));
        Assert.Equal([One, Other], Plain(New().Look([Other])));
        Assert.Equal([One, Other], Plain(New().Read()));
    }

    [Fact]
    public void When_it_was_found_is_noted_and_stays_at_the_next_start()
    {
        var found = Assert.Single(New().Look([One])).Found;
        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal("2026-11-16T12:00:00Z", found);
        Assert.Equal([found, "2026-11-17T12:00:00Z"], New().Look([One, Other]).Select(d => d.Found));
    }

    [Fact]
    public void What_was_noted_without_a_time_still_counts_and_is_not_noted_again()
    {
        Directory.CreateDirectory(Quarantine);
        File.WriteAllText(Path.Combine(Quarantine, "unseen.jsonl"), """{"first":7,"count":2,"what":"x","quarantine":null}""" + "\n");

        Assert.Equal([new NotedDamage(7, 2, "x", null)], New().Look([new StoreDamage(7, 2, "x", null)]));
    }

    [Fact]
    public void What_is_found_while_it_runs_is_added_and_nothing_is_noted_twice()
    {
        var note = New();
        Assert.Equal([One], Plain(note.Look([One])));
        Assert.Equal([One, Other], Plain(note.Look([One, Other])));
        Assert.Equal([One, Other], Plain(note.Look([One, Other])));
        Assert.Equal([One, Other], Plain(New().Look([One])));
        Assert.Equal(2, File.ReadLines(Path.Combine(Quarantine, "unseen.jsonl")).Count());
    }

    [Fact]
    public void Seen_is_seen_for_the_running_gateway_and_the_next_and_stays_in_a_file()
    {
        var note = New();
        note.Look([One]);

        Assert.Equal(Path.Combine(Quarantine, "seen.jsonl"), New().See(New().Read()));
        Assert.Empty(note.Look([One]));
        Assert.Equal([Other], Plain(note.Look([One, Other])));
        Assert.Equal(Path.Combine(Quarantine, "seen.1.jsonl"), New().See(New().Read()));
        Assert.Empty(New().Look([]));
        Assert.Equal(2, Directory.GetFiles(Quarantine).Length);
    }

    [Fact]
    public void What_was_noted_after_somebody_was_told_is_told_again()
    {
        var note = New();
        note.Look([One]);
        var told = New().Read();
        note.Look([One, Other]);

        New().See(told);

        Assert.Equal([Other], Plain(New().Read()));
    }

    [Fact]
    public void Where_it_cannot_be_noted_it_is_told_all_the_same_and_noted_as_soon_as_it_can_be()
    {
        File.WriteAllText(Quarantine, "a file");
        var note = New();
        Assert.Equal([One], Plain(note.Look([One])));
        Assert.Empty(New().Read());

        File.Delete(Quarantine);
        Assert.Equal([One], Plain(note.Look([One])));
        Assert.Equal([One], Plain(New().Read()));
    }

    [Fact]
    public void A_line_that_a_power_cut_tore_hides_no_other()
    {
        New().Look([One, Other]);
        var file = Path.Combine(Quarantine, "unseen.jsonl");
        File.WriteAllText(file, File.ReadAllText(file)[..^9] + "\n");

        Assert.Equal([One], Plain(New().Read()));
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("folder")]
    public async Task What_is_no_file_is_not_waited_for_and_put_aside_when_there_is_something_to_note(string kind)
    {
        var file = Path.Combine(Directory.CreateDirectory(Quarantine).FullName, "unseen.jsonl");
        if (kind == "folder")
            Directory.CreateDirectory(file);
        else
            await MakePipeAsync(file);

        Assert.Empty(await Task.Run(() => New().Look([])).WaitAsync(Limit));
        Assert.Equal([One], Plain(await Task.Run(() => New().Look([One])).WaitAsync(Limit)));
        Assert.Equal([One], Plain(New().Read()));
        Assert.True(Path.Exists(Path.Combine(Quarantine, "no-file.jsonl")));
    }

    private static async Task MakePipeAsync(string path)
    {
        await using var made = ChildProcess.Start("/usr/bin/mkfifo", [path]);
        Assert.Equal(0, await made.WaitForExit());
    }

    private static IEnumerable<StoreDamage> Plain(IEnumerable<NotedDamage> noted) => noted.Select(n => new StoreDamage(n.First, n.Count, n.What, n.Quarantine));

    private DamageNote New() => new(Path.GetDirectoryName(Quarantine)!, _time);
}
