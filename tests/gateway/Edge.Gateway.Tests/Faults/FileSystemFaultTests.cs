using Edge.Gateway.Health;
using Edge.Gateway.Tests.Budget;
using Edge.Testing;

namespace Edge.Gateway.Tests.Faults;

/// <summary>A real gateway on real file systems that fail under it.</summary>
public sealed class FileSystemFaultTests
{
    [RootFact]
    public async Task A_first_start_on_a_full_disk_says_so_and_measures_as_soon_as_there_is_room()
    {
        await using var disk = await SmallDisk.MountExt4Async(megabytes: 16);
        disk.Fill();
        await using var gateway = new LoneGateway(Path.Combine(disk.Path, "log"));

        gateway.Start();
        await gateway.LogAsync($"nothing is measured, because the store cannot be opened: {disk.Path}/log");
        await gateway.LogAsync("the disk is full. Free space on its file system");

        var waits = await gateway.AskAsync("status");
        Assert.Equal(1, waits.Code);
        Assert.StartsWith("Not measuring: waiting for its store; not proving yet; needs you: the store.\n", waits.Said, StringComparison.Ordinal);

        disk.GiveBack();
        await gateway.LogAsync("continues at entry 0");
        await gateway.GoesOnAsync();
        await gateway.StopAsync();
        Assert.NotEmpty(gateway.Entries());
    }

    [RootFact]
    public async Task A_start_on_a_file_system_mounted_read_only_says_so_and_goes_on_when_it_can_be_written()
    {
        await using var disk = await SmallDisk.MountExt4Async(megabytes: 16);
        await using var gateway = new LoneGateway(Path.Combine(disk.Path, "log"));
        gateway.Start();
        await gateway.GoesOnAsync();
        await gateway.StopAsync();
        var before = gateway.Entries().Count;

        await disk.RemountAsync("ro");
        gateway.Start();
        await gateway.LogAsync("its file system is mounted read-only. Look for its errors (dmesg), and mount it for writing");
        var waits = await gateway.AskAsync("status");
        Assert.Equal(3, waits.Code);
        Assert.StartsWith("Not measuring: waiting for its store, which cannot be written.\n", waits.Said, StringComparison.Ordinal);
        await disk.RemountAsync("rw");

        await gateway.LogAsync($"continues at entry {before}");
        await gateway.GoesOnAsync();
        await gateway.StopAsync();
        gateway.Entries();
    }

    /// <summary>An auditor's card is write-protected, whether the gateway was stopped or killed before it was taken out.</summary>
    [RootFact]
    public async Task A_log_on_a_file_system_mounted_read_only_is_read_by_every_command()
    {
        await using var disk = await SmallDisk.MountExt4Async(megabytes: 16);
        await using var gateway = new LoneGateway(Path.Combine(disk.Path, "log"));
        using var outputs = new TemporaryDirectory();
        foreach (var killed in new[] { true, false })
        {
            gateway.Start();
            await gateway.GoesOnAsync();
            await (killed ? gateway.KillAsync() : gateway.StopAsync());
            await disk.RemountAsync("ro");

            Assert.Matches(@"^Not running; \d+ entries are kept, ", (await gateway.AskAsync("status")).Said);
            await ReadsAsync($"{killed}.cose", "export", "cose", "--index", "0");
            await ReadsAsync($"{killed}.tiles", "export", "tiles");

            await disk.RemountAsync("rw");
        }

        async Task ReadsAsync(string output, params string[] command)
        {
            var (code, said) = await gateway.AskAsync([.. command, outputs.File(output)]);
            Assert.True(code == 0, said);
            Assert.True(Path.Exists(outputs.File(output)));
        }
    }

    /// <summary>Nobody can mount a file system read-only by hand while a gateway writes on it; the kernel does, when the device fails.</summary>
    [RootFact]
    public async Task A_file_system_that_the_kernel_makes_read_only_under_a_gateway_is_called_so_and_costs_nothing_acknowledged()
    {
        await using var disk = await SmallDisk.MountExt4Async(megabytes: 16, "errors=remount-ro");
        await using var gateway = new LoneGateway(Path.Combine(disk.Path, "log"));
        gateway.Start();
        await gateway.GoesOnAsync();
        Assert.Contains("busy", (await Assert.ThrowsAsync<InvalidOperationException>(() => disk.RemountAsync("ro"))).Message, StringComparison.Ordinal);

        await disk.AbortAsync();
        var refused = await gateway.UntilAsync(h => h.Store?.Contains("mounted read-only", StringComparison.Ordinal) == true);
        Assert.Contains(Need.StoreRefuses, refused.Needs);
        await gateway.UntilAsync(h => h.AtRisk > refused.AtRisk);
        await gateway.KillAsync();

        await disk.MendAsync();
        gateway.Start();
        await gateway.GoesOnAsync();
        await gateway.StopAsync();
        Assert.NotEmpty(gateway.Entries());
    }

    [RootFact]
    public async Task A_file_system_that_gives_up_under_a_gateway_is_said_costs_nothing_acknowledged_and_is_waited_for_by_the_next_start()
    {
        await using var disk = await SmallDisk.MountExt4Async(megabytes: 16);
        await using var gateway = new LoneGateway(Path.Combine(disk.Path, "log"));
        gateway.Start();
        await gateway.GoesOnAsync();

        await disk.AbortAsync();
        var refused = await gateway.UntilAsync(h => h.Store is not null);
        Assert.Contains(Need.StoreRefuses, refused.Needs);
        Assert.Matches("mounted read-only|input/output error", refused.Store);
        await gateway.UntilAsync(h => h.AtRisk > refused.AtRisk);
        await gateway.KillAsync();
        gateway.Start();
        await gateway.LogAsync("nothing is measured, because the store cannot be opened");

        await disk.MendAsync();
        await gateway.GoesOnAsync();
        await gateway.StopAsync();
        gateway.Entries();
    }
}
