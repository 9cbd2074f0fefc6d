#include "sentences/week_reader.hpp"

#include <algorithm>
#include <cstdlib>

#include "probity/recurrence/spans.hpp"
#include "sentences/code_points.hpp"
#include "sentences/names.hpp"
#include "sentences/readings.hpp"
#include "sentences/week_conventions.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

const Text& last_day_note() {
    static const Text note{"월요일에 시작, 그달 말일이 든 주부터 거꾸로",
                           "weeks from Monday, back from the month's last day"};
    return note;
}

/// The one rule of terms that are dates of one rule.
std::optional<Rule> rule_of_one(const std::vector<Term>& terms) {
    if (terms.size() != 1 || terms[0].offset != 0) return std::nullopt;
    return terms[0].anchors;
}

/// The parts of a rule that say which days of a month are meant.
Parts days_of(const Rule& rule) {
    Parts parts;
    const std::u32string text = decoded(to_string(rule));
    for (const std::u32string_view each : split(text, U";")) {
        const std::vector<std::u32string_view> named = split(each, U"=");
        if (named[0] == U"FREQ" || named[0] == U"BYMONTH") continue;
        parts.push_back(part(utf8(named[0]), utf8(named[1])));
    }
    return parts;
}

int days_behind(int weekday, int first_day) { return (weekday - first_day + 7) % 7; }

}  // namespace

bool WeekReader::counts_from_end() const {
    return std::any_of(plan_.weeks.begin(), plan_.weeks.end(), [](Said n) { return n < 0; });
}

std::vector<Reading> WeekReader::weeks() {
    if (plan_.lunar) fail(sentence("rule.lunar_weeks"), 0);
    if (plan_.count && (plan_.weeks.size() > 1 || plan_.weekdays.size() > 1)) {
        fail(sentence("rule.times_of_several_rules", {{"number", *plan_.count}}), 0);
    }
    for (const Said n : plan_.weeks) {
        if (n == 0 || n > 5 || n < -5) {
            fail(sentence("rule.week_of_month"), 0);
        }
    }
    const bool from_end = counts_from_end();
    std::vector<Reading> readings;
    if (plan_.working && plan_.within == CountedIn::week) {
        if (from_end) {
            readings.push_back(working_day_of_week("LAST_DAY", std::nullopt, last_day_note()));
        }
        for (const ReadConvention& each : {read_conventions[0], read_conventions[1]}) {
            readings.push_back(
                working_day_of_week(std::string(each.name), each.convention, each.note()));
        }
        return readings;
    }
    for (const ReadConvention& each : read_conventions) {
        if (!fits(each.convention.first_day().index())) continue;
        readings.push_back(week(std::string(each.name), each.convention,
                                from_end ? note_from_the_end(each) : each.note()));
    }
    if (plan_.convention) {
        readings.insert(readings.begin(), by_named_convention());
        return readings;
    }
    if (!plan_.weekdays.empty()) {
        if (readings.size() < 2) fail(sentence("rule.run_of_weekdays"), 0);
        std::vector<Reading> first{nth_weekday()};
        const bool is_run = are_monday_to_friday(plan_.weekdays) || are(plan_.weekdays, {5, 6}) ||
                            plan_.lasts || !plan_.to.empty();
        if (from_end) {
            first.push_back(back_from_last_row());
            if (is_run) first.insert(first.begin(), back_from_last_day());
        } else if (is_run) {
            // The week before the weekday: 셋째 주 주말.
            first.insert(first.begin(), {readings[0], readings[1]});
        } else {
            first.insert(first.end(), {readings[1], readings[0]});
        }
        first.insert(first.end(), readings.begin() + (from_end ? 0 : 2), readings.end());
        return first;
    }
    if (from_end) {
        if (fits(6)) readings.insert(readings.begin(), back_from_last_row());
        if (fits(0)) readings.insert(readings.begin(), back_from_last_day());
    }
    if (plan_.week_run) readings.push_back(from_nth_weekday(*plan_.week_run));
    return readings;
}

/// By the convention that the sentence names.
Reading WeekReader::by_named_convention() {
    const WeekConvention convention = *plan_.convention;
    for (const ReadConvention& each : read_conventions) {
        if (each.convention != convention) continue;
        return week(std::string(each.name), convention,
                    counts_from_end() ? note_from_the_end(each) : each.note());
    }
    const std::string text = to_string(convention);
    return week(text, convention, {"주 기준 " + text, "weeks of " + text});
}

/// Whether a run of weekdays lies in a week that begins on this day.
bool WeekReader::fits(int first_day) const {
    if (!plan_.week_run) return true;
    return days_behind(plan_.week_run->first, first_day) <=
           days_behind(plan_.week_run->last, first_day);
}

int WeekReader::run_length() const {
    if (plan_.week_edge) return 1;
    return plan_.week_run.value_or(WeekdayRun{}).days();
}

/// The weekday on which what is meant of a week begins.
int WeekReader::first_of(int first_day) const {
    if (plan_.week_run) return plan_.week_run->first;
    return (first_day + plan_.week_edge.value_or(0)) % 7;
}

Reading WeekReader::nth_weekday() const {
    Part days{.name = "BYDAY"};
    for (const Said n : plan_.weeks) {
        for (const int weekday : plan_.weekdays) {
            days.values.push_back(std::to_string(n) + code(weekday));
        }
    }
    const Rule found = rule({days});
    return {.title = described(found),
            .names = {"BYDAY=" + joined(days.values, ",")},
            .terms = {{found}},
            .rule = found};
}

/// 셋째 월요일부터 금요일까지.
Reading WeekReader::from_nth_weekday(const WeekdayRun& run) const {
    Part days{.name = "BYDAY"};
    for (const Said n : plan_.weeks) days.values.push_back(std::to_string(n) + code(run.first));
    const Rule found = rule({days});
    const Text title = described(found);
    const std::string length = std::to_string(run_length());
    return {.title = {title.korean + "부터 " + length + "일간",
                      title.english + ", " + length + " days"},
            .names = {"BYDAY=" + joined(days.values, ",")},
            .terms = {{found}},
            .length = run_length(),
            .rule = found};
}

Reading WeekReader::back_from_last_day() { return back_from_last("LAST_DAY", 0, last_day_note()); }

Reading WeekReader::back_from_last_row() {
    return back_from_last("LAST_ROW", 6,
                          {"일요일에 시작하는 달력의 마지막 줄부터 거꾸로",
                           "calendar rows from Sunday, back from the last"});
}

/// Weeks counted back from the one that holds the month's last day: it begins on the last such weekday
/// of the month.
Reading WeekReader::back_from_last(const std::string& name, int first_day, const Text& note) {
    const bool whole = plan_.weekdays.empty();
    std::vector<Term> terms = terms_back_from_last(
        first_day, whole ? std::vector<int>{first_of(first_day)} : plan_.weekdays);
    const std::optional<Rule> one = rule_of_one(terms);
    return {.title = noted(week_title(), note),
            .names = {name},
            .terms = std::move(terms),
            .length = whole ? run_length() : 1,
            .rule = one};
}

std::vector<Term> WeekReader::terms_back_from_last(int first_day,
                                                   const std::vector<int>& weekdays) {
    std::vector<Term> terms;
    for (const Said n : plan_.weeks) {
        for (const int weekday : weekdays) {
            if (n > 0) {
                terms.push_back(
                    in_week(first_day == 0 ? WeekConvention::iso() : WeekConvention::cldr_kr(), n,
                            weekday));
                continue;
            }
            const int into = days_behind(weekday, first_day);
            terms.push_back({anchors_on(std::to_string(n) + code(first_day), into), into});
        }
    }
    return terms;
}

/// 셋째 주 첫 근무일.
Reading WeekReader::working_day_of_week(const std::string& name,
                                        const std::optional<WeekConvention>& convention,
                                        const Text& note) {
    const Said n = plan_.working.value_or(0) != 0 ? *plan_.working : 1;
    const Said place = std::abs(n);
    if (place > 5) fail(sentence("rule.five_working_days"), 0);
    const int edge = n > 0 ? 0 : 6;
    std::vector<Term> terms;
    if (convention) {
        const int weekday = (convention->first_day().index() + edge) % 7;
        for (const Said each : plan_.weeks) terms.push_back(in_week(*convention, each, weekday));
    } else {
        terms = terms_back_from_last(0, {edge});
    }
    const Text title = week_title();
    const std::string which = n == -1 ? "마지막" : std::to_string(place) + "번째";
    const std::string english = n == -1 ? "last" : "no. " + std::to_string(place);
    return {.title = noted({title.korean + " " + which + " 근무일",
                            title.english + ", working day " + english},
                           note),
            .names = {name},
            .convention = convention,
            .terms = std::move(terms),
            .working_day = n,
            .within = CountedIn::week};
}

/// 셋째 주 수요일, or 셋째 주, by a convention.
Reading WeekReader::week(const std::string& name, WeekConvention convention, const Text& note) {
    const bool whole = plan_.weekdays.empty();
    const Text title = noted(week_title(), note);
    const int first = first_of(convention.first_day().index());
    std::vector<Term> terms;
    for (const Said n : plan_.weeks) {
        if (whole) terms.push_back(in_week(convention, n, first));
        for (const int weekday : plan_.weekdays) terms.push_back(term(convention, n, weekday));
    }
    std::optional<Rule> one = rule_of_one(terms);
    if (whole && plan_.weeks.size() == 1 && !one) {
        one = rule_of_one({term(convention, plan_.weeks[0], first)});
    }
    return {.title = title,
            .names = {name},
            .convention = convention,
            .terms = std::move(terms),
            .length = whole ? run_length() : 1,
            .rule = one};
}

/// A weekday of the n-th week, by its anchor, which says of which month the week is.
Term WeekReader::in_week(WeekConvention convention, Said n, int weekday) {
    const int first = convention.first_day().index();
    const int offset =
        days_behind(weekday, first) - days_behind(convention.anchor().index(), first);
    return {anchors_on(std::to_string(n) + code(convention.anchor().index()), offset), offset};
}

Term WeekReader::term(WeekConvention convention, Said n, int weekday) {
    std::vector<int> months;
    for (const NamedMonth& each : plan_.months) months.push_back(each.month);
    const std::optional<Rule> base =
        weekday_of_week(Weekday::from_index(weekday), static_cast<int>(n), months, first_date(),
                        convention)
            .rule();
    if (!base) return in_week(convention, n, weekday);
    return {rule(days_of(*base))};
}

Rule WeekReader::anchors_on(const std::string& day, int offset) {
    return as_if(
        [&](SentencePlan& plan) {
            // UNTIL bounds the days, not their anchors.
            if (!plan.until) return;
            const std::int64_t last = std::int64_t{day_number(*plan.until)} - offset;
            plan.until = date_of(std::clamp<std::int64_t>(last, first_day_number, last_day_number));
        },
        [&] { return rule({part("BYDAY", day)}); });
}

/// 매년 3월 셋째 주 수요일, from the words for the third Wednesday.
Text WeekReader::week_title() const {
    std::vector<std::string> korean;
    std::vector<std::string> english;
    const bool whole = plan_.weekdays.empty();
    for (const Said n : plan_.weeks) {
        for (const int weekday : whole ? std::vector<int>{0} : plan_.weekdays) {
            const Text words = described(rule({part("BYDAY", std::to_string(n) + code(weekday))}));
            const std::string day = korean_weekday(weekday) + "요일";
            korean.push_back(with_first(words.korean, day, whole ? "주" : "주 " + day));
            const std::string name = english_weekday(weekday);
            english.push_back(with_first(with_first(words.english, name, "week"), " on the",
                                         whole ? ", the" : " on the " + name + " of the"));
        }
    }
    const Text title{joined(korean, " / "), joined(english, " / ")};
    if (plan_.week_edge) {
        const bool is_first = *plan_.week_edge == 0;
        return {title.korean + (is_first ? " 첫날" : " 마지막 날"),
                title.english + ", its " + (is_first ? "first" : "last") + " day"};
    }
    if (!plan_.week_run) return title;
    const auto [first, last] = *plan_.week_run;
    return {title.korean + " " + korean_weekday(first) + "요일부터 " + korean_weekday(last) +
                "요일까지",
            title.english + ", " + english_weekday(first) + " to " + english_weekday(last)};
}

std::vector<Reading> WeekReader::weeks_that_contain() {
    std::vector<Reading> readings;
    const std::size_t days = plan_.ordinals.size() + plan_.month_days.size() +
                             plan_.weeks.size() * plan_.weekdays.size();
    if (days != 1 || plan_.lunar) {
        fail(sentence("rule.week_of_day"), 0);
    }
    for (const int first : {0, 6}) {
        const auto [term, words] = week_that_holds(first);
        const std::optional<Rule> one = rule_of_one({term});
        const Text title{words.korean + "이 있는 주", "the week that holds: " + words.english};
        const Reading whole{
            .title = noted(title, first == 0 ? Text{"월요일에 시작하는 주", "weeks from Monday"}
                                             : Text{"일요일에 시작하는 주", "weeks from Sunday"}),
            .names = {"WEEK_FROM_" + code(first)},
            .terms = {term},
            .length = 7,
            .rule = one};
        const std::vector<Reading> parts = part_of_week(whole, first);
        readings.insert(readings.end(), parts.begin(), parts.end());
    }
    if (!plan_.weeks.empty()) {
        // By the letter: the weekday of that week lies in that week.
        const std::vector<Reading> by_letter = as_if(
            [](SentencePlan& plan) {
                plan.weekdays = plan.part_days;
                plan.week_run = plan.part_run;
            },
            [&] { return weeks(); });
        readings.insert(readings.end(), by_letter.begin(), by_letter.end());
    }
    return readings;
}

std::vector<Reading> WeekReader::part_of_week(const Reading& week, int first_day) const {
    std::vector<int> offsets;
    Reading part = week;
    if (plan_.part_run) {
        const auto [first, last] = *plan_.part_run;
        const int begin = days_behind(first, first_day);
        const int end = days_behind(last, first_day);
        if (begin > end) return {};
        offsets = {begin};
        part.length = end - begin + 1;
        part.title.korean +=
            " " + korean_weekday(first) + "요일부터 " + korean_weekday(last) + "요일까지";
        part.title.english += ", " + english_weekday(first) + " to " + english_weekday(last);
    } else if (!plan_.part_days.empty()) {
        std::vector<std::string> korean;
        std::vector<std::string> english;
        for (const int day : plan_.part_days) {
            offsets.push_back(days_behind(day, first_day));
            korean.push_back(korean_weekday(day));
            english.push_back(english_weekday(day));
        }
        part.length = 1;
        part.title.korean += " " + joined(korean, "·") + "요일";
        part.title.english += ", " + joined(english, " and ");
    } else {
        return {week};
    }
    part.terms.clear();
    for (const int offset : offsets) {
        for (Term term : week.terms) {
            term.offset += offset;
            part.terms.push_back(std::move(term));
        }
    }
    part.rule = part.terms[0].week_from ? std::nullopt : rule_of_one(part.terms);
    return {part};
}

std::pair<Term, Text> WeekReader::week_that_holds(int first) const {
    if (!plan_.month_days.empty()) {
        const Said day = plan_.month_days[0];
        const Text words = described(rule({part("BYMONTHDAY", day)}));
        // The week's first day is in the six days before, its last in the six days after: one of the two
        // stays in the month.
        const bool by_first = day >= 7 || day == -1;
        std::vector<Said> window;
        for (Said i = 0; i < 7; ++i) window.push_back(by_first ? day - 6 + i : day + i);
        const Rule days = rule(
            {part("BYMONTHDAY", window), part("BYDAY", code(by_first ? first : (first + 6) % 7))});
        return {Term{days, by_first ? 0 : -6}, words};
    }
    const NthDay nth =
        plan_.ordinals.empty() ? NthDay{plan_.weeks[0], plan_.weekdays[0]} : plan_.ordinals[0];
    const Rule days = rule({part("BYDAY", std::to_string(nth.n) + code(nth.weekday))});
    return {Term{days, -days_behind(nth.weekday, first)}, described(days)};
}

}  // namespace probity::detail
