namespace Edge.Processes;

/// <summary>Lines as they come, for anyone to look at or wait for.</summary>
public sealed class OutputLines
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _more = New();

    /// <summary>All lines so far.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    /// <summary>True when no further line will come.</summary>
    public bool IsComplete { get; private set; }

    public override string ToString() => string.Join('\n', All);

    /// <summary>Adds a line that came; null when no further one will.</summary>
    public void Add(string? line)
    {
        TaskCompletionSource waiting;
        lock (_gate)
        {
            if (line is null)
                IsComplete = true;
            else
                _lines.Add(line);
            (waiting, _more) = (_more, New());
        }
        waiting.SetResult();
    }

    /// <summary>The first line from position <paramref name="from"/> on that matches; null if the lines ended without one.</summary>
    public async Task<string?> Find(Func<string, bool> matches, int from, CancellationToken cancellation)
    {
        for (var next = from; ;)
        {
            Task more;
            lock (_gate)
            {
                for (; next < _lines.Count; next++)
                {
                    if (matches(_lines[next]))
                        return _lines[next];
                }
                if (IsComplete)
                    return null;
                more = _more.Task;
            }
            await more.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
