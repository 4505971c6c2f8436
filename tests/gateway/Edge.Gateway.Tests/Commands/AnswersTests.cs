using System.Text.Json;
using Edge.Gateway.Tests.Configuration;
using Edge.Gateway.Tests.Consequences;
using Edge.Gateway.Tests.Faults;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Gateway.Tests.Commands;

/// <summary>What the real program ends with, against the table of exit codes, and what it says where JSON is asked for.</summary>
public sealed class AnswersTests
{
    /// <summary>Codes that need a board or a city that answers: tests/integration and ExaminationTests see them.</summary>
    private static readonly HashSet<(string, int)> Elsewhere = [("status", 0), ("doctor", 0), ("doctor", 1), ("evidence", 0)];

    private readonly IReadOnlyDictionary<string, (IReadOnlyList<int> Codes, int? SetUp)> _table = ExitCodeTable.Read();
    private readonly HashSet<(string Verb, int Code)> _seen = [];
    private readonly string _page = File.ReadAllText(Path.Combine(Programs.RepositoryRoot, ".edge/README.md"));

    [Fact]
    public async Task Every_verb_ends_with_the_codes_of_the_table_and_answers_in_one_versioned_object_whose_names_the_page_has()
    {
        using var folder = new TemporaryDirectory();
        await using var gateway = new LoneGateway();
        await Ends(gateway, 3, "status");
        await Ends(gateway, 2, "status", "--wach");
        await Ends(gateway, 0, "damage");
        await Ends(gateway, 2, "damage", "--all");
        await Ends(gateway, 2, "doctor", "--simulate", "much", "tap.ph");
        await Ends(gateway, 4, "doctor", "--sign", "");
        await Ends(gateway, 1, "export", "tiles", folder.File("none"));
        gateway.Start();
        await gateway.UntilAsync(h => h.Sealed > 8);

        await Ends(gateway, 1, "status");
        await Ends(gateway, 3, "doctor");
        await Ends(gateway, 1, "evidence", "--channel", "tap.ph", "--out", folder.File("tap.edge"));
        await Ends(gateway, 2, "evidence", "--channel", "tap.pH", "--out", folder.File("tap.edge"));
        await Ends(gateway, 0, "export", "tiles", folder.File("tiles"), "--newest");
        await Ends(gateway, 0, "export", "cose", folder.File("entry.cose"), "--index", "2");
        await Ends(gateway, 0, "export", "cose", folder.File("grown.cose"), "--from-size", "3");
        await Ends(gateway, 2, "export", "cose", folder.File("none.cose"), "--index", "1000000");
        await Ends(gateway, 2, "export", "cose", folder.File("none.cose"));
        await gateway.StopAsync();
        gateway.Damage(frames => frames[frames.Count / 2]);
        await Ends(gateway, 1, "damage");

        using var site = new CheckedSite();
        site.Write(ConfigurationText.With("../policy.txt", "policy.txt"));
        Holds("config", await site.CheckAsync("en", "--json"), 0);
        site.Write(ConfigurationText.With("../policy.txt", "policy.txt").Replace("commit_age: 500ms", "commit_age: 500ms, free_space_floor: 900TB", StringComparison.Ordinal));
        Holds("config", await site.CheckAsync("en", "--json"), 1);
        site.Write("version: 2");
        Holds("config", await site.CheckAsync("en", "--json"), 2);

        var verbs = new[] { "status", "doctor", "damage", "evidence", "export", "config" };
        Assert.Equal(verbs.SelectMany(v => _table[v].Codes.Select(c => (v, c))).Except(Elsewhere).Order(), _seen.Order());
    }

    /// <summary>In words and in JSON the same code; in JSON nothing but the object on standard output.</summary>
    private async Task Ends(LoneGateway gateway, int code, params string[] command)
    {
        Assert.Equal(code, (await gateway.AskAsync(command)).Code);
        Holds(command[0], await gateway.AskAsync([.. command, "--json"]), code);
    }

    private void Holds(string verb, (int Code, string Said) answer, int code)
    {
        Assert.True(answer.Code == code, $"{verb} ended with {answer.Code}, not {code}: {answer.Said}");
        Assert.Contains(code, _table[verb].Codes);
        _seen.Add((verb, code));
        var json = JsonDocument.Parse(answer.Said).RootElement;
        Assert.Single(answer.Said.Trim().Split('\n'));
        Assert.Equal(1, json.GetProperty("version").GetInt32());
        if (json.TryGetProperty("error", out _))
            Assert.Equal(code, json.GetProperty("exit_code").GetInt32());
        if (verb is not ("status" or "doctor" or "config") || json.TryGetProperty("error", out _))
            Assert.All(json.EnumerateObject(), p => Assert.Contains($"`{p.Name}`", _page, StringComparison.Ordinal));
    }
}
