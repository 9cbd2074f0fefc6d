// Recurrences in time and zones that several threads ask at once.
#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <cstdint>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "probity/times/timed_recurrence.hpp"
#include "tests/times/zones.hpp"

namespace probity::testing {
namespace threads_test {

/// Answers to questions that build tables, asked in an order that differs from thread to thread.
std::vector<std::int64_t> ask(const TimedRecurrence& r, int first) {
    constexpr int questions = 4;
    const LocalTime from = make_time(2040, 1, 1);
    const auto seconds = [](const std::optional<ZonedTime>& time) {
        return time ? time->local().seconds() : -1;
    };
    std::vector<std::int64_t> answers(questions);
    for (int i = 0; i < questions; ++i) {
        const int question = (first + i) % questions;
        std::int64_t& answer = answers[static_cast<std::size_t>(question)];
        if (question == 0) answer = seconds(r.nth(40));
        if (question == 1) answer = r.count(from, make_time(2050, 1, 1));
        if (question == 2) answer = seconds(r.next_after(from));
        if (question == 3) answer = seconds(r.last_before(from));
    }
    return answers;
}

TEST(TimedRecurrenceThreads, ManyAskANewRecurrenceAtOnce) {
    constexpr int threads = 4;
    const std::vector<std::string> rules = {
        "FREQ=WEEKLY;BYHOUR=10,14",  "FREQ=MONTHLY;BYDAY=3WE;BYHOUR=2,3;COUNT=600",
        "FREQ=DAILY;BYHOUR=2,3",     "FREQ=HOURLY;INTERVAL=7;BYDAY=MO,WE",
        "FREQ=MINUTELY;INTERVAL=90", "FREQ=SECONDLY;INTERVAL=7777;BYMONTH=3",
    };
    std::vector<TimedRecurrence> fresh;
    std::vector<std::vector<std::int64_t>> expected;
    for (const char* name : {"America/New_York", "Asia/Seoul", "Europe/London"}) {
        const Zone zone = zone_of(name);
        for (const std::string& rule : rules) {
            const auto made = [&] {
                return TimedRecurrence(Rule::parse(rule), make_time(2026, 3, 2, 2), zone);
            };
            expected.push_back(ask(made(), 0));
            fresh.push_back(made());
        }
        const auto both = [&] {
            return TimedRecurrence(Rule::parse(rules[0]), make_time(2026, 3, 2, 2), zone) |
                   TimedRecurrence(Rule::parse(rules[2]), make_time(2026, 3, 2, 2), zone);
        };
        expected.push_back(ask(both(), 0));
        fresh.push_back(both());
    }
    std::vector<std::atomic<int>> wrong(fresh.size());
    std::barrier together(threads);
    {
        std::vector<std::jthread> asking;
        for (int t = 0; t < threads; ++t) {
            asking.emplace_back([&, t] {
                for (std::size_t i = 0; i < fresh.size(); ++i) {
                    together.arrive_and_wait();
                    if (ask(fresh[i], t) != expected[i]) ++wrong[i];
                }
            });
        }
    }
    for (std::size_t i = 0; i < fresh.size(); ++i) EXPECT_EQ(wrong[i], 0) << fresh[i];
}

TEST(ZoneThreads, ManyReadANewZoneAtOnce) {
    constexpr int threads = 4;
    const std::vector<std::string> names = {"Asia/Seoul", "America/New_York", "Europe/London"};
    std::atomic<int> wrong = 0;
    std::barrier together(threads);
    {
        std::vector<std::jthread> asking;
        for (int t = 0; t < threads; ++t) {
            asking.emplace_back([&] {
                for (const std::string& name : names) {
                    together.arrive_and_wait();
                    const Zone zone = zone_of(name);
                    const LocalTime noon = make_time(2026, 7, 1, 12);
                    if (zone.local(zone.instant(noon)) != noon) ++wrong;
                    if (zone != zone_of(name)) ++wrong;
                }
            });
        }
    }
    EXPECT_EQ(wrong, 0);
}

}  // namespace threads_test
}  // namespace probity::testing
