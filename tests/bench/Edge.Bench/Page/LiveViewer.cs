using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Edge.Bench.Page;

/// <summary>Somebody who watches a gateway's live events, and notes how old each reading is when it comes.</summary>
/// <param name="from">An address of this machine: of one address only so many may watch.</param>
internal sealed class LiveViewer(Uri page, IPAddress from, TimeProvider time) : IAsyncDisposable
{
    private const string Data = "data: ";

    private readonly HttpClient _client = new(new SocketsHttpHandler { ConnectCallback = (to, cancel) => ConnectAsync(from, to.DnsEndPoint, cancel) }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _end = new();
    private readonly List<double> _ages = [];
    private readonly Lock _gate = new();
    private Task _watching = Task.CompletedTask;

    /// <summary>Bytes of events since the last <see cref="Take"/>.</summary>
    public long Bytes { get; private set; }

    /// <exception cref="HttpRequestException">It is not let in.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var answer = await _client.GetAsync(new Uri(page, "/api/v1/live"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        _watching = WatchAsync(new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken)));
    }

    /// <summary>Milliseconds from sample to arrival of all that came since the last call.</summary>
    public IReadOnlyList<double> Take()
    {
        lock (_gate)
        {
            var ages = _ages.ToArray();
            _ages.Clear();
            Bytes = 0;
            return ages;
        }
    }

    private static async ValueTask<Stream> ConnectAsync(IPAddress from, DnsEndPoint to, CancellationToken cancellationToken)
    {
        var socket = new Socket(from.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(to, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task WatchAsync(StreamReader events)
    {
        using (events)
        {
            var name = "";
            while (await NextAsync(events) is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                    name = line["event: ".Length..];
                var now = time.GetUtcNow().ToUnixTimeMilliseconds();
                lock (_gate)
                {
                    Bytes += line.Length + 1;
                    if (name == "readings" && line.StartsWith(Data, StringComparison.Ordinal))
                        Note(line.AsMemory(Data.Length), now);
                }
            }
        }
    }

    private void Note(ReadOnlyMemory<char> readings, long now)
    {
        using var json = JsonDocument.Parse(readings);
        foreach (var reading in json.RootElement.EnumerateArray())
        {
            if (reading[4].ValueKind == JsonValueKind.Number)
                _ages.Add(now - reading[4].GetDouble());
        }
    }

    private async Task<string?> NextAsync(StreamReader events)
    {
        try
        {
            return await events.ReadLineAsync(_end.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        _client.Dispose();
        _end.Dispose();
    }
}
