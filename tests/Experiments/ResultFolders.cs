using Simulator.Experiments.Results;
using static Simulator.Tests.Experiments.Studies;

namespace Simulator.Tests.Experiments;

/// <summary>A result folder is there as a whole or not at all, and an old one survives every failure.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ResultFolders : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("results-");

    public void Dispose() => _root.Delete(recursive: true);

    [Test]
    public void Trying_leaves_nothing_behind_and_says_before_the_run_that_it_cannot_write()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("results-");
        try
        {
            string root = Path.Combine(folder.FullName, "new");
            ResultFolder.Try(root, "name");
            Assert.That(folder.GetFileSystemInfos(), Is.Empty);

            File.WriteAllText(root, "a file where the folder should be");
            Assert.That(() => ResultFolder.Try(root, "name"), Throws.TypeOf<SurroundingsException>().With.Message.Contains("Nothing was run."));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void It_holds_the_texts_and_nothing_else_stands_beside_it()
    {
        string folder = ResultFolder.Write(_root.FullName, "tiny", f => ResultFolder.WriteTexts(Run(Tiny(3)), f));
        Assert.That(Names(folder), Is.EqualTo(new[] { "journal.txt", "summary.json", "trials.csv" }));
        Assert.That(Names(_root.FullName), Is.EqualTo(new[] { "tiny" }));
        Assert.That(File.ReadAllBytes(Path.Combine(folder, "trials.csv"))[0], Is.EqualTo((byte)'v'), "no byte order mark");
    }

    [Test]
    public void It_replaces_an_old_one_whole()
    {
        Write("old.txt");
        Write("new.txt");
        Assert.That(Names(Path.Combine(_root.FullName, "tiny")), Is.EqualTo(new[] { "new.txt" }));
        Assert.That(Names(_root.FullName), Is.EqualTo(new[] { "tiny" }));
    }

    [Test]
    public void A_write_that_fails_half_way_leaves_the_old_one_and_no_half_of_a_new_one()
    {
        Write("old.txt");
        SurroundingsException failure = Assert.Throws<SurroundingsException>(() => ResultFolder.Write(_root.FullName, "tiny", folder =>
        {
            File.WriteAllText(Path.Combine(folder, "half.txt"), "half");
            throw new IOException("No space left on device.");
        }))!;
        Assert.That(failure.Message, Is.EqualTo($"the results cannot be written to {Path.Combine(_root.FullName, "tiny")}: No space left on device. Nothing was changed there."));
        Assert.That(Names(Path.Combine(_root.FullName, "tiny")), Is.EqualTo(new[] { "old.txt" }));
        Assert.That(Names(_root.FullName), Is.EqualTo(new[] { "tiny" }));
    }

    [Test]
    public void A_full_disk_is_the_surroundings_fault()
    {
        if (!File.Exists("/dev/full")) Assert.Ignore("this system has no /dev/full");
        Assert.That(() => ResultFolder.Write(_root.FullName, "tiny", folder =>
        {
            File.CreateSymbolicLink(Path.Combine(folder, "summary.json"), "/dev/full");
            ResultFolder.WriteTexts(Run(Tiny(3)), folder);
        }), Throws.TypeOf<SurroundingsException>().With.Message.Contains("No space left"));
        Assert.That(Names(_root.FullName), Is.Empty);
    }

    [Test]
    public void A_root_that_cannot_be_a_folder_is_the_surroundings_fault()
    {
        string file = Path.Combine(_root.FullName, "file");
        File.WriteAllText(file, "");
        Assert.That(() => ResultFolder.Write(file, "tiny", _ => { }), Throws.TypeOf<SurroundingsException>());
        Assert.That(() => ResultFolder.Write("/proc/results", "tiny", _ => { }), Throws.TypeOf<SurroundingsException>());
    }

    [Test]
    public void A_file_in_its_place_is_left_alone()
    {
        File.WriteAllText(Path.Combine(_root.FullName, "tiny"), "mine");
        Assert.That(() => Write("new.txt"), Throws.TypeOf<SurroundingsException>());
        Assert.That(File.ReadAllText(Path.Combine(_root.FullName, "tiny")), Is.EqualTo("mine"));
        Assert.That(Names(_root.FullName), Is.EqualTo(new[] { "tiny" }));
    }

    [Test]
    public void A_failure_of_the_simulator_is_not_the_surroundings_fault_and_leaves_nothing()
    {
        Assert.That(() => ResultFolder.Write(_root.FullName, "tiny", _ => throw new InvalidOperationException("a bug")), Throws.InvalidOperationException);
        Assert.That(Names(_root.FullName), Is.Empty);
    }

    [TestCase("../x")]
    [TestCase("/x")]
    [TestCase("..")]
    [TestCase("a/b")]
    [TestCase("tiny./x")]
    [TestCase("tiny..")]
    [TestCase("tiny.a b")]
    [TestCase("")]
    public void Nothing_is_written_outside_the_root(string name)
    {
        Assert.That(() => ResultFolder.Write(_root.FullName, name, _ => { }), Throws.ArgumentException);
        Assert.That(Names(_root.FullName), Is.Empty);
    }

    [Test]
    public void A_part_of_a_run_has_a_folder_that_no_scenario_can_have()
    {
        Assert.That(ResultFolder.NameOf("tiny", []), Is.EqualTo("tiny"));
        string name = ResultFolder.NameOf("tiny", ["As it was + 5 %", "trials 7"]);
        Assert.That(name, Is.EqualTo("tiny.as-it-was-5.trials-7"));
        Assert.That(ResultFolder.Write(_root.FullName, name, _ => { }), Is.EqualTo(Path.Combine(_root.FullName, name)));
    }

    private void Write(string file) => ResultFolder.Write(_root.FullName, "tiny", folder => File.WriteAllText(Path.Combine(folder, file), ""));

    private static string[] Names(string folder) => [.. Directory.EnumerateFileSystemEntries(folder).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];
}
