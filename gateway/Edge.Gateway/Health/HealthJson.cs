using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Edge.Gateway.Health;

/// <summary>Health as one JSON object on one line: names and states in snake_case, numbers with at most three decimals, nothing that is not known.</summary>
public static class HealthJson
{
    private static readonly HealthJsonForms Forms = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter<MeasuringState>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<ProvingState>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Need>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<StoppedProblem>(JsonNamingPolicy.SnakeCaseLower),
        },
    });

    public static string Write(GatewayHealth health) => JsonSerializer.Serialize(health, Forms.GatewayHealth);

    public static string Write(StoppedHealth health) => JsonSerializer.Serialize(health, Forms.StoppedHealth);

    /// <summary>Null when the text is no gateway's health.</summary>
    public static GatewayHealth? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Forms.GatewayHealth) is { Version: >= 1, Running: true } health ? health : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Made by the compiler: a native build has no reflection to find members by.</summary>
[JsonSerializable(typeof(GatewayHealth))]
[JsonSerializable(typeof(StoppedHealth))]
internal sealed partial class HealthJsonForms : JsonSerializerContext;
