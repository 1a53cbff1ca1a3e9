using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>Where something of a person is stated and corrected: one form, its page, and its withdrawal. What stands is replaced by another record, with the reason.</summary>
/// <typeparam name="TFact">What is stated.</typeparam>
/// <typeparam name="TPage">The page of the form.</typeparam>
internal abstract class FactForm<TFact, TPage>(string folder)
    where TFact : PersonFact<TFact>
    where TPage : IComponent
{
    /// <summary>Maps the form for a new one, for the correction of one, and the withdrawal.</summary>
    public virtual void Map(IEndpointRouteBuilder routes)
    {
        foreach (var route in new[] { "/people/{id:guid}/" + folder + "/new", OneRoute("edit") })
        {
            routes.MapGet(route, (PersonId id, Id<TFact>? fact, [AsParameters] FactServices asked, CancellationToken cancellation) => ShowAsync(FormReader.Empty, id, fact, asked, cancellation)).Requires(DirectoryPermissions.Edit);
            routes.MapPost(route, StateAsync).Requires(DirectoryPermissions.Edit);
        }

        routes.MapWithdrawal<TFact>(folder);
    }

    protected string OneRoute(string verb) => "/people/{id:guid}/" + folder + "/{fact:guid}/" + verb;

    /// <summary>What the page shows; what stands before, where it is a correction.</summary>
    protected abstract Task<object> ModelAsync(FormReader form, PersonId person, LocalizedText name, TFact? before, FactServices asked, CancellationToken cancellation);

    /// <summary>Reads the form; what is wrong is noted on it. What comes back counts only where nothing is.</summary>
    protected abstract Task<TFact> ReadAsync(FormReader form, PersonId person, TFact? before, FactServices asked, CancellationToken cancellation);

    /// <summary>The page with a form, or none where there is no such person or fact.</summary>
    protected async Task<IResult> ShowAsync(FormReader form, PersonId id, Id<TFact>? fact, FactServices asked, CancellationToken cancellation)
    {
        if (await PersonReading.NameOfAsync(asked.Db, asked.Viewer, id, cancellation) is not { } name) return Results.NotFound();
        var before = fact is { } known ? await PersonFacts.StandingAsync(asked.Db, asked.Viewer, id, known, cancellation) : null;
        if (fact is not null && before is null) return Results.NotFound();
        var model = await ModelAsync(form, id, name, before, asked, cancellation);
        return form.IsValid ? Page.Show<TPage>(model) : Page.Refuse<TPage>(model);
    }

    /// <summary>An organisation named in the form, if the viewer may see it.</summary>
    protected static async Task<OrganisationId?> OrganisationAsync(FormReader form, FactServices asked, CancellationToken cancellation)
    {
        var organisation = form.Key<OrganisationCard>("organisation");
        if (organisation is { } key && !await asked.Organisations.Cards(asked.Viewer).AnyAsync(o => o.Id == key, cancellation)) form.Refuse("organisation", "form.choice");
        return organisation;
    }

    private async Task<IResult> StateAsync(PersonId id, Id<TFact>? fact, HttpContext context, [AsParameters] FactServices asked, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (form.AsksToFind()) return await ShowAsync(form, id, fact, asked, cancellation);
        if (await PersonReading.NameOfAsync(asked.Db, asked.Viewer, id, cancellation) is null) return Results.NotFound();
        var before = fact is { } known ? await PersonFacts.StandingAsync(asked.Db, asked.Viewer, id, known, cancellation) : null;
        if (fact is not null && before is null) return Results.NotFound();
        var reason = before is null ? "" : form.Text("reason", PersonFacts.LongestReason, required: true);
        var stated = await ReadAsync(form, id, before, asked, cancellation);
        if (!form.IsValid) return await ShowAsync(form, id, fact, asked, cancellation);
        asked.Db.Add(stated);
        before?.Withdraw(asked.Db.Write.Now, PersonFacts.By(asked.Viewer), reason, stated);
        await asked.Db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowPerson.Address(id));
    }
}

/// <summary>What stating something of a person takes.</summary>
internal sealed record FactServices(AppDbContext Db, Viewer Viewer, IOrganisations Organisations, SchoolClock Clock);
