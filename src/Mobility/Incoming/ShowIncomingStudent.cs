using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Documents;
using Entente.Foundation.Links;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Documents;
using Entente.Ui.Forms;
using Entente.Ui.Links;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Incoming;

/// <summary>An incoming student: what the partner and the student said, what stands against admission, the decision.</summary>
internal static class ShowIncomingStudent
{
    public const string Route = IncomingOverview.Address + "/{id}";

    public static string AddressOf(Foundation.Ids.Id<IncomingStudent> id) => $"{IncomingOverview.Address}/{id}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ShowAsync).Requires(MobilityPermissions.View);

    private static async Task<IResult> ShowAsync(string id, HttpContext context, AdmissionReading reading, LinkOnce once, EntenteSettings settings, CancellationToken cancellation) =>
        await reading.OfAsync(id, FormReader.Empty, cancellation) is { } model ? Page.Show<IncomingStudentPage>(model with { Made = MadeLink.Of(once.Take(context, model.Student.Address), settings) }) : Results.NotFound();
}

/// <summary>Reads what the decision about a student needs: the checks as they stand, places, who the student may be already, letters that can be issued.</summary>
internal sealed class AdmissionReading(
    IncomingStudentReading students, IncomingReading lines, IncomingPlaces places, IPersons persons, IGates gates, EditUnits units, DocumentTemplates templates, Chromium chromium, Viewer viewer, TextCatalog texts)
{
    public async Task<AdmissionModel?> OfAsync(string id, FormReader sent, CancellationToken cancellation)
    {
        if (await students.OfAsync(id, viewer, cancellation) is not { } student || await students.FindAsync(id, viewer, cancellation) is not { } stored) return null;
        var model = new AdmissionModel(student, sent)
        {
            MayAdmit = viewer.May(MobilityPermissions.Admit, student.UnitKey),
            MayEdit = viewer.May(MobilityPermissions.Edit, student.UnitKey),
            Issued = student.StayKey is { } stay && viewer.May(FoundationPermissions.Documents) ? [.. (await lines.IssuedAsync([stay], cancellation)).Select(d => d.Document)] : [],
        };
        if (student.Standing is not (IncomingStanding.Nominated or IncomingStanding.Applied)) return model;
        model = model with { Verdicts = (await gates.PreviewAsync(IncomingStudentReading.QuestionOf(stored, student.Partner), cancellation)).Verdicts };
        if (!model.MayAdmit || student.Standing != IncomingStanding.Applied) return model;
        var letters = viewer.May(FoundationPermissions.IssueDocuments, student.UnitKey)
            ? (await templates.Lines().Where(t => t.RecordKind == Stay.RecordKind && t.ArchivedAt == null && !t.IsOutward).ToListAsync(cancellation)).FindAll(t => t.Form == DocumentForm.Word || chromium.Path is not null)
            : [];
        return model with
        {
            Places = [.. (await places.OfAsync(student.Partner.Id, student.Year, cancellation)).Select(l => new Choice(l.Value, string.Join(" · ", new[] { l.Agreement.Number, l.Line.Code, l.Line.Level is { } level ? texts["mobility.level." + level] : "", texts.Count("calls.left", Math.Max(0, l.Left / 100)) }.Where(t => t.Length > 0))))],
            Like = await persons.LikeAsync(new(student.Parts, student.Email, student.Partner.Id, null, ""), viewer, cancellation),
            Units = await units.OfAsync(viewer, MobilityPermissions.Admit, cancellation),
            Letters = [.. letters.Select(t => new Choice(t.Id.ToString(), $"{t.Name} · {(t.Form == DocumentForm.Word ? "Word" : "PDF")}"))],
            Letter = letters.Find(t => t.Code == Papers.AdmissionLetter.Code)?.Id.ToString(),
        };
    }
}

/// <summary>What the page of an incoming student shows.</summary>
public sealed record AdmissionModel(IncomingStudentView Student, FormReader Sent)
{
    /// <summary>What the checks of the gate say now.</summary>
    public IReadOnlyList<VerdictCard> Verdicts { get; init; } = [];

    /// <summary>The places the student can have.</summary>
    public IReadOnlyList<Choice> Places { get; init; } = [];

    /// <summary>Who the student may be already.</summary>
    public IReadOnlyList<PersonLike> Like { get; init; } = [];

    public IReadOnlyList<UnitCard> Units { get; init; } = [];

    /// <summary>The templates a letter can be issued by with the admission.</summary>
    public IReadOnlyList<Choice> Letters { get; init; } = [];

    /// <summary>The one proposed.</summary>
    public string? Letter { get; init; }

    /// <summary>What was issued about the stay.</summary>
    public IReadOnlyList<DocumentLine> Issued { get; init; } = [];

    public bool MayAdmit { get; init; }

    public bool MayEdit { get; init; }

    public MadeLink? Made { get; init; }

    public bool MayDecide => MayAdmit && Student.Standing == IncomingStanding.Applied;
}
