using System.CommandLine;
using System.Globalization;
using Edge.Demo.Towns;

namespace Edge.Demo.Stacks;

/// <summary>The town's broker, by what this build was made with (MSBuild property <c>Stack</c>): mosquitto.</summary>
internal static class TownBroker
{
    /// <summary>What it is, as its makers call it.</summary>
    public const string Product = "mosquitto";

    /// <summary>The end of the line on standard error with which it says that it accepts connections.</summary>
    public const string Ready = " running";

    /// <summary>Commands that this program has only to be the broker itself: none.</summary>
    public static IEnumerable<Command> Commands => [];

    /// <exception cref="TownException">It is not installed.</exception>
    public static string Program =>
        new[] { "/usr/sbin/mosquitto", "/usr/bin/mosquitto", "/usr/local/sbin/mosquitto" }.FirstOrDefault(File.Exists)
        ?? throw new TownException("there is no mosquitto: apt-get install mosquitto", "缺少 mosquitto：请运行 apt-get install mosquitto");

    /// <summary>Writes its configuration; what it is called with.</summary>
    /// <param name="folder">The town's.</param>
    /// <param name="port">On loopback; everybody may connect, and it forgets all when it ends.</param>
    public static string[] Prepare(TownFolder folder, int port)
    {
        File.WriteAllText(
            folder.BrokerConfiguration,
            string.Create(CultureInfo.InvariantCulture, $"listener {port} 127.0.0.1\nallow_anonymous true\nuser {Environment.UserName}\nlog_dest stderr\npersistence false\n"));
        return ["-c", folder.BrokerConfiguration];
    }
}
