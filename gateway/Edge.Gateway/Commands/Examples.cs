namespace Edge.Gateway.Commands;

/// <summary>One example of each command, which its help ends with.</summary>
internal static class Examples
{
    /// <param name="command">Without the program's name: <c>export tiles</c>.</param>
    /// <returns>The arguments, without the program's name; null where a command is only a group of others.</returns>
    public static string? Of(string command) => command switch
    {
        "run" => "run --config gateway.yaml",
        "status" => "status --config gateway.yaml --watch 5",
        "damage" => "damage --config gateway.yaml --seen",
        "doctor" => "doctor --config gateway.yaml --report board.html --sign \"Li Wei\"",
        "evidence" => "evidence --config gateway.yaml --channel tap.ph --out tap.edge",
        "site account add" => "site account add li.wei --role operator",
        "site account remove" => "site account remove li.wei",
        "site account list" => "site account list --json",
        "site account password" => "site account password li.wei",
        "site certificate" => "site certificate --config gateway.yaml",
        "site tap-code" => "site tap-code --config gateway.yaml --sheet > tap.svg",
        "export tiles" => "export tiles /srv/log --config gateway.yaml",
        "export cose" => "export cose reading.cose --index 20 --config gateway.yaml",
        "keygen" => "keygen --origin city.example/water-gw-0001 --out gateway.key",
        "config check" => "config check gateway.yaml",
        "config schema" => "config schema > gateway.schema.json",
        _ => null,
    };
}
