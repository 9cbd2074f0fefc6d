// An observance: a week or a day that an institution keeps again and again, such as Integrity Week
// and Integrity Day.
//
// The dates that the rule gives and what was done are two things, and both are kept. The rule gives
// the nominal date; a record says whether the occurrence was held and on which date, why and by
// which source. An occurrence that has gone by without a record of it is *presumed*: nothing says
// that it was held, and nothing that it was not.
//
//     Observance day{.id = "integrity-day",
//                    .kind = ObservanceKind::day,
//                    .title = {"청렴데이", "Integrity Day"},
//                    .rules = {{.begin = make_date(2024, 1, 1),
//                               .rule = WeekdayOfWeek{WE, 3, {3}}}},
//                    .records = {{.nominal = std::nullopt,
//                                 .observed = make_date(2023, 3, 14)}}};
//
//     day.occurrences(year_of(2023));   // {2023-03-14}, without a nominal date: no rule was in force
//     day.occurrences(year_of(2024));   // {2024-03-20}
//     day.occurrences(year_of(2026));   // {2026-03-18}
//
// Every occurrence belongs to a period, "2026-03" for a monthly week and "2026" for a yearly day,
// which stays its name when its date is moved.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/week_of_month.hpp"
#include "probity/planning/evidence.hpp"
#include "probity/planning/validity.hpp"
#include "probity/recurrence/spans.hpp"
#include "probity/text/text.hpp"

namespace probity {

enum class ObservanceKind : std::uint8_t { week, day };

/// The n-th week of every month, or of some months: 매월 셋째 주.
struct NthWeek {
    /// 1 to 5, or -1 to -5 from the month's end.
    int week = 1;
    /// 1 to 12; every month if none is named.
    std::vector<int> months = {};
    WeekConvention convention = WeekConvention::iso();

    friend bool operator==(const NthWeek&, const NthWeek&) = default;
};

/// A weekday of the n-th week: 매년 3월 셋째 주 수요일, "the Wednesday of the third week of March".
struct WeekdayOfWeek {
    Weekday weekday = MO;
    /// 1 to 5, or -1 to -5 from the month's end.
    int week = 1;
    /// 1 to 12; every month if none is named.
    std::vector<int> months = {};
    WeekConvention convention = WeekConvention::iso();

    friend bool operator==(const WeekdayOfWeek&, const WeekdayOfWeek&) = default;
};

/// When an observance recurs: a week of the month, a weekday of such a week, or whatever a
/// recurrence rule can say. The week that contains the second Monday is
/// SpanRule{Rule::parse("FREQ=MONTHLY;BYDAY=2MO"), 0, 7}.
using ObservanceRule = std::variant<NthWeek, WeekdayOfWeek, SpanRule>;

/// A rule reduced to anchors, an offset and a length. Throws ProbityError for a week that no month
/// has and a month that no year has.
[[nodiscard]] SpanRule span_rule(const ObservanceRule& rule);

/// The days that a rule gives from a date on. The date bounds a weekday of a week by itself, and a
/// week by its anchor (week_of_month.hpp), so that a week counts with its month. Throws
/// as span_rule does.
[[nodiscard]] Spans spans(const ObservanceRule& rule, const Date& start);

/// "the third week of every month", "매년 3월 셋째 주 수요일".
[[nodiscard]] std::string describe(const ObservanceRule& rule, Language language);

/// A rule with the days on which it is in force, [begin, end).
struct RuleVersion {
    /// None if it always was in force.
    std::optional<Date> begin = std::nullopt;
    std::optional<Date> end = std::nullopt;
    ObservanceRule rule = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};
    Text note = {};

    friend bool operator==(const RuleVersion&, const RuleVersion&) = default;
};

/// The statuses that a record gives to an occurrence.
enum class OccurrenceStatus : std::uint8_t {
    /// It was held.
    held,
    /// Its days went by, and it was not held.
    not_held,
    /// It was called off.
    cancelled,
    /// It was held on other days than the rule's, or is to be.
    moved,
};

template <>
inline constexpr const char* version_name<RuleVersion> = "rule";

/// The days that the rule of a version gives from its begin on; without one, from 1400-01-01.
[[nodiscard]] Spans spans(const RuleVersion& version);

/// The record of one occurrence: whether it was held, and on which date, or is to be.
///
/// Several records of one nominal date are changes one after the other, and the last one holds. So
/// it is with records that have no nominal date and begin on the same day.
struct RecordedOccurrence {
    /// The first day by the rule; none if no rule gave this occurrence.
    std::optional<Date> nominal = std::nullopt;
    /// The first day in fact; of an occurrence that was not held, the day on which it was to begin.
    Date observed{};
    /// The length in days if it differs from the rule's.
    std::optional<int> days = std::nullopt;
    /// None says that it was held on `observed`, or is to be (says()).
    std::optional<OccurrenceStatus> status = std::nullopt;
    /// The day on which this was said; none if that is not known.
    std::optional<Date> on = std::nullopt;
    Text reason = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};
    /// The files that show it.
    std::vector<Evidence> evidence = {};

    /// The status that it gives: its own; without one "moved" if `observed` is another day than the
    /// rule's, else "held", and nothing more than the day if it was made before it.
    [[nodiscard]] std::optional<OccurrenceStatus> says() const noexcept;
    /// Whether it says that the occurrence was held. A record made before the first day says only
    /// when it is to be; one of an unknown day is taken to look back.
    [[nodiscard]] bool shows_it_held() const noexcept;

    friend bool operator==(const RecordedOccurrence&, const RecordedOccurrence&) = default;
};

/// One occurrence, by rule, by record or by both.
struct Occurrence {
    /// The period that names it: "2026-03", "2026", or its nominal date where the rule gives more
    /// than one occurrence a month.
    std::string period;
    /// The days on which it is observed, or was to be.
    Interval observed;
    /// The days that the rule gives; none if no rule gave it.
    std::optional<Interval> nominal;
    /// How often its days were changed, or whether it takes place.
    int changes = 0;
    /// Which of the observance's rules gave it; none if no rule did.
    std::optional<std::size_t> rule = std::nullopt;
    /// Which record holds; none if nothing is recorded of it.
    std::optional<std::size_t> record = std::nullopt;
    /// The status that its record gives (RecordedOccurrence::says); none if nothing is recorded.
    std::optional<OccurrenceStatus> status = std::nullopt;
    /// Whether a record says that it was held, and was not made before its first day.
    bool held_on_record = false;

    /// Whether it was held or is to be: not if a record says that it was not held or was cancelled.
    [[nodiscard]] bool takes_place() const noexcept {
        return status != OccurrenceStatus::not_held && status != OccurrenceStatus::cancelled;
    }

    friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

/// A recurring week or day with its rules, past and present, and what is recorded of it.
struct Observance {
    std::string id = {};
    ObservanceKind kind = ObservanceKind::week;
    Text title = {};
    /// In order of time, none in force while another is.
    Versions<RuleVersion> rules = {};
    std::vector<RecordedOccurrence> records = {};
    /// A week with fewer working days than this is **short**. With the default of 3 a week is short
    /// once holidays take more than half of its five working days: in 2026 that of Seollal (16 to
    /// 22 February, 2 working days) is short, those with 4 are not.
    int short_below = 3;
    Text note = {};

    /// The occurrences of which at least one observed day lies in the window, by first day.
    [[nodiscard]] std::vector<Occurrence> occurrences(const Interval& window) const;

    /// The occurrence whose nominal first day is this date; none if no rule in force gives it.
    [[nodiscard]] std::optional<Occurrence> by_rule(const Date& nominal) const;

    /// The same as its records leave it.
    [[nodiscard]] std::optional<Occurrence> as_recorded(const Date& nominal) const;

    /// The first record whose nominal date no rule in force gives, by its place in `records`; none
    /// if all are sound.
    [[nodiscard]] std::optional<std::size_t> unsound_record() const;

    friend bool operator==(const Observance&, const Observance&) = default;
};

/// The days of a year, [1 January, 1 January of the next).
[[nodiscard]] Interval year_of(int year);

/// "week", "day".
[[nodiscard]] std::string_view to_string(ObservanceKind kind) noexcept;

/// "held", "not_held", "cancelled", "moved": the names in C++, Python and documents.
[[nodiscard]] std::string_view to_string(OccurrenceStatus status) noexcept;
/// Reads what to_string writes. Throws ProbityError naming what there is.
[[nodiscard]] OccurrenceStatus parse_occurrence_status(std::string_view text);
/// The status in words: "not held", "미실시".
[[nodiscard]] Text in_words(OccurrenceStatus status);

static_assert(std::regular<Observance> && std::regular<RuleVersion>);

}  // namespace probity
