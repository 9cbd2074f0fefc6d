#include "probity/recurrence/recurrence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <barrier>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "answers.hpp"
#include "reference.hpp"
#include "samples.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace recurrence_test {

// --- Identities -----------------------------------------------------------------------------------

TEST(RecurrenceIdentity, TheNthHasNBeforeIt) {
    RandomRules random(11);
    for (int i = 0; i < 250; ++i) {
        const RandomRule rule = random_rule(random);
        const Recurrence r = recurrence(rule);
        SCOPED_TRACE(to_string(r));
        const bool korean = is_korean(rule.text);
        const std::int64_t total =
            korean ? r.count(first_date(), korean_end) : r.count(first_date());
        for (int j = 0; j < 4 && total > 0; ++j) {
            const std::int64_t k = random.number(0, total - 1);
            const auto date = r.nth(k);
            ASSERT_TRUE(date) << k << " of " << total;
            EXPECT_EQ(r.count(first_date(), *date), k);
            EXPECT_EQ(r.count(to_date(rule.start), *date), k);
            EXPECT_TRUE(r.contains(*date));
        }
        if (korean) continue;
        EXPECT_EQ(r.nth(total), std::nullopt);
        EXPECT_EQ(r.nth(total + 1), std::nullopt);
        EXPECT_EQ(r.nth(std::numeric_limits<std::int64_t>::max()), std::nullopt);
        EXPECT_EQ(r.last_before(last_date()).has_value(),
                  total > (r.contains(last_date()) ? 1 : 0));
    }
}

TEST(RecurrenceIdentity, NeighboursAgreeWithTheSet) {
    RandomRules random(12);
    for (int i = 0; i < 250; ++i) {
        const RandomRule rule = random_rule(random);
        const Recurrence r = recurrence(rule);
        const Date begin = near(to_date(rule.start), -random.number(0, 500));
        const Date end = std::min(near(begin, random.number(1, 15000)),
                                  is_korean(rule.text) ? korean_end : last_date());
        const DateSet dates = r.between(begin, end);
        expect_answers_of(r, dates, begin, end, random, to_string(r));
        // Fewer may be known of a Korean one.
        const std::size_t some = std::min<std::size_t>(dates.size(), 20);
        for (const Date& date : walked(r, some)) {
            if (const auto before = r.last_before(date)) {
                EXPECT_EQ(r.next_after(*before), date);
            } else {
                EXPECT_EQ(r.nth(0), date);
            }
        }
    }
}

TEST(RecurrenceIdentity, WindowsJoin) {
    RandomRules random(13);
    for (int i = 0; i < 200; ++i) {
        const RandomRule rule = random_rule(random);
        const Recurrence r = recurrence(rule);
        std::array<Date, 3> at;
        for (Date& date : at) {
            date = std::min(near(to_date(rule.start), random.number(-400, 9000)), korean_end);
            if (!is_korean(rule.text)) date = near(to_date(rule.start), random.number(-400, 9000));
        }
        std::sort(at.begin(), at.end());
        const auto& [a, b, c] = at;
        EXPECT_EQ(r.between(a, b) | r.between(b, c), r.between(a, c)) << r;
        EXPECT_EQ(r.count(a, b) + r.count(b, c), r.count(a, c)) << r;
    }
}

TEST(RecurrenceIdentity, WalkedInOrderAsBetweenGivesThem) {
    RandomRules random(14);
    for (int i = 0; i < 150; ++i) {
        const RandomRule rule = random.next();
        const Recurrence r = recurrence(rule);
        const auto size = static_cast<std::size_t>(random.number(1, 700));
        const std::vector<Date> dates = walked(r, size);
        if (dates.size() < size) {
            EXPECT_EQ(dates_in(r.between(first_date())), dates) << r;
        } else {
            const DateSet expected = r.between(first_date(), dates.back());
            EXPECT_EQ(std::vector<Date>(dates.begin(), dates.end() - 1), dates_in(expected)) << r;
            EXPECT_EQ(r.nth(static_cast<std::int64_t>(size) - 1), dates.back()) << r;
        }
    }
}

TEST(Recurrence, WritesAsManyAsThereIsRoomFor) {
    RandomRules random(15);
    for (const std::string& text : sample_rules()) {
        for (const bool with_exceptions : {false, true}) {
            const Date start = make_date(2026, 1, 31);
            const Recurrence r = with_exceptions
                                     ? Recurrence(Rule::parse(text), start, {make_date(2027, 5, 5)},
                                                  {make_date(2026, 1, 31)})
                                     : Recurrence(Rule::parse(text), start);
            const Date end = make_date(2060, 1, 1);
            const std::vector<DayNumber> all = r.between(start, end).day_numbers();
            for (const std::size_t room : {std::size_t{0}, std::size_t{1}, std::size_t{2},
                                           std::size_t{33}, all.size(), all.size() + 1}) {
                // One place more, which must stay as it is.
                std::vector<DayNumber> out(room + 1, 7);
                const std::size_t n = r.write(start, end, std::span(out).first(room));
                ASSERT_EQ(n, std::min(room, all.size())) << text;
                EXPECT_TRUE(std::equal(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(n),
                                       all.begin()))
                    << text;
                EXPECT_EQ(out[room], 7) << text;
            }
            EXPECT_EQ(r.write(end, start, {}), 0U);
            std::array<DayNumber, 4> out{};
            EXPECT_EQ(r.write(end, start, out), 0U);
            EXPECT_EQ(r.write(end, end, out), 0U);
        }
    }
}

// --- As a value -----------------------------------------------------------------------------------

TEST(Recurrence, IsComparedByContent) {
    const Rule rule = Rule::parse("FREQ=MONTHLY;BYDAY=3WE");
    const Date start = make_date(2026, 1, 1);
    const Date extra = make_date(2026, 5, 5);
    const std::vector<Recurrence> different = {
        Recurrence(rule, start),
        Recurrence(rule, make_date(2026, 1, 2)),
        Recurrence(Rule::parse("FREQ=MONTHLY;BYDAY=4WE"), start),
        Recurrence(rule, start, {extra}),
        Recurrence(rule, start, {}, {extra}),
        Recurrence(rule, start, {extra}, {extra}),
        Recurrence(rule, start, {first_date()}, {}),
        Recurrence(rule, start, {}, {first_date()}),
    };
    for (std::size_t i = 0; i < different.size(); ++i) {
        for (std::size_t j = 0; j < different.size(); ++j) {
            EXPECT_EQ(different[i] == different[j], i == j) << different[i] << different[j];
        }
    }
    const Recurrence a(rule, start, {extra, first_date(), extra});
    const Recurrence b(Rule::parse("BYDAY=3WE;FREQ=MONTHLY"), start, {first_date(), extra});
    EXPECT_EQ(a, b);
    EXPECT_EQ(a.hash(), b.hash());
    EXPECT_NE(different[3].hash(), different[4].hash());

    std::ostringstream out;
    out << different[5];
    EXPECT_EQ(out.str(),
              "Recurrence(FREQ=MONTHLY;BYDAY=3WE, 2026-01-01, rdates={2026-05-05}, "
              "exdates={2026-05-05})");
    EXPECT_EQ(*different[0].rule(), rule);
    EXPECT_EQ(different[0].start(), start);
    EXPECT_EQ(different[0].steps().size(), 1u);
}

TEST(Recurrence, StartIsADateOnlyIfTheRuleMatchesIt) {
    const Recurrence r = recurrence("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2", "1997-09-02");
    EXPECT_EQ(walked(r, 5), (std::vector<Date>{make_date(1998, 2, 13), make_date(1998, 3, 13)}));
    EXPECT_FALSE(r.contains(make_date(1997, 9, 2)));
}

// --- Threads --------------------------------------------------------------------------------------

// Everything that builds a table, asked in an order that differs from thread to thread.
std::vector<std::optional<Date>> ask(const Recurrence& r, int first) {
    std::vector<std::optional<Date>> answers(6);
    for (int i = 0; i < 6; ++i) {
        const int question = (first + i) % 6;
        std::optional<Date>& answer = answers[static_cast<std::size_t>(question)];
        switch (question) {
            case 0:
                answer = r.nth(40);
                break;
            case 1:
                answer = r.next_after(make_date(2050, 5, 5));
                break;
            case 2:
                answer = r.last_before(make_date(2060, 5, 5));
                break;
            case 3:
                answer = date_of(r.count(make_date(2030, 1, 1), make_date(2099, 1, 1)));
                break;
            case 4:
                answer = r.between(make_date(2040, 1, 1), make_date(2090, 1, 1))
                             .next_after(make_date(2045, 1, 1));
                break;
            default:
                answer = r.contains(make_date(2040, 2, 29)) ? day("2040-02-29") : std::nullopt;
        }
    }
    return answers;
}

TEST(RecurrenceThreads, ManyAskANewRecurrenceAtOnce) {
    constexpr int threads = 6;
    std::vector<Recurrence> fresh;
    std::vector<std::vector<std::optional<Date>>> expected;
    const auto add = [&](const Recurrence& asked, const Recurrence& alone) {
        fresh.push_back(asked);
        expected.push_back(ask(alone, 0));
    };
    const Date start = make_date(2026, 1, 31);
    for (const std::string& text : sample_rules()) {
        const Rule rule = Rule::parse(text);
        add(Recurrence(rule, start), Recurrence(rule, start));
        add(Recurrence(rule.with_count(60), start, {start, make_date(2033, 3, 3)}, {start}),
            Recurrence(rule.with_count(60), start, {start, make_date(2033, 3, 3)}, {start}));
    }
    const auto korean = [] {
        return recurrence("RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20991231", "2026-01-01");
    };
    const auto week_days = [] {
        return recurrence("FREQ=DAILY;INTERVAL=2;BYDAY=MO", "2026-01-01");
    };
    add(korean(), korean());
    add(korean() | week_days(), korean() | week_days());
    add((week_days() - korean()).shift(-3), (week_days() - korean()).shift(-3));

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

}  // namespace recurrence_test
}  // namespace probity::testing
