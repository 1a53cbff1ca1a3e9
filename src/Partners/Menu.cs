using Entente.Ui.Pages;

namespace Entente.Partners;

/// <summary>The room's entries of the menu.</summary>
internal sealed class PartnersMenu : IMenuSource
{
    public IEnumerable<MenuEntry> Entries =>
    [
        new("partners.menu.partners", "/partners", PartnersPermissions.View, "partners", 200, MenuGroups.Cooperation),
        new("facts.list.title", "/fact-sheets", PartnersPermissions.View, "table", 215, MenuGroups.Cooperation),
        new("questionnaires.title", "/questionnaires", PartnersPermissions.View, "checklist", 220, MenuGroups.Cooperation),
        new("meetings.menu", "/meetings", PartnersPermissions.View, "meetings", 212, MenuGroups.Cooperation),
        new("partners.menu.agreements", "/agreements", PartnersPermissions.View, "agreements", 210, MenuGroups.Cooperation),
    ];
}
