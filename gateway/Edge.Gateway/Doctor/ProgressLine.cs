using Edge.Gateway.Doctor.Words;
using Edge.Ledger.Text;

namespace Edge.Gateway.Doctor;

/// <summary>Says what is looked at now, in one line of a terminal that goes again; elsewhere nothing.</summary>
public sealed class ProgressLine(TextWriter output, bool isTerminal, int width, DoctorWords words) : IProgress<Check>, IDisposable
{
    private const string Erase = "\r\e[K";

    public void Report(Check value)
    {
        if (isTerminal)
            output.Write(Erase + LineBreaker.Lines($"… {ShownText.Clean(words.Looking(value))}", width - 1).First());
    }

    public void Dispose()
    {
        if (isTerminal)
            output.Write(Erase);
    }
}
