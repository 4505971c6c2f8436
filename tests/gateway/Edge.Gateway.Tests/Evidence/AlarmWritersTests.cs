using System.Text.RegularExpressions;
using Edge.Testing;

namespace Edge.Gateway.Tests.Evidence;

/// <summary>Evidence of an alarm begins with what opened it, which is known by sentences: whoever writes such must be held against them.</summary>
public sealed partial class AlarmWritersTests
{
    [Fact]
    public void Who_tells_of_a_channels_alarm_is_one_of_those_whose_sentences_are_tested()
    {
        var gateway = Path.Combine(Programs.RepositoryRoot, "gateway");
        var writers = Directory.EnumerateFiles(gateway, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal) && Writes().IsMatch(File.ReadAllText(f)))
            .Select(f => Path.GetRelativePath(gateway, f));

        // Limits: AlarmWatchTests and AlarmRestartTests. Contacts: ContactSensorTests. The store is no channel. Whoever comes new has each sentence held against AlarmText in a test.
        Assert.Equal(
            [
                "Edge.Gateway/Budget/StoreKeeper.cs", "Edge.Gateway/Pipeline/AlarmBook.cs", "Edge.Gateway/Pipeline/AlarmWatch.cs", "Edge.Gateway/Pipeline/LogWriter.cs",
                "Edge.Sensors/Contact/ContactSensor.cs",
            ],
            writers.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"new EventEntry\(EntryKind\.(Alarm|Tamper)|new EventEntry\((alarm\.Kind|kind),|new (AlarmWatch\.)?Crossing\(|\bSensorEvent \w+\(.*=> new\(|new SensorEvent\(")]
    private static partial Regex Writes();
}
