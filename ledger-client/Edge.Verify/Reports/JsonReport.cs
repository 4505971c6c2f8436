using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Verify.Commands;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>The report for programs: one JSON object on one line, with stable keys, everything whole. Hashes are hex, keys vkeys, times POSIX seconds; see SPEC.md, "edge-verify --json".</summary>
public static class JsonReport
{
    private const string Format = "edge-verify/1";
    private const int Piece = 64 * 1024;

    internal static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, Examination e)
    {
        using var json = new Utf8JsonWriter(output, Form);
        json.WriteStartObject();
        Head(json, Format, e.Verdict.Outcome switch { Outcome.Valid => "valid", Outcome.ValidBut => "valid_but", _ => "invalid" }, e.ExitCode, e.Phrases);
        json.WriteString("sentence", VerdictSentence.Of(e));
        Findings(json, e);
        File(json, "file", e.Asked.Evidence, e.EvidenceBytes);
        Policy(json, e.Asked.Policy, e.PolicyBytes, e.Policy);
        if (e.Verdict.Outcome != Outcome.Invalid)
            JsonProof.Write(json, e);
        End(json, output);
    }

    /// <summary>Nothing was checked.</summary>
    public static void WriteError(Stream output, string code, string sentence, Phrases phrases)
    {
        using var json = new Utf8JsonWriter(output, Form);
        json.WriteStartObject();
        Head(json, Format, "not_checked", ExitCode.NotChecked, phrases);
        json.WriteString("sentence", ShownText.Clean(sentence));
        json.WriteString("error", code);
        End(json, output);
    }

    /// <summary>An enumeration's name as the keys are written: NoQuorum becomes no_quorum.</summary>
    public static string Snake<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>Hands on what is written when it is enough for a piece: a report may be larger than memory.</summary>
    internal static void Pass(Utf8JsonWriter json)
    {
        if (json.BytesPending >= Piece)
            json.Flush();
    }

    internal static void End(Utf8JsonWriter json, Stream output)
    {
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    internal static void Head(Utf8JsonWriter json, string format, string outcome, ExitCode code, Phrases phrases)
    {
        json.WriteString("format", format);
        json.WriteString("outcome", outcome);
        json.WriteNumber("exit_code", (int)code);
        json.WriteString("language", Languages.Code(phrases.Language));
    }

    internal static void Finding(Utf8JsonWriter json, Finding finding, Phrases phrases)
    {
        json.WriteStartObject();
        json.WriteNumber("number", (int)finding.Code);
        json.WriteString("code", Snake(finding.Code));
        json.WriteBoolean("fault", finding.IsFault);
        json.WriteString("detail", finding.Detail);
        if (finding.Cause != NoteFault.None)
            json.WriteString("cause", Snake(finding.Cause));
        json.WriteString("sentence", ShownText.Clean(ReservationList.Sentence(finding, phrases)));
        json.WriteEndObject();
    }

    private static void Findings(Utf8JsonWriter json, Examination e)
    {
        json.WriteStartArray("findings");
        foreach (var finding in e.Verdict.Findings)
            Finding(json, finding, e.Phrases);
        json.WriteEndArray();
    }

    internal static void File(Utf8JsonWriter json, string name, string path, byte[] bytes)
    {
        json.WriteStartObject(name);
        json.WriteString("path", path);
        json.WriteNumber("bytes", bytes.Length);
        json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(bytes)));
        json.WriteEndObject();
    }

    internal static void Policy(Utf8JsonWriter json, string path, byte[] bytes, TrustPolicy policy)
    {
        File(json, "policy_file", path, bytes);
        json.WriteStartObject("policy");
        json.WriteNumber("quorum_size", policy.QuorumSize);
        json.WriteStartArray("logs");
        foreach (var key in policy.Logs)
            json.WriteStringValue(key.ToString());
        json.WriteEndArray();
        json.WriteStartArray("departments");
        foreach (var witness in policy.Witnesses)
        {
            json.WriteStartObject();
            json.WriteString("name", witness.Name);
            json.WriteString("key", witness.Key.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
