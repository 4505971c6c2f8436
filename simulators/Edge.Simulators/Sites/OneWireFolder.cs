namespace Edge.Simulators.Sites;

/// <summary>Where a served site's 1-wire buses lie as files, beside its socket: what a socket serves has no 1-wire, the kernel shows it as folders.</summary>
internal static class OneWireFolder
{
    /// <summary>The folder of all of them.</summary>
    public static string Of(string socket) => Path.GetFullPath(socket) + ".w1";

    /// <summary>The folder of one.</summary>
    public static string Of(string socket, string bus) => Path.Combine(Of(socket), bus);
}
