using System.Reflection;
using System.Reflection.Emit;
using Simulator.Models.Faults;

namespace Simulator.Tests.Architecture;

/// <summary>
/// A new kind of fault touches one folder of the sources, because no code outside that folder knows one kind from another: what differs between them is a member of all faults. Looked for in
/// the compiled code, so that a word which also means something else (the step of a plan that is called load) misleads nobody.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class FaultKinds
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] s_above = [typeof(Fault).Assembly, typeof(global::Simulator.Experiments.Study).Assembly, typeof(global::Simulator.Reports.Report).Assembly, typeof(ScenarioFiles.ScenarioFile).Assembly];

    private static readonly Dictionary<int, OpCode> s_codes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    private static HashSet<Type> Kinds { get; } = [.. typeof(Fault).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fault)) && !type.IsAbstract)];

    [Test]
    public void No_other_folder_knows_one_kind_of_fault_from_another() =>
        Assert.That(s_above.SelectMany(assembly => assembly.GetTypes()).Where(type => !IsInFolder(type)).SelectMany(Knowing), Is.Empty, "make it a member of Fault or Disruption");

    [Test]
    public void A_kind_that_is_known_is_found() => Assert.That(typeof(Fault).Assembly.GetTypes().Where(IsInFolder).SelectMany(Knowing), Is.Not.Empty);

    private static bool IsInFolder(Type type) => $"{type.Namespace}.".StartsWith("Simulator.Models.Faults.", StringComparison.Ordinal);

    private static IEnumerable<string> Knowing(Type type) => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All))
        .SelectMany(method => Meant(method).SelectMany(Types).Concat(method.GetParameters().Select(parameter => parameter.ParameterType)).Where(Kinds.Contains).Select(kind => $"{type}.{method.Name} knows {kind.Name}"));

    private static IEnumerable<Type> Types(MemberInfo member) =>
        [.. member is Type type ? [type, .. type.GenericTypeArguments] : member.DeclaringType is { } owner ? (Type[])[owner] : [], .. member is MethodInfo { IsGenericMethod: true } method ? method.GetGenericArguments() : []];

    /// <summary>The types, methods and fields that a method's code means.</summary>
    private static IEnumerable<MemberInfo> Meant(MethodBase method)
    {
        byte[] il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        Type[] ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : [], own = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (int at = 0; at < il.Length;)
        {
            OpCode code = s_codes[il[at] == 0xFE ? 0xFE00 | il[at + 1] : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineType or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, at), ofType, own)!;
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }
}
