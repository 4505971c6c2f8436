using Edge.Simulators.Sites;

namespace Edge.Simulators.Recordings;

/// <summary>Drafts a mapping from what stands in a recording.</summary>
public static class MappingDraft
{
    /// <summary>The YAML text.</summary>
    /// <param name="path">The recording.</param>
    /// <exception cref="SiteFileException">It is no recording, or has no numbers.</exception>
    public static string Write(string path)
    {
        var survey = RecordingSurvey.Take(path);
        return survey.NumericColumns.Any()
            ? MappingDraftText.Write(survey, path)
            : throw new SiteFileException($"{path}: no numeric column found beside the time; numbers are written with a decimal point (4.75, not 4,75), missing values with at most three different marks");
    }
}
