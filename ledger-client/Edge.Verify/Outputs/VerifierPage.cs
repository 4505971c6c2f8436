namespace Edge.Verify.Outputs;

/// <summary>The verifier's page, which this program carries when Node.js was there while it was built: one file that checks evidence in a browser, offline.</summary>
public static class VerifierPage
{
    private const string Resource = "verify.html";

    /// <summary>Whether this build has it.</summary>
    public static bool IsThere => typeof(VerifierPage).Assembly.GetManifestResourceInfo(Resource) is not null;

    /// <summary>With what it begins, and nothing else does.</summary>
    public static ReadOnlySpan<byte> Start => "<!DOCTYPE html><!-- edge-verify page -->"u8;

    /// <exception cref="OutputException">This build has none, or it cannot be written there.</exception>
    public static void Write(string path)
    {
        if (!IsThere)
            throw new OutputException(OutputKind.VerifierPage, OutputFault.NotBuilt, path, "");
        ReportFile.Write(path, stream =>
        {
            using var page = typeof(VerifierPage).Assembly.GetManifestResourceStream(Resource)!;
            page.CopyTo(stream);
        }, OutputKind.VerifierPage);
    }
}
