using System.Text.Json;
using System.Text.Json.Serialization;

namespace Edge.Gateway.Consequences;

/// <summary>Figures as JSON: with at most two decimals, since none of them is known better.</summary>
public sealed class RoundedFigure : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(Math.Round((decimal)value, 2));
    }
}
