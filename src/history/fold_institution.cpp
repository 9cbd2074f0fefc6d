// Units, seats and bands: after every event the bands are a partition of the units.
#include <algorithm>

#include "history/references.hpp"
#include "history/refusals.hpp"

namespace probity::detail {
namespace {

template <class Record>
void require_in_force(const Record& record, const Step& step) {
    if (is_in_force(record, step.on)) return;
    refuse_step(step, record.end && *record.end <= step.on
                          ? "it was closed on " + to_string(*record.end)
                          : "it begins only on " + to_string(*record.begin));
}

template <class Record>
void close(Record& record, const Step& step) {
    require_in_force(record, step);
    if (step.reason.empty()) refuse_step(step, "it is closed with a reason");
    if (record.begin && *record.begin >= step.on) {
        refuse_step(step, "it began on that day, " + to_string(*record.begin) +
                              "; an event that was wrong is annulled");
    }
    record.end = step.on;
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
        const bool counts = declared.what == "bands" && declared.year <= date.year();
        if (counts && (latest == nullptr || declared.year >= latest->year)) latest = &declared;
    }
    if (latest == nullptr) return std::nullopt;
    return latest->count;
}

void Fold::check_partition(const Date& date) const {
    if (!parts_.banding) return;
    const std::string fault = partition_fault(*parts_.banding, parts_.institution.units, date);
    if (fault.empty()) return;
    throw ProbityError(fault + "; every unit is in one band, and no band is empty");
}

void Fold::apply_institution(const Step& step) {
    Institution& institution = parts_.institution;
    switch (step.kind) {
        case EventKind::unit_added: {
            const UnitAdded& body = body_of<UnitAdded>(step);
            check_subject(step, body.unit.id);
            take_id(body.unit.id, Target::unit);
            Unit& unit = institution.units.emplace_back(body.unit);
            if (!unit.begin) unit.begin = step.on;
            if (Band* band = band_named(parts_.banding, body.band)) {
                band->units.push_back(unit.id);
            } else if (has_units(parts_.banding)) {
                refuse_step(step, "a unit joins a band when it is added, and none is named");
            }
            break;
        }
        case EventKind::unit_moved: {
            require_in_force(record_of(institution.units, step, "unit"), step);
            const UnitMoved& body = body_of<UnitMoved>(step);
            Band* to = band_named(parts_.banding, body.band);
            if (to == nullptr) refuse_step(step, "it names no band to move to");
            for (Band& band : parts_.banding->bands) std::erase(band.units, step.subject);
            to->units.push_back(step.subject);
            break;
        }
        case EventKind::unit_closed:
            close(record_of(institution.units, step, "unit"), step);
            break;
        case EventKind::seat_added: {
            const Seat& body = body_of<Seat>(step);
            check_subject(step, body.id);
            take_id(body.id, Target::seat);
            Seat& seat = institution.seats.emplace_back(body);
            if (!seat.begin) seat.begin = step.on;
            break;
        }
        case EventKind::seat_closed:
            close(record_of(institution.seats, step, "seat"), step);
            for (const Council& council : parts_.councils) {
                for (const Membership& member : council.memberships) {
                    if (member.seat == step.subject && is_in_force(member, step.on)) {
                        refuse_step(step, "it is a member of the council '" + council.id +
                                              "'; it leaves that first");
                    }
                }
            }
            break;
        default:
            part(step);
    }
    check_partition(step.on);
}

void Fold::part(const Step& step) {
    if (!parts_.banding) refuse_step(step, "the institution has no banding");
    const auto& bands = body_as<BandsParted>(step.body).bands;
    const auto declared = declared_bands(parts_, step.on);
    if (declared && static_cast<std::size_t>(*declared) != bands.size()) {
        refuse_step(step, std::to_string(bands.size()) + " bands, and " +
                              std::to_string(*declared) +
                              " were declared; another number is declared first "
                              "(count.declared)");
    }
    for (const Band& band : parts_.banding->bands) ids_.erase(band.id);
    for (const Band& band : bands) take_id(band.id, Target::band);
    for (const Task& task : parts_.tasks) {
        if (!task.band.empty() && !ids_.contains(task.band)) {
            refuse_step(step, "the task '" + task.id + "' is in the band '" + task.band +
                                  "', which would be no more; it is assigned to another first");
        }
    }
    parts_.banding->bands = bands;
    static_cast<void>(body_of<BandsParted>(step));
}

}  // namespace probity::detail
