namespace Edge.Gateway.Health.Words;

/// <summary>How a text is coloured on a terminal. Never the only carrier of what it says.</summary>
public enum Tone
{
    Plain,
    Good,
    Notice,
    Bad,
}
