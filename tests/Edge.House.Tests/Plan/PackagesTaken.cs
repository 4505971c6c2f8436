using System.Text.Json;
using Edge.Processes;
using Edge.Testing;

namespace Edge.House.Tests.Plan;

/// <summary>Which project takes which packages in each stack, as MSBuild itself finds it, wherever and under whatever condition that is written.</summary>
internal static class PackagesTaken
{
    private const string Question =
        """
        <Project>
          <ItemGroup>
            <Each Include="ROOT/**/*.csproj" Exclude="ROOT/artifacts/**" />
          </ItemGroup>
          <Target Name="Taken" Returns="@(Taken)">
            <MSBuild Projects="@(Each)" Targets="CollectPackageReferences" Properties="Stack=system"><Output TaskParameter="TargetOutputs" ItemName="System" /></MSBuild>
            <MSBuild Projects="@(Each)" Targets="CollectPackageReferences" Properties="Stack=managed"><Output TaskParameter="TargetOutputs" ItemName="Managed" /></MSBuild>
            <ItemGroup>
              <Taken Include="@(System)" Of="system" />
              <Taken Include="@(Managed)" Of="managed" />
            </ItemGroup>
          </Target>
        </Project>
        """;

    private static readonly Lazy<Task<ILookup<string, (string Project, string Package)>>> All = new(Ask);

    /// <summary>Project and package: those of the managed stack alone.</summary>
    public static async Task<IReadOnlyList<(string Project, string Package)>> ByTheManagedStackAlone() => [.. (await All.Value)["managed"].Except((await All.Value)["system"])];

    /// <summary>Project and package: those of the default stack alone.</summary>
    public static async Task<IReadOnlyList<(string Project, string Package)>> ByTheSystemStackAlone() => [.. (await All.Value)["system"].Except((await All.Value)["managed"])];

    private static async Task<ILookup<string, (string Project, string Package)>> Ask()
    {
        using var folder = new TemporaryDirectory();
        var question = folder.Write("question.proj", Question.Replace("ROOT", Programs.RepositoryRoot, StringComparison.Ordinal));
        await using var child = ChildProcess.Start("dotnet", ["msbuild", question, "-t:Taken", "-getTargetResult:Taken", "-nodeReuse:false"]);
        var code = await child.WaitForExit(TimeSpan.FromMinutes(3));
        var answer = string.Join('\n', child.Output.All);
        Assert.True(code == 0, answer);

        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("TargetResults").GetProperty("Taken").GetProperty("Items").EnumerateArray()
            .ToLookup(item => Text(item, "Of"), item => (Path.GetFileNameWithoutExtension(Text(item, "MSBuildSourceProjectFile")), Text(item, "Identity")));
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
