using Entente.Directory.Persons;

namespace Entente.Directory.Tests.Persons;

public sealed class NameSoundTests
{
    [Theory]
    [InlineData("张伟", "zhang", "wei")]
    [InlineData("李晓明", "li", "xiaoming")]
    [InlineData("欧阳娜娜", "ouyang", "nana")]
    [InlineData("曾国强", "zeng", "guoqiang")]
    [InlineData("单晓燕", "shan", "xiaoyan")]
    [InlineData("吕建华", "lu", "jianhua")]
    [InlineData("赵敏", "zhao", "min")]
    [InlineData("周志远", "zhou", "zhiyuan")]
    [InlineData("陳淑芬", "chen", "shufen")]
    [InlineData("段誉", "duan", "yu")]
    public void A_chinese_name_sounds_as_its_bearer_says_it(string han, string family, string given) =>
        Assert.Equal((family, given), Pinyin.Of(han));

    [Theory]
    [InlineData("Li Xiaoming", "李晓明", true)]
    [InlineData("Xiaoming Li", "李晓明", true)]
    [InlineData("Xiao-Ming LI", "李晓明", true)]
    [InlineData("Li Xiao Ming", "李晓明", true)]
    [InlineData("LYU Jianhua", "吕建华", true)]
    [InlineData("Nana Ouyang", "欧阳娜娜", true)]
    [InlineData("Lixiao Ming", "李晓明", false)]
    [InlineData("Li Xiaomin", "李晓明", false)]
    [InlineData("Wei Li", "李晓明", false)]
    public void A_latin_name_is_the_chinese_one_said_aloud_in_either_order(string latin, string han, bool same)
    {
        Assert.Equal(same, NameSound.Sounds(latin, han));
        if (same) Assert.Equal(NameSound.LettersOf(han), NameSound.LettersOf(latin));
    }
}
