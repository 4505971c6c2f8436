using System.Globalization;
using Edge.Ledger.Merkle;

namespace Edge.Torture.Power.Guest;

/// <summary>One thing the store said it had made durable, as a line: said only after the call returned.</summary>
/// <param name="Boot">The guest's start in which it was said.</param>
/// <param name="First">The group's first entry; of a receipt the size it is for; of a state its number.</param>
/// <param name="Count">Entries of the group.</param>
/// <param name="Root">Of a sealed group: the root of the checkpoint announced.</param>
internal sealed record Acknowledgement(AcknowledgedKind Kind, int Boot, ulong First, ulong Count, Hash32 Root)
{
    /// <summary>The log's size with this group.</summary>
    public ulong Size => First + Count;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Boot} {First} {Count} {Root}");

    /// <summary>Null: the line is about something else.</summary>
    public static Acknowledgement? Read(string line)
    {
        var words = line.Split(' ');
        return words.Length == 5 && Enum.TryParse<AcknowledgedKind>(words[0], out var kind) && Hash32.TryParseBase64(System.Text.Encoding.ASCII.GetBytes(words[4]), out var root)
            ? new Acknowledgement(kind, int.Parse(words[1], CultureInfo.InvariantCulture), Number(words[2]), Number(words[3]), root)
            : null;
    }

    private static ulong Number(string word) => ulong.Parse(word, CultureInfo.InvariantCulture);
}

internal enum AcknowledgedKind
{
    Group,
    Sealed,
    Receipt,
    State,

    /// <summary>Said before the call: entries below <see cref="Acknowledgement.First"/> may be gone from now on.</summary>
    Evicting,
}
