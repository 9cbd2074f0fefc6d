#include "probity/times/zone.hpp"

#include <cctz/time_zone.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "tests/expect_error.hpp"
#include "tests/times/zones.hpp"

namespace probity::testing {
namespace zone_test {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_seconds;

sys_seconds utc(int year, int month, int day, int hour, int minute = 0) {
    return sys_seconds{seconds{make_time(year, month, day, hour, minute).seconds()}};
}

TEST(Zone, IsUtcByDefault) {
    EXPECT_EQ(Zone().name(), "UTC");
    EXPECT_EQ(Zone::find("UTC"), Zone());
    EXPECT_EQ(Zone().instant(make_time(2026, 3, 18, 10)), utc(2026, 3, 18, 10));
    EXPECT_TRUE(Zone().changes(make_time(1400, 1, 1)).empty());
}

TEST(Zone, SkippedTimeHasTheDistanceBeforeIt) {
    const Zone zone = zone_of("America/New_York");
    EXPECT_EQ(zone.instant(make_time(2026, 3, 8, 1, 59)), utc(2026, 3, 8, 6, 59));
    EXPECT_EQ(zone.instant(make_time(2026, 3, 8, 2, 30)), utc(2026, 3, 8, 7, 30));
    EXPECT_EQ(zone.instant(make_time(2026, 3, 8, 3, 30)), utc(2026, 3, 8, 7, 30));
    EXPECT_EQ(zone.local(utc(2026, 3, 8, 7, 30)), make_time(2026, 3, 8, 3, 30));
}

TEST(Zone, TimeThatComesTwiceIsTheFirst) {
    const Zone zone = zone_of("America/New_York");
    EXPECT_EQ(zone.instant(make_time(2025, 11, 2, 1, 30)), utc(2025, 11, 2, 5, 30));
    EXPECT_EQ(zone.local(utc(2025, 11, 2, 5, 30)), make_time(2025, 11, 2, 1, 30));
    EXPECT_EQ(zone.local(utc(2025, 11, 2, 6, 30)), make_time(2025, 11, 2, 1, 30));
    EXPECT_EQ(zone.offset(utc(2025, 11, 2, 5, 30)), hours{-4});
    EXPECT_EQ(zone.offset(utc(2025, 11, 2, 6, 30)), hours{-5});
}

TEST(Zone, SeoulHadItsLastSummerTimeIn1988) {
    const Zone zone = zone_of("Asia/Seoul");
    const auto changes = zone.changes(make_time(1988, 1, 1));
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_TRUE(changes[0].is_gap());
    EXPECT_EQ(changes[0].begin(), make_time(1988, 5, 8, 2));
    EXPECT_EQ(changes[0].end(), make_time(1988, 5, 8, 3));
    EXPECT_FALSE(changes[1].is_gap());
    EXPECT_EQ(changes[1].begin(), make_time(1988, 10, 9, 2));
    EXPECT_EQ(changes[1].end(), make_time(1988, 10, 9, 3));
    EXPECT_EQ(zone.instant(make_time(9999, 12, 31, 23, 59, 59)),
              utc(9999, 12, 31, 14, 59) + seconds{59});
}

TEST(Zone, ApiaSkippedADay) {
    const Zone zone = zone_of("Pacific/Apia");
    const auto changes = zone.changes(make_time(2011, 12, 1), make_time(2012, 1, 1));
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].begin(), make_time(2011, 12, 30));
    EXPECT_EQ(changes[0].end(), make_time(2011, 12, 31));
}

TEST(Zone, RuleOfSummerTimeGoesOnTo9999) {
    const auto changes = zone_of("America/New_York").changes(make_time(9999, 1, 1));
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].begin(), make_time(9999, 3, 14, 2));
    EXPECT_EQ(changes[1].end(), make_time(9999, 11, 7, 2));
}

// Every instant at which something may differ: around each change, and each month to 2500 and in the
// last years.
TEST(Zone, IsWhatCctzGives) {
    for (const std::string name : {"Asia/Seoul", "America/New_York", "Europe/London",
                                   "Pacific/Apia", "Australia/Lord_Howe", "Etc/UTC"}) {
        SCOPED_TRACE(name);
        const Zone zone = zone_of(name);
        cctz::time_zone of_cctz;
        ASSERT_TRUE(cctz::load_time_zone((zone_folders().front() / name).string(), &of_cctz));
        const auto check = [&](std::int64_t at) {
            const cctz::time_point<cctz::seconds> instant{cctz::seconds{at}};
            ASSERT_EQ(zone.offset(sys_seconds{seconds{at}}).count(), of_cctz.lookup(instant).offset)
                << at;
            ASSERT_EQ(zone.instant(LocalTime::of_seconds(at)).time_since_epoch().count(),
                      of_cctz.lookup(cctz::civil_second() + at).pre.time_since_epoch().count())
                << at;
        };
        for (const ZoneChange& change : zone.changes(make_time(1400, 1, 1))) {
            const std::int64_t at = change.instant.time_since_epoch().count();
            for (const std::int64_t base :
                 {at, at + change.before.count(), at + change.after.count()}) {
                for (const std::int64_t away : {-3600, -1, 0, 1, 3600}) {
                    if (base + away <= last_local_second) check(base + away);
                }
            }
        }
        for (std::int64_t at = make_time(1800, 1, 1).seconds();
             at < make_time(2500, 1, 1).seconds(); at += 30 * 86400) {
            check(at);
        }
        for (std::int64_t at = make_time(9990, 1, 1).seconds(); at <= last_local_second;
             at += 86400) {
            check(at);
        }
    }
}

TEST(Zone, LocalTimesOfManyAreThoseOfEach) {
    const Zone zone = zone_of("America/New_York");
    std::vector<std::int64_t> instants;
    for (int year : {2026, 1990, 2400}) {
        for (std::int64_t at = make_time(year, 1, 1).seconds();
             at < make_time(year + 1, 1, 1).seconds(); at += 1801) {
            instants.push_back(at);
        }
    }
    std::vector<std::int64_t> locals(instants.size());
    zone.local(instants, locals);
    for (std::size_t i = 0; i < instants.size(); ++i) {
        ASSERT_EQ(locals[i], zone.local(sys_seconds{seconds{instants[i]}}).seconds());
    }
    EXPECT_ERROR(zone.local(instants, std::span(locals).first(1)), ProbityError);
}

TEST(Zone, IsFoundByItsNameInWindows) {
    EXPECT_EQ(zone_of("Korea Standard Time"), zone_of("Asia/Seoul"));
    EXPECT_EQ(zone_of("eastern standard time").name(), "America/New_York");
    EXPECT_EQ(zone_of("Lord Howe Standard Time").name(), "Australia/Lord_Howe");
    EXPECT_ERROR(zone_of("Korea Daylight Time"), ZoneError);
}

TEST(Zone, RefusesNamesThatLeadElsewhere) {
    for (const std::string name :
         {"", "/etc/passwd", "../zoneinfo/UTC", "Asia/../Asia/Seoul", "Asia//Seoul", "Asia/",
          "Asia/Se oul", "Asia/Seoul.", "C:\\x", "Asia/Seoul\n"}) {
        EXPECT_ERROR(zone_of(name), ZoneError);
    }
    EXPECT_MESSAGE(Zone::find("../x"), ZoneError,
                   "\"../x\" is no name of a time zone: write it as the tz database does, "
                   "\"Asia/Seoul\", or as Windows does, \"Korea Standard Time\"");
    EXPECT_MESSAGE(Zone::find("Asia/Soul", {"/nowhere"}), ZoneError,
                   "zone \"Asia/Soul\" is in none of the folders /nowhere");
}

TEST(Zone, RefusesAFileThatIsNone) {
    const auto folder = std::filesystem::temp_directory_path() / "probity_zone_test";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "Broken") << "TZif2 and no more";
    std::ofstream(folder / "Text") << "Asia/Seoul";
    EXPECT_ERROR(Zone::find("Broken", {folder}), ZoneError);
    EXPECT_ERROR(Zone::find("Text", {folder}), ZoneError);
    std::filesystem::remove_all(folder);
}

}  // namespace zone_test
}  // namespace probity::testing
