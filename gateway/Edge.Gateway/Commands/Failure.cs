using System.CommandLine;
using System.CommandLine.Parsing;
using Edge.Gateway.Commands.Answers;
using Edge.Gateway.Configuration;
using Edge.Gateway.Consequences;
using Edge.Gateway.Evidence;
using Edge.Gateway.Export;
using Edge.Gateway.Health.Words;
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
    public static string Program => Environment.GetEnvironmentVariable("EDGE_COMMAND") ?? "edge-gateway";

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
            var told = why == EvidenceWords.Chinese ? HelpWords.Chinese : HelpWords.English;
            var unusable = In(why, HelpWords.English.Unusable(e), HelpWords.Chinese.Unusable(e));
            return await SayAsync("configuration", WrongInput, Terminal.IsWatched ? FoldedFaults.Of(unusable, Terminal.Columns) : unusable, [.. e.Problems.Select(p => p with { Message = told.Message(p) })]);
        }
        catch (InputException e)
        {
            return await SayAsync("input", WrongInput, In(why, e.Message, ChineseProblems.Of(e.Message)));
        }
        catch (Exception e) when (e is MalformedException or OutputRefusedException or ExportException { IsOfInput: true })
        {
            return await SayAsync("input", WrongInput, e.Message);
        }
        catch (EvidenceException e)
        {
            return await SayAsync("not_done", NotDone, e.In(why ?? EvidenceWords.English));
        }
        catch (EntryEvictedException e) when (why is not null)
        {
            return await SayAsync("not_done", NotDone, why.Evicted(e.Index, e.Oldest));
        }
        catch (OtherStackException e)
        {
            return await SayAsync("input", WrongInput, In(why, e.Message, ChineseReasons.Of(e.Message)));
        }
        catch (Exception e) when (e is StoreException or ExportException or IOException or UnauthorizedAccessException or DllNotFoundException)
        {
            return await SayAsync("not_done", NotDone, e.Message);
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
            return await SayAsync("usage", WrongInput, help.NoCommand(named, [.. known.Select(c => c.Name)], line));
        return await SayAsync("usage", WrongInput, string.Join('\n', [.. parsed.Errors.Select(e => help.Usage(e.Message)).Distinct(), help.See(line)]));
    }

    /// <summary>On standard error; where JSON was asked for, as JSON on standard output instead.</summary>
    /// <param name="error">One of those that <see cref="Refusal"/> names.</param>
    /// <returns>The code.</returns>
    public static async Task<int> SayAsync(string error, int code, string message, IReadOnlyList<ConfigurationProblem>? problems = null)
    {
        await (AnswerJson.IsAsked ? Console.Out.WriteLineAsync(AnswerJson.Of(new Refusal(error, code, message, problems))) : Console.Error.WriteLineAsync(message));
        return code;
    }
}
