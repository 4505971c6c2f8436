using System.Globalization;

namespace Edge.Store.Stacks;

/// <summary>A page of an index is not what was written.</summary>
internal sealed class DamagedPageException(long number) : IOException(string.Create(CultureInfo.InvariantCulture, $"page {number} is not what was written (checksum)"));
