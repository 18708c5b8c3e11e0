using System.Security.Cryptography;
using ChartRelease.Oci;

namespace ChartRelease.Tests.Oci;

public sealed class DigestTests
{
    private const string Empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Fact]
    public void The_digest_of_nothing_is_the_known_one()
    {
        Assert.Equal(Empty, Digest.Of([]).Value);
        Assert.Equal(Digest.Of([]), Digest.FromSha256(SHA256.HashData([])));
        Assert.Equal(Digest.Of([]), Digest.Parse(Empty));
        Assert.NotEqual(Digest.Of([]), Digest.Of([0]));
    }

    [Fact]
    public void A_digest_has_an_algorithm_and_hexadecimal_digits()
    {
        Assert.Equal("sha256", Digest.Parse(Empty).Algorithm);
        Assert.Equal(Empty[7..], Digest.Parse(Empty).Hex);
        Assert.Equal(Empty, Digest.Parse(Empty).ToString());
        Assert.Equal("sha512", Digest.Parse("sha512:" + new string('0', 128)).Algorithm);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256:")]
    [InlineData("sha256:e3b0c4")]
    [InlineData("sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData(Empty + "0")]
    [InlineData(Empty + "\n")]
    [InlineData(" " + Empty)]
    [InlineData("sha512:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("md5:d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("sha256:../../../../../../../../../../../../../../../../../../../etc/passwd")]
    public void What_is_no_digest_is_refused(string? value)
    {
        Assert.False(Digest.TryParse(value, out _));
        Assert.Equal(FailureReason.InvalidReference, Assert.Throws<ChartReleaseException>(() => Digest.Parse(value!)).Reason);
    }

    [Fact]
    public void A_hash_of_another_length_is_refused() => Assert.Throws<ArgumentException>(() => Digest.FromSha256([1, 2, 3]));

    [Fact]
    public void Descriptors_compare_by_value() =>
        Assert.Equal(new Descriptor("a/b", Digest.Parse(Empty), 1), new Descriptor("a/b", Digest.Of([]), 1));
}
