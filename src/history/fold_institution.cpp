// Units, seats and bands: after every event the bands are a partition of the units.
#include <algorithm>

#include "history/references.hpp"
#include "history/refusals.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

template <class Record>
void close(Record& record, const Step& step) {
    if (step.reason.empty()) refuse_step(step, sentence("close_without_reason"));
    end_on_day(record, step);
}

template <class Record>
bool is_closed(const Record& record, const Date& date) {
    return validity_of(record).is_over_by(date);
}

/// The things that a unit owns on a day, in words; empty if it owns nothing.
Text owned_by(const ProgrammeParts& parts, const std::string& unit, const Date& date) {
    Text owned;
    const auto add = [&](const std::string& what, const std::vector<std::string>& ids) {
        if (ids.empty()) return;
        const Text more =
            sentence("owned." + what + (ids.size() == 1 ? "" : "s"), {{"ids", listed(ids)}});
        owned = owned.empty() ? more : sentence("owned.list", {{"list", owned}, {"more", more}});
    };
    std::vector<std::string> tasks, areas, seats, officials, obligations;
    for (const Task& task : parts.tasks) {
        if (task.owner == unit && is_open(task.state)) tasks.push_back(task.id);
    }
    for (const RiskArea& area : parts.risk_areas) {
        const auto& owners = area.owners;
        if (std::find(owners.begin(), owners.end(), unit) != owners.end()) areas.push_back(area.id);
    }
    for (const Seat& seat : parts.institution.seats) {
        if (seat.unit == unit && !is_closed(seat, date)) seats.push_back(seat.id);
    }
    for (const Official& official : parts.officials) {
        if (official.unit == unit && !is_closed(official, date)) officials.push_back(official.id);
    }
    for (const Obligation& obligation : parts.obligations) {
        if (obligation.owner == unit && !is_closed(obligation, date)) {
            obligations.push_back(obligation.id);
        }
    }
    add("task", tasks);
    add("risk_area", areas);
    add("seat", seats);
    add("official", officials);
    add("obligation", obligations);
    return owned;
}

bool has_units(const std::optional<Banding>& banding) {
    return banding && std::any_of(banding->bands.begin(), banding->bands.end(),
                                  [](const Band& band) { return !band.units.empty(); });
}

Band* band_named(std::optional<Banding>& banding, const std::string& id) {
    if (!banding) return nullptr;
    const auto found = std::find_if(banding->bands.begin(), banding->bands.end(),
                                    [&](const Band& band) { return band.id == id; });
    return found == banding->bands.end() ? nullptr : &*found;
}

}  // namespace

std::optional<int> declared_bands(const ProgrammeParts& parts, const Date& date) {
    const DeclaredCount* latest = nullptr;
    for (const DeclaredCount& declared : parts.declared) {
        const bool counts =
            declared.what.kind() == CountedKind::bands && declared.year <= date.year();
        if (counts && (latest == nullptr || declared.year >= latest->year)) latest = &declared;
    }
    if (latest == nullptr) return std::nullopt;
    return latest->count;
}

void Fold::check_partition(const Date& date) const {
    if (!parts_.banding) return;
    const Text fault = partition_fault_in_words(*parts_.banding, parts_.institution.units, date);
    if (fault.empty()) return;
    throw ProbityError(sentence("partition", {{"fault", fault}}));
}

void Fold::add_unit(const Step& step) {
    const UnitAdded& body = body_of<UnitAdded>(step);
    check_subject(step, body.unit.id);
    take_id(body.unit.id, Target::unit);
    Unit& unit = parts_.institution.units.emplace_back(body.unit);
    if (!unit.begin) unit.begin = step.on;
    if (Band* band = band_named(parts_.banding, body.band)) {
        band->units.push_back(unit.id);
    } else if (has_units(parts_.banding)) {
        refuse_step(step, sentence("unit_without_band"));
    }
    check_partition(step.on);
}

void Fold::move_unit(const Step& step) {
    require_in_force(validity_of(record_of(parts_.institution.units, step, "unit")), step);
    const UnitMoved& body = body_of<UnitMoved>(step);
    Band* to = band_named(parts_.banding, body.band);
    if (to == nullptr) refuse_step(step, sentence("no_band_to_move_to"));
    for (Band& band : parts_.banding->bands) std::erase(band.units, step.subject);
    to->units.push_back(step.subject);
    check_partition(step.on);
}

void Fold::close_unit(const Step& step) {
    close(record_of(parts_.institution.units, step, "unit"), step);
    if (step.rules >= 2) hand_over(step);
    check_partition(step.on);
}

void Fold::add_seat(const Step& step) {
    const Seat& body = body_of<Seat>(step);
    check_subject(step, body.id);
    take_id(body.id, Target::seat);
    require_not_closed(step, "unit", body.unit);
    Seat& seat = parts_.institution.seats.emplace_back(body);
    if (!seat.begin) seat.begin = step.on;
    check_partition(step.on);
}

void Fold::close_seat(const Step& step) {
    close(record_of(parts_.institution.seats, step, "seat"), step);
    for (const Council& council : parts_.councils) {
        for (const Membership& member : council.memberships) {
            if (member.seat == step.subject && is_in_force(member, step.on)) {
                refuse_step(step, sentence("still_a_member", {{"council", council.id}}));
            }
        }
    }
    check_partition(step.on);
}

void Fold::require_not_closed(const Step& step, const char* key, const std::string& unit) const {
    if (step.rules < 2 || unit.empty()) return;
    for (const Unit& each : parts_.institution.units) {
        if (is_closed(each, step.on) && each.id == unit) {
            refuse_step(step, sentence("unit_closed",
                                       {{"key", key}, {"unit", unit}, {"on", written(*each.end)}}));
        }
    }
}

void Fold::hand_over(const Step& step) {
    const bool says_more = !std::holds_alternative<std::monostate>(step.body);
    const std::string to = says_more ? body_of<UnitClosed>(step).to : "";
    if (to.empty()) {
        const Text owned = owned_by(parts_, step.subject, step.on);
        if (owned.empty()) return;
        refuse_step(step, sentence("still_owns", {{"owned", owned}}));
    }
    if (to == step.subject) refuse_step(step, sentence("no_other_unit"));
    require_not_closed(step, "to", to);
    for (const Unit& unit : parts_.institution.units) {
        if (unit.id == to && !is_in_force(unit, step.on)) {
            refuse_step(
                step, sentence("unit_begins_later", {{"unit", to}, {"on", written(*unit.begin)}}));
        }
    }
    hand_over(step, to);
    successors_.insert_or_assign(step.subject, to);
}

void Fold::hand_over(const Step& step, const std::string& to) {
    const std::string& from = step.subject;
    for (std::size_t i = 0; i < parts_.tasks.size(); ++i) {
        const Task& task = parts_.tasks[i];
        if (task.owner == from && is_open(task.state)) take_over(parts_.tasks.edit(i), to, step);
    }
    for (RiskArea& area : parts_.risk_areas) {
        const auto place = std::find(area.owners.begin(), area.owners.end(), from);
        if (place == area.owners.end()) continue;
        if (std::find(area.owners.begin(), area.owners.end(), to) == area.owners.end()) {
            *place = to;
        } else {
            area.owners.erase(place);
        }
    }
    for (Seat& seat : parts_.institution.seats) {
        if (seat.unit == from && !is_closed(seat, step.on)) seat.unit = to;
    }
    for (std::size_t i = 0; i < parts_.officials.size(); ++i) {
        const Official& official = parts_.officials[i];
        if (official.unit == from && !is_closed(official, step.on)) {
            parts_.officials.edit(i).unit = to;
        }
    }
    for (Obligation& obligation : parts_.obligations) {
        if (is_closed(obligation, step.on)) continue;
        if (obligation.owner == from) obligation.owner = to;
        std::replace(obligation.support.begin(), obligation.support.end(), from, to);
    }
}

void Fold::take_over(Task& task, const std::string& unit, const Step& step) const {
    task.owner = unit;
    const Band* band = parts_.banding ? band_of(*parts_.banding, unit) : nullptr;
    if (band != nullptr) task.band = band->id;
    task.takeovers.push_back({step.on, task.owner, task.band, step.number});
}

void Fold::follow_successor(Task& task, const Step& step) const {
    std::string unit = task.owner;
    for (auto found = successors_.find(unit); found != successors_.end();
         found = successors_.find(unit)) {
        unit = found->second;
    }
    if (unit != task.owner) take_over(task, unit, step);
}

void Fold::require_declared_bands(const Step& step, std::size_t bands) const {
    const auto declared = declared_bands(parts_, step.on);
    if (declared && static_cast<std::size_t>(*declared) != bands) {
        refuse_step(step,
                    sentence("bands_not_as_declared", {{"bands", bands}, {"declared", *declared}}));
    }
}

void Fold::part_bands(const Step& step) {
    if (!parts_.banding)
        refuse_step(step,
                    sentence("institution_has_no", {{"what", record_in_refusals("banding")}}));
    const auto& bands = body_as<BandsParted>(step.body).bands;
    require_declared_bands(step, bands.size());
    for (const Band& band : parts_.banding->bands) ids_.remove({band.id, Target::band});
    for (const Band& band : bands) take_id(band.id, Target::band);
    for (const Task& task : parts_.tasks) {
        if (!task.band.empty() && !has(Target::band, task.band)) {
            refuse_step(step, sentence("band_has_task", {{"task", task.id}, {"band", task.band}}));
        }
    }
    parts_.banding->bands = bands;
    static_cast<void>(body_of<BandsParted>(step));
    check_partition(step.on);
}

}  // namespace probity::detail
