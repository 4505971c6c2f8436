using Edge.Gateway.Budget;
using Edge.Gateway.Health;
using Edge.Ledger.Entries;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Gateway.Tests.Faults;

/// <summary>System calls of a running gateway that begin to fail and end to fail, by strace that comes and goes.</summary>
public sealed class FailingCallTests
{
    private const long Budget = 16_000_000;

    /// <summary>What fails, with what, and what the operator reads.</summary>
    private static readonly (string Call, string Error, string Words)[] Table =
    [
        ("fdatasync", "EIO", "the device reported an input/output error. Check the card or disk (dmesg)"),
        ("fdatasync", "ENOSPC", "the disk is full. Free space on its file system"),
        ("pwrite64", "EIO", "the device reported an input/output error. Check the card or disk (dmesg)"),
        ("pwrite64", "ENOSPC", "the disk is full. Free space on its file system"),
        ("pwrite64", "EROFS", "its file system is mounted read-only. Look for its errors (dmesg)"),
    ];

    [StraceFact]
    public async Task Each_is_said_and_when_it_ends_the_gateway_goes_on_by_itself_with_all_that_waited()
    {
        await using var gateway = new LoneGateway();
        gateway.Start();
        await gateway.GoesOnAsync();

        foreach (var (call, error, words) in Table)
        {
            await using (var fault = Fail(gateway, call, error))
            {
                var refused = await gateway.UntilAsync(h => h.Store?.Contains(words, StringComparison.Ordinal) == true);
                Assert.Contains(Need.StoreRefuses, refused.Needs);
                await gateway.LogAsync(words);
                await EndAsync(fault);
            }

            await gateway.GoesOnAsync();
        }

        await gateway.StopAsync();
        gateway.RequireEveryReading();
    }

    [StraceFact]
    public async Task A_gateway_killed_while_they_fail_has_what_it_had_acknowledged()
    {
        await using var gateway = new LoneGateway();
        gateway.Start();
        await gateway.GoesOnAsync();
        await using (Fail(gateway, "fdatasync", "EIO"))
        {
            await gateway.UntilAsync(h => h.Store is not null);
            await gateway.KillAsync();
        }

        gateway.Start();
        await gateway.GoesOnAsync();
        await gateway.StopAsync();
        gateway.Entries();
    }

    [StraceFact]
    public async Task An_interrupted_sync_is_done_again_and_nobody_hears_of_it()
    {
        await using var gateway = new LoneGateway();
        using var folder = new TemporaryDirectory();
        var calls = folder.File("calls");
        gateway.Start();
        await gateway.GoesOnAsync();
        await using var fault = Fail(gateway, "fdatasync", "EINTR:when=1+2", calls);

        await Eventually.True(() => File.Exists(calls) && File.ReadAllText(calls).Contains("INJECTED", StringComparison.Ordinal));
        await gateway.GoesOnAsync();

        await EndAsync(fault);
        await gateway.StopAsync();
        Assert.DoesNotContain(gateway.Process.Error.All, l => l.Contains("the store does not take readings", StringComparison.Ordinal));
        gateway.Entries();
    }

    /// <summary>A failed sync closes a segment, and little room is left, so that what is closed must go.</summary>
    [StraceFact]
    public async Task What_cannot_be_removed_to_make_room_is_said_measuring_goes_on_and_it_goes_when_that_ends()
    {
        await using var gateway = new LoneGateway(room: $"budget: {Budget}B, free_space_floor: 0MB, when_full: [evict]");
        gateway.Start();
        await gateway.GoesOnAsync();
        gateway.LeaveRoom(Budget / 64, of: Budget);
        await using (var fault = ChildProcess.Start(
            StraceFactAttribute.Program,
            ["-f", "-qq", "-o", "/dev/null", "-p", $"{gateway.Process.Id}", "-e", "trace=fdatasync,unlink,unlinkat", "-e", "inject=fdatasync:error=EIO:when=1..2", "-e", "inject=unlink,unlinkat:error=EIO"]))
        {
            await gateway.LogAsync("old entries could not be evicted");
            await gateway.GoesOnAsync();
            Assert.DoesNotContain(gateway.Process.Error.All, l => l.Contains("room was made:", StringComparison.Ordinal));
            await EndAsync(fault);
        }

        await gateway.LogAsync("room was made:");
        await gateway.GoesOnAsync();
        await gateway.StopAsync();
        var entries = gateway.Entries(wasEvicted: true);
        var told = entries.OfType<GapEntry>().Where(g => g.Why == GapReason.Evicted && g.Channels.SequenceEqual(["tap.ph"])).Sum(g => GapCount.Of(g) ?? 0);
        Assert.InRange(entries.OfType<ReadingEntry>().Count() + told, gateway.Taken, long.MaxValue);
    }

    [StraceFact]
    public async Task What_a_power_cut_could_still_take_back_is_not_exported()
    {
        await using var gateway = new LoneGateway();
        using var folder = new TemporaryDirectory();
        gateway.Start();
        await gateway.GoesOnAsync();

        foreach (var command in (string[][])[["export", "tiles", folder.File("tiles"), "--newest"], ["export", "cose", folder.File("cose"), "--index", "0"]])
        {
            var (code, said) = await gateway.AskAsync(["-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e", "inject=fdatasync:error=EIO"], command);
            Assert.Equal(1, code);
            Assert.Contains("not safely on the disk yet, so nothing was exported", said, StringComparison.Ordinal);
            Assert.Contains("input/output error", said, StringComparison.Ordinal);
            Assert.False(Path.Exists(command[2]));
        }

        await gateway.StopAsync();
    }

    private static ChildProcess Fail(LoneGateway gateway, string call, string error, string calls = "/dev/null") => ChildProcess.Start(
        StraceFactAttribute.Program, ["-f", "-qq", "-o", calls, "-p", $"{gateway.Process.Id}", "-e", $"trace={call}", "-e", $"inject={call}:error={error}"]);

    /// <summary>strace lets go of what it traces.</summary>
    private static async Task EndAsync(ChildProcess fault)
    {
        fault.Terminate();
        await fault.WaitForExit();
    }
}
