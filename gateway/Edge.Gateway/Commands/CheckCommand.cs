using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Consequences;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway config check</c>: reads the configuration and says what follows from it, or what is wrong with it.</summary>
internal static class CheckCommand
{
    public static Command Create(HelpWords help)
    {
        var file = new Argument<string>("file") { Description = help.Configuration };
        var json = new Option<bool>("--json") { Description = help.Json };
        var language = ExportSource.Language(help);
        var check = new Command("check", help.Check) { file, json, language };
        check.SetAction((result, cancellationToken) => Failure.Guard(() => CheckAsync(
            result.GetRequiredValue(file), result.GetValue(json), ExportSource.IsChinese(result.GetValue(language)) ? ConsequenceWords.Chinese : ConsequenceWords.English, cancellationToken), ExportSource.Why(result.GetValue(language))));
        return new Command("config", help.Config) { check, SchemaCommand.Create(help) };
    }

    /// <returns>0 when it can be used; 1 when it is well formed, but nothing would be kept here.</returns>
    private static async Task<int> CheckAsync(string file, bool json, ConsequenceWords words, CancellationToken cancellationToken)
    {
        var (configuration, problems) = ConfigurationReader.Look(file);
        problems = [.. problems, .. IdentityProblems.Of(configuration, problems)];
        if (problems.Count > 0)
            throw new ConfigurationException(problems);

        var consequences = ConfigurationConsequences.Of(configuration, Trial.Run(configuration, cancellationToken), DiskRoom.Of(configuration.Store)) with
        {
            Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
        };
        var doubts = consequences.Doubts(configuration).ToList();
        var told = consequences with { Warnings = [.. doubts.Select(d => new Warning(JsonNamingPolicy.SnakeCaseLower.ConvertName(d.ToString()), words.Say(d, consequences, configuration)))] };
        await Console.Out.WriteAsync(json ? JsonSerializer.Serialize(told, ConsequencesForms.Default.ConfigurationConsequences) + "\n" : ConsequencePage.Write(configuration, consequences, words, Terminal.Columns));
        return doubts.Contains(Doubt.NoRoom) || doubts.Contains(Doubt.OtherStack) ? Failure.NotDone : 0;
    }
}

/// <summary>Made by the compiler: a native build has no reflection to find members by.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(RoundedFigure)])]
[JsonSerializable(typeof(ConfigurationConsequences))]
internal sealed partial class ConsequencesForms : JsonSerializerContext;
