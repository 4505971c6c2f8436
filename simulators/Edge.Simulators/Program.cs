using System.CommandLine;
using System.Runtime.InteropServices;
using Edge.Simulators.Commands;

using var end = new CancellationTokenSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
var parsed = CommandLine.Create(TimeProvider.System, Console.Out, Console.Error).Parse(args);
var exit = await parsed.InvokeAsync(configuration, end.Token).ConfigureAwait(false);
return parsed.Errors.Count > 0 ? 2 : exit;

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    end.Cancel();
}
