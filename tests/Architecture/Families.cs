using System.Reflection;
using System.Text.RegularExpressions;
using Simulator.Models.Backups;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Distributions;
using Simulator.Models.Faults;
using Simulator.Models.Language;
using Simulator.Models.Recovery.Steps;
using Simulator.Models.Workloads;

namespace Simulator.Tests.Architecture;

/// <summary>A family's table is its only registration: whoever writes a new kind and forgets the line is told here.</summary>
[Parallelizable(ParallelScope.All)]
public class Families
{
    private static IEnumerable<Type> Faults => Kinds<Fault>();

    private static IEnumerable<Type> Steps => Kinds<Step>();

    private static IEnumerable<Type> Backups => Kinds<BackupPolicy>();

    private static IEnumerable<Type> Distributions => Kinds<Distribution>();

    // A bare rate and a sum have no word of their own.
    private static IEnumerable<Type> Workloads => Kinds<Workload>().Where(kind => kind != typeof(Constant) && kind != typeof(Sum));

    private static IEnumerable<Type> Replications => Kinds<ReplicationMode>();

    [TestCaseSource(nameof(Faults))]
    public void Fault_is_registered_once(Type kind) => IsRegisteredOnce(kind, Fault.Kinds);

    [TestCaseSource(nameof(Steps))]
    public void Step_is_registered_once(Type kind) => IsRegisteredOnce(kind, Step.Kinds);

    [TestCaseSource(nameof(Backups))]
    public void Backup_is_registered_once(Type kind) => IsRegisteredOnce(kind, BackupPolicy.Kinds);

    [TestCaseSource(nameof(Distributions))]
    public void Distribution_is_registered_once_under_its_own_name(Type kind) =>
        Assert.That(Law.Families.Count(word => word == Word(kind)), Is.EqualTo(1));

    [TestCaseSource(nameof(Workloads))]
    public void Workload_is_registered_once_under_its_own_name(Type kind) =>
        Assert.That(Course.Kinds.Count(word => word == Word(kind)), Is.EqualTo(1));

    [TestCaseSource(nameof(Replications))]
    public void Replication_mode_is_registered_once_under_its_own_name(Type kind)
    {
        ReplicationMode mode = ReplicationMode.All.Single(mode => mode.GetType() == kind);
        Assert.That(mode.Word.Replace('-', ' '), Is.EqualTo(Word(kind)));
        Assert.That(ReplicationMode.Syntax.Parse(mode.Word).Value, Is.EqualTo(mode));
    }

    [TestCaseSource(nameof(Faults))]
    public void Fault_has_a_story(Type kind) => HasAStory(kind, Fault.Kinds, "kind");

    [TestCaseSource(nameof(Steps))]
    public void Step_has_a_story(Type kind) => HasAStory(kind, Step.Kinds, "do");

    [Test]
    public void Tables_have_no_line_too_many() => Assert.Multiple(() =>
    {
        Assert.That(Fault.Kinds.Select(kind => kind.Word), Is.Unique);
        Assert.That(Fault.Kinds, Has.Count.EqualTo(Faults.Count()));
        Assert.That(Step.Kinds.Select(kind => kind.Word), Is.Unique);
        Assert.That(Step.Kinds, Has.Count.EqualTo(Steps.Count()));
        Assert.That(BackupPolicy.Kinds.Select(kind => kind.Word), Is.Unique);
        Assert.That(BackupPolicy.Kinds, Has.Count.EqualTo(Backups.Count()));
        Assert.That(Course.Kinds, Has.Count.EqualTo(Workloads.Count()));
        Assert.That(Law.Families, Has.Count.EqualTo(Distributions.Count()));
    });

    private static void IsRegisteredOnce<T>(Type kind, IReadOnlyList<Kind<T>> table)
    {
        object? shape = kind.GetField("Shape", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)?.GetValue(null);
        Assert.That(shape, Is.Not.Null, $"{kind.Name} has no Shape");
        Assert.That(table.Count(entry => ReferenceEquals(entry.Shape, shape)), Is.EqualTo(1));
    }

    /// <summary>A story writes it as scenarios do, or makes its record.</summary>
    private static void HasAStory<T>(Type kind, IReadOnlyList<Kind<T>> table, string key)
    {
        object? shape = kind.GetField("Shape", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)?.GetValue(null);
        string word = table.Single(entry => ReferenceEquals(entry.Shape, shape)).Word;
        Assert.That(Regex.IsMatch(s_stories.Value, $"{key}: {word}\\b|Suffers\\(\"{word}\"|new (Models[.a-zA-Z]*[.])?{kind.Name}\\("), Is.True, $"no story in tests/Stories has '{key}: {word}'");
    }

    private static readonly Lazy<string> s_stories = new(() => string.Concat(Directory.GetFiles(Repository.At("tests/Stories"), "*.cs").Select(File.ReadAllText)));

    private static IEnumerable<Type> Kinds<T>() => typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);

    /// <summary>The word in a scenario: <c>RemoteApply</c> is <c>remote apply</c>.</summary>
    private static string Word(Type kind) => string.Concat(kind.Name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : c.ToString()));
}
