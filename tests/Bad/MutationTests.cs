using Simulator.Experiments;
using Simulator.Models;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Bad;

/// <summary>
/// Files that nobody would write on purpose: good ones with a few lines damaged at random. Whatever comes of it, it is a study that runs or a problem
/// at a line, never an exception.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class MutationTests
{
    private const int Files = 300;

    private static readonly string[] s_words =
    [
        "0", "-1", "1e12", "never", "none", "5 m", "3d", "100%", "0%", "4 GB/s", "[]", "{}", "[a, b]", "{ a: b }", "lognormal(median 1h p95 3h)", "uniform(3h 1h)",
        "mix(50% 1h 50% 2h)", "site", "shard", "daily", "us-east.a", "one of us-east.zones", "883 of site", "2 of engineers", "\"", "'", ":", "- x", "&a", "*a", "!tag", "~", "<<", "true", "é", "\t",
    ];

    [Test]
    public void A_damaged_file_is_read_or_refused([Values("good.yaml", "first-steps.yaml", "atlassian-2022.yaml")] string name, [Range(1, 3)] int seed)
    {
        string[] lines = Lines(name);
        var random = new Random(seed);
        int sound = 0;
        for (int file = 0; file < Files; file++)
        {
            string text = Damaged(lines, random);
            try
            {
                ReadStudy read = ScenarioFile.Parse(text, PathOf(name));
                Assert.That(read.Study is null, Is.EqualTo(read.Problems.Count > 0));
                if (read.Study is { } study && sound++ < 5) RunOnce(study);
            }
            catch (Exception broken) when (broken is not AssertionException)
            {
                Assert.Fail($"seed {seed}, file {file} broke the reader or a trial: {broken}\n{text}");
            }
        }
    }

    private static void RunOnce(Study study)
    {
        foreach (Variant variant in study.Variants.Take(3))
            PreparedScenario.Prepare(variant.Scenario, study.Seed).Run(0);
    }

    private static string Damaged(string[] lines, Random random)
    {
        List<string> damaged = [.. lines];
        for (int wound = random.Next(1, 4); wound > 0; wound--)
        {
            int line = random.Next(damaged.Count);
            string text = damaged[line];
            int colon = text.IndexOf(':', StringComparison.Ordinal);
            switch (random.Next(6))
            {
                case 0: damaged.RemoveAt(line); break;
                case 1: damaged.Insert(line, text); break;
                case 2 when colon > 0: damaged[line] = text[..(colon + 1)] + " " + Word(random); break;
                case 3 when text.Length > 0: damaged[line] = text.Remove(random.Next(text.Length), 1); break;
                case 4 when text.Length > 0: damaged[line] = text.Insert(random.Next(text.Length), Word(random)); break;
                default: damaged[line] = " " + text; break;
            }
            if (damaged.Count == 0) damaged.Add("");
        }
        return string.Join('\n', damaged);
    }

    private static string Word(Random random) => s_words[random.Next(s_words.Length)];

    private static string[] Lines(string name) => File.ReadAllLines(PathOf(name));

    private static string PathOf(string name) => Repository.At(name == "good.yaml" ? Path.Combine("tests", "Bad", name) : Path.Combine("scenarios", name));
}
