namespace Edge.Ledger.Text;

/// <summary>Units as people write them, for every program's pages and reports; the log and programs have the code.</summary>
public static class ShownUnit
{
    /// <summary>SenML units (RFC 8428 section 12.1, RFC 8798) and UCUM codes by the sign people know; others as they are, in quotation marks where they are no plain unit.</summary>
    /// <returns>Empty where a value has none.</returns>
    public static string Of(string unit) => unit switch
    {
        "Cel" or "degC" => "°C",
        "m3" => "m³",
        "m3/s" => "m³/s",
        "Ohm" => "Ω",
        "uS/cm" => "µS/cm",
        "[degF]" => "°F",
        "[psi]" => "psi",
        "[gal_us]/min" => "US gal/min",
        "10*6.[gal_us]/d" => "million US gal/d",
        "/" or "1" => "",
        _ => ShownText.Unit(unit),
    };
}
