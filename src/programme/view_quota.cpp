// The answers of a view on quotas, and the meetings that they still ask for.
#include <algorithm>
#include <optional>
#include <utility>

#include "date/text.hpp"
#include "probity/programme/propose_meetings.hpp"
#include "probity/programme/view.hpp"
#include "programme/standing.hpp"
#include "text/sentence.hpp"
#include "workdays/or_korea.hpp"

namespace probity {
namespace {

/// The last month in which the results of the year before are reported.
constexpr int reporting_month = 2;

/// Whether something of a quota's subject is on record in a period: an occurrence that a record
/// speaks of, or a meeting with a day. An occurrence that only the rule gives is not.
bool anything_on_record(const ProgrammeParts& parts, const Quota& quota, const Interval& period,
                        const Date& on) {
    if (const Observance* observance = detail::find_record(parts.observances, quota.of);
        observance != nullptr && quota.subject == QuotaSubject::occurrences) {
        const auto occurrences = observance->occurrences(period);
        return std::any_of(
            occurrences.begin(), occurrences.end(),
            [](const Occurrence& occurrence) { return occurrence.record || !occurrence.rule; });
    }
    const auto facts = detail::quota_facts(parts, quota, period, on);
    return std::any_of(facts.begin(), facts.end(),
                       [](const QuotaFact& fact) { return fact.held || fact.date; });
}

}  // namespace

Verdict View::judged(const Quota& quota, const Interval& period) const {
    return detail::quota_standing(programme_.parts(), quota, period, on_, workdays_);
}

Verdict View::quota(std::string_view id, const std::optional<int>& year) const {
    const Quota& quota = programme_.quota(id);
    if (year) {
        const Date last_day = make_date(*year, 12, 31);
        return judged(quota, period_of(quota, year == on_.year() ? on_ : last_day));
    }
    const Interval period = period_of(quota, on_);
    const bool reporting = quota.per == QuotaPeriod::year && on_.month() <= reporting_month;
    if (reporting && quota.begin < period.begin() &&
        !anything_on_record(programme_.parts(), quota, period, on_)) {
        return judged(quota, period_of(quota, add_days(period.begin(), -1)));
    }
    return judged(quota, period);
}

std::optional<Verdict> View::missed(std::string_view id) const {
    const Quota& quota = programme_.quota(id);
    const Interval running = period_of(quota, on_);
    if (running.begin() <= quota.begin) return std::nullopt;
    const Date last_day = add_days(running.begin(), -1);
    const bool is_recent = last_day.year() == on_.year() || on_.month() <= reporting_month;
    const Interval ended = period_of(quota, last_day);
    if (!is_recent || !in_force(quota, ended)) return std::nullopt;
    Verdict verdict = judged(quota, ended);
    return verdict.state == QuotaState::missed ? std::optional(std::move(verdict)) : std::nullopt;
}

std::vector<std::pair<Quota, Verdict>> View::quotas() const {
    std::vector<std::pair<Quota, Verdict>> found;
    for (const Quota& quota : programme_.quotas()) {
        if (in_force(quota, period_of(quota, on_)))
            found.emplace_back(quota, this->quota(quota.id));
    }
    return found;
}

std::vector<Proposal> propose_meetings(const Programme& programme, std::string_view council_id,
                                       int year, const std::optional<WorkCalendar>& workdays,
                                       const MeetingWishes& wishes, const std::optional<Date>& on) {
    const Council& council = programme.council(council_id);
    const int prescribed = prescribed_meetings(programme.quotas(), council, year);
    if (prescribed == 0) {
        throw ProbityError(detail::sentence("view.no_quota", {{"id", council.id}, {"year", year}}));
    }
    const Interval window = year_of(year);
    const Date first = on ? std::max(*on, window.begin()) : window.begin();
    ProposalRequest request{.wanted = prescribed, .window = window, .on = first};
    if (const Charter* charter = council.charter_on(first)) {
        request.notice_days = charter->notice_days;
        request.clear_notice = charter->clear_notice;
    }
    for (const Meeting& meeting : council.meetings) {
        const bool stands = meeting.state != MeetingState::cancelled;
        if (meeting.year != year || meeting.kind != MeetingKind::regular || !stands) continue;
        if (!meeting.date && !was_held(meeting.state)) continue;
        --request.wanted;
        if (meeting.date) {
            request.fixed.push_back(*meeting.date);
        } else {
            ++request.undated;
        }
    }
    request.wanted = std::max(request.wanted, 0);
    request.preferred_weekdays = wishes.preferred_weekdays;
    request.avoid_bridges = wishes.avoid_bridges;
    request.min_days_between = wishes.min_days_between;
    request.weights = wishes.weights;
    for (const Observance& observance : programme.observances()) {
        if (!wishes.outside_weeks || observance.kind != ObservanceKind::week) continue;
        for (const Occurrence& occurrence : observance.occurrences(window)) {
            if (occurrence.takes_place()) request.avoid.push_back(occurrence.observed);
        }
    }
    return propose(request, detail::or_korea(workdays));
}

}  // namespace probity
