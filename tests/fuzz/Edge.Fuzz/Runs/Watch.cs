using System.Globalization;

namespace Edge.Fuzz.Runs;

/// <summary>Shows how a run goes on, and ends the process when one input holds it up.</summary>
internal sealed class Watch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _target;
    private readonly FuzzRun _run;
    private readonly string _input;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private long _inputs = -1;
    private long _since;

    /// <param name="input">Where the input being read is kept.</param>
    public Watch(string target, FuzzRun run, string input, TimeProvider clock)
    {
        (_target, _run, _input, _clock) = (target, run, input, clock);
        _timer = clock.CreateTimer(_ => Look(), null, Interval, Interval);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var inputs = _run.Inputs;
        if (inputs != _inputs)
        {
            (_inputs, _since) = (inputs, _clock.GetTimestamp());
            if (!Console.IsErrorRedirected)
                Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{_target,-20} {inputs,12:N0}"));
            return;
        }

        if (_clock.GetElapsedTime(_since) < Patience)
            return;
        Console.Error.WriteLine($"./edge fuzz: {_target}: one input has been read for {Patience.TotalSeconds} s\n    again: ./edge fuzz {_target} --replay {_input}");
        Environment.Exit(1);
    }
}
