namespace Edge.Simulators.Sites;

/// <summary>Where a served site's 1-wire buses and serial lines are, beside its socket: the kernel shows such as folders and terminals, and so does it.</summary>
internal static class ServedPlace
{
    /// <summary>The folder of all 1-wire buses.</summary>
    public static string OneWire(string socket) => Path.GetFullPath(socket) + ".w1";

    /// <summary>The folder of one.</summary>
    public static string OneWire(string socket, string bus) => Path.Combine(OneWire(socket), bus);

    /// <summary>The name of a terminal.</summary>
    public static string SerialLine(string socket, string bus) => $"{Path.GetFullPath(socket)}.{bus}";
}
