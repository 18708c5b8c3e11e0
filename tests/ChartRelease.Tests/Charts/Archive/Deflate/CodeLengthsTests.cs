using ChartRelease.Charts.Archive.Deflate;
using CsCheck;

namespace ChartRelease.Tests.Charts.Archive.Deflate;

public sealed class CodeLengthsTests
{
    [Fact]
    public void A_code_is_complete_and_none_is_too_long() =>
        Gen.Select(Gen.OneOf(Gen.Const(0), Gen.Int[0, 3], Gen.Int[0, 5_000]).Array[2, 286], Gen.Int[9, 15]).Sample((frequencies, maximum) =>
        {
            var lengths = Assign(frequencies, maximum);
            var used = frequencies.Count(static frequency => frequency > 0);
            Assert.All(frequencies.Zip(lengths), pair => Assert.Equal(pair.First > 0, pair.Second > 0));
            Assert.All(lengths, length => Assert.InRange(length, 0, maximum));
            Assert.Equal(used switch { 0 => 0, 1 => 1 << (maximum - 1), _ => 1 << maximum }, lengths.Sum(length => length == 0 ? 0 : 1 << (maximum - length)));
        });

    [Fact]
    public void Without_a_limit_it_is_as_small_as_Huffmans() =>
        Gen.Int[0, 1_000].Array[2, 100].Where(static frequencies => frequencies.Count(static frequency => frequency > 0) > 1).Sample(frequencies =>
            Assert.Equal(HuffmanCost(frequencies), frequencies.Zip(Assign(frequencies, 15), static (frequency, length) => frequency * length).Sum()));

    [Theory]
    [InlineData(7)]
    [InlineData(15)]
    public void Frequencies_that_ask_for_longer_codes_get_the_longest_allowed(int maximum)
    {
        // Fibonacci's numbers make the deepest tree there is.
        var frequencies = new int[19];
        (frequencies[0], frequencies[1]) = (1, 1);
        for (var index = 2; index < frequencies.Length; index++)
        {
            frequencies[index] = frequencies[index - 1] + frequencies[index - 2];
        }

        var lengths = Assign(frequencies, maximum);
        Assert.Equal(maximum, lengths.Max());
        Assert.Equal(1 << maximum, lengths.Sum(length => 1 << (maximum - length)));
        Assert.Equal(lengths.OrderDescending(), lengths);
    }

    private static byte[] Assign(int[] frequencies, int maximum)
    {
        var lengths = new byte[frequencies.Length];
        lengths.AsSpan().Fill(99);
        CodeLengths.Assign(frequencies, lengths, maximum);
        return lengths;
    }

    // The sum of all inner nodes, with a queue: another way to the same number.
    private static int HuffmanCost(int[] frequencies)
    {
        var queue = new PriorityQueue<int, int>(frequencies.Where(static frequency => frequency > 0).Select(static frequency => (frequency, frequency)));
        var cost = 0;
        while (queue.Count > 1)
        {
            var node = queue.Dequeue() + queue.Dequeue();
            cost += node;
            queue.Enqueue(node, node);
        }

        return cost;
    }
}
