using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Edge.Processes;

/// <summary>
/// A real process: its lines captured, ended by its id when disposed, and by the kernel if its parent dies first (setpriv --pdeathsig).
/// </summary>
public sealed partial class ChildProcess : IAsyncDisposable
{
    private const int SigKill = 9;
    private const int SigTerm = 15;

    /// <summary>Long enough for a loaded machine.</summary>
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly string _program;

    private ChildProcess(string program, Process process)
    {
        _program = Path.GetFileName(program);
        _process = process;
        process.OutputDataReceived += (_, line) => Output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => Error.Add(line.Data);
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Lines of standard output.</summary>
    public OutputLines Output { get; } = new();

    /// <summary>Lines of standard error.</summary>
    public OutputLines Error { get; } = new();

    /// <summary>Starts a program; standard input is empty.</summary>
    /// <param name="program">A path, or a name looked up in PATH.</param>
    /// <param name="arguments">Passed as they are, without a shell.</param>
    /// <param name="workingDirectory">Null: that of the parent.</param>
    /// <param name="environment">Added to or replacing the parent's own; a null value removes a variable.</param>
    public static ChildProcess Start(string program, IEnumerable<string>? arguments = null, string? workingDirectory = null,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(program);
        // A whole path: the child's PATH may be another one.
        var start = new ProcessStartInfo("/usr/bin/setpriv", ["--pdeathsig", "KILL", "--", program, .. arguments ?? []])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        var child = new ChildProcess(program, new Process { StartInfo = start });
        Launcher.Start(child._process);
        child._process.StandardInput.Close();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits for a line of standard output that contains a text.</summary>
    /// <param name="from">Position to look from; 0 sees lines that came before the call.</param>
    /// <inheritdoc cref="WaitForLine(Func{string, bool}, TimeSpan?, int, CancellationToken)" path="/exception"/>
    public Task<string> WaitForLine(string text, TimeSpan? limit = null, int from = 0, CancellationToken cancellation = default) =>
        WaitForLine(line => line.Contains(text, StringComparison.Ordinal), limit, from, cancellation);

    /// <summary>Waits for a line of standard output.</summary>
    /// <exception cref="TimeoutException">It did not come within the limit; the message shows what did.</exception>
    /// <exception cref="InvalidOperationException">The output ended without it.</exception>
    public async Task<string> WaitForLine(Func<string, bool> matches, TimeSpan? limit = null, int from = 0, CancellationToken cancellation = default)
    {
        var bound = limit ?? DefaultLimit;
        try
        {
            return await Output.Find(matches, from, cancellation).WaitAsync(bound, cancellation).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"{_program} ended without the line waited for.{Said()}");
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{_program}: the line waited for did not come within {bound.TotalSeconds:F1} s.{Said()}");
        }
    }

    /// <summary>Waits for the end of the process and of its output; returns its exit code (128 + signal if it was ended by one).</summary>
    /// <exception cref="TimeoutException">It did not end within the limit.</exception>
    public async Task<int> WaitForExit(TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        var bound = limit ?? DefaultLimit;
        try
        {
            await _process.WaitForExitAsync(cancellation).WaitAsync(bound, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{_program} did not end within {bound.TotalSeconds:F1} s.{Said()}");
        }
        return _process.ExitCode;
    }

    /// <summary>Asks the process to end (SIGTERM).</summary>
    public void Terminate() => Signal(SigTerm);

    /// <summary>Ends the process without its knowledge (SIGKILL), as a power cut would.</summary>
    public void Kill() => Signal(SigKill);

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private void Signal(int signal)
    {
        // Until it is waited for, an ended child keeps its id: the signal cannot reach a stranger.
        if (!_process.HasExited)
            _ = SendSignal(_process.Id, signal);
    }

    private string Said() => $"\n--- output\n{Output}\n--- error\n{Error}";

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
