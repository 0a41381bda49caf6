using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Backups.Integrity;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Quantities;
using Simulator.Models.Stores;

namespace Simulator.Tests.Stories;

/// <summary>What an audit can mend: a point that rots, of which somebody has a good second copy.</summary>
[Parallelizable(ParallelScope.All)]
public class MendingStories
{
    private static readonly Replica s_far = new("far", Delay.Always(TimeSpan.FromMinutes(15)));

    [Test]
    public void An_audit_that_repairs_spares_the_loss_where_a_second_copy_exists()
    {
        // Of a month's points the oldest rots with probability 1 - e^-1.23, the newest hardly at all: 42.5% of them, 255 of 600, give or take three standard deviations of 12.
        int alone = Bad(null, repairs: true), helped = Bad(s_far, repairs: true), idle = Bad(s_far, repairs: false);

        Assert.That(alone, Is.InRange(219, 291), "found, and dropped");
        Assert.That(helped, Is.Zero);
        Assert.That(idle, Is.EqualTo(alone), "nobody mends unless told to");

        static int Bad(Replica? replica, bool repairs) => Enumerable.Range(0, 20).Sum(trial =>
        {
            Backed backed = new Backed().Keeping("bucket", store => store with { RotsPerYear = 15, Replica = replica }).With("full", Audited("bucket", repairs));
            Protection protection = backed.Protection(trial);
            return Enumerable.Range(0, 30).Count(day => protection.Newest(At(24 * day), At(24 * 30 + 5))?.Pieces[0] is not { Store: "bucket" } piece || piece.Cut != At(24 * day));
        });
    }

    [Test]
    public void A_layer_of_copies_is_a_second_copy_and_what_it_copied_is_one_for_it()
    {
        foreach (string rotten in new[] { "bucket", "far" })
        {
            Backed backed = new Backed().Keeping(rotten, store => store with { RotsPerYear = 15 }).With("full", Audited("bucket", true))
                .With("copy", new Copy(Audited("far", true).Schedule with { From = "full", Start = null }));
            Protection protection = backed.Protection();

            foreach (string layer in new[] { "full", "copy" })
                Assert.That(Enumerable.Range(0, 30).Select(day => protection.Newest(At(24 * day), At(24 * 30 + 5), [layer])?.At), Is.EqualTo(Enumerable.Range(0, 30).Select(day => (Instant?)At(24 * day))), $"{layer}, {rotten}");
        }
    }

    [Test]
    public void What_was_never_any_good_was_copied_as_it_was()
    {
        Full full = Audited("bucket", true);
        Protection protection = new Backed().Keeping("bucket", store => store with { Replica = s_far })
            .With("full", full with { Schedule = full.Schedule with { Usable = new Share(0.5) } }).Protection();

        Assert.That(Enumerable.Range(0, 30).Count(day => protection.Newest(At(24 * day), At(24 * 30 + 5))?.At == At(24 * day)), Is.InRange(6, 24), "half of thirty, give or take three standard deviations of 2.7");
    }

    [Test]
    public void A_point_that_is_gone_in_its_fragments_is_mended_from_a_replica()
    {
        Backed Rotting(Replica? replica) => new Backed().Keeping("bucket", store => store with { RotsPerYear = 60, Coding = new ErasureCoding(13, 14), Replica = replica }).With("full", Audited("bucket", true));
        static int Whole(Backed backed) => Enumerable.Range(0, 30).Count(day => backed.Protection().Newest(At(24 * day), At(24 * 30 + 5))?.Pieces[0] is { Store: "bucket" } piece && piece.Cut == At(24 * day));

        Assert.That(Whole(Rotting(null)), Is.LessThan(20));
        Assert.That(Whole(Rotting(s_far)), Is.EqualTo(30));
    }

    [Test]
    public void A_second_copy_that_was_destroyed_mends_nothing()
    {
        Backed backed = new Backed { Length = TimeSpan.FromDays(31) }.Keeping("bucket", store => store with { RotsPerYear = 15, Replica = s_far }).With("full", Audited("bucket", true)).Losing("stores.far", "1d 2h").Losing("shop.primary", "30d 5h");
        IReadOnlyList<OfferedPoint> points = backed.Run().OfType<PointsOffered>().Single().Points;

        Assert.That(points.Count(point => point.Moment > At(30) && point.UsableUntil < At(24 * 31)), Is.GreaterThan(3), "they went bad, and stay so");
    }

    private static Instant At(double hours) => Instant.After(TimeSpan.FromHours(hours));

    private static Full Audited(string to, bool repairs) => new(new Schedule(TimeSpan.FromDays(1), to)
    {
        Start = TimeSpan.Zero,
        Keep = Retention.For(TimeSpan.FromDays(60)),
        Audit = new Audit(TimeSpan.FromHours(1), Share.All, repairs),
    });
}
