// The first eight bytes choose a start, a window and an ordinal; the rest is a rule. Whatever the
// rule, its questions agree with each other, and come back soon (libFuzzer's -timeout).
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include "probity/date/date.hpp"
#include "probity/date/error.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "tests/fuzz/require.hpp"

using probity::Date;
using probity::DateSet;
using probity::DayNumber;
using probity::HorizonError;
using probity::Recurrence;
using probity::Rule;
using probity::RuleError;
using probity::fuzz::require;

namespace {

// What the first bytes say.
struct Question {
    Date start;
    Date begin;
    Date end;
    std::int64_t ordinal;
};

constexpr std::size_t question_size = 8;

Question read_question(const std::uint8_t* data) {
    std::array<std::uint16_t, question_size / 2> words;
    std::memcpy(words.data(), data, question_size);
    constexpr std::int64_t days = probity::last_day_number - probity::first_day_number + 1;
    // Starts and windows fall anywhere in the range; a window has at most 4,096 days.
    const std::int64_t start = words[0] * days / 65536;
    const std::int64_t begin = words[1] * days / 65536;
    const std::int64_t end = std::min(begin + words[2] % 4096, days - 1);
    return {probity::date_of(probity::first_day_number + start),
            probity::date_of(probity::first_day_number + begin),
            probity::date_of(probity::first_day_number + end), words[3]};
}

// The k-th date, its neighbours and the count up to it determine each other.
void check_ordinal(const Recurrence& dates, const Question& question, const std::string& input) {
    const std::int64_t k = question.ordinal;
    const std::optional<Date> date = dates.nth(k);
    if (!date) {
        require(dates.count(probity::first_date()) <= k, "nth(k) is none past the end", input);
        return;
    }
    require(dates.contains(*date), "nth(k) is one of the dates", input);
    require(dates.count(probity::first_date(), date) == k, "count(first, nth(k)) == k", input);

    const std::optional<Date> next = dates.nth(k + 1);
    require(dates.next_after(*date) == next, "next_after(nth(k)) == nth(k + 1)", input);
    if (next) require(dates.last_before(*next) == date, "last_before(nth(k + 1)) == nth(k)", input);
}

// The set of a window, its count and a walk by next_after are three ways to the same dates.
void check_window(const Recurrence& dates, const Question& question, const std::string& input) {
    const auto& [start, begin, end, ordinal] = question;
    const DateSet set = dates.between(begin, end);
    require(static_cast<std::int64_t>(set.size()) == dates.count(begin, end),
            "between(b, e).size() == count(b, e)", input);

    std::optional<Date> date = dates.contains(begin) ? begin : dates.next_after(begin);
    for (const Date& expected : set) {
        require(date == expected, "next_after walks between's dates", input);
        require(dates.contains(expected), "between's dates are contained", input);
        date = dates.next_after(expected);
    }
    require(!date || *date >= end, "the walk leaves the window", input);
    const std::optional<Date> last = dates.last_before(end);
    if (!set.empty()) {
        require(last == set[set.size() - 1], "last_before(end) is between's last", input);
    } else {
        require(!last || *last < begin, "nothing in an empty window", input);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size <= question_size) return 0;
    const Question question = read_question(data);
    const std::string text(reinterpret_cast<const char*>(data) + question_size,
                           size - question_size);
    const std::string input = text + " from " + probity::to_string(question.start) + ", window " +
                              probity::to_string(question.begin) + " to " +
                              probity::to_string(question.end) +
                              ", k = " + std::to_string(question.ordinal);
    try {
        const Recurrence dates{Rule::parse(text), question.start};
        check_ordinal(dates, question, input);
        check_window(dates, question, input);
    } catch (const RuleError&) {
        // No rule of dates: rule_parser.cpp holds the parser to account.
    } catch (const HorizonError&) {
        // A lunisolar rule was asked beyond its table.
    }
    return 0;
}
