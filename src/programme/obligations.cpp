#include "programme/obligations.hpp"

#include <algorithm>
#include <array>

#include "date/text.hpp"
#include "planning/words.hpp"
#include "probity/programme/view.hpp"
#include "text/name_words.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

constexpr std::array<std::string_view, 4> state_names{"open", "done", "late", "waived"};

/// The first day that can be judged: before its holidays are verified there are no legal days.
Date first_judged(const WorkCalendar& calendar) {
    const Date first = calendar.horizon().begin();
    return std::max(calendar.verified_from().value_or(first), first);
}

Text in_a_sentence(const ObligationStanding& standing) {
    const Text due = detail::written(standing.due);
    Text text{.korean = due.korean + "까지", .english = "due by " + due.english};
    const std::string days = std::to_string(standing.days_late);
    const std::string late = days + (days == "1" ? " day late" : " days late");
    switch (standing.state) {
        case ObligationState::open:
            if (standing.advised < standing.due) {
                const Text advised = detail::written(standing.advised);
                text = text + Text{"(업무는 " + advised.korean + "까지 마칠 것을 권함)",
                                   ", plan for " + advised.english};
            }
            break;
        case ObligationState::late:
            text = text + Text{", " + days + "일 경과", ", " + late};
            break;
        case ObligationState::done: {
            const Text done = detail::written(*standing.done);
            text = text + Text{", " + done.korean + " 이행", ", done on " + done.english};
            if (standing.days_late > 0) text = text + Text{"(" + days + "일 경과)", ", " + late};
            if (!standing.proved) text = text + Text{", 증빙 없음", ", no proof"};
            break;
        }
        case ObligationState::waived:
            text = text + Text{", 면제", ", waived"};
            break;
    }
    return text;
}

}  // namespace

namespace detail {

const ObligationDue& DueDays::of(const Obligation& obligation, const Date& start) {
    // All that decides a deadline, in one number: the day, the period and how it is counted.
    const auto day = static_cast<std::uint64_t>(static_cast<std::uint32_t>(day_number(start)));
    const bool is_seollal = obligation.follows == ObligationFollows::seollal;
    const bool is_holiday = is_seollal || obligation.follows == ObligationFollows::chuseok;
    const auto how = static_cast<std::uint64_t>(obligation.within) << 8 |
                     static_cast<std::uint64_t>(obligation.unit) << 5 |
                     static_cast<std::uint64_t>(obligation.counting) << 2 |
                     static_cast<std::uint64_t>(obligation.put_off ? 2 : 0) |
                     static_cast<std::uint64_t>(is_holiday ? 1 : 0);
    const std::uint64_t key = day << 32 | how;
    const auto found = found_.find(key);
    if (found != found_.end()) return found->second;
    return found_.emplace(key, due_on(obligation, calendar_, start)).first->second;
}

ObligationJudge::ObligationJudge(const ProgrammeParts& parts, const Date& on, DueDays& days)
    : parts_(parts), on_(on), days_(days), known_(parts.obligations.size()) {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < parts.obligations.size(); ++i) {
        places.emplace(parts.obligations[i].id, i);
    }
    for (const Fulfilment& each : parts.fulfilments) {
        const auto place = places.find(each.obligation);
        if (place != places.end()) known_[place->second].push_back(&each);
    }
    for (auto& list : known_) {
        std::stable_sort(list.begin(), list.end(), [](const Fulfilment* a, const Fulfilment* b) {
            return a->period < b->period;
        });
    }
}

void ObligationJudge::take_up(std::size_t obligation, std::string_view period) {
    of_institution_ = nullptr;
    of_others_.clear();
    const auto& list = known_[obligation];
    auto place = std::lower_bound(
        list.begin(), list.end(), period,
        [](const Fulfilment* a, std::string_view wanted) { return a->period < wanted; });
    for (; place != list.end() && (*place)->period == period; ++place) {
        const Fulfilment* known = *place;
        const std::string& who = known->unit.empty() ? known->official : known->unit;
        if (who.empty()) {
            of_institution_ = known;
        } else {
            of_others_.emplace(who, known);
        }
    }
}

const Fulfilment* ObligationJudge::known_of(const Unit* unit, const Official* official) const {
    if (unit == nullptr && official == nullptr) return of_institution_;
    if (of_others_.empty()) return nullptr;
    const auto found = of_others_.find(unit != nullptr ? unit->id : official->id);
    return found == of_others_.end() ? nullptr : found->second;
}

ObligationStanding standing_of(const JudgedInstance& judged, const Date& on) {
    const Obligation& obligation = *judged.obligation;
    ObligationStanding standing;
    standing.obligation = obligation.id;
    standing.period = judged.from->period;
    if (judged.unit != nullptr) standing.unit = judged.unit->id;
    if (judged.official != nullptr) standing.official = judged.official->id;
    standing.title = obligation.title;
    standing.owner = !obligation.owner.empty()    ? obligation.owner
                     : judged.official != nullptr ? judged.official->unit
                                                  : standing.unit;
    standing.state = judged.state;
    standing.start = judged.from->start;
    standing.due = judged.due->date;
    standing.nominal = judged.due->nominal;
    standing.advised = judged.due->advised;
    standing.proof = obligation.proof;
    standing.basis = obligation.basis;
    standing.optional = obligation.optional;
    standing.lead_days = obligation.lead_days;
    if (const Fulfilment* known = judged.fulfilment) {
        standing.done = known->on;
        standing.evidence = known->evidence;
        standing.reason = known->reason;
        standing.proved = known->outcome == FulfilmentOutcome::done &&
                          (obligation.proof.empty() || !known->evidence.empty());
    }
    if (judged.state == ObligationState::done || judged.state == ObligationState::late) {
        const Date& until = standing.done ? *standing.done : on;
        standing.days_late =
            std::max<std::int64_t>(0, std::int64_t{day_number(until)} - day_number(standing.due));
    }
    standing.text = in_a_sentence(standing);
    return standing;
}

}  // namespace detail

std::vector<ObligationStanding> View::obligations(const std::optional<int>& asked) const {
    const Interval year = year_of(asked.value_or(on_.year()));
    const ProgrammeParts& parts = programme_.parts();
    detail::DueDays days(workdays_);
    detail::ObligationJudge judge(parts, on_, days);
    std::vector<ObligationStanding> found;
    for (std::size_t i = 0; i < parts.obligations.size(); ++i) {
        const Obligation& obligation = parts.obligations[i];
        judge.each(i, year, [&](const detail::JudgedInstance& judged) {
            found.push_back(detail::standing_of(judged, on_));
        });
        if (asked || !obligation.begin) continue;
        // Debts of earlier years.
        const Date first = std::max(first_judged(workdays_), *obligation.begin);
        if (first >= year.begin()) continue;
        judge.each(i, Interval(first, year.begin()), [&](const detail::JudgedInstance& judged) {
            if (judged.state == ObligationState::late) {
                found.push_back(detail::standing_of(judged, on_));
            }
        });
    }
    std::stable_sort(
        found.begin(), found.end(),
        [](const ObligationStanding& a, const ObligationStanding& b) { return a.due < b.due; });
    return found;
}

std::vector<ObligationStanding> View::obligations_due(const Interval& window) const {
    const ProgrammeParts& parts = programme_.parts();
    detail::DueDays days(workdays_);
    detail::ObligationJudge judge(parts, on_, days);
    std::vector<ObligationStanding> found;
    for (std::size_t i = 0; i < parts.obligations.size(); ++i) {
        judge.each(i, window, [&](const detail::JudgedInstance& judged) {
            found.push_back(detail::standing_of(judged, on_));
        });
    }
    std::stable_sort(
        found.begin(), found.end(),
        [](const ObligationStanding& a, const ObligationStanding& b) { return a.due < b.due; });
    return found;
}

std::string_view to_string(ObligationState state) noexcept {
    return state_names[static_cast<std::size_t>(state)];
}

ObligationState parse_obligation_state(std::string_view text) {
    const auto* const found = std::find(state_names.begin(), state_names.end(), text);
    if (found != state_names.end()) {
        return static_cast<ObligationState>(found - state_names.begin());
    }
    throw ProbityError(
        detail::sentence("obligation.no_state", {{"text", detail::printable(text)}}));
}

}  // namespace probity
