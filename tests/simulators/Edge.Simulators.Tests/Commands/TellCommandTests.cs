using Edge.Simulators.Commands;
using Edge.Testing;

namespace Edge.Simulators.Tests.Commands;

/// <summary>What a running simulator answers to a technician, and in whose language.</summary>
public sealed class TellCommandTests
{
    private const string Site = """
        name: own
        sensors:
          - { domain: pipeline, driver: ina226, bus: i2c-1, address: 0x45, period: 500ms, options: { shunt: 0.01 }, channels: [
              { name: pump.voltage, output: voltage, signal: { mean: 24, swing: 1, period: 7min, noise: 0 } } ] }
        """;

    [Theory]
    [InlineData("ok")]
    [InlineData("ok: main.pressure main.flow")]
    [InlineData("error: the chip at 0x45 is no contact; use fault pump.voltage KIND")]
    [InlineData("error: write contact main.door active|inactive|free: active is an open door, a wet rope; free follows its signal again")]
    [InlineData("error: a contact cannot be saturated")]
    [InlineData("error: kinds of fault are none, unplugged")]
    [InlineData("error: a flow meter does not notice a brown-out")]
    [InlineData("error: write fault CHANNEL KIND, brown-out CHANNEL, contact CHANNEL active|inactive|free or channels; channels are main.pressure")]
    [InlineData("The bench refused the command.")]
    [InlineData("Nobody serves /run/s (Connection refused): start edge-sim serve --socket /run/s.")]
    public void Every_answer_has_Chinese_words(string english)
    {
        Assert.Contains(ChineseAnswers.Of(english), c => c >= '\u4E00');
        Assert.DoesNotContain(" a ", ChineseAnswers.Of(english), StringComparison.Ordinal);
        Assert.DoesNotContain("the ", ChineseAnswers.Of(english), StringComparison.Ordinal);
        Assert.Equal(english, new Words(chinese: false).Answer(english));
    }

    [Fact]
    public async Task A_mapping_with_signals_alone_is_a_site_and_its_answers_are_in_the_language_of_the_terminal()
    {
        using var folder = new TemporaryDirectory();
        var socket = folder.File("s");
        using var sim = new EdgeSim("serve", "--socket", socket, "--mapping", folder.Write("site.yaml", Site));
        await sim.ReadyAsync();

        Assert.Contains("pump.voltage", await Told("C.UTF-8", "channels"), StringComparison.Ordinal);
        Assert.Contains("测点：", await Told("zh_CN.UTF-8", "channels"), StringComparison.Ordinal);
        Assert.Contains("错误：0x45 处的芯片 不是触点", await Told("zh_CN.UTF-8", "contact", "pump.voltage", "active"), StringComparison.Ordinal);
        Assert.Contains("error: the chip at 0x45 is no contact", await Told("zh_CN.UTF-8", "--lang", "en", "contact", "pump.voltage", "active"), StringComparison.Ordinal);

        async Task<string> Told(string locale, params string[] words)
        {
            await using var tell = ChildProcess.Start(Programs.Simulator, ["tell", "--socket", socket, .. words], environment: new Dictionary<string, string?> { ["LC_ALL"] = locale });
            await tell.WaitForExit();
            return tell.Output.ToString();
        }
    }
}
