using Simulator.Models.Facts;

namespace Simulator.Models.Databases.Run;

/// <content>Two copies that take writes at once.</content>
public sealed partial class DatabaseRun
{
    private Rival? _rival;

    /// <summary>The old one goes on beside the new one.</summary>
    private void BeginRival(Copy old, Writer writer, double shared)
    {
        _rival = new Rival(old, writer, Now, shared);
        _world.Journal.Write(new SplitBrainBegan(Now, Name, Number, old.Zone.ToString(), Primary.Zone.ToString()));
    }

    /// <summary>The old one stops once it hears of the new one, or does not run any more. What it took alone stands only there.</summary>
    /// <param name="always">Whether it stops in any case, because the run ends.</param>
    private void EndRival(bool always = false)
    {
        if (_rival is not { } rival || (!always && rival.Copy is { IsUp: true, HasData: true } && _world.Network.IsCutOff(rival.Copy.Zone))) return;
        double acknowledged = rival.Writer.Log.At(Now);
        if (rival.Copy is { IsUp: true, HasData: true }) rival.Copy.Held = acknowledged;
        rival.Writer.Set(Now, 0, null);
        _retired += rival.Writer.Settle(Now);
        _rival = null;
        _ledger.GoBack(acknowledged, rival.Shared, rival.Copy, rival.Copy.HasData ? rival.Copy.Held : double.NegativeInfinity);
        double bytes = acknowledged - rival.Shared;
        string fate = !rival.Copy.HasData ? "lost with it" : Database.Failover!.StrandedWrites switch { Stranded.Keep => "kept", Stranded.Discard => "discarded", _ => "merged" };
        _world.Journal.Write(new SplitBrainEnded(Now, Name, Number, rival.Since, bytes, bytes / Database.WriteSize.Bytes, fate));
    }
}
