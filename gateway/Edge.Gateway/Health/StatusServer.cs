using System.Net.Sockets;
using System.Text;
using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Outputs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Health;

/// <summary>
/// Answers whoever connects to the status socket with one line of JSON, and hangs up. It never reads, so nothing sent to it matters; whoever does not take
/// the answer within <see cref="Patience"/> is left; more than <see cref="MostClients"/> at a time wait their turn. The socket belongs to the gateway's user
/// and is open to its group (0660). One that a killed gateway left is replaced: the log's lock says that no other gateway has it.
/// </summary>
public sealed class StatusServer(GatewayConfiguration configuration, Func<GatewayHealth> health, TimeProvider time, ILogger<StatusServer> logger) : BackgroundService
{
    /// <summary>Clients answered at the same time.</summary>
    public const int MostClients = 8;

    private const int MostWaiting = 128;

    /// <summary>How long a client may take its time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How often it is looked whether the socket is still there, and tried again when it could not be made.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    private readonly string _path = StatusAddress.PathOf(configuration.Store.Folder);
    private bool _complained;

    /// <summary>Whether a gateway answers at this log's socket already.</summary>
    public async Task<bool> IsServedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await StatusClient.AskAsync(_path, time, cancellationToken) is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ServeAsync(stoppingToken);
            }
            catch (Exception e) when (e is SocketException or IOException or UnauthorizedAccessException)
            {
                if (!_complained)
                    logger.StatusNotServed(_path, ReadOnlyFolder.Is(Path.GetDirectoryName(_path)!) ? "its file system is mounted read-only" : e.Message.TrimEnd('.'));
                _complained = true;
                await Task.Delay(LookEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Until someone takes the socket away.</summary>
    private async Task ServeAsync(CancellationToken stoppingToken)
    {
        using var address = StatusAddress.Open(_path);
        using var listener = Listen(address);
        using var slots = new SemaphoreSlim(MostClients);
        while (File.Exists(_path))
        {
            await slots.WaitAsync(stoppingToken);
            if (await AcceptAsync(listener, stoppingToken) is { } client)
                _ = AnswerAsync(client, slots, stoppingToken);
            else
                slots.Release();
        }
    }

    private Socket Listen(StatusAddress address)
    {
        if (FileType.IsSocket(_path))
            File.Delete(_path);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            listener.Bind(address.End);
            File.SetUnixFileMode(_path, Mode);
            listener.Listen(MostWaiting);
            return listener;
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>The next client; null when none came for a while.</summary>
    private async Task<Socket?> AcceptAsync(Socket listener, CancellationToken stoppingToken)
    {
        using var pause = new CancellationTokenSource(LookEvery, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, stoppingToken);
        try
        {
            return await listener.AcceptAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task AnswerAsync(Socket client, SemaphoreSlim slots, CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(HealthJson.Write(health()) + "\n"), either.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // It has gone, or does not read: its loss.
        }
        finally
        {
            slots.Release();
        }
    }
}
