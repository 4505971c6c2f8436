using Edge.Gateway.Doctor.Words;
using Edge.Ledger.Text;

namespace Edge.Gateway.Doctor;

/// <summary>Says what is looked at now: on a terminal in one line that goes again, elsewhere a line each.</summary>
internal sealed class ProgressLine(TextWriter output, bool isTerminal, DoctorWords words) : IProgress<Check>, IDisposable
{
    private const string Erase = "\r\e[K";

    public void Report(Check value)
    {
        var text = $"… {ShownText.Clean(words.Looking(value))}";
        if (isTerminal)
            output.Write(Erase + text[..Math.Min(text.Length, DoctorPage.Width - 1)]);
        else
            output.WriteLine(text);
    }

    public void Dispose()
    {
        if (isTerminal)
            output.Write(Erase);
    }
}
