// The worked examples of RFC 5545 section 3.8.5.3 that are of dates, and of RFC 7529, as one table
// for every engine that is tested here.
//
// The times of day are left out. Where an example's UNTIL is a midnight that shuts out an instance
// at nine on the same day, UNTIL is the evening before, so that the dates stay those of the
// standard. RFC 7529 works its section 4.3 in calendars of which one (Gregorian) is ours and one
// (Chinese) has the Korean one's dates in those years; the rows of 4.1 apply its steps to the case
// most often asked for.
#pragma once

#include <chrono>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

namespace probity::testing {

struct RfcExample {
    std::string section;
    std::string says;
    std::string rule;
    std::string start;
    std::string dates;  // in order, "2026-03-18"; "2026-03-16..2026-03-22" is every day of these
    bool goes_on;       // after the dates listed; otherwise these are all

    std::chrono::sys_days first_day() const { return read_day(start); }

    std::vector<std::chrono::sys_days> expected() const {
        std::vector<std::chrono::sys_days> result;
        std::istringstream words(dates);
        for (std::string word; words >> word;) {
            const std::chrono::sys_days last = read_day(word.substr(word.size() - 10));
            for (auto day = read_day(word); day <= last; day += std::chrono::days(1)) {
                result.push_back(day);
            }
        }
        return result;
    }

    static std::chrono::sys_days read_day(const std::string& text) {
        return std::chrono::year(std::atoi(text.substr(0, 4).c_str())) /
               std::atoi(text.substr(5, 2).c_str()) / std::atoi(text.substr(8, 2).c_str());
    }
};

inline const std::vector<RfcExample>& rfc_examples() {
    static const std::vector<RfcExample> examples = {
        {"RFC 5545, 3.8.5.3", "daily for 10 occurrences", "FREQ=DAILY;COUNT=10", "1997-09-02",
         "1997-09-02..1997-09-11", false},
        {"RFC 5545, 3.8.5.3", "daily until 24 December 1997 (midnight: the 24th is out)",
         "FREQ=DAILY;UNTIL=19971223T130000Z", "1997-09-02", "1997-09-02..1997-12-23", false},
        {"RFC 5545, 3.8.5.3", "every other day, forever", "FREQ=DAILY;INTERVAL=2", "1997-09-02",
         "1997-09-02 1997-09-04 1997-09-06 1997-09-08 1997-09-10 1997-09-12 1997-09-14 "
         "1997-09-16 1997-09-18 1997-09-20 1997-09-22 1997-09-24 1997-09-26 1997-09-28 "
         "1997-09-30 1997-10-02 1997-10-04 1997-10-06 1997-10-08 1997-10-10 1997-10-12 "
         "1997-10-14 1997-10-16 1997-10-18 1997-10-20 1997-10-22 1997-10-24 1997-10-26 "
         "1997-10-28 1997-10-30 1997-11-01 1997-11-03 1997-11-05 1997-11-07 1997-11-09 "
         "1997-11-11 1997-11-13 1997-11-15 1997-11-17 1997-11-19 1997-11-21 1997-11-23 "
         "1997-11-25 1997-11-27 1997-11-29 1997-12-01 1997-12-03",
         true},
        {"RFC 5545, 3.8.5.3", "every 10 days, 5 occurrences", "FREQ=DAILY;INTERVAL=10;COUNT=5",
         "1997-09-02", "1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12", false},
        {"RFC 5545, 3.8.5.3", "every day in January, for 3 years, yearly",
         "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", "1998-01-01",
         "1998-01-01..1998-01-31 1999-01-01..1999-01-31 2000-01-01..2000-01-31", false},
        {"RFC 5545, 3.8.5.3", "every day in January, for 3 years, daily",
         "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "1998-01-01",
         "1998-01-01..1998-01-31 1999-01-01..1999-01-31 2000-01-01..2000-01-31", false},
        {"RFC 5545, 3.8.5.3", "weekly for 10 occurrences", "FREQ=WEEKLY;COUNT=10", "1997-09-02",
         "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-10-07 1997-10-14 "
         "1997-10-21 1997-10-28 1997-11-04",
         false},
        {"RFC 5545, 3.8.5.3", "weekly until 24 December 1997", "FREQ=WEEKLY;UNTIL=19971224T000000Z",
         "1997-09-02",
         "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-10-07 1997-10-14 "
         "1997-10-21 1997-10-28 1997-11-04 1997-11-11 1997-11-18 1997-11-25 1997-12-02 "
         "1997-12-09 1997-12-16 1997-12-23",
         false},
        {"RFC 5545, 3.8.5.3", "every other week, forever", "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
         "1997-09-02",
         "1997-09-02 1997-09-16 1997-09-30 1997-10-14 1997-10-28 1997-11-11 1997-11-25 "
         "1997-12-09 1997-12-23 1998-01-06 1998-01-20 1998-02-03 1998-02-17",
         true},
        {"RFC 5545, 3.8.5.3",
         "weekly on Tuesday and Thursday for five weeks (midnight: 7 October is out)",
         "FREQ=WEEKLY;UNTIL=19971006T130000Z;WKST=SU;BYDAY=TU,TH", "1997-09-02",
         "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 "
         "1997-09-25 1997-09-30 1997-10-02",
         false},
        {"RFC 5545, 3.8.5.3", "weekly on Tuesday and Thursday for five weeks, counted",
         "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "1997-09-02",
         "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 "
         "1997-09-25 1997-09-30 1997-10-02",
         false},
        {"RFC 5545, 3.8.5.3",
         "every other week on Monday, Wednesday and Friday until 24 December (midnight)",
         "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971223T130000Z;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01",
         "1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17 1997-09-19 1997-09-29 "
         "1997-10-01 1997-10-03 1997-10-13 1997-10-15 1997-10-17 1997-10-27 1997-10-29 "
         "1997-10-31 1997-11-10 1997-11-12 1997-11-14 1997-11-24 1997-11-26 1997-11-28 "
         "1997-12-08 1997-12-10 1997-12-12 1997-12-22",
         false},
        {"RFC 5545, 3.8.5.3", "every other week on Tuesday and Thursday, 8 occurrences",
         "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09-02",
         "1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 "
         "1997-10-16",
         false},
        {"RFC 5545, 3.8.5.3", "monthly on the first Friday, 10 occurrences",
         "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05",
         "1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02 1998-02-06 1998-03-06 "
         "1998-04-03 1998-05-01 1998-06-05",
         false},
        {"RFC 5545, 3.8.5.3", "monthly on the first Friday until 24 December 1997",
         "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "1997-09-05",
         "1997-09-05 1997-10-03 1997-11-07 1997-12-05", false},
        {"RFC 5545, 3.8.5.3", "every other month on the first and last Sunday",
         "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09-07",
         "1997-09-07 1997-09-28 1997-11-02 1997-11-30 1998-01-04 1998-01-25 1998-03-01 "
         "1998-03-29 1998-05-03 1998-05-31",
         false},
        {"RFC 5545, 3.8.5.3", "monthly on the second-to-last Monday for 6 months",
         "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22",
         "1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16", false},
        {"RFC 5545, 3.8.5.3", "monthly on the third-to-last day, forever",
         "FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28",
         "1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26", true},
        {"RFC 5545, 3.8.5.3", "monthly on the 2nd and 15th, 10 occurrences",
         "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "1997-09-02",
         "1997-09-02 1997-09-15 1997-10-02 1997-10-15 1997-11-02 1997-11-15 1997-12-02 "
         "1997-12-15 1998-01-02 1998-01-15",
         false},
        {"RFC 5545, 3.8.5.3", "monthly on the first and last day, 10 occurrences",
         "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997-09-30",
         "1997-09-30 1997-10-01 1997-10-31 1997-11-01 1997-11-30 1997-12-01 1997-12-31 "
         "1998-01-01 1998-01-31 1998-02-01",
         false},
        {"RFC 5545, 3.8.5.3", "every 18 months on the 10th to 15th",
         "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997-09-10",
         "1997-09-10..1997-09-15 1999-03-10..1999-03-13", false},
        {"RFC 5545, 3.8.5.3", "every Tuesday, every other month",
         "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "1997-09-02",
         "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-11-04 1997-11-11 "
         "1997-11-18 1997-11-25 1998-01-06 1998-01-13 1998-01-20 1998-01-27 1998-03-03 "
         "1998-03-10 1998-03-17 1998-03-24 1998-03-31",
         true},
        {"RFC 5545, 3.8.5.3", "yearly in June and July, 10 occurrences",
         "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "1997-06-10",
         "1997-06-10 1997-07-10 1998-06-10 1998-07-10 1999-06-10 1999-07-10 2000-06-10 "
         "2000-07-10 2001-06-10 2001-07-10",
         false},
        {"RFC 5545, 3.8.5.3", "every other year in January, February and March",
         "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "1997-03-10",
         "1997-03-10 1999-01-10 1999-02-10 1999-03-10 2001-01-10 2001-02-10 2001-03-10 "
         "2003-01-10 2003-02-10 2003-03-10",
         false},
        {"RFC 5545, 3.8.5.3", "every third year on the 1st, 100th and 200th day",
         "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "1997-01-01",
         "1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09 2000-07-18 2003-01-01 "
         "2003-04-10 2003-07-19 2006-01-01",
         false},
        {"RFC 5545, 3.8.5.3", "every 20th Monday of the year, forever", "FREQ=YEARLY;BYDAY=20MO",
         "1997-05-19", "1997-05-19 1998-05-18 1999-05-17", true},
        {"RFC 5545, 3.8.5.3", "Monday of week 20, forever", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
         "1997-05-12", "1997-05-12 1998-05-11 1999-05-17", true},
        {"RFC 5545, 3.8.5.3", "every Thursday in March, forever", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
         "1997-03-13",
         "1997-03-13 1997-03-20 1997-03-27 1998-03-05 1998-03-12 1998-03-19 1998-03-26 "
         "1999-03-04 1999-03-11 1999-03-18 1999-03-25",
         true},
        {"RFC 5545, 3.8.5.3", "every Thursday in June, July and August, forever",
         "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "1997-06-05",
         "1997-06-05 1997-06-12 1997-06-19 1997-06-26 1997-07-03 1997-07-10 1997-07-17 "
         "1997-07-24 1997-07-31 1997-08-07 1997-08-14 1997-08-21 1997-08-28 1998-06-04 "
         "1998-06-11 1998-06-18 1998-06-25 1998-07-02 1998-07-09 1998-07-16 1998-07-23 "
         "1998-07-30 1998-08-06 1998-08-13 1998-08-20 1998-08-27 1999-06-03 1999-06-10 "
         "1999-06-17 1999-06-24 1999-07-01 1999-07-08 1999-07-15 1999-07-22 1999-07-29 "
         "1999-08-05 1999-08-12 1999-08-19 1999-08-26",
         true},
        {"RFC 5545, 3.8.5.3", "every Friday the 13th, forever (the start is not one)",
         "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02",
         "1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13", true},
        {"RFC 5545, 3.8.5.3", "the Saturday after the first Sunday of the month",
         "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09-13",
         "1997-09-13 1997-10-11 1997-11-08 1997-12-13 1998-01-10 1998-02-07 1998-03-07 "
         "1998-04-11 1998-05-09 1998-06-13",
         true},
        {"RFC 5545, 3.8.5.3", "United States presidential election day",
         "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05",
         "1996-11-05 2000-11-07 2004-11-02", true},
        {"RFC 5545, 3.8.5.3", "the third of the Tuesdays, Wednesdays and Thursdays",
         "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04",
         "1997-09-04 1997-10-07 1997-11-06", false},
        {"RFC 5545, 3.8.5.3", "the second-to-last weekday of the month",
         "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29",
         "1997-09-29 1997-10-30 1997-11-27 1997-12-30 1998-01-29 1998-02-26 1998-03-30", true},
        {"RFC 5545, 3.8.5.3", "weeks that begin on Monday",
         "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05",
         "1997-08-05 1997-08-10 1997-08-19 1997-08-24", false},
        {"RFC 5545, 3.8.5.3", "the same with weeks that begin on Sunday",
         "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05",
         "1997-08-05 1997-08-17 1997-08-19 1997-08-31", false},
        {"RFC 5545, 3.8.5.3", "30 February is ignored", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
         "2007-01-15", "2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30", false},
        {"RFC 7529, 4.3", "Gregorian leap day, forward",
         "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD", "2012-02-29",
         "2012-02-29 2013-03-01 2014-03-01 2015-03-01 2016-02-29 2017-03-01", true},
        {"RFC 7529, 4.3",
         "lunar new year (the standard's example in the Chinese calendar; these five are one "
         "day)",
         "RSCALE=DANGI;FREQ=YEARLY", "2013-02-10",
         "2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28", true},
        {"RFC 7529, 4.1", "the 31st of every month, omitted where there is none",
         "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT;COUNT=4", "2014-01-31",
         "2014-01-31 2014-03-31 2014-05-31 2014-07-31", false},
        {"RFC 7529, 4.1", "the 31st of every month, backward",
         "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=4", "2014-01-31",
         "2014-01-31 2014-02-28 2014-03-31 2014-04-30", false},
        {"RFC 7529, 4.1", "the 31st of every month, forward",
         "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;COUNT=4", "2014-01-31",
         "2014-01-31 2014-03-01 2014-03-31 2014-05-01", false},
        {"RFC 7529, 4.1", "28 and 29 February, forward",
         "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;SKIP=FORWARD;COUNT=5",
         "2015-02-01", "2015-02-28 2015-03-01 2016-02-28 2016-02-29 2017-02-28", false},
    };
    return examples;
}

}  // namespace probity::testing
