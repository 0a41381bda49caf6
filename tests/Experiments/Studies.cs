using System.Text;
using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;
using static Simulator.Tests.Experiments.Journals;

namespace Simulator.Tests.Experiments;

/// <summary>Studies whose trials are written by hand instead of simulated.</summary>
internal static class Studies
{
    internal static Study Tiny(int trials, params string[] expectations) =>
        new("tiny", "Is it back?", "", 42, trials, [new Variant("as it was", Empty(100)), new Variant("prepared", Empty(10))], [.. expectations.Select(Expect)]);

    /// <summary>Three sites are deleted; in the first variant (whose run is long) they come back one after another, later in later trials.</summary>
    internal static Func<int, TrialRecord> Trials(Scenario scenario, ulong seed) => trial =>
    {
        bool slow = scenario.Length > TimeSpan.FromHours(10);
        double each = slow ? 10 + trial % 7 : 0.5 + trial * 0.001;
        List<Fact> facts = [.. Enumerable.Range(0, 3).Select(site => Deleted(0, site, users: 10 * (site + 1), database: site % 2)), Ready(0, "slow")];
        for (int site = 0; site < 3; site++)
        {
            facts.Add(Settled(0.1, site, 0, lossSeconds: site == 2 ? 60 + trial : 0, writes: site == 2 ? 5 : 0, bytes: site == 2 ? 512.5 : 0));
        }

        facts.Add(new BatchBegan(H(0.2), "slow", 1, 3));
        for (int site = 0; site < 3; site++) facts.Add(Served((site + 1) * each, site));
        facts.Add(new BatchEnded(H(3 * each), "slow", 1, H(0.2)));
        if (slow) facts.AddRange(Enumerable.Range(0, 3).Select(site => Accepted(3 * each + 1 + site, site)));
        return new TrialRecord(facts, seed * 1000 + (ulong)trial * 7 + (slow ? 1u : 0u), facts.Count);
    };

    internal static StudyResult Run(Study study, int threads = 1, Preparation? trials = null) => Experiment.Run(study, threads, trials ?? Trials);

    internal static string Json(StudyResult result)
    {
        using MemoryStream stream = new();
        SummaryFile.Write(result, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static string Csv(StudyResult result)
    {
        using StringWriter writer = new();
        TrialsFile.Write(result, writer);
        return writer.ToString();
    }

    internal static string Journal(StudyResult result)
    {
        using StringWriter writer = new();
        JournalFile.Write(result, writer);
        return writer.ToString();
    }
}
