using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Edge.Demo;

/// <summary>What <c>--json</c> answers: one object on one line, names in snake_case, nothing that is not known. Names are only added within a version.</summary>
/// <param name="ExitCode">That the program ends with.</param>
/// <param name="Error">Absent when all of it came through; <c>usage</c>, <c>not_done</c>.</param>
/// <param name="Message">Why not, in the language asked for, where one sentence says it.</param>
/// <param name="Folder">Where the town lived.</param>
/// <param name="Policy">The policy file.</param>
/// <param name="Evidence">The files, each verified.</param>
/// <param name="Logs">What each program said, where something failed.</param>
public sealed record DemoAnswer(int ExitCode, string? Error = null, string? Message = null, string? Folder = null, string? Policy = null, IReadOnlyList<string>? Evidence = null, string? Logs = null)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public int Version { get; init; } = 1;

    public override string ToString() => JsonSerializer.Serialize(this, Form);
}
