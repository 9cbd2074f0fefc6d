// A verdict: how a quota stands in a period, on a day, and why.
//
//     const Quota thrice_a_year{.id = "council-meetings", .times = 3};
//     const Verdict verdict = judge(thrice_a_year, year_of(2025), {}, {}, make_date(2025, 12, 30),
//                                   WorkCalendar::korea());
//     to_string(verdict.state);    // "infeasible"
//     verdict.shortfall;           // 3
//
// An occurrence that is on record counts as held. One that went by without a record is presumed, and a
// quota that only presumption fulfils is never called met.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/cadence.hpp"
#include "probity/planning/quota.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// Something that may count: a meeting, or an occurrence of an observance.
struct QuotaFact {
    /// "2025-2" for the second regular meeting of 2025, "2026-03" for the Integrity Week of March.
    std::string id = {};
    Text title = {};
    /// None if the day is not known, or not set yet.
    std::optional<Date> date = std::nullopt;
    /// The days on which it may have been, if it was held on a day that is not known.
    std::optional<Interval> possible = std::nullopt;
    bool regular = false;
    /// That is on record.
    bool held = false;
    bool quorate = false;
    /// Its day has gone by, and no record says whether it was held. Not together with `held`. Of the
    /// facts that a verdict presumes it is always set.
    bool presumed = false;
    /// A remark about it: why it does not count, or from what it is inferred.
    Text reason = {};

    friend bool operator==(const QuotaFact&, const QuotaFact&) = default;
};

/// How a quota stands.
enum class QuotaState : std::uint8_t {
    /// As many are on record as are required, and one at least.
    met,
    /// Fewer are on record than are required, and those that are presumed make up the rest.
    presumed,
    /// Feasible, and no fewer counted or presumed than slots have gone by; also where a part year
    /// demands none.
    on_track,
    /// Feasible, but fewer counted or presumed than slots have gone by.
    at_risk,
    /// Those held, those presumed and those that can still be held are fewer than required.
    infeasible,
    /// The period is over, and fewer were held and are presumed than required.
    missed,
};

/// The terms of the meetings that are still to be held.
struct QuotaTerms {
    /// The days of notice before a meeting, 0 to 366, and whether they are clear days (notice.hpp).
    int notice_days = 0;
    bool clear_notice = true;
    /// The least number of days from one that counts to the next; 1 is the day after.
    int min_days_between = 1;
    /// Whether it can be held on the slots of its cadence alone. Without a word on it that is so of
    /// the occurrences of an observance: an Integrity Week gone by cannot be made up for, while a
    /// council that let a slot pass can still meet on another day.
    std::optional<bool> on_slots_only = std::nullopt;

    friend bool operator==(const QuotaTerms&, const QuotaTerms&) = default;
};

/// How a quota stands in a period, on a date.
struct Verdict {
    QuotaState state = QuotaState::on_track;
    /// How many count that are on record.
    int held = 0;
    /// How many would count that went by without a record.
    int presumed = 0;
    /// The number that the period demands, prorated.
    int required = 0;
    /// How many the record lacks: required less held, at least 0. Presumption makes it no smaller.
    int shortfall = 0;
    /// The facts that count, by date; of an unknown date the last possible day is taken.
    std::vector<QuotaFact> counted = {};
    /// The facts that are presumed to count, by date.
    std::vector<QuotaFact> presumably_counted = {};
    /// Held on an unknown day that may lie after the date or outside the period: not counted yet.
    std::vector<QuotaFact> possibly_counted = {};
    /// The last day on which the next one can be held so that the rest still fit. None if none is
    /// needed, and if it is too late.
    std::optional<Date> latest_feasible = std::nullopt;
    /// The last day on which to give notice of it, by which notices are judged.
    std::optional<Date> latest_notice = std::nullopt;
    /// The days counted: those of the period on which the quota is in force.
    Interval period;
    /// Slots of the period before the date.
    int slots_gone_by = 0;
    /// Why, in one to three sentences.
    Text reason = {};

    /// How many still have to be held, if all that is presumed was: required less held and presumed,
    /// at least 0. Feasibility and the latest days go by it.
    [[nodiscard]] int still_to_hold() const noexcept {
        return std::max(0, required - held - presumed);
    }

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// How a quota stands in a period, by what has happened up to a date, that date included.
///
/// A fact that was held counts from its date on; one of an unknown date once the last day on which
/// it may have been has gone by, and if all those days lie in the period. One that no
/// record says was held is presumed from the day after, whatever the quota counts.
///
/// A slot has gone by on the day after its adjusted date. Where no slots are given no cadence is
/// published: then the period is cut into as many equal parts as are required, and a slot has gone
/// by with each part. Slots outside the days in force are not looked at.
///
/// Those still missing can be held on working days of the period: from the date itself on, or its
/// days of notice later, and so many days apart from each other and from the last that counts. With
/// QuotaTerms::on_slots_only they can be held on slots alone, if there are any, and on none that is
/// called off.
///
/// Throws ProbityError for a quota of less than 1 time, with an end before its begin, for a period
/// that is none of its periods or in which it is not in force, for negative terms, for a fact
/// that was held neither on a date nor on possible days, and for one presumed without a date or held
/// as well; HorizonError if the work calendar does not reach over the period.
[[nodiscard]] Verdict judge(const Quota& quota, const Interval& period,
                            std::span<const QuotaFact> facts, std::span<const Slot> slots,
                            const Date& on, const WorkCalendar& workdays,
                            const QuotaTerms& terms = {});

/// How many are presumed and how many are on record: "12 presumed, 0 on record", "실시 추정 12회,
/// 기록 0회".
[[nodiscard]] Text on_record(const Verdict& verdict);

/// "on_track, 2 of 3"; "presumed, 0 of 12, 12 presumed".
std::ostream& operator<<(std::ostream& out, const Verdict& verdict);

/// "met", "presumed", "on_track", "at_risk", "infeasible", "missed".
[[nodiscard]] std::string_view to_string(QuotaState state) noexcept;

[[nodiscard]] QuotaState parse_quota_state(std::string_view text);

static_assert(std::regular<QuotaFact> && std::copyable<Verdict>);

}  // namespace probity
