namespace Edge.Site.Serving;

/// <summary>A query parameter is not what it must be; the message names it and says what it must be, and never repeats what was sent.</summary>
internal sealed class BadParameterException(string message) : Exception(message);
