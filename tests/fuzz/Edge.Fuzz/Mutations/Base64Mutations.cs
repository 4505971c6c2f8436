using System.Buffers;
using System.Buffers.Text;

namespace Edge.Fuzz.Mutations;

/// <summary>Changes to base64 texts: other texts of the same value, and other values in canonical text, so that what lies inside is reached.</summary>
internal static class Base64Mutations
{
    private const int Shortest = 8;

    private static readonly SearchValues<byte> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    /// <summary>Another text for the value: spare bits, padding, white space, the other alphabet.</summary>
    public static void Respell(Mutant mutant, Dice dice, IReadOnlyList<byte[]> others)
    {
        if (!TryFind(mutant.Bytes, dice, out var begin, out var length))
            return;
        var end = begin + length;
        switch (dice.Next(6))
        {
            case 0:
                var last = mutant.Bytes[begin..end].TrimEnd((byte)'=').Length - 1;
                mutant.Bytes[begin + last] ^= 1;
                break;
            case 1 when mutant.Bytes[end - 1] == '=':
                mutant.Remove(end - 1, 1);
                break;
            case 2:
                mutant.Insert(end, "="u8);
                break;
            case 3:
                mutant.Insert(begin + dice.Next(length), dice.OneIn(2) ? " "u8 : "\n"u8);
                break;
            case 4:
                mutant.Bytes[begin + dice.Next(length)] = dice.OneIn(2) ? (byte)'-' : (byte)'_';
                break;
            default:
                mutant.Insert(end, "===="u8);
                break;
        }
    }

    /// <summary>Decodes one base64 text, changes the bytes inside by another mutation, and writes it back in canonical form.</summary>
    public static Mutation Inside(IReadOnlyList<Mutation> inner)
    {
        var inside = new Mutant();
        return (mutant, dice, others) =>
        {
            if (!TryFind(mutant.Bytes, dice, out var begin, out var length))
                return;
            var buffer = ArrayPool<byte>.Shared.Rent(Mutant.Room * 2);
            if (Base64.DecodeFromUtf8(mutant.Bytes.Slice(begin, length), buffer, out _, out var written) == OperationStatus.Done)
            {
                inside.Set(buffer.AsSpan(0, written));
                for (var n = dice.Next(1, 3); n > 0; n--)
                    dice.Of(inner)(inside, dice, others);
                if (Base64.EncodeToUtf8(inside.Bytes, buffer, out _, out written) == OperationStatus.Done)
                    mutant.Replace(begin, length, buffer.AsSpan(0, written));
            }

            ArrayPool<byte>.Shared.Return(buffer);
        };
    }

    /// <summary>A run of the alphabet with its padding; long ones are found more often.</summary>
    private static bool TryFind(ReadOnlySpan<byte> bytes, Dice dice, out int begin, out int length)
    {
        begin = length = 0;
        for (var tries = 0; tries < 4; tries++)
        {
            var at = dice.Next(bytes.Length + 1);
            begin = bytes[..at].LastIndexOfAnyExcept(Alphabet) + 1;
            length = bytes[begin..].IndexOfAnyExcept(Alphabet);
            length = length < 0 ? bytes.Length - begin : length;
            while (begin + length < bytes.Length && bytes[begin + length] == '=' && length % 4 != 0)
                length++;
            if (length >= Shortest && length % 4 == 0)
                return true;
        }

        return false;
    }
}
