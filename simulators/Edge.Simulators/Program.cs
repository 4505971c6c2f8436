using System.CommandLine;
using System.Runtime.InteropServices;
using Edge.Simulators.Commands;

using var end = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await CommandLine.Create(TimeProvider.System, Console.Out, Console.Error).Parse(args).InvokeAsync(configuration, end.Token).ConfigureAwait(false);

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    end.Cancel();
}
