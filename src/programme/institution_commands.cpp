// The verbs of an institution.
#include "probity/programme/institution_commands.hpp"

#include "probity/programme/commands.hpp"
#include "programme/said.hpp"

namespace probity {

Event add(const Programme& programme, const Unit& unit, const std::string& band, const Act& act) {
    return record(programme, EventKind::unit_added, unit.id, Held(UnitAdded{unit, band}), act);
}

Event rename_unit(const Programme& programme, const std::string& unit, const Text& title,
                  const Act& act) {
    return change(programme, unit, Unit{.title = title}, {"title"}, act);
}

Event move_unit(const Programme& programme, const std::string& unit, const std::string& band,
                const Act& act) {
    return record(programme, EventKind::unit_moved, unit, Held(UnitMoved{band}), act);
}

Event close_unit(const Programme& programme, const std::string& unit, const std::string& to,
                 const Act& act) {
    const bool says_more = !to.empty() || detail::names_field(act, "to");
    return record(programme, EventKind::unit_closed, unit,
                  says_more ? EventBody(Held(UnitClosed{to})) : EventBody(), act);
}

Event part_bands(const Programme& programme, const std::vector<Band>& bands, const Act& act) {
    return record(programme, EventKind::bands_parted, "bands", Held(BandsParted{bands}), act);
}

Event assign_area(const Programme& programme, const std::string& area,
                  const std::vector<std::string>& owners, const Act& act) {
    return record(programme, EventKind::area_assigned, area, Held(AreaAssigned{owners}), act);
}

Event declare(const Programme& programme, const DeclaredCount& count, const Act& act) {
    return record(programme, EventKind::count_declared, to_string(count.what), Held(count), act);
}

}  // namespace probity
