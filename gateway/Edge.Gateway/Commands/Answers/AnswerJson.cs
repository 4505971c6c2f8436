using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Edge.Gateway.Commands.Answers;

/// <summary>What a command answers with <c>--json</c>: one object on one line, names in snake_case, nothing that is not known. Names are only added within a version.</summary>
internal static class AnswerJson
{
    private static readonly AnswerForms Forms = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    /// <summary>Whether the command line asks for JSON, also where the rest of it is wrong.</summary>
    public static bool IsAsked => Environment.GetCommandLineArgs().Skip(1).TakeWhile(a => a != "--").Contains("--json");

    public static string Of(Refusal answer) => JsonSerializer.Serialize(answer, Forms.Refusal);

    public static Task SayAsync(DamageAnswer answer) => SayAsync(answer, Forms.DamageAnswer);

    public static Task SayAsync(EvidenceAnswer answer) => SayAsync(answer, Forms.EvidenceAnswer);

    public static Task SayAsync(TilesAnswer answer) => SayAsync(answer, Forms.TilesAnswer);

    public static Task SayAsync(CoseAnswer answer) => SayAsync(answer, Forms.CoseAnswer);

    private static Task SayAsync<T>(T answer, JsonTypeInfo<T> form) => Console.Out.WriteLineAsync(JsonSerializer.Serialize(answer, form));
}

/// <summary>Made by the compiler: a native build has no reflection to find members by.</summary>
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(DamageAnswer))]
[JsonSerializable(typeof(EvidenceAnswer))]
[JsonSerializable(typeof(TilesAnswer))]
[JsonSerializable(typeof(CoseAnswer))]
internal sealed partial class AnswerForms : JsonSerializerContext;
