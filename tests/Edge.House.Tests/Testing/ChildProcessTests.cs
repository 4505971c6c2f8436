using System.Globalization;
using Edge.Processes;
using Edge.Testing;

namespace Edge.House.Tests.Testing;

public class ChildProcessTests
{
    [Fact]
    public async Task A_child_dies_with_its_parent_however_that_ends()
    {
        await using var parent = ChildProcess.Start(Programs.Find("Edge.House.Tests", "Edge.House.Tests"));
        var child = int.Parse((await parent.WaitForLine("child "))["child ".Length..], CultureInfo.InvariantCulture);
        // setpriv becomes the program; only then is the kernel's promise given.
        await Eventually.True(() => CommandOf(child) == "sleep");

        parent.Kill();

        await Eventually.True(() => CommandOf(child) is null);
    }

    [Fact]
    public async Task A_child_outlives_the_thread_that_started_it()
    {
        ChildProcess? child = null;
        var thread = new Thread(() => child = ChildProcess.Start("sh", ["-c", "read x; sleep 0.2; echo alive; exit 7"]));
        thread.Start();
        thread.Join();

        await using (child)
        {
            Assert.Equal("alive", await child!.WaitForLine("alive"));
            Assert.Equal(7, await child.WaitForExit());
        }
    }

    [Fact]
    public async Task A_line_that_does_not_come_is_reported_with_what_came_instead()
    {
        await using var child = ChildProcess.Start("sh", ["-c", "echo first; echo wrong >&2; exec sleep 600"]);
        await child.WaitForLine("first");
        await Eventually.True(() => child.Error.All.Count > 0);

        var late = await Assert.ThrowsAsync<TimeoutException>(() => child.WaitForLine("second", TimeSpan.FromMilliseconds(50)));

        Assert.Contains("first", late.Message, StringComparison.Ordinal);
        Assert.Contains("wrong", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_a_line_ends_when_the_output_ends()
    {
        await using var child = ChildProcess.Start("true");

        await Assert.ThrowsAsync<InvalidOperationException>(() => child.WaitForLine("never"));
    }

    [Fact]
    public async Task A_killed_child_and_a_terminated_one_are_told_apart()
    {
        await using var killed = ChildProcess.Start("sleep", ["600"]);
        await using var terminated = ChildProcess.Start("sleep", ["600"]);
        killed.Kill();
        terminated.Terminate();

        Assert.Equal(128 + 9, await killed.WaitForExit());
        Assert.Equal(128 + 15, await terminated.WaitForExit());
    }

    private static string? CommandOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/comm").Trim();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
