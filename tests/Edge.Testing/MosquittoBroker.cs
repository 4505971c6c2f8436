using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Edge.Processes;

namespace Edge.Testing;

/// <summary>A real mosquitto on a free loopback port, which keeps its port when it is ended and started again.</summary>
public sealed partial class MosquittoBroker : IAsyncDisposable
{
    private const int TerminateSignal = 15;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly string[] _settings;
    private readonly string _folder;
    private readonly StringBuilder _log = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];
    private Process? _process;

    private MosquittoBroker(Func<string, string[]> settings)
    {
        _folder = Directory.CreateTempSubdirectory("mosquitto-").FullName;
        _settings = settings(_folder);
        Port = FreePort.Next();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => EndNow();
    }

    /// <summary>Always a loopback address.</summary>
    public string Host => "127.0.0.1";

    /// <summary>The same for the life of this object.</summary>
    public int Port { get; }

    /// <summary>A folder of its own, for files its settings name.</summary>
    public string Folder => _folder;

    /// <summary>What it printed so far.</summary>
    public string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    /// <summary>Starts a broker; completes when it accepts connections.</summary>
    /// <param name="settings">Further lines of mosquitto.conf. Without <c>allow_anonymous</c> or a password file among them, everybody may connect; without <c>log_type</c> it prints all there is.</param>
    public static Task<MosquittoBroker> StartAsync(params string[] settings) => StartAsync(_ => settings);

    /// <summary>Starts a broker whose settings name files in its folder.</summary>
    /// <param name="settings">Given the folder, writes the files and returns the lines.</param>
    public static async Task<MosquittoBroker> StartAsync(Func<string, string[]> settings)
    {
        var broker = new MosquittoBroker(settings);
        await broker.StartAgainAsync();
        return broker;
    }

    /// <summary>Starts it again on the same port.</summary>
    public async Task StartAgainAsync()
    {
        var file = Path.Combine(_folder, "mosquitto.conf");
        string[] anonymous = _settings.Any(line => line.StartsWith("allow_anonymous", StringComparison.Ordinal)) ? [] : ["allow_anonymous true"];
        string[] everything = _settings.Any(line => line.StartsWith("log_type", StringComparison.Ordinal)) ? [] : ["log_type all"];
        await File.WriteAllLinesAsync(file,
            [$"listener {Port} {Host}", $"user {Environment.UserName}", "log_dest stderr", "max_queued_messages 100000", .. everything, .. anonymous, .. _settings]);
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = new ProcessStartInfo(Program()) { ArgumentList = { "-c", file }, RedirectStandardOutput = true, RedirectStandardError = true } };
        process.OutputDataReceived += (_, e) => Note(e.Data, running);
        process.ErrorDataReceived += (_, e) => Note(e.Data, running);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => running.TrySetException(new InvalidOperationException($"mosquitto ended at once:\n{Log}"));
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("These tests need a real mosquitto, which is not installed: apt install mosquitto", e);
        }
        _process = process;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await running.Task.WaitAsync(Limit);
    }

    /// <summary>Completes when it has printed, or prints, a line that contains a text.</summary>
    public async Task LoggedAsync(string text)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_log)
        {
            if (_log.ToString().Contains(text, StringComparison.Ordinal)) return;
            _awaited.Add((text, seen));
        }
        try
        {
            await seen.Task.WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"mosquitto never printed \"{text}\":\n{Log}");
        }
    }

    /// <summary>Ends it as an administrator would: clients are told.</summary>
    public async Task StopAsync()
    {
        if (_process is not { HasExited: false } process) return;
        _ = Signal(process.Id, TerminateSignal);
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
    }

    /// <summary>Ends it without a chance to say or store anything (SIGKILL).</summary>
    public async Task KillAsync()
    {
        EndNow();
        if (_process is not null) await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
        _process = null;
        Directory.Delete(_folder, recursive: true);
    }

    private static string Program() => File.Exists("/usr/sbin/mosquitto") ? "/usr/sbin/mosquitto" : "mosquitto";

    private void Note(string? line, TaskCompletionSource running)
    {
        if (line is null) return;
        lock (_log)
        {
            _log.AppendLine(line);
            foreach (var (text, seen) in _awaited)
            {
                if (line.Contains(text, StringComparison.Ordinal)) seen.TrySetResult();
            }
        }
        if (line.EndsWith(" running", StringComparison.Ordinal)) running.TrySetResult();
    }

    private void EndNow()
    {
        if (_process is { HasExited: false } process) process.Kill();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
