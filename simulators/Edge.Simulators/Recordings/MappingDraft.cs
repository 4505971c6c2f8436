namespace Edge.Simulators.Recordings;

/// <summary>Drafts a mapping from what stands in a recording.</summary>
public static class MappingDraft
{
    /// <summary>The YAML text.</summary>
    /// <param name="path">The recording.</param>
    public static string Write(string path) => MappingDraftText.Write(RecordingSurvey.Take(path), path);
}
