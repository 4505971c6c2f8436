using System.CommandLine;
using Edge.Gateway.Configuration;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway check</c>: reads the configuration and says what is in it, or what is wrong.</summary>
internal static class CheckCommand
{
    public static Command Create(HelpWords help)
    {
        var file = new Argument<string>("file") { Description = help.Configuration };
        var command = new Command("check", help.Check) { file };
        command.SetAction((result, _) => Failure.Guard(() => CheckAsync(result.GetRequiredValue(file))));
        return command;
    }

    private static async Task<int> CheckAsync(string file)
    {
        var configuration = ConfigurationReader.Read(file);
        var perDay = configuration.Sensors.Sum(s => s.Channels.Count * TimeSpan.FromDays(1).TotalSeconds / s.Period.TotalSeconds);
        await Console.Out.WriteLineAsync(
            FormattableString.Invariant($"{file}: good. {configuration.Origin}: {configuration.Sensors.Count} sensors, {configuration.Channels.Count} channels, {perDay:0} readings a day."));
        return 0;
    }
}
