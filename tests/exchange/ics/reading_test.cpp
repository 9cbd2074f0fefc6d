// Calendar files of others: what reading and checking give. More of it is tested through Python.
#include <gtest/gtest.h>
#include <iconv.h>

#include <algorithm>
#include <memory>

#include <string>
#include <vector>

#include "probity/exchange/ics.hpp"
#include "src/exchange/ics/kinds.hpp"
#include "src/text/catalogue.hpp"
#include "src/text/sentence.hpp"
#include "tests/folder.hpp"
#include "tests/interrupted.hpp"

namespace probity::ics {
namespace reading_test {

std::string calendar(const std::vector<std::string>& lines) {
    std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Office//EN\r\n";
    for (const std::string& line : lines) text += line + "\r\n";
    return text + "END:VCALENDAR\r\n";
}

std::string event(const std::vector<std::string>& lines, const std::string& uid = "a") {
    std::string text = "BEGIN:VEVENT\r\nUID:" + uid + "\r\n";
    for (const std::string& line : lines) text += line + "\r\n";
    return text + "END:VEVENT";
}

std::vector<std::string> reasons(const std::vector<Refusal>& refusals) {
    std::vector<std::string> texts;
    for (const Refusal& each : refusals) {
        texts.push_back(std::to_string(each.line) + " " + each.reason.english);
    }
    return texts;
}

TEST(IcsRead, GivesWhatRecursWithItsTimes) {
    const IcsContent content = read(calendar({
        "X-WR-CALNAME:감사\\, 일정",
        event({"SUMMARY:점검 회의", "DTSTART;TZID=Asia/Seoul:20260302T100000", "DURATION:PT1H",
               "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Asia/Seoul:20260309T100000"}),
    }));
    EXPECT_EQ(content.name, "감사, 일정");
    ASSERT_EQ(content.recurrences.size(), 1U);
    const Series& series = content.recurrences.front();
    EXPECT_EQ(series.title, "점검 회의");
    EXPECT_EQ(series.begins, std::chrono::hours{10});
    EXPECT_EQ(series.duration, std::chrono::hours{1});
    EXPECT_EQ(series.zone, "Asia/Seoul");
    EXPECT_EQ(content.series("a"), &series);
    EXPECT_EQ(content.series("b"), nullptr);
    const auto& days = std::get<Recurrence>(series.recurrence);
    EXPECT_EQ(days.between(make_date(2026, 1, 1)),
              (DateSet{make_date(2026, 3, 2), make_date(2026, 3, 16)}));
    EXPECT_TRUE(series.holidays(make_date(2026, 1, 1), make_date(2027, 1, 1)).empty());
}

TEST(IcsRead, GivesDaysMeetingsAndTasks) {
    const IcsContent content =
        read(calendar({
                 event({"SUMMARY:휴무", "DTSTART;VALUE=DATE:20260504", "DTEND;VALUE=DATE:20260506"},
                       "day"),
                 event({"DTSTART:20260504T010000Z", "DTEND:20260504T020000Z"}, "meeting"),
                 "BEGIN:VTODO",
                 "UID:t@example.com",
                 "SUMMARY:보고",
                 "DUE;VALUE=DATE:20260318",
                 "END:VTODO",
             }),
             {.zone_name = "Asia/Seoul"});
    ASSERT_EQ(content.holidays.size(), 1U);
    const std::vector<Holiday> holidays = content.holidays.front().holidays(HolidayKind::closure);
    ASSERT_EQ(holidays.size(), 2U);
    EXPECT_EQ(holidays[1].date, make_date(2026, 5, 5));
    EXPECT_EQ(holidays[1].name.korean, "휴무");
    EXPECT_EQ(holidays[1].kind, HolidayKind::closure);
    ASSERT_EQ(content.meetings.size(), 1U);
    EXPECT_EQ(to_string(content.meetings.front().begin), "2026-05-04 10:00:00+09:00");
    EXPECT_EQ(content.meetings.front().zone, "Asia/Seoul");
    ASSERT_EQ(content.tasks.size(), 1U);
    EXPECT_EQ(content.tasks.front().due, std::chrono::year{2026} / 3 / 18);
    EXPECT_TRUE(content.tasks.front().id().starts_with("t-example.com-"));
}

TEST(IcsRead, NamesWhatWasMendedAndRefused) {
    const IcsContent content = read(calendar({
        event({"DTSTART:20260318", "RRULE:FREQ=SOMETIMES"}),
        event({"SUMMARY:no date"}, "b"),
    }));
    EXPECT_EQ(content.holidays.size(), 1U);
    EXPECT_EQ(reasons(content.mended),
              (std::vector<std::string>{"6 DTSTART is a date without VALUE=DATE"}));
    ASSERT_EQ(content.refused.size(), 2U);
    EXPECT_EQ(content.refused[0].line, 7);
    EXPECT_EQ(content.refused[1].reason.english, "the event has no DTSTART");
}

TEST(IcsRead, RefusesWhatIsNoCalendarAndZonesThatAreNotKnown) {
    EXPECT_THROW(static_cast<void>(read("")), DocumentError);
    EXPECT_THROW(static_cast<void>(read(calendar({}), {.zone_name = "Nowhere/Here"})),
                 ProbityError);
    try {
        static_cast<void>(read("x", {.name = "feed.ics"}));
        FAIL();
    } catch (const DocumentError& error) {
        EXPECT_EQ(std::string(error.what()),
                  "feed.ics: it is no calendar file: it has no line BEGIN:VCALENDAR");
    }
}

/// A zone that is nine and a half hours east of UTC, as a caller may make one.
class OwnZone final : public Zone {
  public:
    [[nodiscard]] std::string name() const override { return "Own"; }
    [[nodiscard]] std::chrono::seconds offset(const Local& /*local*/) const override {
        return away;
    }
    [[nodiscard]] Local local(std::chrono::sys_seconds instant) const override {
        return {std::chrono::local_seconds{instant.time_since_epoch() + away}, false};
    }

  private:
    static constexpr std::chrono::seconds away = std::chrono::minutes{570};
};

TEST(IcsRead, TakesAZoneOfTheCaller) {
    const IcsContent content =
        read(calendar({event({"DTSTART:20260504T150000Z", "DURATION:PT1H"})}),
             {.zone = std::make_shared<OwnZone>()});
    ASSERT_EQ(content.meetings.size(), 1U);
    EXPECT_EQ(to_string(content.meetings.front().begin), "2026-05-05 00:30:00+09:30");
    EXPECT_EQ(content.meetings.front().zone, "Own");
}

TEST(IcsRead, PassesOverRecurrenceIdsBeyondTheDatesThatThereAre) {
    // In the zone of the series they lie before the year 1.
    const IcsContent content = read(calendar({
        event({"DTSTART;TZID=America/New_York:20260302T100000", "DURATION:PT1H"}),
        event({"DTSTART;TZID=America/New_York:20260303T100000", "DURATION:PT2H"}),
        event({"DTSTART:20260304T100000Z", "RECURRENCE-ID:00010101T000000Z"}),
        event({"DTSTART;TZID=America/New_York:20260304T100000", "RECURRENCE-ID:00010101T000000Z"},
              "orphan"),
    }));
    EXPECT_FALSE(content.refused.empty());
    EXPECT_EQ(content.meetings.back().uid, "orphan");
}

TEST(IcsCheck, NamesClientsAndAdvice) {
    const std::vector<Finding> findings =
        check(calendar({"METHOD:PUBLISH", event({"DTSTAMP:20260101T000000Z", "SEQUENCE:0",
                                                 "DTSTART:20260318T100000", "DURATION:PT1H"})}));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].what, "floating-time");
    EXPECT_EQ(findings[0].severity, Severity::misread);
    EXPECT_EQ(findings[0].clients.size(), 4U);
    EXPECT_EQ(findings[0].line, 9);
    EXPECT_EQ(findings[0].advice.english, "write TZID=Asia/Seoul, and its VTIMEZONE");
    EXPECT_EQ(to_string(findings[0].severity), "misread");
}

/// Whether the encoding of Windows in Korea, which spreadsheets write, has all letters of a text.
bool is_written_by_windows(std::string_view text) {
    const iconv_t converter = iconv_open("CP949", "UTF-8");
    std::string given(text);
    std::string written(text.size(), '\0');
    char* in = given.data();
    char* out = written.data();
    std::size_t in_left = given.size();
    std::size_t out_left = written.size();
    const std::size_t result = iconv(converter, &in, &in_left, &out, &out_left);
    iconv_close(converter);
    return result == 0;
}

TEST(IcsCheck, AdvisesInEveryLanguageOnEachKind) {
    using probity::detail::sentence;
    for (const detail::Kind& kind : detail::kinds()) {
        EXPECT_FALSE(kind.clients.empty()) << kind.name;
        EXPECT_EQ(&detail::kind_named(kind.name), &kind) << "two kinds have the name " << kind.name;
        const Text advice = sentence("advice." + std::string(kind.name));
        for (const Language language : languages) EXPECT_FALSE(advice.given(language).empty());
    }
}

TEST(IcsCheck, HasNoWordsButOfItsKinds) {
    using probity::detail::entries;
    using probity::detail::Section;
    for (const auto& [key, words] : entries(Section::refusals, Language::korean)) {
        const std::string_view name = key.substr(key.find('.') + 1);
        const bool is_of_kind = key.starts_with("finding.") || key.starts_with("advice.");
        if (is_of_kind) static_cast<void>(detail::kind_named(name));  // throws if there is none
        if (is_of_kind || key.starts_with("ics.")) {
            EXPECT_TRUE(is_written_by_windows(words)) << words;
        }
    }
}

TEST(IcsFiles, AreReadAndCheckedByTheirPath) {
    const Folder folder;
    const auto path = folder / "feed.ics";
    write(path, calendar({event({"DTSTART;VALUE=DATE:20260504"})}));
    EXPECT_EQ(read_file(path).holidays.size(), 1U);
    EXPECT_FALSE(check_file(path).empty());
    EXPECT_THROW(static_cast<void>(read_file(folder / "none.ics")), DocumentError);
}

TEST(IcsFiles, OfManyEventsCanBeInterrupted) {
    std::vector<std::string> events;
    for (int number = 0; number < 5000; ++number) {
        events.push_back(
            event({"DTSTART;VALUE=DATE:20260504", "RRULE:FREQ=YEARLY"}, std::to_string(number)));
    }
    const std::string text = calendar(events);
    expect_interruptible([&] { return read(text); });
    expect_interruptible([&] { return check(text); });
}

}  // namespace reading_test
}  // namespace probity::ics
