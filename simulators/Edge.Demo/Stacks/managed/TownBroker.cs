using System.CommandLine;
using System.Globalization;
using Edge.Demo.Towns;

namespace Edge.Demo.Stacks;

/// <summary>The town's broker, by what this build was made with (MSBuild property <c>Stack</c>): this program once more, as a process of its own, with MQTTnet.Server in it.</summary>
internal static class TownBroker
{
    /// <summary>What it is, as its makers call it.</summary>
    public const string Product = "MQTTnet.Server";

    /// <summary>The end of the line on standard error with which it says that it accepts connections.</summary>
    public const string Ready = " running";

    private const string Verb = "broker";

    /// <summary>Commands that this program has only to be the broker itself; not for people.</summary>
    public static IEnumerable<Command> Commands
    {
        get
        {
            var port = new Option<int>("--port") { Required = true };
            var command = new Command(Verb) { port };
            command.Hidden = true;
            command.SetAction((asked, cancellationToken) => new EmbeddedBroker(asked.GetValue(port), Console.Error).RunAsync(cancellationToken));
            return [command];
        }
    }

    /// <exception cref="FileNotFoundException">It is not built.</exception>
    public static string Program => BuiltPrograms.Demo;

    /// <summary>What it is called with.</summary>
    /// <param name="folder">The town's; it needs nothing there.</param>
    /// <param name="port">On loopback; everybody may connect, and it forgets all when it ends.</param>
    public static string[] Prepare(TownFolder folder, int port) => [Verb, "--port", port.ToString(CultureInfo.InvariantCulture)];
}
