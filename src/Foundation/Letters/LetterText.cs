using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;

namespace Entente.Foundation.Letters;

/// <summary>
/// The text of a letter with its placeholders: <c>{{ name }}</c>, and <c>{% if place %}…{% endif %}</c> around what is said only where
/// there is something. No loops, nothing else; a placeholder nobody knows is refused before anything is sent.
/// </summary>
public sealed class LetterText
{
    private static readonly FluidParser Parser = Narrow();

    private readonly IFluidTemplate template;

    private LetterText(IFluidTemplate template, Names names)
    {
        this.template = template;
        Needed = names.Written.Except(names.Asked, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        Used = names.Written.Union(names.Asked, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The placeholders that must not stay empty.</summary>
    public IReadOnlySet<string> Needed { get; }

    /// <summary>Every placeholder in it.</summary>
    public IReadOnlySet<string> Used { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">The placeholders there are.</param>
    /// <param name="problem">What is wrong: a text key and its argument.</param>
    /// <returns>The text; none where something is wrong.</returns>
    public static LetterText? Read(string text, IReadOnlySet<string> known, out (string Key, string Argument)? problem)
    {
        problem = null;
        if (!Parser.TryParse(text, out var template, out var error))
        {
            problem = error.Contains("Unknown tag", StringComparison.OrdinalIgnoreCase) ? ("letters.text.tag", error) : ("letters.text.broken", error);
            return null;
        }

        var names = new Names();
        names.VisitTemplate(template);
        if (names.Written.Concat(names.Asked).FirstOrDefault(n => !known.Contains(n)) is { } stranger) problem = ("letters.text.unknown", stranger);
        return problem is null ? new(template, names) : null;
    }

    /// <summary>The text with every placeholder filled: as plain text, or with the values encoded for where they stand.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values, TextEncoder? encoder = null)
    {
        var context = new TemplateContext(new TemplateOptions { MaxSteps = 10_000 });
        foreach (var (name, value) in values.Where(v => v.Value.Length > 0)) context.SetValue(name, value);
        return template.Render(context, encoder ?? NullEncoder.Default);
    }

    private static FluidParser Narrow()
    {
        var parser = new FluidParser();
        foreach (var tag in parser.RegisteredTags.Keys.Where(t => t is not ("if" or "unless")).ToList()) parser.RegisteredTags.Remove(tag);
        return parser;
    }

    /// <summary>Finds what a text names, apart: what it writes, and what it only asks about.</summary>
    private sealed class Names : AstVisitor
    {
        private bool asks;

        public List<string> Written { get; } = [];

        public List<string> Asked { get; } = [];

        protected override Statement VisitIfStatement(IfStatement ifStatement)
        {
            asks = true;
            Visit(ifStatement.Condition);
            asks = false;
            foreach (var statement in ifStatement.Statements) Visit(statement);
            foreach (var other in ifStatement.ElseIfs) Visit(other);
            if (ifStatement.Else is not null) Visit(ifStatement.Else);
            return ifStatement;
        }

        protected override Statement VisitUnlessStatement(UnlessStatement unlessStatement)
        {
            asks = true;
            Visit(unlessStatement.Condition);
            asks = false;
            foreach (var statement in unlessStatement.Statements) Visit(statement);
            if (unlessStatement.Else is not null) Visit(unlessStatement.Else);
            return unlessStatement;
        }

        protected override Expression VisitMemberExpression(MemberExpression memberExpression)
        {
            (asks ? Asked : Written).Add(string.Join('.', memberExpression.Segments.OfType<IdentifierSegment>().Select(s => s.Identifier)));
            return base.VisitMemberExpression(memberExpression);
        }
    }
}
