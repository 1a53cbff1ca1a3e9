using Entente.Partners.Model;

namespace Entente.Partners.Imports;

/// <summary>The roles of contacts as people write them in a table.</summary>
internal static class ContactRoleWords
{
    private static readonly (ContactRole Role, string[] Words)[] Known =
    [
        (ContactRole.InternationalDirector, ["international-director", "director of international office", "international director", "director", "国际处处长", "国际合作处处长", "国际合作负责人"]),
        (ContactRole.ExchangeCoordinator, ["exchange-coordinator", "exchange coordinator", "coordinator", "mobility coordinator", "交流项目协调员", "协调员", "项目协调人", "交流协调员"]),
        (ContactRole.Professor, ["professor", "full professor", "教授"]),
        (ContactRole.AssociateProfessor, ["associate-professor", "associate professor", "副教授"]),
        (ContactRole.SeniorScientist, ["senior-scientist", "senior scientist", "researcher", "研究员", "高级研究员"]),
        (ContactRole.Dean, ["dean", "院长"]),
        (ContactRole.Other, ["other", "其他"]),
    ];

    /// <summary>The role; none where the word is not known.</summary>
    public static ContactRole? Read(string written)
    {
        var word = written.Trim().ToLowerInvariant();
        return Known.Where(k => k.Words.Contains(word, StringComparer.Ordinal)).Select(k => (ContactRole?)k.Role).FirstOrDefault();
    }

    /// <summary>The word for files.</summary>
    public static string Of(ContactRole role) => Known.First(k => k.Role == role).Words[0];
}
