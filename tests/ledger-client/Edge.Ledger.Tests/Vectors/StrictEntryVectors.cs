using System.Globalization;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>Entries just on either side of a rule, written out by hand.</summary>
internal static class StrictEntryVectors
{
    private const string Head = "50" + Zeros16;
    private const string Zeros16 = "00000000000000000000000000000000";
    private const string Hash = "5820" + Zeros16 + Zeros16;
    private const string N = "006161";
    private const string U = "016162";
    private const string Time = "06f93c00";

    /// <summary>An unknown entry as far as the only item of its level 15.</summary>
    private const string Level15 = "84011863" + Head + "8181818181818181818181818181";

    public static (string Name, string Hex)[] Read { get; } =
    [
        ("a value of -0.0", Reading(Map(N, U, "02f98000"))),
        ("a time of -0.0", Reading(Map(N, U, "06f98000"), uncertainty: "00")),
        ("the last time", Reading(Map(N, U, "06" + Double(Math.BitDecrement(253_402_300_800.0))), uncertainty: "1affffffff")),
        ("the lowest raw", Reading(Map(N, U), raw: "3b7fffffffffffffff")),
        ("the highest raw", Reading(Map(N, U), raw: "1b7fffffffffffffff")),
        ("a reason without a name", Reading(Map(N, U), reason: "18ff")),
        ("a channel and a unit of 64 bytes", Reading(Map("007840" + Text(64), "017840" + Text(64)))),
        ("a why without a name", Gap("18ff")),
        ("a clock source without a name", Clock("18ff")),
        ("a seal whose first is after its last, and a height of 2^64 - 1", Seal("82" + "1bffffffffffffffff" + Hash)),
        ("a gap of a channel without a name", "880102" + Head + "8160" + "f6f600" + "60"),
    ];

    public static (string Name, string Hex)[] Refused { get; } =
    [
        ("a quality of 3", Reading(Map(N, U), quality: "03")),
        ("a reason of 256", Reading(Map(N, U), reason: "190100")),
        ("a raw of 2^63", Reading(Map(N, U), raw: "1b8000000000000000")),
        ("a raw of -2^63 - 1", Reading(Map(N, U), raw: "3b8000000000000000")),
        ("a raw that is a float", Reading(Map(N, U), raw: "f90000")),
        ("a time without uncertainty", Reading(Map(N, U, Time))),
        ("an uncertainty without a time", Reading(Map(N, U), uncertainty: "00")),
        ("an uncertainty of 2^32", Reading(Map(N, U, Time), uncertainty: "1b0000000100000000")),
        ("a reading's time below 0", Reading(Map(N, U, "06f9bc00"), uncertainty: "00")),
        ("a reading's time after the year 9999", Reading(Map(N, U, "06" + Double(253_402_300_800)), uncertainty: "00")),
        ("a reading's time that is an integer", Reading(Map(N, U, "0601"), uncertainty: "00")),
        ("a reading's time that is infinite", Reading(Map(N, U, "06f97c00"), uncertainty: "00")),
        ("a value that is an integer", Reading(Map(N, U, "0201"))),
        ("a value that is infinite", Reading(Map(N, U, "02f97c00"))),
        ("a value that is minus infinity", Reading(Map(N, U, "02f9fc00"))),
        ("a value that is no number", Reading(Map(N, U, "02f97e00"))),
        ("a value that is null", Reading(Map(N, U, "02f6"))),
        ("the unit before the channel", Reading(Map(U, N))),
        ("the time before the value", Reading(Map(N, U, Time, "02f93c00"), uncertainty: "00")),
        ("the value twice", Reading(Map(N, U, "02f93c00", "02f93c00"))),
        ("a label that is not used", Reading(Map(N, U, "03f93c00"))),
        ("a negative label", Reading(Map("2061" + "61", U))),
        ("no unit", Reading(Map(N))),
        ("a channel of no bytes", Reading(Map("0060", U))),
        ("a channel of 65 bytes", Reading(Map("007841" + Text(65), U))),
        ("a unit of no bytes", Reading(Map(N, "0160"))),
        ("a unit of 65 bytes", Reading(Map(N, "017841" + Text(65)))),
        ("a context of 31 bytes", Reading(Map(N, U))[..^68] + "581f" + Text(31)),
        ("a why of 256", Gap("190100")),
        ("a clock source of 256", Clock("190100")),
        ("a beacon of 31 bytes", Seal("8200581f" + Text(31))),
        ("a beacon of one item", Seal("8100")),
        ("a wall time after the year 9999", "870104" + Head + "00f682" + Double(253_402_300_800) + "0000"),
        ("a wall time that is infinite", "870104" + Head + "00f682f97c000000"),
        ("a wall time of one item", "870104" + Head + "00f681f93c0000"),
        ("a wall uncertainty of 2^32", "870104" + Head + "00f682f93c001b000000010000000000"),
        ("who is null", "870105" + Head + "61616161" + Hash + "f6"),
        ("an unknown version without kind and salt", "8102"),
        ("an unknown version with a salt of 15 bytes", "8302004f" + Zeros16[2..]),
        ("a reserved head", "84011863" + Head + "1c"),
        ("an indefinite byte string", "84011863" + Head + "5fff"),
        ("undefined", "84011863" + Head + "f7"),
        ("another simple value", "84011863" + Head + "e0"),
        ("another simple value, in two bytes", "84011863" + Head + "f8ff"),
        ("a tag in an unknown entry", "84011863" + Head + "c000"),
        ("a float not the shortest in an unknown entry", "84011863" + Head + "fa3f800000"),
        ("a map key twice in an unknown entry", "84011863" + Head + "a201000100"),
        ("an array 17 deep, a number in it", Level15 + "818100"),
        ("a map 17 deep", Level15 + "81a0"),
        ("an array 17 deep as the key of a map", Level15 + "a18000"),
        ("a map 17 deep as the value in a map", Level15 + "a100a10000"),
    ];

    /// <summary>An array and a map of level 16, the entry's own array counted: what is neither is no level in them.</summary>
    public static string[] Unknown { get; } = [Level15 + "8400f93c006161f6", Level15 + "a20041616161f5"];

    /// <summary>A configuration whose definition is so long that the entry has this many bytes: head, one byte so many times, tail.</summary>
    public static object[] Limits { get; } = [Limit("61,440 bytes", 61_440, true), Limit("61,441 bytes", 61_441, false)];

    private static object Limit(string name, int bytes, bool read)
    {
        var times = bytes - 3 - 17 - 2 - 3 - 34 - 1;
        return new { name, head = "870105" + Head + "6161" + "79" + times.ToString("x4", CultureInfo.InvariantCulture), piece = "61", times, tail = Hash + "60", read };
    }

    private static string Reading(string record, string raw = "f6", string quality = "00", string reason = "00", string uncertainty = "f6") =>
        "8a0100" + Head + record + raw + quality + reason + "00" + uncertainty + Hash;

    private static string Gap(string why) => "880102" + Head + "80f6f6" + why + "60";

    private static string Clock(string source) => "870104" + Head + "00f6f6" + source;

    private static string Seal(string beacon) => "8c0101" + Head + "0902" + "8400000000" + "0000" + "f6" + "00" + beacon + Hash;

    private static string Map(params string[] pairs) => (0xA0 + pairs.Length).ToString("x2", CultureInfo.InvariantCulture) + string.Concat(pairs);

    private static string Text(int bytes) => string.Concat(Enumerable.Repeat("61", bytes));

    private static string Double(double value) => "fb" + BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture);
}
