using Edge.Gateway.Health;
using Edge.Gateway.Health.Words;
using Edge.Processes;

namespace Edge.Gateway.Tests.Faults;

/// <summary>What someone does to the folder of a gateway that runs: no second history, no reading lost that was acknowledged, and the operator hears of it.</summary>
public sealed class RunningGatewayTests
{
    [Fact]
    public async Task Hashes_and_index_that_are_taken_away_are_made_again_and_told_while_it_goes_on()
    {
        await using var gateway = new LoneGateway();
        gateway.Start();
        await gateway.GoesOnAsync();

        File.Delete(Path.Combine(gateway.Store, "hashes.0"));
        File.Delete(Path.Combine(gateway.Store, "index.db"));

        await gateway.LogAsync("hashes.0 was removed or replaced while the gateway writes the log");
        await gateway.LogAsync("index.db was removed or replaced while the gateway writes the log");
        var told = await gateway.UntilAsync(h => h.Damage.Count == 2);
        Assert.Contains(Need.StoreDamaged, told.Needs);
        Assert.All(told.Damage, d => Assert.Contains("网关写入时被移走或替换，已由仍打开的内容重建", HealthWords.Chinese.Damage(d), StringComparison.Ordinal));
        await gateway.GoesOnAsync();
        await gateway.StopAsync();
        gateway.RequireEveryReading();
    }

    [Fact]
    public async Task A_folder_that_is_swapped_is_said_and_gets_nothing_until_the_own_one_is_back()
    {
        await using var gateway = new LoneGateway();
        gateway.Start();
        await gateway.GoesOnAsync();

        Directory.Move(gateway.Store, gateway.Store + "-aside");
        Directory.CreateDirectory(gateway.Store);
        await gateway.LogAsync("is another folder than the one that the gateway writes");
        var refused = await gateway.UntilAsync(h => h.Store is not null);
        Assert.Contains(Need.StoreRefuses, refused.Needs);
        Assert.Contains("此处已不是网关正在写入的目录", HealthWords.Chinese.Advice(Need.StoreRefuses, refused), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(gateway.Store, "*.seg"));

        Directory.Delete(gateway.Store, recursive: true);
        Directory.Move(gateway.Store + "-aside", gateway.Store);
        await gateway.GoesOnAsync();
        await gateway.StopAsync();
        gateway.RequireEveryReading();
    }

    [Fact]
    public async Task A_gateway_whose_lock_is_in_other_hands_ends_and_the_next_start_goes_on()
    {
        await using var gateway = new LoneGateway();
        gateway.Start();
        await gateway.GoesOnAsync();

        var path = Path.Combine(gateway.Store, "lock");
        File.Delete(path);
        using (new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(1, await gateway.Process.WaitForExit(TimeSpan.FromSeconds(30)));
            Assert.Contains(gateway.Process.Error.All, l => l.Contains("This one ends, so that no second history is signed", StringComparison.Ordinal));
        }

        gateway.Start();
        await gateway.GoesOnAsync();
        await gateway.StopAsync();
        gateway.Entries();
    }

    [Fact]
    public async Task A_copied_log_is_not_gone_on_with_beside_the_first_nor_after_it_while_that_is_there()
    {
        await using var gateway = new LoneGateway();
        gateway.Start();
        await gateway.GoesOnAsync();
        var copy = gateway.Store + "-copy";
        await using (var copying = ChildProcess.Start("/usr/bin/cp", ["-a", gateway.Store, copy]))
            Assert.Equal(0, await copying.WaitForExit());

        await RefusedAsync(gateway.StartBeside(copy), 1, "gateway.key is in use: another gateway process signs the log of city.example/water-gw-0001", "正在使用");
        await gateway.GoesOnAsync();
        await gateway.StopAsync();
        await RefusedAsync(gateway.StartBeside(copy), 2, $"{copy} is not the log that the key of city.example/water-gw-0001 has signed last: that one is in {gateway.Store}", "不是");
        gateway.Entries();

        Directory.Delete(copy, recursive: true);
        Directory.Move(gateway.Store, copy);
        await using var moved = gateway.StartBeside(copy);
        await moved.WaitForLine(line => HealthJson.Read(line) is { Sealed: > 0 }, TimeSpan.FromSeconds(30));
    }

    private static async Task RefusedAsync(ChildProcess gateway, int code, params string[] words)
    {
        await using (gateway)
        {
            Assert.Equal(code, await gateway.WaitForExit(TimeSpan.FromSeconds(30)));
            Assert.All(words, w => Assert.Contains(w, string.Join('\n', gateway.Error.All), StringComparison.Ordinal));
        }
    }
}
