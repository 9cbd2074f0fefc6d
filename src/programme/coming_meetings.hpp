// The meetings that are still to be held, of which conflicts and the brief both speak.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "probity/programme/programme.hpp"
#include "probity/records/council.hpp"

namespace probity::detail {

/// A meeting that is still to be held, with its council.
struct Coming {
    const Council* council;
    const Meeting* meeting;
    Text title;

    [[nodiscard]] std::string id() const { return council->id + "/" + meeting_id(*meeting); }
};

[[nodiscard]] inline bool is_to_come(const Meeting& meeting, const Date& on) {
    return meeting.date && *meeting.date >= on &&
           (meeting.state == MeetingState::planned || meeting.state == MeetingState::noticed);
}

/// The soonest first.
[[nodiscard]] inline std::vector<Coming> coming_meetings(const ProgrammeParts& parts,
                                                         const Date& on) {
    std::vector<Coming> found;
    for (const Council& council : parts.councils) {
        for (const Meeting& meeting : council.meetings) {
            if (!is_to_come(meeting, on)) continue;
            const int prescribed = prescribed_meetings(parts.quotas, council, meeting.year.value());
            found.push_back({&council, &meeting, title_of(council, meeting, prescribed)});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Coming& a, const Coming& b) {
        return *a.meeting->date < *b.meeting->date;
    });
    return found;
}

}  // namespace probity::detail
