// Zones of a calendar file: its own definitions, the tz database, the names of Windows.
#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "src/exchange/ics/lines.hpp"
#include "src/exchange/ics/values.hpp"
#include "src/exchange/ics/zones.hpp"
#include "tests/folder.hpp"

namespace probity::ics::detail {
namespace zones_test {

using std::chrono::local_seconds;
using std::chrono::sys_seconds;

/// A file of a calendar's lines, which its components hold on to.
struct Text {
    explicit Text(const std::string& lines)
        : bytes("BEGIN:VCALENDAR\n" + lines + "END:VCALENDAR\n"), file(bytes, "a file") {}

    std::string bytes;
    CalendarFile file;
};

/// A local time: "20260329T023000".
local_seconds at_clock(std::string_view text) { return wall(parse_moment(text)->moment); }

/// How far a zone is from UTC at a local time, in hours.
double hours(const ZonePointer& zone, std::string_view text, bool again = false) {
    return static_cast<double>(zone->offset({at_clock(text), again}).count()) / 3600;
}

/// What a zone's clocks show at a time in UTC, with "2" if they show it for the second time.
std::string shown(const ZonePointer& zone, std::string_view utc_time) {
    const Zone::Local local = zone->local(sys_seconds{at_clock(utc_time).time_since_epoch()});
    const Moment moment = at(local.time, nullptr);
    return basic_text(moment.day) + "T" + basic_clock_text(*moment.time) +
           (local.again ? " 2" : "");
}

const std::string own_zone =
    "BEGIN:VTIMEZONE\nTZID:Own\n"
    "BEGIN:DAYLIGHT\nDTSTART:19700329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\n"
    "BEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE\n";

TEST(IcsZones, AreThoseOfTheFileFirst) {
    const Text text(
        "BEGIN:VTIMEZONE\nTZID:Asia/Seoul\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
        "TZOFFSETFROM:+0200\nTZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\n");
    Zones zones(text.file.root());
    EXPECT_EQ(hours(zones.find("asia/seoul"), "20260318T120000"), 2);
    EXPECT_EQ(hours(zones.find("Asia/Tokyo"), "20260318T120000"), 9);
    EXPECT_EQ(zones.find("Asia/Seoul")->name(), "Asia/Seoul");
}

TEST(IcsZones, OfAFileHaveSummerTimeInEveryYear) {
    const Text text(own_zone);
    Zones zones(text.file.root());
    const ZonePointer zone = zones.find("Own");
    ASSERT_NE(zone, nullptr);
    EXPECT_EQ(zone->name(), "Own");
    EXPECT_EQ(hours(zone, "20260118T120000"), 1);
    EXPECT_EQ(hours(zone, "20260718T120000"), 2);
    EXPECT_EQ(hours(zone, "99990718T120000"), 2);
    EXPECT_EQ(hours(zone, "15000718T120000"), 1);
    // A time that the clock skips has the offset before; one that it shows twice the first.
    EXPECT_EQ(hours(zone, "20260329T023000"), 1);
    EXPECT_EQ(hours(zone, "20260329T023000", true), 2);
    EXPECT_EQ(hours(zone, "20261025T023000"), 2);
    EXPECT_EQ(hours(zone, "20261025T023000", true), 1);
    EXPECT_EQ(shown(zone, "20260329T005959"), "20260329T015959");
    EXPECT_EQ(shown(zone, "20260329T010000"), "20260329T030000");
    EXPECT_EQ(shown(zone, "20261025T003000"), "20261025T023000");
    EXPECT_EQ(shown(zone, "20261025T013000"), "20261025T023000 2");
}

TEST(IcsZones, OfTheDatabaseAreKnownByTheirNames) {
    const Text text("");
    Zones zones(text.file.root());
    for (const std::string name :
         {"Asia/Seoul", "asia/seoul", "\"Asia/Seoul\"", "Korea Standard Time",
          "korea daylight time", "(UTC+09:00) Seoul", "서울", "대한민국 표준시", "KST",
          "Asia/Seoul (KST)", "/mozilla.org/20050126_1/Asia/Seoul",
          "/softwarestudio.org/Tzfile/Asia/Seoul"}) {
        ASSERT_NE(zones.find(name), nullptr) << name;
        EXPECT_EQ(zones.find(name)->name(), "Asia/Seoul") << name;
    }
    EXPECT_EQ(zones.find("America/Argentina/Buenos_Aires"),
              zones.find("/x/America/Argentina/Buenos_Aires"));
    for (const std::string name :
         {"", "Nowhere", "Asia", "../etc/passwd", "/etc/passwd", "Asia//Seoul", "file:Asia",
          "Fixed/UTC+09:00:00", "UTC0", "libc:localtime", "zone.tab", "leapseconds",
          "America/new_york", "+15:00", "+1:2:3"}) {
        EXPECT_EQ(zones.find(name), nullptr) << name;
    }
}

TEST(IcsZones, AreUtcOrADistanceFromIt) {
    const Text text("");
    const Component& calendar = *text.file.calendars().front();
    Zones zones(text.file.root());
    for (const std::string name : {"UTC", "gmt", "Etc/UTC", "Z", "tzone://Microsoft/Utc"}) {
        EXPECT_EQ(zones.find(name), utc()) << name;
    }
    EXPECT_EQ(utc()->name(), "UTC");
    EXPECT_EQ(hours(zones.find("GMT+9"), "20260318T120000"), 9);
    EXPECT_EQ(hours(zones.find("UTC-0330"), "20260318T120000"), -3.5);
    EXPECT_EQ(hours(zones.find("(UTC+05:45) Nowhere"), "20260318T120000"), 5.75);
    EXPECT_TRUE(zones.is_guessed("(UTC+05:45) Nowhere", calendar));
    EXPECT_FALSE(zones.is_guessed("UTC+05:45", calendar));
    EXPECT_FALSE(zones.is_guessed("(UTC+09:00) Seoul", calendar));
    EXPECT_EQ(FixedZone(seconds{-5400}).name(), "UTC-01:30");
    EXPECT_EQ(FixedZone(seconds{5430}).name(), "UTC+01:30:30");
}

TEST(IcsZones, OfTheDatabaseHaveTheirHistory) {
    const Text text("");
    Zones zones(text.file.root());
    const ZonePointer seoul = zones.find("Asia/Seoul");
    EXPECT_EQ(hours(seoul, "19880701T120000"), 10);
    EXPECT_EQ(hours(seoul, "19550101T120000"), 8.5);
    const ZonePointer york = zones.find("America/New_York");
    EXPECT_EQ(hours(york, "20260308T023000"), -5);
    EXPECT_EQ(hours(york, "20260308T023000", true), -4);
    EXPECT_EQ(hours(york, "20261101T013000"), -4);
    EXPECT_EQ(hours(york, "20261101T013000", true), -5);
    EXPECT_EQ(shown(york, "20261101T053000"), "20261101T013000");
    EXPECT_EQ(shown(york, "20261101T063000"), "20261101T013000 2");
    EXPECT_EQ(hours(york, "98760701T120000"), -4);
}

// A file of the tz database -------------------------------------------------------------------------

void append(std::string& bytes, std::uint64_t number, int count) {
    for (int i = count - 1; i >= 0; --i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
}

/// The file of a zone that was an hour east of UTC, two from 1990 on and one from 2000 on, without
/// what came later (RFC 9636).
std::string zone_file(std::string_view footer) {
    std::string bytes = "TZif2" + std::string(15 + 6 * 4, '\0');
    bytes[44 - 5] = 1;  // one kind of time, of one letter
    bytes[44 - 1] = 1;
    bytes += std::string(6 + 1, '\0');
    bytes += "TZif2" + std::string(15, '\0');
    for (const unsigned count : {0U, 0U, 0U, 2U, 2U, 8U}) append(bytes, count, 4);
    append(bytes, 631'152'000, 8);
    append(bytes, 946'684'800, 8);
    bytes += std::string("\1\0", 2);
    append(bytes, 3600, 4);
    bytes += std::string("\0\0", 2);
    append(bytes, 7200, 4);
    bytes += std::string("\1\4", 2);
    bytes += std::string("AAA\0BBB\0", 8);
    return bytes + "\n" + std::string(footer) + "\n";
}

TEST(IcsZones, OfAFolderThatIsGivenAreKnown) {
    const Folder folder;
    const auto write = [&](const char* name, const std::string& bytes) {
        std::ofstream(folder / name, std::ios::binary) << bytes;
    };
    write("Plain", zone_file("AAA-1"));
    write("Junk", "TZif2");
    write("Text", "no zone\n");
    // What cctz would go on with behind 2000 is not what the file says: summer time from March on.
    write("Slim", zone_file("CCC-3DDD,M3.5.0,M10.5.0/3"));
    TzDatabase database({folder / "nowhere", folder / "."});
    const ZonePointer plain = database.find("Plain");
    ASSERT_NE(plain, nullptr);
    EXPECT_EQ(hours(plain, "19950101T000000"), 2);
    EXPECT_EQ(hours(plain, "20260101T000000"), 1);
    EXPECT_EQ(database.find("plain"), plain);
    for (const char* name : {"Junk", "Text", "Slim", "Missing", "Asia/Seoul"}) {
        EXPECT_EQ(database.find(name), nullptr) << name;
    }
    std::vector<std::string> asked;
    TzDatabase with_others({folder / "."}, [&](const std::string& name) {
        asked.push_back(name);
        return name == "Slim" ? fixed_zone(seconds{3600}) : nullptr;
    });
    EXPECT_EQ(hours(with_others.find("Slim"), "20260101T000000"), 1);
    EXPECT_EQ(with_others.find("missing/one"), nullptr);
    EXPECT_EQ(with_others.find("missing/one"), nullptr);
    EXPECT_EQ(with_others.find("../one"), nullptr);
    EXPECT_NE(with_others.find("Plain"), nullptr);
    EXPECT_EQ(asked, (std::vector<std::string>{"Slim", "missing/one", "Missing/One"}));
}

TEST(IcsZones, ThatCannotBeReadAreNamed) {
    const Text text(
        "TZ:+09\nDAYLIGHT:TRUE;+10;00010101T000000Z;20261001T020000;KST;KDT\nDAYLIGHT:FALSE\n"
        "BEGIN:VTIMEZONE\nBEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n"
        "BEGIN:VTIMEZONE\nTZID:Half\n"
        "BEGIN:DAYLIGHT\nTZOFFSETTO:+0200\nRRULE:FREQ=DAILY\nEND:DAYLIGHT\n"
        "BEGIN:STANDARD\nTZOFFSETTO:x\nEND:STANDARD\n"
        "BEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n");
    Zones zones(text.file.root());
    std::vector<std::string> found;
    for (const Zones::Broken& each : zones.broken()) {
        found.push_back(std::to_string(each.line) + " " + each.reason.english);
    }
    EXPECT_EQ(
        found,
        (std::vector<std::string>{
            "3 DAYLIGHT 'TRUE;+10;00010101T000000Z;20261001T020000;KST;KDT' names no summer time",
            "5 the zone has no TZID: no time can name it",
            "12 DAYLIGHT of the zone 'Half': its rule is none of years or months",
            "16 STANDARD of the zone 'Half' has no offset",
        }));
    EXPECT_EQ(hours(zones.find("Half"), "20260701T000000"), 1);
    EXPECT_EQ(hours(zones.of_calendar(*text.file.calendars().front()), "20260701T000000"), 9);
}

TEST(IcsZones, OfVCalendarHaveTheSummersThatItNames) {
    const Text text("TZ:-05:00\nDAYLIGHT:TRUE;-04;20260308T020000;20261101T020000;EST;EDT\n");
    Zones zones(text.file.root());
    const ZonePointer zone = zones.of_calendar(*text.file.calendars().front());
    ASSERT_NE(zone, nullptr);
    EXPECT_TRUE(zones.broken().empty());
    EXPECT_EQ(zone->name(), "UTC-05:00");
    EXPECT_EQ(hours(zone, "20260101T000000"), -5);
    EXPECT_EQ(hours(zone, "20260701T000000"), -4);
    EXPECT_EQ(hours(zone, "20270701T000000"), -5);
}

TEST(IcsZones, ThatAreAskedForComeBeforeTheCalendars) {
    const Text text("X-WR-TIMEZONE:Asia/Tokyo\n" + own_zone);
    const Component& calendar = *text.file.calendars().front();
    EXPECT_EQ(Zones(text.file.root()).of_calendar(calendar)->name(), "Asia/Tokyo");
    EXPECT_EQ(Zones(text.file.root(), {.name = "Own"}).of_calendar(calendar)->name(), "Own");
    const ZonePointer mine = fixed_zone(seconds{3600}, "mine");
    EXPECT_EQ(Zones(text.file.root(), {.zone = mine}).of_whole_days(calendar), mine);
    EXPECT_THROW(Zones(text.file.root(), {.name = "Nowhere"}), ProbityError);
    const Text alone(own_zone);
    const Component& without = *alone.file.calendars().front();
    Zones zones(alone.file.root());
    EXPECT_EQ(zones.of_calendar(without), nullptr);
    EXPECT_EQ(zones.of_whole_days(without)->name(), "Own");
}

}  // namespace zones_test
}  // namespace probity::ics::detail
