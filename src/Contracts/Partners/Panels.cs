using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Contracts.Partners;

/// <summary>Contributes to the page of a partner: students there, visits, joint centres, papers.</summary>
public interface IPartnerPanelSource
{
    /// <summary>The panels of a partner as the viewer may see them; none where nothing is to be shown.</summary>
    Task<IReadOnlyList<PartnerPanel>> PanelsAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation);

    /// <summary>What happened with a partner, as the viewer may see it.</summary>
    Task<IReadOnlyList<PartnerMoment>> TimelineAsync(OrganisationId organisation, Viewer viewer, CancellationToken cancellation);
}

/// <summary>A block of lines on a partner's page.</summary>
/// <param name="TitleKey">Its heading.</param>
/// <param name="Order">Its place; smaller comes first.</param>
/// <param name="Lines">What it says.</param>
public sealed record PartnerPanel(string TitleKey, int Order, IReadOnlyList<PartnerPanelLine> Lines);

/// <summary>One line of a block.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Address">Its page, where it has one.</param>
/// <param name="Detail">A second, quieter part.</param>
public sealed record PartnerPanelLine(LocalizedText Text, string? Address, LocalizedText? Detail);

/// <summary>Something that happened with a partner.</summary>
/// <param name="On">When.</param>
/// <param name="Text">What.</param>
/// <param name="Address">Its page, where it has one.</param>
/// <param name="Kind">A word for it; text key <c>partners.moment.{kind}</c> or the contributing room's own.</param>
public sealed record PartnerMoment(DateOnly On, LocalizedText Text, string? Address, string Kind);
