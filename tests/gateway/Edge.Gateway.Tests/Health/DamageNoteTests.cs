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

    private readonly TemporaryDirectory _folder = new();

    private string Quarantine => _folder.File("quarantine");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_found_is_there_at_the_next_start_with_what_was_found_then()
    {
        Assert.Equal([One], New().Look([One]));
        Assert.Equal([One], New().Look([]));
        Assert.Equal([One, Other], New().Look([Other]));
        Assert.Equal([One, Other], New().Read());
    }

    [Fact]
    public void What_is_found_while_it_runs_is_added_and_nothing_is_noted_twice()
    {
        var note = New();
        Assert.Equal([One], note.Look([One]));
        Assert.Equal([One, Other], note.Look([One, Other]));
        Assert.Equal([One, Other], note.Look([One, Other]));
        Assert.Equal([One, Other], New().Look([One]));
        Assert.Equal(2, File.ReadLines(Path.Combine(Quarantine, "unseen.jsonl")).Count());
    }

    [Fact]
    public void Seen_is_seen_for_the_running_gateway_and_the_next_and_stays_in_a_file()
    {
        var note = New();
        note.Look([One]);

        Assert.Equal(Path.Combine(Quarantine, "seen.jsonl"), New().See());
        Assert.Empty(note.Look([One]));
        Assert.Equal([Other], note.Look([One, Other]));
        Assert.Equal(Path.Combine(Quarantine, "seen.1.jsonl"), New().See());
        Assert.Empty(New().Look([]));
        Assert.Equal(2, Directory.GetFiles(Quarantine).Length);
    }

    [Fact]
    public void Where_it_cannot_be_noted_it_is_told_all_the_same_and_noted_as_soon_as_it_can_be()
    {
        File.WriteAllText(Quarantine, "a file");
        var note = New();
        Assert.Equal([One], note.Look([One]));
        Assert.Empty(New().Read());

        File.Delete(Quarantine);
        Assert.Equal([One], note.Look([One]));
        Assert.Equal([One], New().Read());
    }

    [Fact]
    public void A_line_that_a_power_cut_tore_hides_no_other()
    {
        New().Look([One, Other]);
        var file = Path.Combine(Quarantine, "unseen.jsonl");
        File.WriteAllText(file, File.ReadAllText(file)[..^9] + "\n");

        Assert.Equal([One], New().Read());
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
        Assert.Equal([One], await Task.Run(() => New().Look([One])).WaitAsync(Limit));
        Assert.Equal([One], New().Read());
        Assert.True(Path.Exists(Path.Combine(Quarantine, "no-file.jsonl")));
    }

    private static async Task MakePipeAsync(string path)
    {
        await using var made = ChildProcess.Start("/usr/bin/mkfifo", [path]);
        Assert.Equal(0, await made.WaitForExit());
    }

    private DamageNote New() => new(Path.GetDirectoryName(Quarantine)!);
}
