using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Mobility.Model;

namespace Entente.Mobility.Imports;

/// <summary>A row of the table: what it says, and what it comes to.</summary>
internal sealed class StudentLine
{
    /// <summary>The longest a stay is taken for, years.</summary>
    private const int LongestYears = 6;

    private static readonly Dictionary<string, StudyLevel> Levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bachelor"] = StudyLevel.Bachelor,
        ["undergraduate"] = StudyLevel.Bachelor,
        ["本科"] = StudyLevel.Bachelor,
        ["本科生"] = StudyLevel.Bachelor,
        ["master"] = StudyLevel.Master,
        ["硕士"] = StudyLevel.Master,
        ["硕士生"] = StudyLevel.Master,
        ["硕士研究生"] = StudyLevel.Master,
        ["doctoral"] = StudyLevel.Doctoral,
        ["phd"] = StudyLevel.Doctoral,
        ["博士"] = StudyLevel.Doctoral,
        ["博士生"] = StudyLevel.Doctoral,
        ["博士研究生"] = StudyLevel.Doctoral,
    };

    public required ImportLine Line { get; init; }

    public required PersonNameParts Name { get; init; }

    public MobilityForm? Form { get; private set; }

    public StudyLevel? Level { get; private set; }

    public PlaceDirection Direction { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly Until { get; private set; }

    public OrganisationCard? Partner { get; set; }

    public PersonCard? Person { get; set; }

    public AgreementCard? Agreement { get; set; }

    public PersonId? Home { get; set; }

    public string Reason => Line.Text(StudentFields.Reason);

    /// <summary>The name as it tells persons of the file apart.</summary>
    public string Key => Name.Native ?? $"{Name.Family} {Name.Given}".Trim().ToUpperInvariant();

    public string Shown => string.Join(' ', new[] { Line.Text(StudentFields.Name), Name.Native ?? "" }.Where(t => t.Length > 0));

    public static StudentLine Read(ImportLine line, IReadOnlyList<MobilityForm> forms)
    {
        var (latin, native) = (line.Text(StudentFields.Name), line.Text(StudentFields.NameZh));
        var parts = PersonNames.Read(latin.Length > 0 && native.Length > 0 ? $"{native} ({latin})" : latin + native);
        var row = new StudentLine { Line = line, Name = parts };
        line.Label = row.Shown;
        if (latin.Length + native.Length == 0) line.Refuse(StudentFields.Name, "import.students.no-name");
        row.ReadDates();
        var form = line.Text(StudentFields.Form);
        row.Form = form.Length == 0 ? forms[0] : forms.FirstOrDefault(f => string.Equals(f.Code, form, StringComparison.OrdinalIgnoreCase) || f.Name.Texts.Values.Contains(form, StringComparer.OrdinalIgnoreCase));
        if (row.Form is null) line.Refuse(StudentFields.Form, "import.students.form-unknown", form);
        else if (form.Length == 0) line.Tell(StudentFields.Form, "import.students.form-usual", row.Form.Name);
        var level = line.Text(StudentFields.Level);
        if (level.Length > 0)
        {
            if (Levels.TryGetValue(level, out var known)) row.Level = known;
            else line.Refuse(StudentFields.Level, "import.students.level-unknown", level);
        }

        var direction = line.Text(StudentFields.Direction);
        if (direction is "" or "派出" || direction.Equals("out", StringComparison.OrdinalIgnoreCase)) row.Direction = PlaceDirection.Out;
        else if (direction is "来访" or "接收" || direction.Equals("in", StringComparison.OrdinalIgnoreCase)) row.Direction = PlaceDirection.In;
        else line.Refuse(StudentFields.Direction, "import.students.direction-unknown", direction);
        return row;
    }

    private void ReadDates()
    {
        if (Line.Date(StudentFields.From) is not { } from || Line.Date(StudentFields.Until) is not { } until) return;
        (From, Until) = (from, until);
        if (until <= from) Line.Refuse(StudentFields.Until, "import.students.order", from, until);
        else if (until > from.AddYears(LongestYears)) Line.Refuse(StudentFields.Until, "import.students.long", LongestYears);
    }
}
