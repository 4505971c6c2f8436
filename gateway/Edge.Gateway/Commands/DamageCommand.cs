using System.CommandLine;
using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Health.Words;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway damage</c>: what was found damaged in the log and nobody has seen to; with <c>--seen</c> somebody has.</summary>
internal static class DamageCommand
{
    public static Command Create(HelpWords help)
    {
        var config = ExportSource.Configuration(help);
        var seen = new Option<bool>("--seen") { Description = help.Seen };
        var language = ExportSource.Language(help);
        var command = new Command("damage", help.Damage) { config, seen, language };
        command.SetAction((result, _) => Failure.Guard(() =>
        {
            var configuration = ConfigurationReader.Read(result.GetValue(config) ?? ExportSource.Find(ExportSource.Words(result.GetValue(language)), orStore: false));
            var words = ExportSource.IsChinese(result.GetValue(language)) ? HealthWords.Chinese : HealthWords.English;
            return ShowAsync(new DamageNote(configuration.Store.Folder), configuration.File, words, result.GetValue(seen));
        }, ExportSource.Why(result.GetValue(language))));
        return command;
    }

    /// <returns>0 when there is nothing, or somebody has seen to it now; 1 when somebody should.</returns>
    private static async Task<int> ShowAsync(DamageNote note, string configuration, HealthWords words, bool seen)
    {
        var damage = note.Read();
        foreach (var piece in damage)
            await Console.Out.WriteLineAsync(words.Damage(piece));
        if (damage.Count == 0)
            await Console.Out.WriteLineAsync(words.NoDamage);
        else
            await Console.Out.WriteLineAsync(seen ? words.DamageSeen(note.See()) : words.SeeToDamage(note.Quarantine, configuration));
        return damage.Count > 0 && !seen ? Failure.NotDone : 0;
    }
}
