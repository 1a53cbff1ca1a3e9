using CsCheck;
using Entente.Contracts.Directory;
using Entente.Directory.Model;

namespace Entente.Directory.Tests;

public sealed class IdentifierTests
{
    private const string Base32 = "0123456789abcdefghjkmnpqrstvwxyz";

    [Theory]
    [InlineData("https://ror.org/03cve4549", "03cve4549")]
    [InlineData("03CVE4549", "03cve4549")]
    [InlineData("03cve4548", null)]
    [InlineData("13cve4549", null)]
    [InlineData("03cve454", null)]
    [InlineData("", null)]
    public void A_ror_identifier_is_read_when_its_check_digits_are_right(string written, string? read) =>
        Assert.Equal(read, RorIdentifier.Read(written));

    [Fact]
    public void A_ror_identifier_accepts_its_own_check_digits_and_no_others() =>
        Gen.Char[Base32].Array[6].Select(Gen.Int[0, 99]).Sample((six, other) =>
        {
            var body = "0" + new string(six);
            var digits = RorIdentifier.CheckDigits(body[1..]);
            Assert.True(RorIdentifier.IsValid(body + digits));
            Assert.Equal($"{other:00}" == digits, RorIdentifier.IsValid($"{body}{other:00}"));
        });

    [Fact]
    public void A_changed_character_of_a_ror_identifier_is_noticed() =>
        Gen.Char[Base32].Array[6].Select(Gen.Int[0, 5], Gen.Char[Base32]).Sample((six, place, other) =>
        {
            if (six[place] == other) return;
            var digits = RorIdentifier.CheckDigits(new string(six));
            six[place] = other;
            Assert.False(RorIdentifier.IsValid("0" + new string(six) + digits));
        });

    [Theory]
    [InlineData("0000-0002-1825-0097", "0000-0002-1825-0097", null)]
    [InlineData("https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X", null)]
    [InlineData("000000021694233x", "0000-0002-1694-233X", null)]
    [InlineData("0000-0002-1825-0098", null, "directory.orcid.check")]
    [InlineData("0000-0002-1825", null, "directory.orcid.form")]
    public void An_orcid_is_read_or_refused_with_the_reason(string written, string? read, string? reason)
    {
        Assert.Equal(read, Orcid.Read(written, out var why));
        Assert.Equal(reason, why);
    }

    [Fact]
    public void An_orcid_accepts_its_own_check_character_and_notices_a_changed_digit() =>
        Gen.Char['0', '9'].Array[15].Select(Gen.Int[0, 14], Gen.Char['0', '9']).Sample((digits, place, other) =>
        {
            var check = Orcid.CheckCharacter(new string(digits));
            Assert.NotNull(Orcid.Read(new string(digits) + check, out _));
            if (digits[place] == other) return;
            digits[place] = other;
            Assert.Null(Orcid.Read(new string(digits) + check, out _));
        });
}
