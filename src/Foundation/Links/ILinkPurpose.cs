using Entente.Foundation.Data;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Entente.Foundation.Links;

/// <summary>
/// What a room lets somebody outside do by a link: it shows the page and takes the answer. Both run without an account; the
/// link alone says about which record, for whom. The texts <c>link.{kind}</c> (its name), <c>link.{kind}.subject</c>,
/// <c>.body</c> and <c>.verb</c> are the room's; <c>.until</c> where it can be used more than once.
/// </summary>
public interface ILinkPurpose
{
    /// <summary>The purpose: <c>partners.fact-sheet</c>.</summary>
    string Kind { get; }

    /// <summary>Shows what is asked. Changes nothing, however often it is opened.</summary>
    Task<IResult> ShowAsync(LinkVisit visit, CancellationToken cancellation);

    /// <summary>Takes what was sent: refuses it with 422, or writes it together with <see cref="OutsideLinks.AnswerAsync"/> in one save and sends on to <see cref="LinkVisit.DoneAddress"/>.</summary>
    Task<IResult> AnswerAsync(LinkVisit visit, HttpRequest request, CancellationToken cancellation);

    /// <summary>A file that whoever holds the link sent by it before, open or answered; none: there is no such file, or it is not theirs.</summary>
    Task<Files.FileCard?> FileAsync(LinkVisit visit, Id<Files.FileCard> file, CancellationToken cancellation) => Task.FromResult<Files.FileCard?>(null);

    /// <summary>Shows that it was answered, and what was sent.</summary>
    Task<IResult> DoneAsync(LinkVisit visit, CancellationToken cancellation);
}

/// <summary>A link that was opened.</summary>
/// <param name="Id">The link.</param>
/// <param name="Address">Its own address, where the form is sent.</param>
/// <param name="Subject">The record it is about.</param>
/// <param name="Instance">Which of several of its purpose.</param>
/// <param name="Unit">The unit whose link it is.</param>
/// <param name="Person">The person it is for, where known.</param>
/// <param name="Name">The name of whom it is for.</param>
/// <param name="Email">The address it was mailed to.</param>
/// <param name="ExpiresAt">Until when it can be answered.</param>
/// <param name="AnsweredAt">When it was answered.</param>
public sealed record LinkVisit(
    Id<LinkTag> Id, string Address, RecordRef Subject, string Instance, Guid Unit, Guid? Person, string Name, string Email, Instant ExpiresAt, Instant? AnsweredAt)
{
    /// <summary>Where the browser goes after the answer.</summary>
    public string DoneAddress => Address + "/done";

    /// <summary>Where a file sent by it is fetched.</summary>
    public string FileAddress(string file) => Address + "/files/" + file;
}
