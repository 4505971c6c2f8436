using System.CommandLine;
using System.Text;
using Edge.Site.Tap;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway site tap-code</c>: the QR code that hangs at the tap, as an SVG image on standard output.</summary>
internal static class SiteTapCodeCommand
{
    public static Command Create(HelpWords help)
    {
        var sheet = new Option<bool>("--sheet") { Description = help.TapSheet };
        return SiteCommand.Of("tap-code", help.SiteTapCode, help, async (result, configuration, words, cancellationToken) =>
        {
            if (configuration.Site?.Tap is not { } tap)
                throw new InputException(words.NoTap(configuration.File));
            var address = tap.Address ?? throw new InputException(words.NoTapAddress(configuration.File));
            await Console.Out.WriteLineAsync(Encoding.UTF8.GetString(TapCode.Draw(tap, address, result.GetValue(sheet))).AsMemory(), cancellationToken);
            return 0;
        }, sheet);
    }
}
