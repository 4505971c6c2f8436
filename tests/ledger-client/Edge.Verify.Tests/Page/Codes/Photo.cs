using QRCoder;

namespace Edge.Verify.Tests.Page.Codes;

/// <summary>A grey picture of QR codes that lie somewhere in it, turned, large or small, in bad light.</summary>
internal sealed class Photo(int width, int height)
{
    private const double Paper = 235;
    private const double Ink = 35;
    private const int Samples = 3;

    private readonly double[] _light = [.. Enumerable.Repeat(Paper, width * height)];

    public int Width => width;

    public int Height => height;

    /// <summary>One code in the middle with room about it, upright.</summary>
    /// <param name="scale">Pixels of a module.</param>
    public static Photo Of(string text, double scale = 4, double degrees = 0)
    {
        var code = (int)(Modules(text).Count * scale);
        var side = degrees % 90 == 0 ? code + 40 : (int)(1.5 * code);
        return new Photo(side, side).Show(text, side / 2.0, side / 2.0, scale, degrees);
    }

    /// <summary>Shows a code as the gateway draws it: error correction L, with its quiet zone.</summary>
    /// <param name="left">Of its middle.</param>
    /// <param name="top">Of its middle.</param>
    public Photo Show(string text, double left, double top, double scale = 4, double degrees = 0)
    {
        var modules = Modules(text);
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        for (var i = 0; i < _light.Length; i++)
        {
            var (inside, dark) = (0, 0);
            for (var sample = 0; sample < Samples * Samples; sample++)
            {
                var x = (i % width) + ((sample % Samples + 0.5) / Samples) - left;
                var y = (i / width) + ((sample / Samples + 0.5) / Samples) - top;
                var column = (int)Math.Floor(((x * cosine) + (y * sine)) / scale + (modules.Count / 2.0));
                var row = (int)Math.Floor(((y * cosine) - (x * sine)) / scale + (modules.Count / 2.0));
                if (row < 0 || column < 0 || row >= modules.Count || column >= modules.Count)
                    continue;
                inside++;
                dark += modules[row][column] ? 1 : 0;
            }

            if (inside > 0)
                _light[i] = Paper - ((Paper - Ink) * dark / (Samples * Samples));
        }

        return this;
    }

    /// <summary>As a bad sensor sees it.</summary>
    /// <param name="strength">Grey levels, of 255, that most pixels stay within.</param>
    public Photo Noisy(double strength, int seed = 1)
    {
        var random = new Random(seed);
        for (var i = 0; i < _light.Length; i++)
            _light[i] += (random.NextDouble() + random.NextDouble() - 1) * strength;
        return this;
    }

    /// <summary>Out of focus.</summary>
    /// <param name="radius">Pixels.</param>
    public Photo Blurred(int radius)
    {
        for (var step = 0; step < 2; step++)
        {
            Spread(radius, 1, width);
            Spread(radius, width, height);
        }

        return this;
    }

    /// <summary>From black, 0, to white, 255.</summary>
    public byte[] Pixels() => [.. _light.Select(light => (byte)Math.Clamp(light, 0, 255))];

    private static List<System.Collections.BitArray> Modules(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L);
        return code.ModuleMatrix;
    }

    private void Spread(int radius, int step, int length)
    {
        var lit = (double[])_light.Clone();
        for (var i = 0; i < _light.Length; i++)
        {
            var place = i / step % length;
            var (from, to) = (Math.Max(-radius, -place), Math.Min(radius, length - 1 - place));
            var sum = 0.0;
            for (var d = from; d <= to; d++)
                sum += lit[i + (d * step)];
            _light[i] = sum / (to - from + 1);
        }
    }
}
