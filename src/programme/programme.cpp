#include "probity/programme/programme.hpp"

#include <algorithm>

#include "date/text.hpp"
#include "programme/check.hpp"

namespace probity {
namespace {

template <class Record>
const Record& find(const std::vector<Record>& records, std::string_view id, const char* what) {
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const Record& record) { return record.id == id; });
    if (found != records.end()) return *found;
    std::string known;
    for (const Record& record : records) known += (known.empty() ? "" : ", ") + record.id;
    throw ProbityError("there is no " + std::string(what) + " '" + detail::printable(id) +
                       "'; the programme has " + (known.empty() ? "none" : known));
}

AgendaEntry entry_of(const Occasion& occasion, const std::vector<Source>& sources) {
    return {.kind = EntryKind::event,
            .id = occasion.id,
            .period = "",
            .days = Interval::of_days(occasion.date, 1),
            .title = occasion.title,
            .source = citation(sources, occasion.source),
            .note = occasion.note};
}

}  // namespace

Programme::Programme(ProgrammeParts parts) : parts_(std::move(parts)) { detail::check(parts_); }

std::vector<Band> Programme::bands() const {
    return parts_.banding ? parts_.banding->bands : std::vector<Band>{};
}

const Observance& Programme::observance(std::string_view id) const {
    return find(parts_.observances, id, "observance");
}
const Council& Programme::council(std::string_view id) const {
    return find(parts_.councils, id, "council");
}
const Task& Programme::task(std::string_view id) const { return find(parts_.tasks, id, "task"); }

Plan Programme::plan() const {
    Plan plan{.id = parts_.id,
              .title = parts_.title,
              .observances = parts_.observances,
              .activities = parts_.activities,
              .occasions = {},
              .sources = parts_.sources,
              .recorded = parts_.recorded};
    for (const Council& council : parts_.councils) {
        for (AgendaEntry& entry : dated_meetings(council, parts_.sources)) {
            plan.occasions.push_back(std::move(entry));
        }
    }
    for (const Occasion& occasion : parts_.occasions) {
        plan.occasions.push_back(entry_of(occasion, parts_.sources));
    }
    return plan;
}

Agenda Programme::calendar(int year, const WorkCalendar& workdays) const {
    std::vector<UndatedEntry> undated;
    for (const Council& council : parts_.councils) {
        for (UndatedEntry& entry : undated_meetings(council, year, parts_.sources)) {
            undated.push_back(std::move(entry));
        }
    }
    return Agenda(plan(), workdays, year_of(year), std::move(undated));
}

}  // namespace probity
