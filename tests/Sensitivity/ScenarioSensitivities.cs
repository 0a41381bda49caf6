using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Experiments.Sensitivity;
using Simulator.Models;
using Simulator.Models.Language;
using Simulator.ScenarioFiles;
using Simulator.ScenarioFiles.Moving;

namespace Simulator.Tests.Sensitivity;

/// <summary>Sensitivities of a scenario whose loss has a closed form: a snapshot every T alone loses T/2 in the mean, whatever else is moved.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ScenarioSensitivities
{
    private const string Text = """
        version: 1
        name: cadence
        question: What does a snapshot every T lose?
        run: { length: 3d, trials: 100 }
        regions: { home: { zones: [a, b] } }
        stores: { bucket: { region: home, read: 200 MB/s } }
        databases:
          shop:
            zone: home.a
            data: 50 GB
            writes: 1 MB/s
            backups: { copy: { kind: snapshot, every: 12h, to: bucket } }
        faults: { fire: { kind: destruction, hits: home.a, at: 2d, noticed: 10m } }
        expect:
          - mean loss of shop <= 1d
        """;

    private string _folder = "";

    [OneTimeSetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("sensitivity").FullName;

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    private string Written()
    {
        string path = Path.Combine(_folder, $"{TestContext.CurrentContext.Test.ID}.yaml");
        File.WriteAllText(path, Text);
        return path;
    }

    private SensitivityResult Asked(Method method, int trials, int threads, params (string Path, string Range)[] inputs)
    {
        string path = Written();
        ReadStudy read = ScenarioFile.Read(path);
        Assert.That(read.Problems, Is.Empty);
        Template template = Template.Read(path)!;
        IReadOnlyList<Input> found = inputs.Length == 0 ? Ranged.All(template).Inputs : Ranged.Of(template, [.. inputs.Select(input => new Named<InputRange>(input.Path, InputRange.Syntax.Parse(input.Range).Value))]).Value;
        SensitivityQuestion question = new(read.Study!, StudyForm.OnlyVariant, method, [Response.Syntax.Parse("mean loss of shop").Value], found, trials, []);
        return SensitivityAnalysis.Of(question, template.With, threads, static (scenario, seed) => PreparedScenario.Prepare(scenario, seed).Run);
    }

    [Test]
    public void Moved_one_at_a_time_the_cadence_alone_changes_the_loss_by_half_of_what_it_changes()
    {
        SensitivityResult result = Asked(new OneAtATime(), 200, 2, ("databases.shop.backups.copy.every", "from 6h to 24h"), ("faults.fire.noticed", "+-50%"), ("stores.bucket.read", "from 100 MB/s to 1 GB/s"));
        Effect[] effects = [.. result.Responses[0].Effects!];
        Assert.Multiple(() =>
        {
            Assert.That(effects[0][OneAtATime.AtLow].Value, Is.EqualTo(-3 * 3600).Within(4 * 6 * 3600 / Math.Sqrt(12 * 200)));
            Assert.That(effects[0][OneAtATime.AtHigh].Value, Is.EqualTo(6 * 3600).Within(4 * 12 * 3600 / Math.Sqrt(12 * 200)));
            Interval high = effects[0][OneAtATime.AtHigh].Interval!.Value;
            Assert.That((high.Low, high.High), Is.EqualTo((effects[0][OneAtATime.AtHigh].Value, effects[0][OneAtATime.AtHigh].Value)).Using<(double A, double B)>((x, y) => x.A <= y.A && x.B >= y.B));
            Assert.That(effects.Select(effect => effect.Matters), Is.EqualTo(new[] { true, false, false }));
            Assert.That(result.Sentence(result.Responses[0]), Does.Contain("one input matters: databases.shop.backups.copy.every"));
        });
    }

    [Test]
    public void Moved_together_the_cadence_has_all_of_the_variance_and_the_slope_of_a_half()
    {
        (string, string)[] inputs = [("databases.shop.backups.copy.every", "uniform(6h 24h)"), ("stores.bucket.read", "+-50%")];
        Effect[] sobol = [.. Asked(new Sobol(32), 20, 2, inputs).Responses[0].Effects!];
        Assert.That(sobol[0][Sobol.Total].Value, Is.EqualTo(1).Within(0.15));
        Assert.That((sobol[0].Matters, sobol[1].Matters), Is.EqualTo((true, false)));
        Effect[] morris = [.. Asked(new Morris(6, 4), 100, 2, ("databases.shop.backups.copy.every", "from 6h to 24h"), inputs[1]).Responses[0].Effects!];
        Assert.That(morris[0][Morris.Mu].Value, Is.EqualTo(9 * 3600).Within(0.15 * 9 * 3600), "half of 18 hours");
        Assert.That(morris[1][Morris.MuStar].Value, Is.Zero);
    }

    [Test]
    public void Any_number_of_threads_writes_the_same_bytes()
    {
        static string[] Files(SensitivityResult result)
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("sensitivity");
            SensitivityFile.Write(result, folder.FullName);
            string[] texts = [.. folder.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => File.ReadAllText(file.FullName))];
            folder.Delete(recursive: true);
            return texts;
        }
        Assert.That(Files(Asked(new Morris(3, 4), 20, threads: 3)), Is.EqualTo(Files(Asked(new Morris(3, 4), 20, threads: 1))));
    }

    [Test]
    public void Values_that_make_no_sound_scenario_are_told_with_their_settings() =>
        Assert.That(() => Asked(new OneAtATime(), 5, 1, ("databases.shop.data", "from 1 GB to 2 GB"), ("databases.shop.backups.copy.every", "uniform(1 3)")),
            Throws.TypeOf<UnsoundDesignException>().With.Message.Contains("no sound scenario has databases.shop.backups.copy.every: 1.1"));

    [TestCase("from 1h to 24h", "6h", 0.5, "12h 30m")]
    [TestCase("from 10% to 30%", "20%", 0.25, "15%")]
    [TestCase("from 1 to 4", "2", 0.999, "4")]
    [TestCase("from 1 to 4", "2", 0.3, "2")]
    [TestCase("from 100 MB/s to 1 GB/s", "200 MB/s", 0, "100 MB/s")]
    [TestCase("+-20%", "lognormal(median 20m p95 1h)", 1, "lognormal(median 24m p95 1.2h)")]
    [TestCase("+-20%", "3", 0.1, "2")]
    [TestCase("+-20%", "3", 0.9, "4")]
    [TestCase("+-50%", "1 MB/s", 0.25, "0.75 MB/s")]
    [TestCase("uniform(1h 3h)", "2h", 0, "1h 6m")]
    public void A_range_gives_texts_in_the_units_of_the_language(string range, string written, double place, string text) =>
        Assert.That(InputRange.Syntax.Parse(range).Value.At(written, place, takesEnds: true, Scaled), Is.EqualTo(text));

    private static string? Scaled(string text, double factor) => Simulator.ScenarioFiles.Moving.Scaled.Of(text, factor, null);
}
