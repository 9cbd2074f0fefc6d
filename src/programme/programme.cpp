#include "probity/programme/programme.hpp"

#include "programme/later_ids.hpp"
#include "programme/record_named.hpp"
#include "records/obligation_starts.hpp"
#include "workdays/or_korea.hpp"

namespace probity {
namespace {

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

std::vector<Band> Programme::bands() const {
    return parts().banding ? parts().banding->bands : std::vector<Band>{};
}

const Observance& Programme::observance(std::string_view id) const& {
    return detail::record_named(parts().observances, id, "observance");
}
const Council& Programme::council(std::string_view id) const& {
    return detail::record_named(parts().councils, id, "council");
}
const Quota& Programme::quota(std::string_view id) const& {
    return detail::record_named(parts().quotas, id, "quota");
}

Plan Programme::plan() const {
    Plan plan{.id = parts().id,
              .title = parts().title,
              .observances = parts().observances,
              .activities = parts().activities,
              .occasions = {},
              .sources = parts().sources,
              .recorded = parts().recorded};
    for (const Council& council : parts().councils) {
        for (AgendaEntry& entry : dated_meetings(council, parts().quotas, parts().sources)) {
            plan.occasions.push_back(std::move(entry));
        }
    }
    for (const Occasion& occasion : parts().occasions) {
        plan.occasions.push_back(entry_of(occasion, parts().sources));
    }
    plan.obligations = parts().obligations;
    for (const Obligation& obligation : plan.obligations) {
        if (detail::is_recurring(obligation)) continue;
        for (const detail::OwedFrom& from :
             detail::owed_from(parts(), obligation, Interval(first_date()))) {
            plan.starts.push_back({obligation.id, from.period, from.start});
        }
    }
    plan.later = detail::later_ids(*this);
    return plan;
}

Agenda Programme::calendar(int year, const std::optional<WorkCalendar>& workdays) const {
    std::vector<UndatedEntry> undated;
    for (const Council& council : parts().councils) {
        for (UndatedEntry& entry :
             undated_meetings(council, year, parts().quotas, parts().sources)) {
            undated.push_back(std::move(entry));
        }
    }
    return Agenda(plan(), detail::or_korea(workdays), year_of(year), std::move(undated));
}

}  // namespace probity
