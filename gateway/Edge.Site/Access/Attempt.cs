using System.Net;

namespace Edge.Site.Access;

/// <summary>One try at logging in.</summary>
/// <param name="From">The client's network.</param>
/// <param name="Wait">How long to wait; zero when it may be tried now, and then it is counted.</param>
internal readonly record struct Attempt(string Name, IPAddress From, Circle Circle, TimeSpan Wait);

/// <summary>Who is counted together, so that none of them takes the others' turns.</summary>
internal enum Circle
{
    /// <summary>From where that name did not log in before.</summary>
    Strangers,

    /// <summary>From where it did.</summary>
    Known,

    /// <summary>On the board itself.</summary>
    Board,
}
