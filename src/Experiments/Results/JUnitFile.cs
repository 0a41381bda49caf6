using System.Globalization;
using System.Text;
using System.Xml;
using Simulator.Experiments.Objectives;

namespace Simulator.Experiments.Results;

/// <summary>
/// Writes verdicts as test results in the form that build servers read (JUnit's XML, as described by the Apache Ant task that writes it): one case a verdict,
/// one <c>failure</c> where it is bad, one <c>skipped</c> where nothing can be said.
/// </summary>
public static class JUnitFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="suite">Name of the suite.</param>
    /// <param name="cases">The verdicts.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string suite, IReadOnlyList<JUnitCase> cases, string path)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CheckCharacters = false };
        using XmlWriter xml = XmlWriter.Create(path, settings);
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(suite));
        Count(xml, "tests", cases.Count);
        Count(xml, "failures", cases.Count(one => one.State == JUnitState.Failed));
        Count(xml, "errors", 0);
        Count(xml, "skipped", cases.Count(one => one.State == JUnitState.Skipped));
        foreach (JUnitCase one in cases) Write(one, xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The expectations of a result, and its objectives.</summary>
    public static IReadOnlyList<JUnitCase> Of(StudyResult result) =>
        [.. result.Variants.SelectMany(variant => variant.Expectations.Select(expectation => new JUnitCase(
                $"{result.Study.Name}.{variant.Name}", expectation.Text, expectation.Verdict == Verdict.Met ? JUnitState.Passed : JUnitState.Failed, SummaryFile.Word(expectation.Verdict), expectation.Reason))
            .Concat(variant.Objectives.Select(objective => new JUnitCase($"{result.Study.Name}.{variant.Name}.{result.Study.Policy!.Name}", objective.Text, StateOf(objective), objective.Word, objective.Reason))))];

    private static JUnitState StateOf(ObjectiveResult objective) => objective.Status == ObjectiveStatus.Met ? JUnitState.Passed : objective.IsGood ? JUnitState.Skipped : JUnitState.Failed;

    private static void Write(JUnitCase one, XmlWriter xml)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(one.Group));
        xml.WriteAttributeString("name", Clean(one.Name));
        xml.WriteAttributeString("time", "0");
        if (one.State != JUnitState.Passed)
        {
            xml.WriteStartElement(one.State == JUnitState.Failed ? "failure" : "skipped");
            xml.WriteAttributeString("message", Clean($"{one.Verdict}: {one.Reason}"));
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("system-out", Clean($"{one.Verdict}: {one.Reason}"));
        }
        xml.WriteEndElement();
    }

    private static void Count(XmlWriter xml, string name, int count) => xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));

    /// <summary>XML has no signs for most control characters.</summary>
    private static string Clean(string text) => string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}

/// <summary>One verdict.</summary>
/// <param name="Group">What it belongs to: "first-steps.base".</param>
/// <param name="Name">What was judged.</param>
/// <param name="State">Whether a build may go on.</param>
/// <param name="Verdict">The verdict in a word.</param>
/// <param name="Reason">Why, in a clause.</param>
public sealed record JUnitCase(string Group, string Name, JUnitState State, string Verdict, string Reason);

/// <summary>What a build server makes of a verdict.</summary>
public enum JUnitState
{
    /// <summary>All is well.</summary>
    Passed,

    /// <summary>It is bad.</summary>
    Failed,

    /// <summary>There is nothing to judge, or nothing can be said.</summary>
    Skipped,
}
