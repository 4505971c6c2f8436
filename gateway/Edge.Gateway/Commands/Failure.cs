using System.CommandLine;
using System.CommandLine.Parsing;
using Edge.Gateway.Configuration;
using Edge.Gateway.Evidence;
using Edge.Gateway.Export;
using Edge.Gateway.Outputs;
using Edge.Ledger;
using Edge.Store;

namespace Edge.Gateway.Commands;

/// <summary>What went wrong, as one message on standard error, and the exit code for it: 1 it could not be done, 2 the input is wrong.</summary>
internal static class Failure
{
    public const int NotDone = 1;
    public const int WrongInput = 2;

    /// <summary>What this program is called by whoever typed the command: the script of the house says so.</summary>
    private static string Program => Environment.GetEnvironmentVariable("EDGE_COMMAND") ?? "edge-gateway";

    /// <summary>Runs a command; expected failures become a message and a code, not a stack trace.</summary>
    /// <param name="why">The language in which something is refused; both when it is not said: whoever reads a service's journal is not known.</param>
    public static async Task<int> Guard(Func<Task<int>> run, EvidenceWords? why = null)
    {
        try
        {
            return await run();
        }
        catch (ConfigurationException e)
        {
            await Console.Error.WriteLineAsync(In(why, HelpWords.English.Unusable(e), HelpWords.Chinese.Unusable(e)));
            return WrongInput;
        }
        catch (InputException e)
        {
            await Console.Error.WriteLineAsync(In(why, e.Message, ChineseProblems.Of(e.Message)));
            return WrongInput;
        }
        catch (Exception e) when (e is MalformedException or OutputRefusedException or ExportException { IsOfInput: true })
        {
            await Console.Error.WriteLineAsync(e.Message);
            return WrongInput;
        }
        catch (EvidenceException e)
        {
            await Console.Error.WriteLineAsync(e.In(why ?? EvidenceWords.English));
            return NotDone;
        }
        catch (EntryEvictedException e) when (why is not null)
        {
            await Console.Error.WriteLineAsync(why.Evicted(e.Index, e.Oldest));
            return NotDone;
        }
        catch (Exception e) when (e is StoreException or ExportException or IOException or UnauthorizedAccessException or DllNotFoundException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return NotDone;
        }
    }

    private static string In(EvidenceWords? language, string english, string chinese) =>
        language == EvidenceWords.Chinese ? chinese : language is not null || chinese == english ? english : $"{english}\n{chinese}";

    /// <summary>What is wrong with the command line, and where its help is; the help itself would hide it.</summary>
    public static async Task<int> OfUsageAsync(ParseResult parsed, HelpWords help)
    {
        var names = new Stack<string>();
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult { Command: var command, Parent: var parent }; result = parent)
            names.Push(command is RootCommand ? Program : command.Name);
        var line = $"{string.Join(' ', names)} --help";
        if (parsed is { CommandResult.Command.Subcommands: { Count: > 0 } known, UnmatchedTokens: [var named, ..] } && !named.StartsWith('-'))
        {
            await Console.Error.WriteLineAsync(help.NoCommand(named, [.. known.Select(c => c.Name)], line));
            return WrongInput;
        }

        foreach (var message in parsed.Errors.Select(e => help.Usage(e.Message)).Distinct())
            await Console.Error.WriteLineAsync(message);
        await Console.Error.WriteLineAsync(help.See(line));
        return WrongInput;
    }
}
