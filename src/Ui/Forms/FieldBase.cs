using System.Globalization;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Components;

namespace Entente.Ui.Forms;

/// <summary>What every field has: a name, a label, help before it, what is wrong beside it, and the value as it was typed.</summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>The form as it was sent; none or an empty one at the first showing.</summary>
    [Parameter] public FormReader? Form { get; set; }

    /// <summary>The name under which it is sent.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>The key of its label.</summary>
    [Parameter, EditorRequired] public required string LabelKey { get; set; }

    /// <summary>The key of the sentence that helps to fill it.</summary>
    [Parameter] public string? HelpKey { get; set; }

    /// <summary>Whether the form is refused without it.</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>Tells the element's id apart where several forms of a page have a field of the same name.</summary>
    [Parameter] public string? Scope { get; set; }

    /// <summary>The texts.</summary>
    [Inject] protected TextCatalog Texts { get; set; } = null!;

    /// <summary>The element's id; an error of the summary leads to it.</summary>
    protected string FieldId => ElementId(Name);

    /// <summary>The id of the element of a name within this field.</summary>
    protected string ElementId(string name) => IdOf(Scope is null ? name : Scope + "-" + name);

    /// <inheritdoc/>
    protected override void OnInitialized() => Form?.Label(Name, Texts[LabelKey]);

    /// <summary>What is wrong, in the reader's language.</summary>
    protected IReadOnlyList<string> ErrorsOf(string name) =>
        Form is null ? [] : [.. Form.Errors.Where(e => e.Field == name).Select(e => Texts[e.TextKey, e.Args])];

    /// <summary>Whether anything is wrong with it.</summary>
    protected bool IsWrong => Form is not null && Form.Errors.Any(e => e.Field == Name);

    /// <summary>The ids of what describes it, for <c>aria-describedby</c>.</summary>
    protected string? DescribedBy(string name)
    {
        var ids = new List<string>(2);
        if (HelpKey is not null) ids.Add(FieldId + "-help");
        if (ErrorsOf(name).Count > 0) ids.Add(ElementId(name) + "-error");
        return ids.Count == 0 ? null : string.Join(' ', ids);
    }

    /// <summary>The value to show: what was typed where the form has the field, else the record's.</summary>
    protected string Shown(string name, object? value) => Form is not null && Form.Has(name) ? Form.Raw(name) : Written(value);

    /// <summary>A value as browsers send it.</summary>
    internal static string Written(object? value) => value switch
    {
        null => "",
        string text => text,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The id of the element that holds a field.</summary>
    public static string IdOf(string name) => "field-" + name.Replace('.', '-').Replace('[', '-').Replace(']', '-');
}
