using Edge.Gateway.Doctor;
using Edge.Gateway.Doctor.Words;
using Edge.Ledger.Text;

namespace Edge.Gateway.Tests.Doctor;

public sealed class ProgressLineTests : IDisposable
{
    private readonly DoctorRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public async Task It_is_one_line_of_a_terminal_in_either_script_and_nothing_elsewhere(int width)
    {
        var findings = await _rig.LookAsync();
        foreach (var words in new[] { DoctorWords.English, DoctorWords.Chinese })
        {
            using var terminal = new StringWriter();
            using var file = new StringWriter();
            using (var line = new ProgressLine(terminal, isTerminal: true, width, words))
            using (var silent = new ProgressLine(file, isTerminal: false, width, words))
            {
                foreach (var check in findings.Checks.Select(c => c with { Subject = new string(words == DoctorWords.Chinese ? '泵' : 'p', 70) }))
                {
                    line.Report(check);
                    silent.Report(check);
                }
            }

            var shown = terminal.ToString().Split("\r\e[K");
            Assert.All(shown, text => Assert.InRange(TextWidth.Of(text), 0, width - 1));
            Assert.Contains(shown, text => TextWidth.Of(text) > 10);
            Assert.Equal("", shown[^1]);
            Assert.DoesNotContain('\n', terminal.ToString());
            Assert.Equal("", file.ToString());
        }
    }
}
