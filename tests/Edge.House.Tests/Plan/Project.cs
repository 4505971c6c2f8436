using System.Xml.Linq;

namespace Edge.House.Tests.Plan;

/// <summary>A project file: where it is, which projects and packages it names.</summary>
internal sealed record Project(string File, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public string Name => Path.GetFileNameWithoutExtension(File);

    public static Project Parse(string file, string xml)
    {
        var items = XDocument.Parse(xml).Descendants().ToList();
        return new Project(file, Included("ProjectReference", path => Path.GetFileNameWithoutExtension(path)), Included("PackageReference", name => name));

        List<string> Included(string item, Func<string, string> name) =>
            [.. items.Where(element => element.Name.LocalName == item).Select(element => name(element.Attribute("Include")!.Value))];
    }
}
