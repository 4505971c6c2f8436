using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Edge.Gateway.Configuration;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Sampling;

/// <summary>The calibration that a device keeps itself, as an entry: beside what people wrote of it; alone where they wrote nothing, then with the day on which it told.</summary>
public static class DeviceCalibration
{
    private const string Found = "result", Device = "device";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CalibrationEntry Entry(ChannelSettings channel, DeviceNote note) => channel.Calibration is { } calibration
        ? new(channel.Name, calibration.Date, calibration.Certificate, calibration.Who, Coefficients((Found, calibration.Result), (Device, note.Text)))
        : new(channel.Name, Day(note.Wall), "", note.Device, Coefficients((Device, note.Text)));

    /// <summary>Whether a device told of it.</summary>
    public static bool Is(CalibrationEntry calibration) => Told(calibration)?.ContainsKey(Device) ?? false;

    /// <summary>What people found and set; null where it does not say.</summary>
    public static string? Result(CalibrationEntry calibration) => Told(calibration)?[Found] is JsonValue result && result.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject? Told(CalibrationEntry calibration)
    {
        try
        {
            return JsonNode.Parse(calibration.Coefficients) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Coefficients(params IEnumerable<(string Name, string Text)> told) =>
        new JsonObject(told.Select(t => KeyValuePair.Create(t.Name, (JsonNode?)t.Text))).ToJsonString(Json);

    private static string Day(WallTime? wall) =>
        wall is { } at ? DateTimeOffset.FromUnixTimeMilliseconds((long)(at.Seconds * 1000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}
