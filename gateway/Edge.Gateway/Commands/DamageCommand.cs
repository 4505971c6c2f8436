using System.CommandLine;
using Edge.Gateway.Commands.Answers;
using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Health.Words;
using Edge.Gateway.Identity;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway damage</c>: what was found damaged in the log and nobody has seen to; with <c>--seen</c> somebody has. While the gateway does not run the log itself is looked at too.</summary>
internal static class DamageCommand
{
    public static Command Create(HelpWords help)
    {
        var config = ExportSource.Configuration(help);
        var seen = new Option<bool>("--seen") { Description = help.Seen };
        var json = new Option<bool>("--json") { Description = help.JsonAnswer };
        var language = ExportSource.Language(help);
        var command = new Command("damage", help.Damage) { config, seen, json, language };
        command.SetAction((result, _) => Failure.Guard(() =>
        {
            var configuration = ConfigurationReader.Read(result.GetValue(config) ?? ExportSource.Find(ExportSource.Words(result.GetValue(language)), orStore: false));
            var words = ExportSource.IsChinese(result.GetValue(language)) ? HealthWords.Chinese : HealthWords.English;
            return ShowAsync(new DamageNote(configuration.Store.Folder, TimeProvider.System), configuration, words, result.GetValue(seen), result.GetValue(json));
        }, ExportSource.Why(result.GetValue(language))));
        return command;
    }

    /// <returns>0 when there is nothing, or somebody has seen to it now; 1 when somebody should.</returns>
    private static async Task<int> ShowAsync(DamageNote note, GatewayConfiguration configuration, HealthWords words, bool seen, bool json)
    {
        var damage = note.Read();
        var stopped = KeyHold.IsHeld(configuration.KeyFile) ? null : StoppedGateway.Look(configuration, TimeProvider.System);
        seen &= stopped?.Fault != StoppedProblem.OtherStack;
        if (seen && damage.Count > 0)
            stopped = null;
        if (json)
        {
            await AnswerJson.SayAsync(new DamageAnswer(
                configuration.Origin.ToString(), configuration.Store.Folder, [.. NotedDamage.Ordered(damage)], seen && damage.Count > 0 ? note.See(damage) : null, stopped is { Fault: not null } ? words.Fault(stopped) : null));
            return Code();
        }

        if (stopped is { Fault: not null })
            await Console.Out.WriteLineAsync(words.Fault(stopped));
        foreach (var piece in NotedDamage.Ordered(damage))
            await Console.Out.WriteLineAsync(words.Damage(piece));
        if (damage.Count > 0)
            await Console.Out.WriteLineAsync(seen ? words.DamageSeen(note.See(damage)) : words.SeeToDamage(damage, note.Quarantine, configuration.File));
        else if (stopped?.Fault is null)
            await Console.Out.WriteLineAsync(stopped is { Held: > 0, Sealed: > 0 } ? words.NoneDamaged(stopped) : words.NoDamage);
        return Code();

        int Code() => (damage.Count > 0 && !seen) || stopped is { Fault: not null } ? Failure.NotDone : 0;
    }
}
