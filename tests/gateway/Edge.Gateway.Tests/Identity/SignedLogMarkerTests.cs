using Edge.Gateway.Configuration;
using Edge.Gateway.Identity;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.City;
using Edge.Processes;
using Edge.Store.Log;
using Edge.Store.Tree;
using Edge.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Gateway.Tests.Identity;

public sealed class SignedLogMarkerTests : IDisposable
{
    private readonly WriterRig _rig = new();
    private readonly TemporaryDirectory _folder = new();

    [Fact]
    public void A_key_that_has_signed_nothing_may_begin_a_log() => Assert.Null(Marker(_folder.File("new.db")).WhyNot());

    [Fact]
    public void A_key_that_has_signed_a_log_may_continue_it_and_is_refused_when_the_store_is_missing()
    {
        Marker(Mine).Note(NullLogger.Instance);

        Assert.Null(Marker(Mine).WhyNot());
        Assert.Null(Marker(Mine).WhyNot(_rig.Log));
        var why = Marker(_folder.File("new.db")).WhyNot();
        Assert.Contains($"{_folder.File("new.db")} holds no log, but the key of city.example/gw-1 has signed one, kept in {Mine}", why, StringComparison.Ordinal);
        Assert.Contains("Restore the log", why, StringComparison.Ordinal);
        Assert.Contains("edge-gateway keygen with another gateway id", why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_is_empty_is_refused_too()
    {
        Marker(Mine).Note(NullLogger.Instance);
        using var empty = MerkleLog.Open(_folder.File("new.db"));

        Assert.Null(Marker(_folder.File("new.db")).WhyNot());
        Assert.NotNull(Marker(_folder.File("new.db")).WhyNot(empty));
    }

    [Fact]
    public void A_copy_is_refused_while_the_log_that_was_signed_last_is_still_where_it_was()
    {
        var copy = _folder.File("copy");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.GetFiles(Mine).Where(f => Path.GetFileName(f) != "lock"))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        Marker(Mine).Note(NullLogger.Instance);
        using var log = MerkleLog.Open(copy);

        var why = Marker(copy).WhyNot(log);
        Assert.Contains($"{copy} is not the log that the key of city.example/gw-1 has signed last: that one is in {Mine}, and it is still there", why, StringComparison.Ordinal);
        Assert.Contains($"请在配置的 store: 中写明 {Mine}", why, StringComparison.Ordinal);
        File.CreateSymbolicLink(_folder.File("link"), Mine);
        Assert.Null(Marker(_folder.File("link")).WhyNot(_rig.Log));

        Directory.Move(Mine, Mine + "-away");
        Assert.Null(Marker(copy).WhyNot(log));
        Directory.CreateDirectory(Mine);
        Assert.Null(Marker(copy).WhyNot(log));
    }

    [Fact]
    public void A_key_is_used_by_one_process_at_a_time()
    {
        _folder.Write("gateway.key", "a key");
        var configuration = Configuration(Mine);
        using (KeyHold.Take(configuration))
        {
            var why = Assert.Throws<KeyInUseException>(() => KeyHold.Take(configuration)).Message;
            Assert.Contains("gateway.key is in use: another gateway process signs the log of city.example/gw-1 with it", why, StringComparison.Ordinal);
            Assert.Contains("请停止其中之一", why, StringComparison.Ordinal);
            Assert.Equal("a key"u8.ToArray(), PathLock.ReadHeld(configuration.KeyFile));
        }

        KeyHold.Take(configuration).Dispose();
    }

    [Fact]
    public void A_mark_cut_short_by_a_power_failure_still_counts()
    {
        _folder.Write("gateway.key.log", "");

        Assert.NotNull(Marker(_folder.File("new.db")).WhyNot());
    }

    [Fact]
    public void The_mark_of_another_gateway_that_had_this_key_file_before_does_not_count()
    {
        Marker(Mine).Note(NullLogger.Instance);

        Assert.Null(new SignedLogMarker(Configuration(_folder.File("new.db")) with { Origin = LogOrigin.Parse("city.example/gw-2") }).WhyNot());
    }

    [Fact]
    public async Task A_pipe_in_the_marks_place_is_not_waited_for_and_becomes_the_mark_when_there_is_a_log_and_else_is_refused()
    {
        var mark = Configuration(Mine).KeyFile + ".log";
        await using var made = ChildProcess.Start("/usr/bin/mkfifo", [mark]);
        Assert.Equal(0, await made.WaitForExit());

        Assert.Contains($"{mark}, which says whether the key of city.example/gw-1 has signed one, is no file", await Soon(() => Marker(_folder.File("new.db")).WhyNot()), StringComparison.Ordinal);
        Assert.Null(await Soon(() => Marker(Mine).WhyNot(_rig.Log)));
        await Soon(() =>
        {
            Marker(Mine).Note(NullLogger.Instance);
            return "";
        });
        Assert.EndsWith($"{Mine}\n", await File.ReadAllTextAsync(mark), StringComparison.Ordinal);

        static Task<string?> Soon(Func<string?> look) => Task.Run(look).WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_mark_that_cannot_be_written_ends_nothing() =>
        new SignedLogMarker(Configuration(Mine) with { KeyFile = _folder.File("no/such/folder/gateway.key") }).Note(NullLogger.Instance);

    public void Dispose()
    {
        _rig.Dispose();
        _folder.Dispose();
    }

    private string Mine => _rig.Configuration.Store.Folder;

    private SignedLogMarker Marker(string store) => new(Configuration(store));

    private GatewayConfiguration Configuration(string store) =>
        _rig.Configuration with { KeyFile = _folder.File("gateway.key"), Store = new StoreSettings { Folder = store } };
}
