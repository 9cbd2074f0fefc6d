// The first eight bytes choose a zone, a start, a window and an ordinal; the rest is a rule. Whatever the
// rule, its questions agree with each other, and come back soon (libFuzzer's -timeout).
#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "probity/date/error.hpp"
#include "probity/times/timed_recurrence.hpp"
#include "tests/fuzz/require.hpp"

using probity::GivenTime;
using probity::HorizonError;
using probity::LocalTime;
using probity::Rule;
using probity::RuleError;
using probity::TimedRecurrence;
using probity::Zone;
using probity::ZonedTime;
using probity::fuzz::require;

namespace {

constexpr std::size_t question_size = 8;

// No zone, and those of the tests.
const std::vector<std::optional<Zone>>& zones() {
    static const std::vector<std::optional<Zone>> all = [] {
        const std::vector<std::filesystem::path> folders{std::filesystem::path(PROBITY_TEST_DATA) /
                                                         "zoneinfo"};
        std::vector<std::optional<Zone>> found{std::nullopt};
        for (const char* const name : {"Etc/UTC", "Asia/Seoul", "America/New_York", "Europe/London",
                                       "Pacific/Apia", "Australia/Lord_Howe"}) {
            found.emplace_back(Zone::find(name, folders));
        }
        return found;
    }();
    return all;
}

GivenTime given(const ZonedTime& time) {
    if (const auto instant = time.instant()) return *instant;
    return time.local();
}

// The k-th time, its neighbours and the count up to it determine each other.
void check_ordinal(const TimedRecurrence& times, std::int64_t k, const std::string& input) {
    const LocalTime first = LocalTime::of_seconds(probity::first_local_second);
    const std::optional<ZonedTime> time = times.nth(k);
    if (!time) {
        require(times.count(first) <= k, "nth(k) is none past the end", input);
        return;
    }
    require(times.contains(given(*time)), "nth(k) is one of the times", input);
    require(times.count(first, given(*time)) == k, "count(first, nth(k)) == k", input);
    const std::optional<ZonedTime> next = times.nth(k + 1);
    require(times.next_after(given(*time)) == next, "next_after(nth(k)) == nth(k + 1)", input);
    if (next) {
        require(times.last_before(given(*next)) == time, "last_before(nth(k + 1)) == nth(k)",
                input);
    }
}

// The first times of a window, its count and a walk by next_after are three ways to the same times.
void check_window(const TimedRecurrence& times, const LocalTime& begin, const LocalTime& end,
                  const std::string& input) {
    constexpr std::size_t most = 512;
    std::vector<std::int64_t> window(most);
    window.resize(times.write(begin, end, window));
    const std::int64_t count = times.count(begin, end);
    require(window.size() == most ? count >= std::int64_t{most}
                                  : count == static_cast<std::int64_t>(window.size()),
            "what is written of a window is what it counts", input);
    std::optional<ZonedTime> time;
    for (const std::int64_t expected : window) {
        const GivenTime at =
            times.zone() ? GivenTime(std::chrono::sys_seconds{std::chrono::seconds{expected}})
                         : GivenTime(LocalTime::of_seconds(expected));
        require(times.contains(at), "the times of a window are contained", input);
        require(!time || given(*time) == at, "next_after walks the times of a window", input);
        time = times.next_after(at);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size <= question_size) return 0;
    std::array<std::uint16_t, question_size / 2> words;
    std::memcpy(words.data(), data, question_size);
    // Starts and windows fall anywhere in the range; a window has at most 45 days.
    constexpr std::int64_t seconds = probity::last_local_second - probity::first_local_second;
    const auto anywhere = [&](std::uint16_t word) {
        return probity::first_local_second + (seconds - 65536 * 997) / 65536 * word + word * 997;
    };
    const std::optional<Zone>& zone = zones()[words[3] % zones().size()];
    const LocalTime start = LocalTime::of_seconds(anywhere(words[0]));
    const LocalTime begin = LocalTime::of_seconds(anywhere(words[1]));
    const LocalTime end = LocalTime::of_seconds(
        std::min(begin.seconds() + words[2] * std::int64_t{60}, probity::last_local_second));
    const std::string text(reinterpret_cast<const char*>(data) + question_size,
                           size - question_size);
    const std::string input = text + " from " + probity::to_string(start) + ", window " +
                              probity::to_string(begin) + " to " + probity::to_string(end) +
                              ", k = " + std::to_string(words[2]) +
                              (zone ? ", in " + zone->name() : "");
    try {
        const TimedRecurrence times{Rule::parse(text), start, zone};
        check_ordinal(times, words[2], input);
        check_window(times, begin, end, input);
    } catch (const RuleError&) {
        // No rule, or UNTIL in UTC where times float: rule_parser.cpp holds the parser to account.
    } catch (const HorizonError&) {
        // A lunisolar rule was asked beyond its table.
    }
    return 0;
}
