// Makes src/date/lunisolar_table.inc: the Korean almanac's months, from ICU's dangi calendar and the
// corrections below.
//
//     make_lunisolar_table                    writes the table to standard output
//     make_lunisolar_table --check FILE       says whether FILE holds the same words
//
// The library itself needs no ICU: this program is run when the table is made, and as a test.
//
// A word of the table is one lunar year:
//
//     bits 0-12     bit i is set where the (i+1)-th month of the year, leap month included in its
//                   place, has 30 days; clear for 29, and for a 13th month that there is not
//     bits 13-16    the number of the leap month, 0 for none
//     bits 17-22    the year's first day, counted from 1 January of the Gregorian year (day 0)
//
// The year 2101 has a word too, of which only its first day is used: there the horizon ends.

#include <unicode/ucal.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2100;

/// A new moon that ICU puts on the wrong side of midnight: the month begins a day before the day
/// that ICU gives, and the month before it is a day shorter.
struct EarlierMonth {
    int year;
    /// The month's place in its lunar year, from 0, leap months counted; never the first.
    int place;
};

// Source: the almanac (yeokseo) of the Korea Astronomy and Space Science Institute, published to
// 2050. Compared day by day from 1900 on, it differs from ICU in this month alone: the new moon of
// 2017-02-26 was at 23:59 in Seoul, ICU has it after midnight.
constexpr EarlierMonth earlier_months[] = {{2017, 1}};

struct Fields {
    int year;
    int month;
    bool leap;
    int day;

    bool begins_year() const { return month == 1 && !leap && day == 1; }
};

/// ICU's dangi calendar, asked by day number.
class Dangi {
  public:
    Dangi() {
        // The zone only says which instant stands for a day; at noon of UTC, with the calendar in
        // UTC, that is the day itself. For the new moons ICU takes Korea's own offset in any case.
        const UChar utc[] = {'U', 'T', 'C', 0};
        UErrorCode status = U_ZERO_ERROR;
        calendar_.reset(ucal_open(utc, -1, "ko_KR@calendar=dangi", UCAL_DEFAULT, &status));
        check(status);
    }

    Fields at(long day) const {
        UErrorCode status = U_ZERO_ERROR;
        ucal_setMillis(calendar_.get(), (static_cast<double>(day) + 0.5) * 86'400'000.0, &status);
        // ICU counts the years of Dangun from 2333 BCE.
        const Fields fields{get(UCAL_EXTENDED_YEAR) - 2333, get(UCAL_MONTH) + 1,
                            get(UCAL_IS_LEAP_MONTH) != 0, get(UCAL_DATE)};
        check(status);
        return fields;
    }

  private:
    struct Close {
        void operator()(UCalendar* calendar) const { ucal_close(calendar); }
    };

    static void check(UErrorCode status) {
        if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    }

    int get(UCalendarDateFields field) const {
        UErrorCode status = U_ZERO_ERROR;
        const int value = ucal_get(calendar_.get(), field, &status);
        check(status);
        return value;
    }

    std::unique_ptr<UCalendar, Close> calendar_;
};

long first_of_january(int year) {
    using namespace std::chrono;
    return sys_days{std::chrono::year{year} / January / 1}.time_since_epoch().count();
}

long lunar_new_year(const Dangi& dangi, int year) {
    for (long day = first_of_january(year) + 19; day <= first_of_january(year) + 52; ++day) {
        if (dangi.at(day).begins_year()) return day;
    }
    throw std::runtime_error("no new year in " + std::to_string(year));
}

/// The lengths of a year's months, if the month at a place begins a day earlier than ICU has it. An
/// ICU that has been mended is left as it is. Throws std::runtime_error if its months allow neither.
std::uint32_t with_earlier_month(std::uint32_t lengths, int place) {
    const std::uint32_t before = 1U << (place - 1);
    const std::uint32_t itself = 1U << place;
    if ((lengths & before) == 0 && (lengths & itself) != 0) return lengths;
    if ((lengths & before) == 0 || (lengths & itself) != 0) {
        throw std::runtime_error("a corrected month is no longer as it was: see earlier_months");
    }
    return (lengths & ~before) | itself;
}

std::uint32_t word_of_year(const Dangi& dangi, int year) {
    const long new_year = lunar_new_year(dangi, year);
    std::uint32_t lengths = 0;
    std::uint32_t leap_month = 0;
    long first = new_year;
    for (int place = 0; dangi.at(first).year == year; ++place) {
        const Fields month = dangi.at(first);
        const bool is_long = dangi.at(first + 29).day == 30;
        if (month.day != 1 || place > 12) throw std::runtime_error("unexpected month");
        if (month.leap) leap_month = static_cast<std::uint32_t>(month.month);
        if (is_long) lengths |= 1U << place;
        first += is_long ? 30 : 29;
    }
    for (const EarlierMonth& earlier : earlier_months) {
        if (earlier.year == year) lengths = with_earlier_month(lengths, earlier.place);
    }
    const auto offset = static_cast<std::uint32_t>(new_year - first_of_january(year));
    return lengths | leap_month << 13 | offset << 17;
}

std::vector<std::string> rows() {
    const Dangi dangi;
    std::vector<std::string> result;
    for (int year = first_year; year <= last_year + 1; ++year) {
        char row[40];
        std::snprintf(row, sizeof row, "0x%06x,  // %d", word_of_year(dangi, year), year);
        result.emplace_back(row);
    }
    return result;
}

void print() {
    std::cout
        << "// Made by tests/tools/make_lunisolar_table.cpp, which explains the words, from the "
           "dangi calendar\n// of ICU "
        << U_ICU_VERSION << ", with the Korean almanac's corrections. Do not edit.\n";
    for (const std::string& row : rows()) std::cout << row << '\n';
}

/// The number of rows of the file that are not what ICU and the corrections give.
int check(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::vector<std::string> found;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("//")) found.push_back(line);
    }
    const std::vector<std::string> expected = rows();
    found.resize(std::max(found.size(), expected.size()));
    int differences = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::string& row = i < expected.size() ? expected[i] : std::string();
        if (found[i] == row) continue;
        std::cout << "the table has \"" << found[i]
                  << "\", ICU " U_ICU_VERSION " with the corrections \"" << row << "\"\n";
        ++differences;
    }
    return differences;
}

}  // namespace

int main(int argc, char** argv) try {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty()) {
        print();
        return 0;
    }
    if (arguments.size() == 2 && arguments[0] == "--check") return check(arguments[1]) == 0 ? 0 : 1;
    std::cerr << "usage: make_lunisolar_table [--check FILE]\n";
    return 2;
} catch (const std::exception& error) {
    std::cerr << "make_lunisolar_table: " << error.what() << '\n';
    return 2;
}
