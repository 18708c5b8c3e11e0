using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace ChartRelease.Integration.Tasks;

/// <summary>What a method calls, and how often it branches (ECMA-335, partition III).</summary>
internal sealed record TaskInstructions(IReadOnlyList<MethodBase> Calls, int Branches)
{
    private const byte TwoByteOpCode = 0xFE;

    private static readonly Dictionary<short, OpCode> _codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Reads a method; of an async one what the compiler made of its body.</summary>
    public static TaskInstructions Of(MethodInfo method)
    {
        var body = method.GetCustomAttribute<AsyncStateMachineAttribute>() is { } machine
            ? machine.StateMachineType.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic)!
            : method;
        var (il, calls, branches) = (body.GetMethodBody()!.GetILAsByteArray()!, new List<MethodBase>(), 0);
        for (var i = 0; i < il.Length;)
        {
            var code = il[i] == TwoByteOpCode ? _codes[(short)((TwoByteOpCode << 8) | il[i + 1])] : _codes[il[i]];
            i += code.Size;
            if (code.OperandType == OperandType.InlineMethod)
            {
                calls.Add(body.Module.ResolveMethod(BitConverter.ToInt32(il, i), body.DeclaringType!.GetGenericArguments(), null)!);
            }

            branches += code.FlowControl == FlowControl.Cond_Branch ? 1 : 0;
            i += SizeOfOperand(code.OperandType, il, i);
        }

        return new TaskInstructions(calls, branches);
    }

    private static int SizeOfOperand(OperandType type, byte[] il, int position) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, position)),
        _ => 4,
    };
}
