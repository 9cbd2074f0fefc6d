// The engine against the reference, on random legal rules.
//
// 4,000 rules by default, one in ten Korean. PROBITY_DIFFERENTIAL_RULES sets another number for a
// long run, PROBITY_SEED another seed; the seed is printed, and a failure prints all that is
// needed to repeat it.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/date_set.hpp"
#include "probity/date/error.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "probity/recurrence/rule.hpp"
#include "random_rule.hpp"
#include "reference.hpp"
#include "rfc_examples.hpp"

namespace probity::testing {
namespace differential_test {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

const sys_days first_day = year(1400) / 1 / 1;
const sys_days last_day = year(9999) / 12 / 31;

std::int64_t from_environment(const char* name, std::int64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr || *text == '\0' ? otherwise : std::atoll(text);
}

std::string text_of(sys_days day) { return to_string(to_date(day)); }
std::string text_of(std::optional<sys_days> day) { return day ? text_of(*day) : "none"; }

std::optional<sys_days> day_of(const std::optional<Date>& date) {
    if (!date) return std::nullopt;
    return to_sys_days(*date);
}

// What both say of one rule between `from` and `to`, and at random places in it.
class Comparison {
  public:
    Comparison(const RandomRule& rule, sys_days from, sys_days to)
        : rule_(rule),
          korean_(rule.text.find("DANGI") != std::string::npos),
          from_(from),
          to_(to),
          engine_(Rule::parse(rule.text), to_date(rule.start)),
          expected_(reference_dates(rule.text, rule.start, from, to)) {}

    // The first difference in words; empty if there is none.
    std::string difference(RandomRules& random) const {
        std::string words = in_between();
        for (int i = 0; i < 6 && words.empty(); ++i) words = at(some_day(random));
        // An n-th date can be checked where the window holds the rule from its start.
        if (words.empty() && from_ <= rule_.start) words = in_nth(random);
        for (int i = 0; i < 3 && words.empty(); ++i) words = in_count(random);
        return words;
    }

  private:
    std::string in_between() const {
        std::vector<sys_days> got;
        for (const Date& date : engine_.between(to_date(from_), to_date(to_))) {
            got.push_back(to_sys_days(date));
        }
        const auto [e, g] =
            std::mismatch(expected_.begin(), expected_.end(), got.begin(), got.end());
        if (e == expected_.end() && g == got.end()) return "";
        return "between: reference has " + std::to_string(expected_.size()) + ", engine " +
               std::to_string(got.size()) + "; first difference: reference " +
               (e == expected_.end() ? "none" : text_of(*e)) + ", engine " +
               (g == got.end() ? "none" : text_of(*g));
    }

    std::string at(sys_days day) const {
        const Date date = to_date(day);
        const auto after = std::upper_bound(expected_.begin(), expected_.end(), day);
        const auto not_before = std::lower_bound(expected_.begin(), expected_.end(), day);

        const bool expected = not_before != after;
        if (engine_.contains(date) != expected) {
            return "contains(" + text_of(day) + "): reference " + (expected ? "yes" : "no");
        }

        // Beyond the window the reference has not looked: there the engine is only not to give
        // a date inside it.
        // (A Korean rule may say instead that it does not know what is beyond its horizon.)
        std::optional<sys_days> next;
        try {
            next = day_of(engine_.next_after(date));
        } catch (const HorizonError&) {
            if (!korean_ || after != expected_.end()) throw;
        }
        const bool next_fits = after != expected_.end() ? next == *after : !next || *next >= to_;
        if (!next_fits) {
            return "next_after(" + text_of(day) + "): reference " +
                   (after != expected_.end() ? text_of(*after) : "none to " + text_of(to_)) +
                   ", engine " + text_of(next);
        }
        const std::optional<sys_days> last = day_of(engine_.last_before(date));
        const bool last_fits =
            not_before != expected_.begin() ? last == *(not_before - 1) : !last || *last < from_;
        if (!last_fits) {
            return "last_before(" + text_of(day) + "): reference " +
                   (not_before != expected_.begin() ? text_of(*(not_before - 1))
                                                    : "none from " + text_of(from_)) +
                   ", engine " + text_of(last);
        }
        return "";
    }

    std::string in_nth(RandomRules& random) const {
        if (expected_.empty()) return "";
        const auto most = static_cast<std::int64_t>(expected_.size()) - 1;
        for (std::int64_t k : {std::int64_t{0}, most, random.number(0, most)}) {
            const std::optional<sys_days> got = day_of(engine_.nth(k));
            const sys_days expected = expected_[static_cast<std::size_t>(k)];
            if (got != expected) {
                return "nth(" + std::to_string(k) + "): reference " + text_of(expected) +
                       ", engine " + text_of(got);
            }
        }
        return "";
    }

    std::string in_count(RandomRules& random) const {
        sys_days begin = some_day(random);
        sys_days end = some_day(random);
        if (begin == end) return "";
        if (end < begin) std::swap(begin, end);
        const std::int64_t expected = std::lower_bound(expected_.begin(), expected_.end(), end) -
                                      std::lower_bound(expected_.begin(), expected_.end(), begin);
        const auto got = static_cast<std::int64_t>(engine_.count(to_date(begin), to_date(end)));
        if (got == expected) return "";
        return "count(" + text_of(begin) + ", " + text_of(end) + "): reference " +
               std::to_string(expected) + ", engine " + std::to_string(got);
    }

    // Half of the days are of the rule or beside one.
    sys_days some_day(RandomRules& random) const {
        if (!expected_.empty() && random.number(0, 1) == 0) {
            const auto i = random.number(0, static_cast<std::int64_t>(expected_.size()) - 1);
            const sys_days day =
                expected_[static_cast<std::size_t>(i)] + days(random.number(-1, 1));
            return std::clamp(day, from_, to_ - days(1));
        }
        return from_ + days(random.number(0, (to_ - from_).count() - 1));
    }

    RandomRule rule_;
    bool korean_;
    sys_days from_;
    sys_days to_;
    Recurrence engine_;
    std::vector<sys_days> expected_;
};

std::string compare(const RandomRule& rule, sys_days from, sys_days to, RandomRules& random) {
    const std::string place = rule.text + "\n    from " + text_of(rule.start) + ", in [" +
                              text_of(from) + ", " + text_of(to) + ")\n    ";
    try {
        const std::string words = Comparison(rule, from, to).difference(random);
        return words.empty() ? "" : place + words;
    } catch (const std::exception& error) {
        return place + "error: " + error.what();
    }
}

TEST(Differential, ExamplesOfTheStandards) {
    for (const RfcExample& example : rfc_examples()) {
        const std::vector<sys_days> expected = example.expected();
        const sys_days to = example.goes_on ? expected.back() + days(1) : last_day;
        const Recurrence engine(Rule::parse(example.rule), to_date(example.first_day()));
        std::vector<sys_days> got;
        for (const Date& date : engine.between(to_date(example.first_day()), to_date(to))) {
            got.push_back(to_sys_days(date));
        }
        EXPECT_EQ(got, expected) << example.section << ": " << example.says << "\n"
                                 << example.rule << " from " << example.start;
    }
}

TEST(Differential, RandomRules) {
    const auto seed = static_cast<std::uint64_t>(from_environment("PROBITY_SEED", 5545));
    const std::int64_t rules = from_environment("PROBITY_DIFFERENTIAL_RULES", 4000);
    std::cout << "seed " << seed << ", " << rules << " rules\n";

    RandomRules random(seed);
    const KoreanDays korean = known_korean_days();
    constexpr int most_failures = 25;
    int failures = 0;
    for (std::int64_t i = 0; i < rules && failures < most_failures; ++i) {
        const bool is_korean = i % 10 == 0;
        const RandomRule rule = is_korean ? random.next_korean() : random.next();

        // From the start, sometimes from before it; or far off, where an engine that walks would
        // be long on its way. A COUNT makes the reference walk, so that one stays near.
        const bool counted = rule.text.find("COUNT") != std::string::npos;
        const bool far = !counted && !is_korean && random.number(0, 3) == 0;
        sys_days from = rule.start - days(random.number(0, 2) == 0 ? random.number(0, 800) : 0);
        if (far) from = rule.start + days(random.number(0, (last_day - rule.start).count()));
        sys_days to = from + days(random.number(1, far ? 4000 : 12000));
        from = std::max(from, first_day);
        to = std::min(to, last_day);
        if (is_korean) {
            from = std::max(from, korean.first + days(400));
            to = std::min(to, korean.last - days(400));
        }
        if (from >= to) continue;

        const std::string difference = compare(rule, from, to, random);
        if (difference.empty()) continue;
        ++failures;
        ADD_FAILURE() << "rule " << i << " of seed " << seed << ":\n    " << difference;
    }
}

}  // namespace differential_test
}  // namespace probity::testing
