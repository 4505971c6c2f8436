using System.Text;

namespace Edge.Fuzz.Mutations;

/// <summary>Changes that know lines, words and decimal numbers, and what UTF-8 can be abused for.</summary>
internal static class TextMutations
{
    private static readonly byte[][] Numbers = Ascii(
        "0", "1", "00", "01", "-1", "+1", "", " 1", "1 ", "1e3", "0x1", "255", "256", "65536", "4294967295", "4294967296", "9007199254740993", "9223372036854775807",
        "9223372036854775808", "18446744073709551615", "18446744073709551616", "99999999999999999999", "١", "１", "1_000", "1.0");

    private static readonly byte[][] Tricks =
    [
        [0xC0, 0x8A], [0xE0, 0x80, 0x8A], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x80], [0xC2], [0xE2, 0x80], [0xF0, 0x9F, 0x92],
        [0xEF, 0xBB, 0xBF], [0xC2, 0x85], [0xC2, 0xA0], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0x94], [0xE2, 0x80, 0x8B], [0xE3, 0x80, 0x80], [0xEF, 0xBF, 0xBD], [0xF3, 0xA0, 0x81, 0x81],
        [0xE2, 0x80, 0xAE], [0x0D, 0x0A], [0x0B], [0x0C], [0x00], [0x1B], [0x7F], [0x09],
    ];

    public static IReadOnlyList<Mutation> All { get; } =
        [Number, Number, DuplicateLine, RemoveLine, MoveLine, BorrowLine, LineEnd, Word, Trick, Case];

    /// <summary>First and one behind the last byte of a line, its newline included.</summary>
    public static (int Begin, int End) LineAt(ReadOnlySpan<byte> bytes, int at)
    {
        var begin = bytes[..at].LastIndexOf((byte)'\n') + 1;
        var length = bytes[begin..].IndexOf((byte)'\n');
        return (begin, length < 0 ? bytes.Length : begin + length + 1);
    }

    private static void Number(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var bytes = mutant.Bytes;
        var from = dice.Next(bytes.Length + 1);
        var begin = bytes[from..].IndexOfAnyInRange((byte)'0', (byte)'9');
        if (begin < 0)
            return;
        begin += from;
        while (begin > 0 && bytes[begin - 1] is >= (byte)'0' and <= (byte)'9')
            begin--;
        var length = bytes[begin..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        length = length < 0 ? bytes.Length - begin : length;
        if (dice.OneIn(3) && length is > 0 and < 19)
            mutant.Replace(begin, length, Encoding.ASCII.GetBytes($"{ulong.Parse(bytes.Slice(begin, length), null) + (ulong)dice.Next(3) - 1}"));
        else
            mutant.Replace(begin, length, dice.Of(Numbers));
    }

    private static void DuplicateLine(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var (begin, end) = AnyLine(mutant.Bytes, dice);
        byte[] line = mutant.Bytes[begin..end].ToArray();
        for (var n = dice.OneIn(40) ? dice.Next(2, 110) : 1; n > 0; n--)
            mutant.Insert(dice.OneIn(3) ? AnyLine(mutant.Bytes, dice).Begin : begin, line);
    }

    private static void RemoveLine(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var (begin, end) = AnyLine(mutant.Bytes, dice);
        mutant.Remove(begin, end - begin);
    }

    private static void MoveLine(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var (begin, end) = AnyLine(mutant.Bytes, dice);
        byte[] line = mutant.Bytes[begin..end].ToArray();
        mutant.Remove(begin, end - begin);
        mutant.Insert(AnyLine(mutant.Bytes, dice).Begin, line);
    }

    private static void BorrowLine(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var other = dice.Of(others);
        var (from, to) = AnyLine(other, dice);
        var (begin, end) = AnyLine(mutant.Bytes, dice);
        mutant.Replace(begin, dice.OneIn(2) ? end - begin : 0, other.AsSpan(from, to - from));
    }

    private static void LineEnd(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var (_, end) = AnyLine(mutant.Bytes, dice);
        if (end == 0)
            return;
        switch (dice.Next(4))
        {
            case 0:
                mutant.Insert(end - 1, "\r"u8);
                break;
            case 1:
                mutant.Insert(end, "\n"u8);
                break;
            case 2:
                mutant.Remove(end - 1, 1);
                break;
            default:
                mutant.Insert(end - 1, " "u8);
                break;
        }
    }

    private static void Word(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        var other = dice.Of(others);
        var (from, to) = WordAt(other, dice.Next(other.Length + 1));
        var (begin, end) = WordAt(mutant.Bytes, dice.Next(mutant.Length + 1));
        mutant.Replace(begin, dice.OneIn(4) ? 0 : end - begin, dice.OneIn(6) ? [] : other.AsSpan(from, to - from));
    }

    private static void Trick(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others) => mutant.Insert(dice.Next(mutant.Length + 1), dice.Of(Tricks));

    private static void Case(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (mutant.Length > 0 && mutant.Bytes[dice.Next(mutant.Length)] is var letter && char.IsAsciiLetter((char)letter))
            mutant.Bytes[mutant.Bytes.IndexOf(letter)] ^= 0x20;
    }

    private static (int Begin, int End) AnyLine(ReadOnlySpan<byte> bytes, Dice dice) => LineAt(bytes, dice.Next(bytes.Length + 1));

    private static (int Begin, int End) WordAt(ReadOnlySpan<byte> bytes, int at)
    {
        var begin = bytes[..at].LastIndexOfAny((byte)' ', (byte)'\n', (byte)'+') + 1;
        var length = bytes[begin..].IndexOfAny((byte)' ', (byte)'\n', (byte)'+');
        return (begin, length < 0 ? bytes.Length : begin + length);
    }

    private static byte[][] Ascii(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
