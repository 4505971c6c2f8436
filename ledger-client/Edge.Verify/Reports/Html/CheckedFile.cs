namespace Edge.Verify.Reports.Html;

/// <summary>A file that took part in the verdict.</summary>
/// <param name="Role">What it is, in the page's language.</param>
/// <param name="Name">Without its folder, which is nobody's concern.</param>
public sealed record CheckedFile(string Role, string Name, long Bytes, byte[] Digest);
