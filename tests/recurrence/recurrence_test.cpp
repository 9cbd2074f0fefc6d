#include "probity/recurrence/recurrence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <barrier>
#include <cstdint>
#include <limits>
#include <memory>
#include <sstream>
#include <thread>
#include <vector>

#include "probity/date/error.hpp"
#include "probity/date/lunisolar.hpp"
#include "reference.hpp"
#include "samples.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace {

// The last days of which a Korean rule of any kind knows.
const Date korean_end = make_date(2100, 12, 1);

bool is_korean(const std::string& rule) { return rule.find("DANGI") != std::string::npos; }

RandomRule random_rule(RandomRules& random) {
    return random.number(0, 9) == 0 ? random.next_korean() : random.next();
}

// What a set says in a window, asked of the recurrence in every way.
void expect_answers_of(const Recurrence& r, const DateSet& expected, const Date& begin,
                       const Date& end, RandomRules& random, const std::string& about) {
    SCOPED_TRACE(about);
    ASSERT_EQ(r.between(begin, end), expected);
    const std::vector<Date> dates = dates_in(expected);
    EXPECT_EQ(r.count(begin, end), static_cast<std::int64_t>(dates.size()));
    const std::int64_t before = r.count(first_date(), begin);
    for (int i = 0; i < 6 && !dates.empty(); ++i) {
        const auto k = random.number(0, static_cast<std::int64_t>(dates.size()) - 1);
        EXPECT_EQ(r.nth(before + k), dates[static_cast<std::size_t>(k)]) << "nth " << before + k;
    }
    for (int i = 0; i < 8; ++i) {
        Date date = random_date(random, begin, near(end, -1));
        if (i % 2 == 0 && !dates.empty()) {
            date = dates[static_cast<std::size_t>(
                random.number(0, static_cast<std::int64_t>(dates.size()) - 1))];
        }
        EXPECT_EQ(r.contains(date), expected.contains(date)) << to_string(date);
        if (const auto next = expected.next_after(date)) {
            EXPECT_EQ(r.next_after(date), next) << "after " << to_string(date);
        }
        if (const auto last = expected.last_before(date)) {
            EXPECT_EQ(r.last_before(date), last) << "before " << to_string(date);
        }
        const Date to = random_date(random, date, end);
        EXPECT_EQ(r.count(date, to), static_cast<std::int64_t>(expected.count(date, to)));
    }
}

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

// --- Membership of arrays -------------------------------------------------------------------------

void expect_same_membership(const Recurrence& r, const std::vector<std::int64_t>& days) {
    const auto answers = std::make_unique<bool[]>(days.size());
    r.contains(days, std::span(answers.get(), days.size()));
    for (std::size_t i = 0; i < days.size(); ++i) {
        const bool exists = days[i] >= first_day_number && days[i] <= last_day_number;
        ASSERT_EQ(answers[i], exists && r.contains(date_of(days[i]))) << r << ", day " << days[i];
    }
}

TEST(RecurrenceArray, AnswersAsForOneDateAtATime) {
    RandomRules random(16);
    const std::int64_t not_a_time = std::numeric_limits<std::int64_t>::min();
    for (const std::string& text : sample_rules()) {
        const Recurrence r(Rule::parse(text), make_date(2026, 1, 31), {make_date(1999, 9, 9)},
                           {make_date(2026, 2, 28)});
        // Few and many; near each other, over all the range, and out of it.
        for (const std::size_t size : {std::size_t{0}, std::size_t{5}, std::size_t{3000}}) {
            for (const int spread : {0, 1, 2}) {
                std::vector<std::int64_t> days(size);
                for (std::int64_t& d : days) {
                    d = spread == 0 ? random.number(20000, 22000)
                                    : random.number(first_day_number - 10, last_day_number + 10);
                    if (spread == 2 && random.number(0, 3) == 0) {
                        const std::array<std::int64_t, 8> odd{
                            not_a_time,
                            not_a_time + 1,
                            std::numeric_limits<std::int64_t>::max(),
                            first_day_number - 1,
                            first_day_number,
                            last_day_number,
                            last_day_number + 1,
                            std::int64_t{1} << 32};
                        d = odd[static_cast<std::size_t>(random.number(0, 7))];
                    }
                }
                expect_same_membership(r, days);
            }
        }
    }
}

TEST(RecurrenceArray, DaysFarFromTheFirstOnes) {
    const Recurrence r = recurrence("FREQ=MONTHLY;BYDAY=3WE", "1400-01-01");
    std::vector<std::int64_t> days;
    for (std::int64_t d = 20000; d < 22000; ++d) days.push_back(d);
    for (std::int64_t d = first_day_number; d <= last_day_number; d += 997) days.push_back(d);
    expect_same_membership(r, days);
    std::reverse(days.begin(), days.end());
    expect_same_membership(r, days);
    expect_same_membership(r, std::vector<std::int64_t>(3000, std::int64_t{1} << 40));
}

TEST(RecurrenceArray, RoomForAllAnswers) {
    const Recurrence r = recurrence("FREQ=DAILY", "2026-01-01");
    const std::vector<std::int64_t> days(3, 0);
    std::array<bool, 2> answers{};
    EXPECT_ERROR(r.contains(days, answers), ProbityError);
}

TEST(RecurrenceArray, KoreanDaysBeyondTheHorizonAreUnknown) {
    const Recurrence r =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "2000-01-01");
    for (const std::size_t size : {std::size_t{4}, std::size_t{500}}) {
        std::vector<std::int64_t> days(size, day_number(make_date(2026, 2, 17)));
        const auto answers = std::make_unique<bool[]>(size);
        r.contains(days, std::span(answers.get(), size));
        EXPECT_TRUE(answers[size - 1]);
        days.back() = day_number(make_date(2102, 1, 1));
        EXPECT_ERROR(r.contains(days, std::span(answers.get(), size)), HorizonError);
        // No calendar has these days.
        days.back() = std::numeric_limits<std::int64_t>::min();
        r.contains(days, std::span(answers.get(), size));
        EXPECT_FALSE(answers[size - 1]);
    }
}

// --- Extra and excepted dates ---------------------------------------------------------------------

TEST(Exceptions, AreAddedAndTakenOutOfWhatTheRuleGives) {
    RandomRules random(17);
    for (int i = 0; i < 150; ++i) {
        const RandomRule rule = random_rule(random);
        const Date start = to_date(rule.start);
        const Recurrence plain = recurrence(rule);
        const Date begin = near(start, -300);
        const Date end =
            std::min(near(start, 6000), is_korean(rule.text) ? korean_end : last_date());
        const DateSet given = plain.between(begin, end);
        const auto some_dates = [&](std::int64_t most) {
            std::vector<Date> dates;
            for (std::int64_t n = random.number(0, most); n > 0; --n) {
                Date date = random_date(random, begin, near(end, -1));
                if (!given.empty() && random.number(0, 1) == 0) {
                    date = given[static_cast<std::size_t>(
                        random.number(0, static_cast<std::int64_t>(given.size()) - 1))];
                }
                dates.push_back(date);
                if (random.number(0, 4) == 0) dates.push_back(date);
            }
            return dates;
        };
        const std::vector<Date> extra = some_dates(8);
        std::vector<Date> excepted = some_dates(8);
        if (!extra.empty() && random.number(0, 1) == 0) excepted.push_back(extra.front());
        const Recurrence r(Rule::parse(rule.text), start, extra, excepted);
        expect_answers_of(r, (given | DateSet(extra)) - DateSet(excepted), begin, end, random,
                          to_string(r));
        EXPECT_EQ(dates_in(DateSet(extra)), r.extra_dates());
        EXPECT_EQ(dates_in(DateSet(excepted)), r.excepted_dates());
    }
}

TEST(Exceptions, ExtraDateOfTheRuleCountsOnce) {
    const Recurrence r(Rule::parse("FREQ=MONTHLY;BYDAY=3WE;COUNT=3"), make_date(2026, 1, 1),
                       {make_date(2026, 2, 18), make_date(2026, 2, 20)});
    EXPECT_EQ(walked(r, 10), (std::vector<Date>{make_date(2026, 1, 21), make_date(2026, 2, 18),
                                                make_date(2026, 2, 20), make_date(2026, 3, 18)}));
    EXPECT_EQ(r.nth(4), std::nullopt);
}

TEST(Exceptions, ExceptedDateAlsoRemovesAnExtraOne) {
    const Date both = make_date(2026, 2, 20);
    const Recurrence r(Rule::parse("FREQ=YEARLY;COUNT=1"), make_date(2026, 1, 1), {both}, {both});
    EXPECT_EQ(walked(r, 10), std::vector<Date>{make_date(2026, 1, 1)});
    EXPECT_FALSE(r.contains(both));
}

TEST(Exceptions, DoNotExtendACount) {
    const Recurrence r(Rule::parse("FREQ=DAILY;COUNT=5"), make_date(2026, 1, 1), {},
                       {make_date(2026, 1, 2), make_date(2026, 1, 5), make_date(2026, 1, 6)});
    EXPECT_EQ(walked(r, 10), (std::vector<Date>{make_date(2026, 1, 1), make_date(2026, 1, 3),
                                                make_date(2026, 1, 4)}));
    EXPECT_EQ(r.count(first_date()), 3);
    EXPECT_EQ(r.next_after(make_date(2026, 1, 4)), std::nullopt);
}

TEST(Exceptions, MayTakeOutEverything) {
    std::vector<Date> all;
    for (int i = 0; i < 2000; ++i) all.push_back(add_days(make_date(2026, 1, 1), i));
    const Recurrence r(Rule::parse("FREQ=DAILY;COUNT=2000"), make_date(2026, 1, 1), {}, all);
    EXPECT_EQ(r.count(first_date()), 0);
    EXPECT_EQ(r.nth(0), std::nullopt);
    EXPECT_EQ(r.next_after(first_date()), std::nullopt);
    EXPECT_EQ(r.last_before(last_date()), std::nullopt);
    EXPECT_TRUE(walked(r, 1).empty());

    // Many of each: every other day is taken out, and ten years before the start are added.
    std::vector<Date> extra;
    std::vector<Date> excepted;
    for (int i = 0; i < 4000; ++i) {
        extra.push_back(add_days(make_date(2010, 1, 1), i));
        excepted.push_back(add_days(make_date(2026, 1, 1), 2 * i));
    }
    const Recurrence many(Rule::parse("FREQ=DAILY"), make_date(2026, 1, 1), extra, excepted);
    EXPECT_EQ(many.nth(0), make_date(2010, 1, 1));
    EXPECT_EQ(many.nth(3999), extra.back());
    EXPECT_EQ(many.nth(4000), make_date(2026, 1, 2));
    EXPECT_EQ(many.nth(4001), make_date(2026, 1, 4));
    EXPECT_EQ(many.count(make_date(2026, 1, 1), make_date(2026, 1, 11)), 5);
    EXPECT_EQ(many.next_after(extra.back()), make_date(2026, 1, 2));
    EXPECT_EQ(many.last_before(make_date(2026, 1, 2)), extra.back());
}

TEST(Exceptions, AtTheEndsOfTheRange) {
    const Recurrence r(Rule::parse("FREQ=YEARLY;UNTIL=20281231"), make_date(2026, 5, 5),
                       {first_date(), last_date()}, {make_date(2027, 5, 5)});
    EXPECT_EQ(walked(r, 10), (std::vector<Date>{first_date(), make_date(2026, 5, 5),
                                                make_date(2028, 5, 5), last_date()}));
    EXPECT_EQ(r.next_after(make_date(2028, 5, 5)), last_date());
    EXPECT_EQ(r.next_after(last_date()), std::nullopt);
    EXPECT_EQ(r.last_before(make_date(2026, 5, 5)), first_date());
    EXPECT_EQ(r.last_before(first_date()), std::nullopt);
    EXPECT_EQ(r.count(first_date()), 4);
    EXPECT_TRUE(r.contains(last_date()));

    const Recurrence without(Rule::parse("FREQ=DAILY"), make_date(9999, 12, 29), {},
                             {last_date(), make_date(9999, 12, 29)});
    EXPECT_EQ(walked(without, 10), (std::vector<Date>{make_date(9999, 12, 30)}));
    EXPECT_EQ(without.next_after(make_date(9999, 12, 30)), std::nullopt);
}

TEST(Exceptions, ExtraDatesOfARuleThatMatchesNothing) {
    const Recurrence r(Rule::parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), make_date(2026, 1, 1),
                       {make_date(2027, 3, 1), make_date(2025, 3, 1)});
    EXPECT_EQ(walked(r, 10), (std::vector<Date>{make_date(2025, 3, 1), make_date(2027, 3, 1)}));
    EXPECT_EQ(r.nth(1), make_date(2027, 3, 1));
    EXPECT_TRUE(r.is_finite());
}

TEST(Exceptions, SpecialDatesAreRefused) {
    const Rule rule = Rule::parse("FREQ=DAILY");
    const Date special(boost::gregorian::not_a_date_time);
    EXPECT_ERROR(Recurrence(rule, special), DateError);
    EXPECT_ERROR(Recurrence(rule, first_date(), {special}), DateError);
    EXPECT_ERROR(Recurrence(rule, first_date(), {}, {special}), DateError);
    const Recurrence r(rule, first_date());
    EXPECT_ERROR(r.next_after(special), DateError);
    EXPECT_ERROR(r.last_before(special), DateError);
    EXPECT_ERROR(r.contains(special), DateError);
    EXPECT_ERROR(r.count(special), DateError);
    EXPECT_ERROR(r.between(first_date(), special), DateError);
}

// --- Ends -----------------------------------------------------------------------------------------

TEST(RecurrenceEnd, UntilBeforeTheStartLeavesNothing) {
    for (const std::string& text : sample_rules()) {
        for (const char* until : {"14000101", "20260130"}) {
            const Recurrence r = recurrence(text + ";UNTIL=" + until, "2026-01-31");
            EXPECT_EQ(r.nth(0), std::nullopt) << r;
            EXPECT_EQ(r.count(first_date()), 0) << r;
            EXPECT_EQ(r.next_after(first_date()), std::nullopt) << r;
            EXPECT_EQ(r.last_before(last_date()), std::nullopt) << r;
            EXPECT_TRUE(r.between(first_date()).empty()) << r;
            EXPECT_TRUE(walked(r, 1).empty()) << r;
            EXPECT_TRUE(r.is_finite()) << r;
            EXPECT_TRUE(r.same_dates(recurrence("FREQ=DAILY;UNTIL=20250101", "2026-01-01"))) << r;
            expect_same_membership(r, std::vector<std::int64_t>(100, 20484));
        }
    }
}

TEST(RecurrenceEnd, UntilIsTheLastDayAllowed) {
    for (const std::string& text : sample_rules()) {
        const Recurrence endless = recurrence(text, "2026-01-31");
        const Date last = *endless.nth(5);
        const Rule rule = Rule::parse(text);
        const Recurrence to_it(rule.with_until(last), make_date(2026, 1, 31));
        const Recurrence before_it(rule.with_until(near(last, -1)), make_date(2026, 1, 31));
        EXPECT_EQ(to_it.count(first_date()), 6) << text;
        EXPECT_EQ(before_it.count(first_date()), 5) << text;
        EXPECT_EQ(to_it.last_before(last_date()), last) << text;
        EXPECT_EQ(to_it.next_after(last), std::nullopt) << text;
        EXPECT_EQ(to_it.between(first_date()), endless.between(first_date(), near(last, 1)));
        const Recurrence counted(rule.with_count(6), make_date(2026, 1, 31));
        EXPECT_TRUE(counted.same_dates(to_it)) << text;
        EXPECT_FALSE(counted.same_dates(before_it)) << text;
        EXPECT_EQ(counted.last_before(last_date()), last) << text;
        EXPECT_EQ(counted.next_after(last), std::nullopt) << text;
        EXPECT_TRUE(counted.is_finite());
        EXPECT_FALSE(endless.is_finite()) << text;
    }
}

TEST(RecurrenceEnd, CountsThatReachFarOrFurtherThanThereAreDates) {
    for (const std::string& text : sample_rules()) {
        const Recurrence endless = recurrence(text, "2026-01-31");
        const std::int64_t total = endless.count(first_date());
        ASSERT_GT(total, 100) << text;
        const Rule rule = Rule::parse(text);
        for (const std::int64_t count : {total - 1, total, total + 1, std::int64_t{2147483647}}) {
            const Recurrence r(rule.with_count(count), make_date(2026, 1, 31));
            const std::int64_t has = std::min(count, total);
            EXPECT_EQ(r.count(first_date()), has) << r;
            EXPECT_EQ(r.nth(has - 1), endless.nth(has - 1)) << r;
            EXPECT_EQ(r.nth(has), std::nullopt) << r;
            EXPECT_EQ(r.next_after(*r.nth(has - 1)), std::nullopt) << r;
            EXPECT_EQ(r.same_dates(endless), count >= total) << r;
        }
    }
}

TEST(RecurrenceEnd, NegativeIndexIsRefused) {
    const Recurrence r = recurrence("FREQ=DAILY", "2026-01-01");
    EXPECT_MESSAGE(r.nth(-1), ProbityError,
                   "date -1 of a recurrence: its dates are counted from 0");
    EXPECT_ERROR(r.nth(std::numeric_limits<std::int64_t>::min()), ProbityError);
}

TEST(RecurrenceEnd, WindowsThatAreEmptyOrTurnedRound) {
    const Recurrence r = recurrence("FREQ=DAILY", "2026-01-01");
    EXPECT_TRUE(r.between(make_date(2026, 5, 1), make_date(2026, 5, 1)).empty());
    EXPECT_TRUE(r.between(make_date(2026, 5, 2), make_date(2026, 5, 1)).empty());
    EXPECT_EQ(r.count(make_date(2026, 5, 2), make_date(2026, 5, 1)), 0);
    EXPECT_EQ(r.between(last_date()).size(), 1U);
    EXPECT_TRUE(r.between(last_date(), last_date()).empty());
}

TEST(RecurrenceEnd, TimesOfDayHaveNoRecurrenceOfDates) {
    for (const char* text : {"FREQ=HOURLY", "FREQ=MINUTELY;INTERVAL=2", "FREQ=SECONDLY"}) {
        EXPECT_ERROR(recurrence(text, "2026-01-01"), RuleError);
    }
    EXPECT_TRUE(recurrence("FREQ=WEEKLY;BYHOUR=9,17", "2026-01-01")
                    .same_dates(recurrence("FREQ=WEEKLY", "2026-01-01")));
}

// --- Rules that match nothing, or hardly anything -------------------------------------------------

TEST(EmptyRule, SaysSoToEveryQuestion) {
    const std::vector<std::string> rules = {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30,31",
        "FREQ=MONTHLY;INTERVAL=5;BYMONTH=2,4;BYMONTHDAY=31",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=2147483647;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",  // the start is a Saturday
        "FREQ=DAILY;INTERVAL=14;BYDAY=MO,FR",
        "FREQ=DAILY;BYDAY=MO;BYSETPOS=2",
        "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=3",
        "FREQ=WEEKLY;BYDAY=MO,TU;BYMONTH=5;BYSETPOS=-8",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=5",  // from January
        "FREQ=MONTHLY;INTERVAL=24;BYMONTH=2,3,4",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTH=2,4,6,8,10,12",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYDAY=2MO;BYMONTHDAY=1",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=11",
        "FREQ=YEARLY;INTERVAL=4;BYYEARDAY=366",  // from 2026: no leap year
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;INTERVAL=400;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYDAY=53MO;BYMONTHDAY=15",
        "FREQ=YEARLY;BYWEEKNO=53;INTERVAL=400;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYMONTH=6",
        "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=3",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;BYSETPOS=2",
        "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31;BYDAY=MO;BYSETPOS=2",
        "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;SKIP=OMIT",
    };
    for (const std::string& text : rules) {
        const Recurrence r = recurrence(text, "2026-01-31");
        EXPECT_EQ(r.nth(0), std::nullopt) << text;
        EXPECT_EQ(r.next_after(first_date()), std::nullopt) << text;
        EXPECT_EQ(r.last_before(last_date()), std::nullopt) << text;
        EXPECT_EQ(r.count(first_date()), 0) << text;
        EXPECT_TRUE(r.between(first_date()).empty()) << text;
        EXPECT_FALSE(r.contains(make_date(2028, 2, 29))) << text;
        EXPECT_TRUE(walked(r, 1).empty()) << text;
        EXPECT_TRUE(r.is_finite()) << text;
        // With an end too.
        EXPECT_EQ(recurrence(text + ";COUNT=3", "2026-01-31").next_after(first_date()),
                  std::nullopt)
            << text;
        EXPECT_EQ(recurrence(text + ";COUNT=3", "2026-01-31").last_before(last_date()),
                  std::nullopt)
            << text;
    }
}

TEST(LargestInterval, GivesTheStartAlone) {
    const Date start = make_date(2026, 1, 31);  // a Saturday
    for (const char* text :
         {"FREQ=DAILY", "FREQ=DAILY;BYDAY=SA", "FREQ=DAILY;BYMONTH=1", "FREQ=WEEKLY",
          "FREQ=WEEKLY;BYMONTH=1", "FREQ=WEEKLY;BYDAY=SA;BYMONTH=1;BYSETPOS=1", "FREQ=MONTHLY",
          "FREQ=MONTHLY;BYDAY=-1SA", "FREQ=YEARLY", "FREQ=YEARLY;BYYEARDAY=31",
          "FREQ=YEARLY;BYWEEKNO=5", "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD",
          "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=1;SKIP=BACKWARD",
          "RSCALE=GREGORIAN;FREQ=YEARLY;BYYEARDAY=31;SKIP=FORWARD"}) {
        for (const char* interval : {"2147483647", "2147483646", "1000000000", "357913942"}) {
            const Recurrence r =
                recurrence(std::string(text) + ";INTERVAL=" + interval, "2026-01-31");
            EXPECT_EQ(walked(r, 3), std::vector<Date>{start}) << r;
            EXPECT_EQ(r.count(first_date()), 1) << r;
            EXPECT_EQ(r.nth(0), start) << r;
            EXPECT_EQ(r.nth(1), std::nullopt) << r;
            EXPECT_EQ(r.next_after(first_date()), start) << r;
            EXPECT_EQ(r.next_after(start), std::nullopt) << r;
            EXPECT_EQ(r.last_before(last_date()), start) << r;
            EXPECT_EQ(r.last_before(start), std::nullopt) << r;
            EXPECT_TRUE(r.contains(start)) << r;
            EXPECT_FALSE(r.contains(last_date())) << r;
        }
    }
    const Recurrence korean =
        recurrence("RSCALE=DANGI;FREQ=MONTHLY;INTERVAL=2147483647", "2026-02-17");
    EXPECT_EQ(korean.nth(0), make_date(2026, 2, 17));
    EXPECT_EQ(korean.count(first_date(), korean_end), 1);
}

// --- RFC 7529 -------------------------------------------------------------------------------------

TEST(KoreanRule, HolidaysOfAllKnownYears) {
    const Recurrence seollal =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "1900-01-31");
    const Recurrence chuseok = recurrence("RSCALE=DANGI;FREQ=YEARLY", "1900-09-08");
    const Recurrence eve = recurrence("RSCALE=DANGI;FREQ=YEARLY;BYYEARDAY=-1", "1900-01-31");
    for (int year = 1900; year <= 2100; ++year) {
        EXPECT_EQ(seollal.nth(year - 1900), lunar_new_year(year));
        EXPECT_EQ(chuseok.nth(year - 1900), LunarDate(year, 8, 15).to_date());
        if (year < 2100) {
            EXPECT_EQ(eve.nth(year - 1900), add_days(lunar_new_year(year + 1), -1));
        }
    }
}

TEST(KoreanRule, LeapMonthByEverySkip) {
    const Recurrence omit =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1", "1900-01-31");
    const Recurrence back =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1;SKIP=BACKWARD", "1900-01-31");
    const Recurrence on =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1;SKIP=FORWARD", "1900-01-31");
    std::int64_t leaps = 0;
    for (int year = 1900; year <= 2099; ++year) {
        if (lunar_leap_month(year) == 6) {
            const Date date = LunarDate(year, 6, 1, true).to_date();
            EXPECT_EQ(omit.nth(leaps++), date);
            EXPECT_EQ(back.nth(year - 1900), date);
            EXPECT_EQ(on.nth(year - 1900), date);
        } else {
            EXPECT_EQ(back.nth(year - 1900), LunarDate(year, 6, 1).to_date());
            EXPECT_EQ(on.nth(year - 1900), LunarDate(year, 7, 1).to_date());
        }
    }
    EXPECT_GT(leaps, 10);
}

TEST(KoreanRule, ThirtiethOfEveryMonthBySkip) {
    const Recurrence omit = recurrence("RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=30", "2020-01-25");
    const Recurrence back =
        recurrence("RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=30;SKIP=BACKWARD", "2020-01-25");
    const Recurrence on =
        recurrence("RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=30;SKIP=FORWARD", "2020-01-25");
    std::int64_t months = 0;
    std::int64_t long_months = 0;
    for (int year = 2020; year < 2060; ++year) {
        for (const LunarMonth& month : lunar_months(year)) {
            if (month.length == 30) {
                EXPECT_EQ(omit.nth(long_months++), date_of(month.first + 29));
            }
            EXPECT_EQ(back.nth(months), date_of(month.first + month.length - 1));
            EXPECT_EQ(on.nth(months++), date_of(month.first + 29));
        }
    }
}

TEST(SkipRule, LeapDayOfEveryYear) {
    const Recurrence back = recurrence(
        "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;SKIP=BACKWARD", "1400-01-01");
    const Recurrence on = recurrence(
        "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;SKIP=FORWARD", "1400-01-01");
    for (int year = 1400; year <= 9999; ++year) {
        const bool leap = std::chrono::year(year).is_leap();
        ASSERT_EQ(back.nth(year - 1400), make_date(year, 2, leap ? 29 : 28));
        ASSERT_EQ(on.nth(year - 1400), leap ? make_date(year, 2, 29) : make_date(year, 3, 1));
    }
    EXPECT_EQ(on.nth(8600), std::nullopt);
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

}  // namespace
}  // namespace probity::testing
