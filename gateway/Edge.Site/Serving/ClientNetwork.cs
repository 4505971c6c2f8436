using System.Net;
using System.Net.Sockets;

namespace Edge.Site.Serving;

/// <summary>Who is counted as one who comes: an IPv4 address, or the IPv6 network of 2^64 addresses that whoever has one of them has.</summary>
internal static class ClientNetwork
{
    public static IPAddress Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    /// <summary>Of one end of a connection; null, as without a network: nobody's.</summary>
    public static IPAddress Of(EndPoint? end) => end is IPEndPoint { Address: { } address } ? Of(address) : IPAddress.None;
}
