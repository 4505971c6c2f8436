using System.Reflection;

namespace Edge.Verify;

/// <summary>This program.</summary>
public static class Tool
{
    public static string Version { get; } = typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
