using System.Net.Sockets;
using Edge.Site.Access;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Serving;

/// <summary>Where a connection comes in: in its turn, to one of the places, and out again when it asks nothing or takes nothing.</summary>
internal sealed class Entrance(Visitors visitors, TimeProvider time)
{
    private const int Tcp = 6;
    private const int UserTimeout = 18;

    private static readonly object PlaceKey = new();

    public async Task EnterAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (!await IsLetInAsync(connection) || visitors.Places.Enter(ClientNetwork.Of(connection.RemoteEndPoint), connection.Abort) is not { } place)
        {
            connection.Abort();
            return;
        }

        connection.Items[PlaceKey] = place;
        using var asksNothing = time.CreateTimer(_ => EndUnlessAsked(place), null, SiteLimits.FirstRequest, Timeout.InfiniteTimeSpan);
        try
        {
            Hold(connection.Features.Get<IConnectionSocketFeature>()?.Socket);
            await next(connection);
        }
        finally
        {
            visitors.Places.Leave(place);
        }
    }

    /// <summary>The place of a request's connection; null: it did not come in here.</summary>
    public static Place? PlaceOf(HttpContext context) => context.Features.Get<IConnectionItemsFeature>()?.Items.TryGetValue(PlaceKey, out var place) == true ? (Place?)place : null;

    private async Task<bool> IsLetInAsync(ConnectionContext connection)
    {
        try
        {
            return await visitors.Connections.WaitAsync(ClientNetwork.Of(connection.RemoteEndPoint), connection.ConnectionClosed);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static void EndUnlessAsked(Place place)
    {
        if (!place.HasAsked)
            place.End();
    }

    /// <summary>The kernel keeps little for a client, and closes on one that takes nothing of it (Linux, tcp(7): TCP_USER_TIMEOUT, a window of zero included).</summary>
    private static void Hold(Socket? socket)
    {
        if (socket is null)
            return;
        socket.SendBufferSize = SiteLimits.SendBuffer;
        if (OperatingSystem.IsLinux())
            socket.SetRawSocketOption(Tcp, UserTimeout, BitConverter.GetBytes((int)SiteLimits.TakesNothing.TotalMilliseconds));
    }
}
