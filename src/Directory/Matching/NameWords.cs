using System.Collections.Frozen;

namespace Entente.Directory.Matching;

/// <summary>Words of organisations' names and what they tell: how they are shortened, which say nothing by themselves.</summary>
internal static class NameWords
{
    /// <summary>A university that is named by "of" what follows; "University of New York" is not "New York University".</summary>
    public const string UniversityOf = "university-of";

    /// <summary>One spelling of each word that affiliations shorten or say in another language.</summary>
    public static readonly FrozenDictionary<string, string> Spelling = Spellings(
        ("academy", "acad"),
        ("agricultural", "agr agri"),
        ("association", "assoc"),
        ("cancer", "canc"),
        ("center", "cent centre centro ctr"),
        ("college", "coll"),
        ("cooperation", "coop"),
        ("corporation", "corp"),
        ("department", "dept"),
        ("engineering", "eng engn"),
        ("faculty", "fac"),
        ("foundation", "fdn"),
        ("government", "govt"),
        ("health", "hlth"),
        ("hospital", "hopital hosp hospitals ospedale"),
        ("institute", "inst institut institutes instituto istituto"),
        ("international", "intl"),
        ("laboratory", "lab laboratories labs"),
        ("medical", "med"),
        ("ministry", "min minist"),
        ("national", "nacional natl nazionale"),
        ("polytechnic", "politec polytech"),
        ("research", "res"),
        ("saint", "st"),
        ("school", "sch"),
        ("science", "sci sciences"),
        ("society", "soc"),
        ("study", "studies"),
        ("technology", "tech technical technol technological"),
        ("university", "univ universidad universidade universita universitaet universitair universitaire universitat universite universiteit universitet universities"));

    /// <summary>Words left out: articles and prepositions.</summary>
    public static readonly FrozenSet<string> Left = Words("""
            a al an and at d da das de del della der des di
            die do dos du e el en et for fur in l la le
            les of s the und y
            """);

    /// <summary>Words after which a place or subject names the university before them.</summary>
    public static readonly FrozenSet<string> Of = Words("d da de del della der di do dos du of");

    /// <summary>Words that say what kind of organisation it is.</summary>
    public static readonly FrozenSet<string> Kinds = Words("""
            academy association center clinic college company corporation faculty foundation hospital institute laboratory ministry polytechnic
            school society university university-of
            """);

    /// <summary>Words before "University of X" that make another university of it: technical, state, medical.</summary>
    public static readonly FrozenSet<string> Qualifiers = Words("""
            agricultural american catholic central eastern federal free international medical national new normal northern open
            polytechnic southern state technological technology western
            """);

    /// <summary>Words in so many names that they point at none.</summary>
    public static readonly FrozenSet<string> Common = Words("""
            academy agency agricultural agriculture american applied arts association business cancer catholic center central city
            college community company council daigaku department development ea eastern ecole economics education em energy
            engineering environment environmental european faculty federal foundation free government health higher hochschule hospital inc
            industrial information innovation institute international investigacao japan laboratoire laboratory management medical medicine ministry national
            nationale new normal northern office on open paris physics polytechnic pour prefectural public recherche
            regional research saint sante school science scientific social society southern state states study superior
            sur systems technological technologies technology umr united universitas universitesi university university-of ur western институт
            университет جامعة लय
            """);

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Spellings(params (string Word, string Variants)[] spellings) => spellings
        .SelectMany(s => s.Variants.Split(' ').Select(v => KeyValuePair.Create(v, s.Word))).ToFrozenDictionary(StringComparer.Ordinal);
}
