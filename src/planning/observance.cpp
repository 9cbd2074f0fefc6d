#include "probity/planning/observance.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "planning/names.hpp"
#include "planning/words.hpp"
#include "text/name_words.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

using detail::Overloaded;

/// The date so many days away, or the nearest one that there is.
Date nearest_date(const Date& date, std::int64_t days) {
    const std::int64_t day = day_number(date) + days;
    return date_of(std::clamp<std::int64_t>(day, first_day_number, last_day_number));
}

std::string number_list(const std::vector<int>& numbers) {
    std::string out;
    for (const int number : numbers) out += (out.empty() ? "" : ", ") + std::to_string(number);
    return out;
}

void check(int week, const std::vector<int>& months) {
    if (week == 0 || week < -5 || week > 5) {
        throw ProbityError(detail::sentence("observance.week", {{"week", week}}));
    }
    for (const int month : months) {
        if (month < 1 || month > 12) {
            throw ProbityError(detail::sentence("observance.month", {{"month", month}}));
        }
    }
    if (std::adjacent_find(months.begin(), months.end(), std::greater_equal<>()) != months.end()) {
        throw ProbityError(
            detail::sentence("observance.months", {{"months", number_list(months)}}));
    }
}

SpanRule week_anchors(int week, const std::vector<int>& months, WeekConvention convention,
                      std::int32_t days_into_week, std::int32_t length) {
    check(week, months);
    RuleParts parts{.frequency = months.empty() ? Frequency::monthly : Frequency::yearly,
                    .by_month = months,
                    .by_day = {convention.anchor()(week)}};
    return {Rule(parts), days_into_week - convention.days_before_anchor(), length};
}

std::int32_t days_into_week(const WeekdayOfWeek& rule) {
    return (rule.weekday.index() - rule.convention.first_day().index() + 7) % 7;
}

// How long the period is that one occurrence of a rule has to itself.
enum class Period : std::uint8_t { year, month, day };

bool single_bit(unsigned bits) { return bits != 0 && (bits & (bits - 1)) == 0; }

/// Whether a rule has exactly one day in each month or year that it looks at.
bool picks_one_day(const Rule& rule) {
    if (!rule.by_week_no().empty() || !rule.by_year_day().empty() || !rule.by_set_pos().empty() ||
        rule.scale() == Scale::dangi) {
        return false;
    }
    if (!rule.has_by_day()) return rule.by_month_day().size() <= 1;
    if (rule.by_weekday() != 0 || !rule.by_month_day().empty()) return false;
    if (!single_bit(rule.ordinal_weekdays())) return false;
    for (const Weekday weekday : {MO, TU, WE, TH, FR, SA, SU}) {
        if (rule.by_day(weekday).size() > 1) return false;
    }
    return true;
}

Period period_of(const Rule& rule) {
    if (!picks_one_day(rule)) return Period::day;
    if (rule.frequency() == Frequency::monthly) return Period::month;
    if (rule.frequency() != Frequency::yearly) return Period::day;
    // YEARLY;BYMONTHDAY=29 is the 29th of every month.
    if (rule.by_month() == 0) {
        return rule.by_month_day().empty() ? Period::year : Period::month;
    }
    return single_bit(rule.by_month()) ? Period::year : Period::month;
}

Period period_of_months(const std::vector<int>& months) {
    return months.size() == 1 ? Period::year : Period::month;
}

Period period_of(const ObservanceRule& rule) {
    return std::visit(Overloaded{[](const NthWeek& r) { return period_of_months(r.months); },
                                 [](const WeekdayOfWeek& r) { return period_of_months(r.months); },
                                 [](const SpanRule& r) { return period_of(r.anchors); }},
                      rule);
}

std::string period_text(Period period, const Date& date) {
    const std::size_t length = period == Period::year ? 4 : period == Period::month ? 7 : 10;
    return to_string(date).substr(0, length);
}

/// One version of an observance's rule, ready to be asked.
class VersionSpans {
  public:
    explicit VersionSpans(const RuleVersion& version)
        : validity_(validity_of(version)),
          period_(period_of(version.rule)),
          bounds_anchor_(!std::holds_alternative<WeekdayOfWeek>(version.rule)),
          spans_(spans(version)) {}

    /// The occurrences in force of which at least one day lies in the window.
    [[nodiscard]] std::vector<Occurrence> meeting(const Interval& window, std::size_t index) const {
        std::vector<Occurrence> found;
        for (const Interval& days : spans_.between(window.begin(), window.end())) {
            const Date anchor = nearest_date(days.begin(), -spans_.offset());
            if (validity_.is_over_by(bounds_anchor_ ? anchor : days.begin())) break;
            found.push_back({.period = period_text(period_, anchor),
                             .observed = days,
                             .nominal = days,
                             .rule = index});
        }
        return found;
    }

    /// The occurrence that begins on a date by the rule in force.
    [[nodiscard]] std::optional<Occurrence> beginning_on(const Date& date,
                                                         std::size_t index) const {
        // Most versions are told apart by their days in force, without a look at their rule.
        const Date bounded = bounds_anchor_ ? nearest_date(date, -spans_.offset()) : date;
        if (!validity_.in_force_on(bounded)) return std::nullopt;
        for (Occurrence& occurrence : meeting(Interval::of_days(date, 1), index)) {
            if (occurrence.observed.begin() == date) return std::move(occurrence);
        }
        return std::nullopt;
    }

  private:
    Validity validity_;
    Period period_;
    bool bounds_anchor_;
    Spans spans_;
};

std::vector<VersionSpans> versions_of(const Observance& observance) {
    return {observance.rules.begin(), observance.rules.end()};
}

std::optional<Occurrence> find_by_rule(const std::vector<VersionSpans>& versions,
                                       const Date& nominal) {
    for (std::size_t i = 0; i < versions.size(); ++i) {
        if (auto occurrence = versions[i].beginning_on(nominal, i)) return occurrence;
    }
    return std::nullopt;
}

/// Where no rule was in force the period is as long as that of the first rule; else the date
/// itself, since the period's name belongs to what the rule gives.
std::string period_without_nominal(const Observance& observance, const Date& observed) {
    const auto& rules = observance.rules;
    const bool ruled = rules.on(observed) != nullptr;
    const Period period = ruled || rules.empty() ? Period::day : period_of(rules.front().rule);
    return period_text(period, observed);
}

Interval observed_days(const Observance& observance, const RecordedOccurrence& record,
                       const std::optional<Interval>& nominal) {
    const int usual = observance.kind == ObservanceKind::week ? 7 : 1;
    return Interval::of_days(record.observed,
                             record.days.value_or(nominal ? nominal->days() : usual));
}

/// The records of each date, in the order in which they were made.
using RecordsByDate = std::map<Date, std::vector<std::size_t>>;

/// Those of what a rule gave, by its nominal date.
RecordsByDate by_nominal(const std::vector<RecordedOccurrence>& records) {
    RecordsByDate found;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].nominal) found[*records[i].nominal].push_back(i);
    }
    return found;
}

/// Those of what no rule gave, by its first day.
RecordsByDate without_nominal(const std::vector<RecordedOccurrence>& records) {
    RecordsByDate found;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!records[i].nominal) found[records[i].observed].push_back(i);
    }
    return found;
}

/// The occurrence as its records leave it.
Occurrence after_records(const Observance& observance, Occurrence occurrence,
                         const std::vector<std::size_t>& records) {
    for (const std::size_t index : records) {
        const RecordedOccurrence& record = observance.records[index];
        const Interval days = observed_days(observance, record, occurrence.nominal);
        const bool took_place = occurrence.takes_place();
        occurrence.status = record.says();
        const bool moved = days != occurrence.observed;
        if (moved || took_place != occurrence.takes_place()) ++occurrence.changes;
        occurrence.observed = days;
        occurrence.record = index;
        occurrence.held_on_record = record.shows_it_held();
    }
    return occurrence;
}

Occurrence occurrence_without_nominal(const Observance& observance,
                                      const std::vector<std::size_t>& records) {
    const RecordedOccurrence& first = observance.records[records.front()];
    return after_records(observance,
                         {.period = period_without_nominal(observance, first.observed),
                          .observed = observed_days(observance, first, std::nullopt),
                          .nominal = std::nullopt},
                         records);
}

constexpr std::array<std::string_view, 5> english_ordinals{"first", "second", "third", "fourth",
                                                           "fifth"};
constexpr std::array<std::string_view, 5> korean_ordinals{"첫째", "둘째", "셋째", "넷째", "다섯째"};
template <std::size_t size>
std::string pick(const std::array<std::string_view, size>& names, int index) {
    return std::string(names.at(static_cast<std::size_t>(index)));
}

std::string ordinal(int week, Language language) {
    const bool korean = language == Language::korean;
    if (week == -1) return korean ? "마지막" : "last";
    const std::string counted =
        pick(korean ? korean_ordinals : english_ordinals, std::abs(week) - 1);
    if (week > 0) return counted;
    return korean ? "끝에서 " + counted : counted + " last";
}

std::string english_list(const std::vector<int>& months) {
    std::string out;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (i > 0) out += i + 1 == months.size() ? " and " : ", ";
        out += detail::english_month(months[i]);
    }
    return out;
}

std::string korean_list(const std::vector<int>& months) {
    std::string out;
    for (const int month : months) {
        if (!out.empty()) out += ", ";
        out += std::to_string(month) + "월";
    }
    return out;
}

/// " (weeks of CLDR_KR)". Of a whole week the default is not said. Of its weekday it is in Korean,
/// where 셋째 주 수요일 alone means the third Wednesday first of all.
std::string convention_note(WeekConvention convention, Language language, bool of_weekday) {
    const bool told = of_weekday && language == Language::korean;
    if (convention == WeekConvention::iso() && !told) return "";
    std::string name = to_string(convention);
    for (const NamedConvention& named : named_conventions) {
        if (named.convention == convention) name = named.name;
    }
    return language == Language::korean ? " (주 기준 " + name + ")" : " (weeks of " + name + ")";
}

std::string describe_week(int week, const std::vector<int>& months, Language language) {
    if (language == Language::korean) {
        const std::string when = months.empty() ? "매월 " : "매년 " + korean_list(months) + " ";
        return when + ordinal(week, language) + " 주";
    }
    return "the " + ordinal(week, language) + " week of " +
           (months.empty() ? "every month" : english_list(months));
}

std::string describe_spans(const SpanRule& rule, Language language) {
    const std::string anchors = rule.anchors.describe(language);
    if (rule.offset == 0 && rule.days == 1) return anchors;
    const std::string days = std::to_string(rule.days);
    const std::string away = std::to_string(std::abs(rule.offset));
    if (language == Language::korean) {
        const std::string from =
            rule.offset == 0 ? "그날" : away + (rule.offset < 0 ? "일 전" : "일 뒤");
        return anchors + ", " + from + "부터 " + days + "일간";
    }
    const std::string from = rule.offset == 0 ? "that day"
                                              : away + (away == "1" ? " day " : " days ") +
                                                    (rule.offset < 0 ? "before" : "after");
    return anchors + ", " + days + (rule.days == 1 ? " day" : " days") + " from " + from;
}

}  // namespace

SpanRule span_rule(const ObservanceRule& rule) {
    return std::visit(
        Overloaded{
            [](const NthWeek& r) { return week_anchors(r.week, r.months, r.convention, 0, 7); },
            [](const WeekdayOfWeek& r) {
                return week_anchors(r.week, r.months, r.convention, days_into_week(r), 1);
            },
            [](const SpanRule& r) { return r; }},
        rule);
}

Spans spans(const ObservanceRule& rule, const Date& start) {
    const SpanRule reduced = span_rule(rule);
    if (!std::holds_alternative<WeekdayOfWeek>(rule)) return Spans(reduced, start);
    const std::int64_t anchor = std::int64_t{day_number(start)} - reduced.offset;
    // Within a week of the last date there may be no anchor late enough: then there is no day.
    if (anchor > last_day_number) {
        return Spans(
            {reduced.anchors.without_end().with_until(first_date()), reduced.offset, reduced.days},
            start);
    }
    return Spans(reduced, nearest_date(start, -reduced.offset));
}

Spans spans(const RuleVersion& version) {
    return spans(version.rule, version.begin.value_or(first_date()));
}

std::string describe(const ObservanceRule& rule, Language language) {
    return std::visit(Overloaded{[&](const NthWeek& r) {
                                     check(r.week, r.months);
                                     return describe_week(r.week, r.months, language) +
                                            convention_note(r.convention, language, false);
                                 },
                                 [&](const WeekdayOfWeek& r) {
                                     check(r.week, r.months);
                                     const std::string week =
                                         describe_week(r.week, r.months, language);
                                     const bool korean = language == Language::korean;
                                     const std::string day = detail::name_of(r.weekday, language);
                                     return (korean ? week + " " + day : day + " of " + week) +
                                            convention_note(r.convention, language, true);
                                 },
                                 [&](const SpanRule& r) { return describe_spans(r, language); }},
                      rule);
}

std::optional<OccurrenceStatus> RecordedOccurrence::says() const noexcept {
    if (status) return *status;
    if (nominal && *nominal != observed) return OccurrenceStatus::moved;
    if (on && *on < observed) return std::nullopt;
    return OccurrenceStatus::held;
}

bool RecordedOccurrence::shows_it_held() const noexcept {
    if (status == OccurrenceStatus::not_held || status == OccurrenceStatus::cancelled) return false;
    return !on || *on >= observed;
}

std::vector<Occurrence> Observance::occurrences(const Interval& window) const {
    const RecordsByDate recorded = by_nominal(records);
    const std::vector<VersionSpans> versions = versions_of(*this);
    std::vector<Occurrence> found;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        for (Occurrence& occurrence : versions[i].meeting(window, i)) {
            // The record of its nominal date is taken up below, wherever it was moved to.
            if (!recorded.contains(occurrence.nominal->begin())) {
                found.push_back(std::move(occurrence));
            }
        }
    }
    const auto keep = [&](Occurrence occurrence) {
        if (occurrence.observed.meet(window)) found.push_back(std::move(occurrence));
    };
    for (const auto& [nominal, indices] : recorded) {
        if (const auto ruled = find_by_rule(versions, nominal))
            keep(after_records(*this, *ruled, indices));
    }
    for (const auto& [first_day, indices] : without_nominal(records)) {
        keep(occurrence_without_nominal(*this, indices));
    }
    std::stable_sort(found.begin(), found.end(), [](const Occurrence& a, const Occurrence& b) {
        return a.observed < b.observed;
    });
    return found;
}

std::optional<Occurrence> Observance::by_rule(const Date& nominal) const {
    return find_by_rule(versions_of(*this), nominal);
}

std::optional<Occurrence> Observance::as_recorded(const Date& nominal) const {
    const auto ruled = by_rule(nominal);
    if (!ruled) return std::nullopt;
    const RecordsByDate recorded = by_nominal(records);
    const auto found = recorded.find(nominal);
    return found == recorded.end() ? ruled : after_records(*this, *ruled, found->second);
}

std::optional<std::size_t> Observance::unsound_record() const {
    const std::vector<VersionSpans> versions = versions_of(*this);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto& nominal = records[i].nominal;
        if (nominal && !find_by_rule(versions, *nominal)) return i;
    }
    return std::nullopt;
}

Interval year_of(int year) {
    const Date first = make_date(year, 1, 1);
    return Interval::closed(first, make_date(year, 12, 31));
}

std::string_view to_string(ObservanceKind kind) noexcept { return detail::name_of(kind); }

Text in_words(OccurrenceStatus status) {
    return detail::words_for("occurrence_status", detail::name_of(status));
}

}  // namespace probity
