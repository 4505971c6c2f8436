using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Edge.Gateway.Configuration;

/// <summary>
/// What a channel's definition carries of the channels that its values depend on: under <c>inputs</c>, by name, the definition of each channel that it is computed from or compensated with,
/// theirs within it, and the calibration that the file has of it. So a change of an input is a change of the channel, and stands in its evidence.
/// </summary>
internal static class InputDefinitions
{
    /// <summary>In a definition: the inputs by name.</summary>
    public const string Inputs = "inputs";

    /// <summary>In an input: what the file says of its calibration.</summary>
    public const string Calibration = "calibration";

    /// <summary>In an input: true where its device keeps a calibration itself, which stands under the input alone as it is told only while the device runs.</summary>
    public const string KeepsCalibration = "keeps_calibration";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The channel with its inputs in its definition; as it is where there are none.</summary>
    /// <param name="channel">With its own definition.</param>
    /// <param name="inputs">Each with its own inputs in its definition already.</param>
    public static ChannelSettings With(ChannelSettings channel, IReadOnlyCollection<ChannelSettings> inputs)
    {
        if (inputs.Count == 0)
            return channel;
        var definition = JsonNode.Parse(channel.Definition)!.AsObject();
        definition[Inputs] = new JsonObject(inputs.DistinctBy(i => i.Name).Select(i => KeyValuePair.Create(i.Name, (JsonNode?)Of(i))));
        return channel with { Definition = definition.ToJsonString(Json) };
    }

    private static JsonObject Of(ChannelSettings input)
    {
        var definition = JsonNode.Parse(input.Definition)!.AsObject();
        if (input.Calibration is { } calibration)
            definition[Calibration] = Of(calibration);
        if (input.KeepsCalibration)
            definition[KeepsCalibration] = true;
        return definition;
    }

    private static JsonObject Of(CalibrationSettings calibration) => new(
        new[] { ("date", calibration.Date), ("certificate", calibration.Certificate), ("who", calibration.Who), ("result", calibration.Result) }
            .Where(p => p.Item2.Length > 0).Select(p => KeyValuePair.Create(p.Item1, (JsonNode?)p.Item2)));
}
