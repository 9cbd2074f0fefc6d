#include "probity/planning/quota.hpp"
#include "probity/planning/verdict.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "planning/names.hpp"
#include "planning/quota_words.hpp"
#include "planning/words.hpp"
#include "probity/workdays/notice.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

using detail::sentence;

constexpr std::array<std::string_view, 6> state_names{"met",     "presumed",   "on_track",
                                                      "at_risk", "infeasible", "missed"};

template <class Enum, std::size_t size>
Enum parse(const std::array<std::string_view, size>& names, std::string_view text,
           std::string_view kind) {
    const auto* const found = std::find(names.begin(), names.end(), text);
    if (found != names.end()) return static_cast<Enum>(found - names.begin());
    std::string allowed;
    for (const std::string_view name : names) {
        allowed += (allowed.empty() ? "" : ", ") + std::string(name);
    }
    throw ProbityError(sentence(kind, {{"text", detail::printable(text)}, {"known", allowed}}));
}

int months_of(QuotaPeriod per) {
    constexpr std::array<int, 4> months{12, 6, 3, 1};
    return months.at(static_cast<std::size_t>(per));
}

[[noreturn]] void refuse(const Quota& quota, const Text& message) {
    throw ProbityError(
        sentence("quota", {{"id", detail::printable(quota.id)}, {"message", message}}));
}

void check(const Quota& quota) {
    if (quota.times < 1) {
        refuse(quota, sentence("quota.times", {{"times", quota.times}}));
    }
    const Text fault = detail::fault_in_words(validity_of(quota));
    if (!fault.empty()) refuse(quota, fault);
}

void check(const Quota& quota, const Interval& period) {
    const Interval whole = period_of(quota, period.begin());
    if (whole != period) {
        refuse(quota, sentence("quota.no_period", {{"period", to_string(period)},
                                                   {"per", to_string(quota.per)},
                                                   {"whole", to_string(whole)}}));
    }
    if (!in_force(quota, period)) {
        throw ProbityError(
            sentence("quota.not_in_force", {{"id", detail::printable(quota.id)},
                                            {"period", to_string(period)},
                                            {"validity", detail::in_words(validity_of(quota))}}));
    }
}

/// The days from the last day of notice to the meeting.
int notice_before(const QuotaTerms& terms) {
    return NoticeDays{terms.notice_days, terms.clear_notice}.before();
}

void check(const QuotaTerms& terms) {
    if (terms.notice_days < 0 || terms.notice_days > 366) {
        throw ProbityError(sentence("quota.notice", {{"days", terms.notice_days}}));
    }
    if (terms.min_days_between < 1 || terms.min_days_between > 366) {
        throw ProbityError(sentence("quota.between", {{"days", terms.min_days_between}}));
    }
}

void check(const Quota& quota, const QuotaFact& fact) {
    const auto refuse_fact = [&](std::string_view kind) {
        throw ProbityError(sentence("quota.of_fact", {{"id", detail::printable(quota.id)},
                                                      {"fact", detail::printable(fact.id)},
                                                      {"message", sentence(kind)}}));
    };
    if (fact.presumed && fact.held) {
        refuse_fact("quota.held_and_presumed");
    }
    if (fact.presumed && !fact.date) {
        refuse_fact("quota.presumed_without_date");
    }
    if (fact.held && !fact.date && !fact.possible) refuse_fact("quota.held_without_date");
}

bool satisfies(const QuotaFact& fact, const QuotaPredicate& demands) {
    return (fact.regular || !demands.regular) && (fact.held || fact.presumed || !demands.held) &&
           (fact.quorate || !demands.quorate);
}

/// The day from which it is certain where a fact lies.
Date last_possible(const QuotaFact& fact) { return fact.date ? *fact.date : fact.possible->last(); }

bool lies_within(const Interval& days, const Interval& period) {
    return period.contains(days.begin()) && period.contains(days.last());
}

/// Without a record that it was held, its day has to have gone by.
bool is_counted(const QuotaFact& fact, const Interval& period, const Date& on) {
    if (fact.date) {
        return period.contains(*fact.date) && (fact.held ? *fact.date <= on : *fact.date < on);
    }
    return fact.possible && lies_within(*fact.possible, period) && fact.possible->last() < on;
}

bool may_be_counted(const QuotaFact& fact, const Interval& period, const Date& on) {
    return !fact.date && fact.possible && fact.possible->begin() <= on &&
           fact.possible->meet(period).has_value();
}

/// A fact of which no record says that it was held is presumed, whatever the quota asks for.
QuotaFact as_presumed(QuotaFact fact) {
    fact.presumed = true;
    if (fact.reason.empty()) fact.reason = detail::presumed_without_record();
    return fact;
}

void count(Verdict& verdict, const Quota& quota, std::span<const QuotaFact> facts, const Date& on) {
    for (const QuotaFact& fact : facts) {
        check(quota, fact);
        if (!satisfies(fact, quota.counts)) continue;
        if (is_counted(fact, verdict.period, on)) {
            if (fact.held) {
                verdict.counted.push_back(fact);
            } else {
                verdict.presumably_counted.push_back(as_presumed(fact));
            }
        } else if (may_be_counted(fact, verdict.period, on)) {
            verdict.possibly_counted.push_back(fact);
        }
    }
    for (auto* const facts_of_a_kind : {&verdict.counted, &verdict.presumably_counted}) {
        std::stable_sort(facts_of_a_kind->begin(), facts_of_a_kind->end(),
                         [](const QuotaFact& a, const QuotaFact& b) {
                             return last_possible(a) < last_possible(b);
                         });
    }
    verdict.held = static_cast<int>(verdict.counted.size());
    verdict.presumed = static_cast<int>(verdict.presumably_counted.size());
    verdict.shortfall = std::max(0, verdict.required - verdict.held);
}

/// The slots of the period, by adjusted date: all of them, or those on which something can be held.
enum class SlotsOf : std::uint8_t { cadence, choice };
std::vector<Date> slots_in(std::span<const Slot> slots, const Interval& period, SlotsOf which) {
    std::vector<Date> found;
    for (const Slot& slot : slots) {
        if (which == SlotsOf::choice && slot.called_off) continue;
        if (period.contains(slot.nominal)) found.push_back(slot.adjusted);
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// How many of so many equal parts of a period lie before a date.
int parts_gone_by(const Interval& period, int parts, const Date& on) {
    const std::int64_t elapsed = std::int64_t{day_number(on)} - day_number(period.begin());
    int gone = 0;
    while (gone < parts && (gone + std::int64_t{1}) * period.days() / parts <= elapsed) ++gone;
    return gone;
}

/// The days on which the missing ones can be held at the latest, the last of them first, as many as
/// fit from `earliest` on.
std::vector<Date> latest_working_days(const Interval& period, const Date& earliest, int missing,
                                      const WorkCalendar& workdays, int days_between) {
    std::vector<Date> found;
    Date bound = period.last();
    while (static_cast<int>(found.size()) < missing && bound >= earliest) {
        const Date day = workdays.roll(bound, RollConvention::preceding);
        if (day < earliest) break;
        found.push_back(day);
        bound = add_days(day, -days_between);
    }
    return found;
}

/// The same of slots alone.
std::vector<Date> latest_slots(const std::vector<Date>& slots, const Interval& period,
                               const Date& earliest, int missing) {
    std::vector<Date> found;
    for (auto slot = slots.rbegin(); slot != slots.rend(); ++slot) {
        if (static_cast<int>(found.size()) == missing || *slot < earliest) break;
        if (period.contains(*slot)) found.push_back(*slot);
    }
    return found;
}

/// The first day on which the next one can be held.
Date earliest_day(const Verdict& verdict, const Date& on, const QuotaTerms& terms) {
    Date earliest = std::max(verdict.period.begin(), add_days(on, notice_before(terms)));
    if (!verdict.counted.empty()) {
        const Date last = last_possible(verdict.counted.back());
        earliest = std::max(earliest, add_days(last, terms.min_days_between));
    }
    return earliest;
}

QuotaState state_of(const Verdict& verdict, int still_possible, const Date& on) {
    // Where a part year demands none, nothing is late, and nothing is on record that would meet it.
    if (verdict.required == 0 && verdict.held == 0) return QuotaState::on_track;
    if (verdict.shortfall == 0) return QuotaState::met;
    const int missing = verdict.still_to_hold();
    if (missing == 0) return QuotaState::presumed;
    if (on > verdict.period.last()) return QuotaState::missed;
    if (still_possible < missing) return QuotaState::infeasible;
    const bool keeps_up = verdict.held + verdict.presumed >= verdict.slots_gone_by;
    return keeps_up ? QuotaState::on_track : QuotaState::at_risk;
}

}  // namespace

Interval period_of(const Quota& quota, const Date& date) {
    const int length = months_of(quota.per);
    const auto [year, month, day] = detail::year_month_day(day_number(date));
    const int first = (month - 1) / length * length + 1;
    const int last = first + length - 1;
    return Interval::closed(make_date(year, first, 1),
                            make_date(year, last, detail::days_in_month(year, last)));
}

std::optional<Interval> in_force(const Quota& quota, const Interval& period) {
    check(quota);
    return validity_of(quota).days_of(period);
}

int required_in(const Quota& quota, const Interval& period) {
    const auto days = in_force(quota, period);
    if (!days) return 0;
    const std::int64_t share = std::int64_t{quota.times} * days->days();
    return static_cast<int>((2 * share + period.days()) / (2 * std::int64_t{period.days()}));
}

Verdict judge(const Quota& quota, const Interval& period, std::span<const QuotaFact> facts,
              std::span<const Slot> slots, const Date& on, const WorkCalendar& workdays,
              const QuotaTerms& terms) {
    check(quota);
    check(quota, period);
    check(terms);
    Verdict verdict{.required = required_in(quota, period), .period = *in_force(quota, period)};
    count(verdict, quota, facts, on);

    const bool has_cadence = !slots.empty();
    const std::vector<Date> own_slots = slots_in(slots, verdict.period, SlotsOf::cadence);
    verdict.slots_gone_by =
        has_cadence ? static_cast<int>(std::lower_bound(own_slots.begin(), own_slots.end(), on) -
                                       own_slots.begin())
                    : parts_gone_by(verdict.period, verdict.required, on);

    const bool on_slots_only =
        has_cadence && terms.on_slots_only.value_or(quota.subject == QuotaSubject::occurrences);
    const Date earliest = earliest_day(verdict, on, terms);
    const int missing = verdict.still_to_hold();
    const std::vector<Date> days =
        on_slots_only ? latest_slots(slots_in(slots, verdict.period, SlotsOf::choice),
                                     verdict.period, earliest, missing)
                      : latest_working_days(verdict.period, earliest, missing, workdays,
                                            terms.min_days_between);
    verdict.state = state_of(verdict, static_cast<int>(days.size()), on);
    if (missing > 0 &&
        (verdict.state == QuotaState::on_track || verdict.state == QuotaState::at_risk)) {
        verdict.latest_feasible = days.back();
        verdict.latest_notice = add_days(days.back(), -notice_before(terms));
    }
    verdict.reason = detail::reason_of(
        verdict,
        {.quota = quota,
         .whole_period = period,
         .on = on,
         .slots = has_cadence ? std::optional(static_cast<int>(own_slots.size())) : std::nullopt,
         .still_possible = static_cast<int>(days.size())});
    return verdict;
}

std::string_view to_string(QuotaSubject subject) noexcept { return detail::name_of(subject); }
std::string_view to_string(QuotaPeriod period) noexcept { return detail::name_of(period); }
std::string_view to_string(QuotaState state) noexcept {
    return state_names.at(static_cast<std::size_t>(state));
}

QuotaSubject parse_quota_subject(std::string_view text) {
    return parse<QuotaSubject>(detail::names<QuotaSubject>, text, "quota.subject");
}
QuotaPeriod parse_quota_period(std::string_view text) {
    return parse<QuotaPeriod>(detail::names<QuotaPeriod>, text, "quota.period");
}
QuotaState parse_quota_state(std::string_view text) {
    return parse<QuotaState>(state_names, text, "quota.state");
}

std::ostream& operator<<(std::ostream& out, const Verdict& verdict) {
    out << to_string(verdict.state) << ", " << verdict.held << " of " << verdict.required;
    return verdict.presumed == 0 ? out : out << ", " << verdict.presumed << " presumed";
}

}  // namespace probity
