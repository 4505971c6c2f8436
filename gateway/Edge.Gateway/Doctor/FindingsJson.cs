using System.Text.Json;
using System.Text.Json.Serialization;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Doctor;

/// <summary>Findings as one JSON object on one line: names and words in snake_case, nothing that is not known. The same findings give the same bytes, which may stand in a page.</summary>
public static class FindingsJson
{
    private static readonly FindingsForms Forms = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter<Verdict>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Topic>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Symptom>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Quality>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<ClockSource>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Reason>(JsonNamingPolicy.SnakeCaseLower),
        },
    });

    public static string Write(Findings findings) => JsonSerializer.Serialize(findings, Forms.Findings);
}

/// <summary>Made by the compiler: a native build has no reflection to find members by.</summary>
[JsonSerializable(typeof(Findings))]
internal sealed partial class FindingsForms : JsonSerializerContext;
