using Entente.Ui.Pages;

namespace Entente.Mobility;

/// <summary>The room's entries of the menu.</summary>
internal sealed class MobilityMenu : IMenuSource
{
    public IEnumerable<MenuEntry> Entries =>
    [
        new("calls.title", "/calls", MobilityPermissions.View, "calls", 211, MenuGroups.Cooperation),
        new("reviews.mine", Reviews.WriteReview.List, MobilityPermissions.Review, "check", 212, MenuGroups.Cooperation),
        new("funding.title", Funding.KeepSources.List, MobilityPermissions.View, "briefcase", 214, MenuGroups.Cooperation),
        new("apply.title", "/study-abroad", null, "mobility", 60),
        new("stays.title", Stays.ShowStay.List, MobilityPermissions.View, "mobility", 213, MenuGroups.Cooperation),
        new("grades.title", Grades.ShowGrades.List, MobilityPermissions.View, "chart-bar", 216, MenuGroups.Cooperation),
        new("incoming.title", Incoming.IncomingOverview.Address, MobilityPermissions.View, "mobility", 213, MenuGroups.Cooperation),
        new("whereabouts.title", Whereabouts.ShowWhereabouts.Address, MobilityPermissions.View, "map-2", 215, MenuGroups.Cooperation),
    ];
}
