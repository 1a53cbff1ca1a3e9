using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Xunit;

namespace Entente.Foundation.Tests;

public sealed class LocalizedTextTests
{
    [Fact]
    public void A_text_is_read_in_the_language_of_the_request()
    {
        var text = new LocalizedText("Delft University of Technology", "代尔夫特理工大学");
        Language.Chinese.Use();
        Assert.Equal("代尔夫特理工大学", text.ToString());
        Language.English.Use();
        Assert.Equal("Delft University of Technology", text.ToString());
    }
}
