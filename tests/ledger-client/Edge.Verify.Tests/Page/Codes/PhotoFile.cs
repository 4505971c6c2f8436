using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Edge.Verify.Tests.Page.Codes;

/// <summary>Photos as files.</summary>
internal static class PhotoFile
{
    private const uint Polynomial = 0xEDB88320;
    private const byte Grey = 0;
    private const byte GreyOnNothing = 4;

    /// <summary>PNG, 8 bits of grey.</summary>
    public static byte[] Png(this Photo photo) => Png(photo, Grey, photo.Pixels());

    /// <summary>The same of black ink on nothing, as a drawing is saved.</summary>
    public static byte[] TransparentPng(this Photo photo) => Png(photo, GreyOnNothing, [.. photo.Pixels().SelectMany(light => new[] { (byte)0, (byte)(255 - light) })]);

    /// <summary>The beginning of a PNG, up to what it shows.</summary>
    public static byte[] Head(int width, int height, byte kind = Grey)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, kind);
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", head)];
    }

    /// <summary>YUV4MPEG2: what chromium's pretended camera shows, frame after frame and again from the first.</summary>
    public static void WriteVideo(string path, IReadOnlyList<Photo> frames)
    {
        using var file = File.Create(path);
        file.Write(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{frames[0].Width} H{frames[0].Height} F5:1 Ip A1:1 C420jpeg\n"));
        foreach (var frame in frames)
        {
            file.Write("FRAME\n"u8);
            file.Write(frame.Pixels());
            var colour = new byte[frame.Width * frame.Height / 2];
            colour.AsSpan().Fill(128);
            file.Write(colour);
        }
    }

    private static byte[] Png(Photo photo, byte kind, byte[] pixels)
    {
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var row in pixels.Chunk(pixels.Length / photo.Height))
            {
                packed.WriteByte(0);
                packed.Write(row);
            }
        }

        return [.. Head(photo.Width, photo.Height, kind), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc(named));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var each in bytes)
        {
            crc ^= each;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
        }

        return ~crc;
    }
}
