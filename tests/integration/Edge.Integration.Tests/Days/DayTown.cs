using Edge.Demo.Showing;
using Edge.Integration.Tests.Towns;
using Edge.Testing;

namespace Edge.Integration.Tests.Days;

/// <summary>A town after a little day: every channel measured and anchored, evidence cut, everything ended. Only its files are left.</summary>
public sealed class DayTown : IAsyncLifetime
{
    private TestTown _town = null!;

    /// <summary>The last state of the gateway.</summary>
    public GatewayState State { get; private set; } = null!;

    public string Policy => _town.City.Folder.Policy;

    public string Configuration => _town.City.Folder.GatewayConfiguration;

    /// <summary>An evidence file per channel.</summary>
    public IReadOnlyDictionary<string, string> Evidence { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _town = await TestTown.FoundAsync();
        try
        {
            await _town.Watch.UntilAsync(s => s.Block is not null && s.Channels.Values.All(c => c.Value is not null));
            await _town.Watch.CaughtUpAsync();
            State = await _town.Watch.CaughtUpAsync();
            Evidence = State.Channels.Keys.ToDictionary(c => c, c => File($"{c}.edge"));
            foreach (var (channel, file) in Evidence)
                await CutAsync(file, "--channel", channel, "--with-value");
            Assert.Equal(0, await _town.City.Gateway.StopAsync());
            _town.NoProgramFailedInside();
        }
        catch (Exception e)
        {
            var words = _town.LastWords();
            await _town.DisposeAsync();
            throw new TownTestException(e, words);
        }
    }

    /// <summary>A file of the test's own.</summary>
    public string File(string name) => Path.Combine(_town.City.Folder.Evidence, name);

    /// <summary>Cuts evidence by the gateway's own program.</summary>
    public async Task CutAsync(string file, params string[] which)
    {
        var cut = await ProgramRun.Of(Programs.Gateway, ["evidence", "--config", _town.City.Folder.GatewayConfiguration, "--out", file, .. which]);
        Assert.True(cut.Code == 0, cut.Said());
    }

    internal async Task<ProgramRun> VerifyAsync(string file, params string[] more)
    {
        var run = await ProgramRun.Of(Programs.Verify, [file, "--policy", Policy, "--lang", "en", .. more]);
        _ = run.Said();
        return run;
    }

    public async Task DisposeAsync() => await _town.DisposeAsync();
}
