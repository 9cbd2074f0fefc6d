// The answers of a view on the duty of education, and on evidence.
#include <algorithm>

#include "date/text.hpp"
#include "probity/programme/view.hpp"
#include "programme/standing.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

const Duty& duty_of(const Programme& programme, std::string_view id) {
    const Duty* found = detail::find_record(programme.parts().duties, id);
    if (found != nullptr) return *found;
    std::string known;
    for (const Duty& duty : programme.parts().duties) {
        known += (known.empty() ? "" : ", ") + duty.id;
    }
    throw ProbityError(detail::sentence(
        "view.no_duty",
        {{"id", detail::printable(id)},
         {"known", known.empty() ? detail::sentence("none") : Text::in_any_language(known)}}));
}

bool serves_in(const Official& official, const Interval& year, const Date& on) {
    return is_in_force(official, std::min(year.last(), on));
}

Text what_is_missing(const DutyShortfall& shortfall) {
    Text text;
    const auto add = [&](const std::string& korean, const std::string& english) {
        text.korean += (text.korean.empty() ? "" : ", ") + korean;
        text.english += (text.english.empty() ? "" : ", ") + english;
    };
    if (shortfall.missing_minutes > 0) {
        const std::string minutes = std::to_string(shortfall.missing_minutes);
        add(minutes + "분 부족", minutes + " minutes short");
    }
    if (shortfall.missing_sessions > 0) {
        const std::string sessions = std::to_string(shortfall.missing_sessions);
        add(sessions + "회 부족",
            sessions + (shortfall.missing_sessions == 1 ? " session short" : " sessions short"));
    }
    if (shortfall.lacks_face_to_face) {
        add("대면교육 없음", "no part face to face");
    }
    return text;
}

DutyShortfall shortfall_of(const Official& official, const Duty& duty,
                           const List<Attendance>& attendances, const Interval& year) {
    DutyShortfall found{.official = official.id, .unit = official.unit};
    for (const Attendance& attendance : attendances) {
        if (attendance.official != official.id || attendance.duty != duty.id ||
            !year.contains(attendance.date)) {
            continue;
        }
        ++found.sessions;
        found.minutes += attendance.minutes;
        found.had_face_to_face |= attendance.face_to_face;
    }
    found.missing_minutes = std::max(0, duty.minutes - found.minutes);
    found.missing_sessions = std::max(0, duty.sessions - found.sessions);
    const bool is_new = official.appointed && year.contains(*official.appointed);
    found.lacks_face_to_face = duty.face_to_face_when_new && is_new && !found.had_face_to_face;
    found.text = what_is_missing(found);
    return found;
}

}  // namespace

DutyStanding View::duty(std::string_view id, const std::optional<int>& asked) const {
    const Duty& duty = duty_of(programme_, id);
    const int year = asked.value_or(on_.year());
    const Interval days = year_of(year);
    const Deadline report = statutory_day(workdays_, add_days(make_date(year + 1, 3, 1), -1));
    DutyStanding standing{.id = duty.id,
                          .title = duty.title,
                          .year = year,
                          .report_by = report.date,
                          .report_day = report.advised,
                          .report = report};
    for (const Official& official : programme_.parts().officials) {
        if (!serves_in(official, days, on_)) continue;
        ++standing.owed_by;
        DutyShortfall shortfall =
            shortfall_of(official, duty, programme_.parts().attendances, days);
        if (shortfall.text.empty()) {
            ++standing.done_by;
        } else {
            standing.lacking.push_back(std::move(shortfall));
        }
    }
    return standing;
}

std::vector<EvidenceRow> View::evidence(int year) const {
    std::vector<EvidenceRow> rows;
    for (const Indicator& indicator : programme_.parts().indicators) {
        if (indicator.year != year) continue;
        const std::size_t before = rows.size();
        for (const Task& task : programme_.tasks()) {
            const auto& served = task.indicators;
            if (!detail::counts(task.state) ||
                std::find(served.begin(), served.end(), indicator.id) == served.end()) {
                continue;
            }
            EvidenceRow row{.indicator = indicator.id,
                            .indicator_title = indicator.title,
                            .task = task.id,
                            .task_title = detail::name_of(task),
                            .evidence = task.evidence};
            if (task.evidence.empty()) row.missing = {"증빙 없음", "no evidence is handed in"};
            rows.push_back(std::move(row));
        }
        if (rows.size() == before) {
            rows.push_back({.indicator = indicator.id,
                            .indicator_title = indicator.title,
                            .missing = {"해당 과제 없음", "no task serves it"}});
        }
    }
    return rows;
}

}  // namespace probity
