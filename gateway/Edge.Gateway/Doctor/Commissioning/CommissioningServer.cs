using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Outputs;
using Edge.Gateway.Pipeline;
using Edge.Store;
using Microsoft.Extensions.Hosting;

namespace Edge.Gateway.Doctor.Commissioning;

/// <summary>
/// Takes one commissioning note per connection, has the writer enter and seal it, and answers with its index as a line; "-" where it was not entered. The socket
/// is the gateway's user's alone (0600): what comes over it stands in the log under a person's name. Several are listened to at a time, each for
/// <see cref="NotePatience"/>, so that one that says nothing keeps nobody from being entered.
/// </summary>
public sealed class CommissioningServer(GatewayConfiguration configuration, WriterRequests requests, TimeProvider time) : BackgroundService
{
    internal const string Refused = "-";

    private const int MostClients = 8, MostWaiting = 128;

    /// <summary>How long a client may take to send its note: it has it before it connects.</summary>
    private static readonly TimeSpan NotePatience = TimeSpan.FromSeconds(2);

    /// <summary>How long a store may stand still.</summary>
    private static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Beside the log and its status socket.</summary>
    public static string PathOf(string log) => StatusAddress.PathOf(Path.TrimEndingDirectorySeparator(Path.GetFullPath(log)) + ".commissioning");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ServeAsync(PathOf(configuration.Store.Folder), stoppingToken);
            }
            catch (Exception e) when (e is SocketException or IOException or UnauthorizedAccessException)
            {
                // The folder cannot be written; the status socket beside it says so.
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ServeAsync(string path, CancellationToken stoppingToken)
    {
        if (FileType.IsSocket(path))
            File.Delete(path);
        using var address = StatusAddress.Open(path);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(address.End);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        listener.Listen(MostWaiting);
        using var slots = new SemaphoreSlim(MostClients);
        while (true)
        {
            await slots.WaitAsync(stoppingToken);
            _ = AnswerAsync(await listener.AcceptAsync(stoppingToken), slots, stoppingToken);
        }
    }

    private async Task AnswerAsync(Socket client, SemaphoreSlim slots, CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(NotePatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            var line = await ReadLineAsync(stream, either.Token);
            limit.CancelAfter(StorePatience);
            var answer = await EnterAsync(line, either.Token);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\n"), either.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // It has gone, or sends nothing.
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<string> EnterAsync(byte[]? line, CancellationToken cancellationToken)
    {
        if (line is null || CommissioningNote.Read(line) is not { } note)
            return Refused;
        try
        {
            return (await requests.EnterAsync(note.At, cancellationToken)).ToString(CultureInfo.InvariantCulture);
        }
        catch (StoreException)
        {
            return Refused;
        }
    }

    /// <summary>Null when the line is too long, or does not end.</summary>
    private static async Task<byte[]?> ReadLineAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[CommissioningNote.MostBytes];
        for (var length = 0; length < buffer.Length;)
        {
            var count = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (count == 0)
                return null;
            length += count;
            if (Array.IndexOf(buffer, (byte)'\n', 0, length) is >= 0 and var end)
                return buffer[..end];
        }

        return null;
    }
}
