using System.Text;

namespace ChartRelease.Tests.Charts.Archive.Deflate;

/// <summary>Inputs of the kinds that a chart holds, the same for the same size and seed on every runtime.</summary>
internal static class DeflateInputs
{
    private static readonly string[] _words = ["apiVersion: v1\n", "kind: ", "  name: ", "{{ .Values.image }}", "\n", "    - ", "x"];

    public static byte[] Make(DeflateInput kind, int size, uint seed)
    {
        var bytes = new byte[size];
        var random = new Numbers(seed);
        for (var start = 0; start < size;)
        {
            start += Fill(kind == DeflateInput.Mixed ? (DeflateInput)random.Below((int)DeflateInput.Mixed) : kind, bytes, start, random);
        }

        return bytes;
    }

    // A stretch of up to 100,000 bytes.
    private static int Fill(DeflateInput kind, byte[] bytes, int start, Numbers random)
    {
        var end = Math.Min(bytes.Length, start + 1 + random.Below(100_000));
        var period = 1 + random.Below(40_000);
        for (var index = start; index < end;)
        {
            index = kind switch
            {
                DeflateInput.Zeros => index + 1,
                DeflateInput.Noise => Put(bytes, index, (byte)random.Below(256)),
                DeflateInput.Digits => Put(bytes, index, "0123456789abcdef"u8[random.Below(16)]),
                DeflateInput.Text => Put(bytes, index, random.Below(4) == 0 ? $"{random.Below(10_000)}" : _words[random.Below(_words.Length)]),
                DeflateInput.Periods => Put(bytes, index, index < period ? (byte)random.Below(256) : bytes[index - period]),
                _ => Copy(bytes, index, random),
            };
        }

        return end - start;
    }

    private static int Put(byte[] bytes, int index, byte value)
    {
        bytes[index] = value;
        return index + 1;
    }

    private static int Put(byte[] bytes, int index, string text)
    {
        var part = Encoding.UTF8.GetBytes(text).AsSpan(0, Math.Min(text.Length, bytes.Length - index));
        part.CopyTo(bytes.AsSpan(index));
        return index + part.Length;
    }

    // A literal, and a copy of any length from any distance.
    private static int Copy(byte[] bytes, int index, Numbers random)
    {
        index = Put(bytes, index, (byte)random.Below(256));
        var distance = 1 + random.Below(Math.Min(index, 40_000));
        for (var left = random.Below(300); left > 0 && index < bytes.Length; left--, index++)
        {
            bytes[index] = bytes[index - distance];
        }

        return index;
    }

    private sealed class Numbers(uint seed)
    {
        private uint _state = seed;

        public int Below(int limit)
        {
            _state = (_state * 1_664_525) + 1_013_904_223;
            return (int)((_state >> 8) % (uint)limit);
        }
    }
}
