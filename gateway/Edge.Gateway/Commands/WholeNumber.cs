using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Edge.Gateway.Commands;

/// <summary>Options that are indices or sizes: what is none is said in words that name the option, what was written and what to write.</summary>
internal static class WholeNumber
{
    /// <param name="what">What the number is, and what else may have been meant.</param>
    public static Option<ulong?> Option(string name, string what, string description, HelpWords help) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => result.Tokens is [var token] ? Parse(result, name, what, token.Value, help) : null,
    };

    /// <inheritdoc cref="Option"/>
    public static Option<ulong[]> List(string name, string what, string description, HelpWords help) => new(name)
    {
        Description = description,
        HelpName = "N",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => [.. result.Tokens.Select(t => Parse(result, name, what, t.Value, help) ?? 0)],
    };

    private static ulong? Parse(ArgumentResult result, string name, string what, string text, HelpWords help)
    {
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        result.AddError(help.NotWhole(name, text, what));
        return null;
    }
}
