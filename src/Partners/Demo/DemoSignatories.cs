using Entente.Contracts.Directory;
using Entente.Foundation.Demo;
using Entente.Partners.Model;

namespace Entente.Partners.Demo;

/// <summary>Who signs for each partner. Every one of them is invented; those who are also contacts are named by their key.</summary>
internal static class DemoSignatories
{
    private static readonly Dictionary<string, (string Name, string Title, string? Contact)> All = new(StringComparer.Ordinal)
    {
        ["psu"] = ("Margaret Ellwood", "Director of Global Programs", "ellwood"),
        ["waterloo"] = ("Claire Beaumont", "Manager, International Agreements", "beaumont"),
        ["postech"] = ("Han Seo-jun", "Head of International Relations", "han.seojun"),
        ["tum"] = ("Johannes Falk", "Global Engagement", "falk"),
        ["imperial"] = ("Alice Pemberton", "Head of Partnerships", "pemberton"),
        ["eawag"] = ("Martin Keller", "Head of Department", "keller"),
        ["inrae"] = ("Camille Lefèvre", "Director of Research", "lefevre"),
        ["nairobi"] = ("Grace Wanjiru", "Dean", "wanjiru"),
        ["gatech"] = ("Helena Marsh", "Vice Provost for International Initiatives", null),
        ["unsw"] = ("Rupert Ashdown", "Pro Vice-Chancellor, International", null),
        ["ntu"] = ("Lim Kok Wah", "Associate Provost", null),
        ["polyu"] = ("Ho Wing Sum", "Vice President, Student and Global Affairs", null),
        ["delft"] = ("Marijke Tolsma", "Dean", null),
        ["eth"] = ("Beat Ammann", "Vice-Rector for Study Programmes", null),
        ["kyoto"] = ("Okabe Shinji", "Executive Vice-President", null),
        ["utokyo"] = ("Kuroda Emi", "Dean of the Graduate School", null),
        ["dtu"] = ("Søren Brandt", "Dean of Graduate Studies", null),
        ["kth"] = ("Karin Wallgren", "Vice President for Global Relations", null),
        ["leeds"] = ("Judith Harwood", "Deputy Vice-Chancellor", null),
        ["uq"] = ("Gregory Linton", "Pro-Vice-Chancellor, Global Partnerships", null),
        ["ubc"] = ("Naomi Fairley", "Vice-Provost, International", null),
        ["nus"] = ("Goh Mei Xuan", "Vice Provost, Global Relations", null),
        ["usp"] = ("Renata Figueira", "Dean", null),
        ["uct"] = ("Sizwe Ndlela", "Deputy Vice-Chancellor", null),
        ["wageningen"] = ("Femke Zijlstra", "Dean of Education", null),
        ["ntnu"] = ("Håkon Lervik", "Pro-Rector for Education", null),
        ["polimi"] = ("Giulia Marchetti", "Vice-Rector for International Affairs", null),
        ["chula"] = ("Somchai Raksa", "Vice President for Global Engagement", null),
        ["berkeley"] = ("Daniel Ochoa", "Dean of the Graduate Division", null),
        ["tohoku"] = ("Sugawara Kei", "Vice-President for International Affairs", null),
        ["auckland"] = ("Ngaire Paterson", "Deputy Vice-Chancellor", null),
        ["adelaide"] = ("Lorna Whitby", "Pro Vice-Chancellor", null),
        ["adelaide-new"] = ("Lorna Whitby", "Deputy Vice-Chancellor", null),
    };

    public static SignatoryContent Of(string partner, DemoBook book)
    {
        var (name, title, contact) = All[partner];
        return new(name, title, contact is null ? null : book.Find<PersonCard>(contact));
    }
}
