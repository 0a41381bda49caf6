using Simulator.Models.Language;

namespace Simulator.Models;

/// <summary>Accounts with a provider: they are not defined anywhere, but come into being with what says that it belongs to one.</summary>
internal static class Accounts
{
    /// <summary>Where an account is named by what belongs to it; see <see cref="Reference"/>.</summary>
    public const string Section = "stores.*.account|databases.*.account|databases.*.standbys.*.account|dependencies.*.account";

    /// <summary>An account that something belongs to.</summary>
    public static Syntax<string> Named { get; } = Syntaxes.NameOf(Section);
}
