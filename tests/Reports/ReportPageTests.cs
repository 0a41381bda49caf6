using System.Text.RegularExpressions;
using NUnit.Framework;
using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Reports;
using Simulator.Reports.Charts;
using Simulator.Reports.Page;

namespace Simulator.Tests.Reports;

[TestFixture]
public class ReportPageTests
{
    private const string Evil = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u0007";
    private const string Formula = "=HYPERLINK(\"http://evil.example/\",\"click\")";

    [Test]
    public void Text_of_a_scenario_never_becomes_markup()
    {
        StudyResult plain = SyntheticStudy.Make(trials: 3, variants: 2);
        StudyResult evil = plain with
        {
            Study = plain.Study with { Name = Evil, Question = Evil, Source = Formula },
            Version = Evil,
            Variants = [.. plain.Variants.Select(v => Spoil(v))],
            Published = [.. plain.Published.Select(p => p with { Variant = Evil })],
        };
        string page = ReportPage.Of(evil, Gallery.Of(evil));
        Assert.That(Regex.Matches(page, "<script|<img|</title><(?!desc)|<[a-z][^>]* onerror", RegexOptions.IgnoreCase), Is.Empty);
        Assert.That(page, Does.Contain("=HYPERLINK(&quot;http://evil.example/&quot;").And.Not.Contain("\u0007"));
    }

    [Test]
    public void The_page_fetches_nothing()
    {
        string page = Page(SyntheticStudy.Make(trials: 3));
        string[] addresses = [.. Regex.Matches(page, "https?://[^\"'<> ]+").Select(m => m.Value).Distinct()];
        Assert.That(addresses.Where(a => a is not ("http://www.w3.org/2000/svg" or "http://www.w3.org/1999/xlink")), Is.Empty, "only names of SVG, which nobody fetches");
        Assert.That(Regex.Matches(page, "<(link|script|img|iframe|object|embed)\\b|@import|url\\((?!#)"), Is.Empty);
    }

    [Test]
    public void Ten_variants_of_400_trials_stay_under_three_megabytes() =>
        Assert.That(Page(SyntheticStudy.Make(trials: 400)), Has.Length.LessThan(3_000_000));

    [Test]
    public void The_page_answers_the_question_with_intervals_verdicts_and_how_to_repeat_it()
    {
        string page = Page(SyntheticStudy.Make(trials: 40));
        Assert.That(page, Does.Contain("When is every wrongly deleted site back, and what does it lose?"));
        Assert.That(Answer.Of(SyntheticStudy.Make(trials: 40)), Does.Match("^The last site is back after 12\\.\\d+\u00a0d \\(95\u00a0% interval .*\\) in the median trial, .* 2 of 4 verdicts are met, 1 breached, 1 without enough evidence\\.$"));
        Assert.That(page, Does.Contain("✓ met").And.Contain("✗ breached").And.Contain("? not enough evidence").And.Contain("about 900 trials would tell"));
        Assert.That(page, Does.Contain("Seed 20220405, 40 trials of each variant, version 0.1.0.").And.Contain("9e3779b97f4a7c15").And.Contain("trial 20,"));
        Assert.That(Regex.Count(page, "<details>"), Is.EqualTo(9), "all but the baseline's measures are folded");
        Assert.That(Regex.Count(page, "role=\"img\""), Is.EqualTo(Regex.Count(page, "<figcaption>")).And.GreaterThan(5));
    }

    [Test]
    public void Written_twice_the_report_has_the_same_bytes()
    {
        StudyResult result = SyntheticStudy.Make(trials: 5, variants: 3);
        using var first = new Folder();
        using var second = new Folder();
        Report.Write(result, first.Path);
        Report.Write(result, second.Path);
        string[] files = [.. Directory.GetFiles(first.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(first.Path, f)).Order()];
        Assert.That(files, Does.Contain("report.html").And.Contain(Path.Combine("charts", "restored.svg")).And.Contain(Path.Combine("charts", "restored.png")));
        foreach (string file in files) Assert.That(File.ReadAllBytes(Path.Combine(second.Path, file)), Is.EqualTo(File.ReadAllBytes(Path.Combine(first.Path, file))), file);
    }

    [Test]
    public void A_variant_named_like_a_path_stays_in_the_folder()
    {
        StudyResult result = SyntheticStudy.Make(trials: 3, variants: 2);
        VariantResult second = result.Variants[1] with { Name = "../../x" };
        Chart chart = Restored.Of(result with { Variants = [result.Variants[0], second], Published = [result.Published[0] with { Variant = second.Name }] }).Last();
        Assert.That(chart.Name, Is.EqualTo("restored-1-x"));
    }

    private static string Page(StudyResult result) => ReportPage.Of(result, Gallery.Of(result));

    private static VariantResult Spoil(VariantResult variant) => variant with
    {
        Name = Evil + variant.Name,
        Fingerprint = Evil,
        Measures = [.. variant.Measures.Select(m => m with { Measure = m.Measure + Evil, Subject = Evil, Unit = Evil }), .. variant.Measures],
        Expectations = [new ExpectationResult(Formula, Verdict.Breached, 1, null, Evil, Evil)],
        Curves = [.. variant.Curves.Select(c => c with { Subject = Evil })],
        Samples = [.. variant.Samples.Select(s => s with { Subject = "each " + Evil })],
        Shown = variant.Shown with { Fingerprint = Evil },
    };

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("report").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
