#include "probity/date/lunisolar.hpp"

#include <array>
#include <bit>
#include <ostream>

#include "date/civil.hpp"
#include "date/names.hpp"
#include "date/text.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

using detail::sentence;

/// One lunar year, as tests/tools/make_lunisolar_table.cpp packs it.
class YearWord {
  public:
    constexpr explicit YearWord(std::uint32_t word) noexcept : word_(word) {}

    /// 0 for none.
    [[nodiscard]] constexpr int leap_month() const noexcept { return word_ >> 13 & 0xf; }
    [[nodiscard]] constexpr int months() const noexcept { return leap_month() == 0 ? 12 : 13; }
    /// The year's first day, from 1 January on.
    [[nodiscard]] constexpr int new_year() const noexcept { return word_ >> 17 & 0x3f; }

    // A place is a month's position in the year, from 0, the leap month in its turn.
    [[nodiscard]] constexpr int length(int place) const noexcept {
        return 29 + static_cast<int>(word_ >> place & 1);
    }
    /// Days of the year before the month at this place; at months(), the days of the year.
    [[nodiscard]] constexpr int days_before(int place) const noexcept {
        return 29 * place + std::popcount(word_ & ((1U << place) - 1));
    }
    [[nodiscard]] constexpr int days() const noexcept { return days_before(months()); }

    /// The place of the month that has this day of the year, which is counted from 0.
    [[nodiscard]] constexpr int place_of_day(int day) const noexcept {
        int place = day / 30;  // the month itself or the one before it: months have at most 30 days
        while (place + 1 < months() && days_before(place + 1) <= day) ++place;
        return place;
    }
    [[nodiscard]] constexpr int place_of_month(int month, bool leap) const noexcept {
        const bool after_leap = leap_month() != 0 && month > leap_month();
        return month - 1 + (leap || after_leap ? 1 : 0);
    }
    [[nodiscard]] constexpr bool is_leap(int place) const noexcept {
        return leap_month() != 0 && place == leap_month();
    }
    [[nodiscard]] constexpr int month(int place) const noexcept {
        return leap_month() != 0 && place >= leap_month() ? place : place + 1;
    }

  private:
    unsigned word_;
};

// The years 1900 to 2101, of which the last has only its first day.
constexpr std::array<std::uint32_t, last_lunar_year - first_lunar_year + 2> year_words{
#include "date/lunisolar_table.inc"
};

constexpr YearWord word_of(int year) noexcept {
    return YearWord(year_words[static_cast<std::size_t>(year - first_lunar_year)]);
}

constexpr DayNumber first_day(int year) noexcept {
    return detail::year_start(year) + word_of(year).new_year();
}

static_assert(first_day(first_lunar_year) == first_lunar_day);
static_assert(first_day(last_lunar_year + 1) == last_lunar_day + 1);

// Each year must end where the next begins: a damaged table does not compile.
constexpr bool years_are_contiguous() {
    for (int year = first_lunar_year; year <= last_lunar_year; ++year) {
        if (first_day(year) + word_of(year).days() != first_day(year + 1)) return false;
    }
    return true;
}
static_assert(years_are_contiguous());

std::string month_text(int year, int month, bool leap_month) {
    return "lunar " + detail::iso_text(year, month, 1).substr(0, 7) + (leap_month ? "L" : "");
}

std::string day_text(int year, int month, bool leap_month, int day) {
    const std::string iso = detail::iso_text(year, month, day);
    const std::size_t dash = iso.rfind('-');
    return "lunar " + iso.substr(0, dash) + (leap_month ? "L" : "") + iso.substr(dash);
}

[[noreturn]] void throw_unknown(const std::string& asked) {
    throw HorizonError(sentence(
        "placed", {{"place", asked},
                   {"message", sentence("lunar.horizon",
                                        {{"first_year", first_lunar_year},
                                         {"last_year", last_lunar_year},
                                         {"first", detail::written(date_of(first_lunar_day))},
                                         {"last", detail::written(date_of(last_lunar_day))}})}}));
}

// The functions below take the text that a message begins with as a function: it is written only
// for one.

template <class Text>
void check_year(int year, Text text) {
    if (year < first_lunar_year || year > last_lunar_year) {
        throw_unknown(text());
    }
}

void check_year(int year) {
    check_year(year, [&] { return "lunar " + std::to_string(year); });
}

template <class Text>
void check_month(int year, int month, bool leap_month, Text text) {
    check_year(year, text);
    if (month < 1 || month > 12) {
        throw DateError(sentence("lunar.month", {{"date", text()}, {"month", month}}));
    }
    const int leap = word_of(year).leap_month();
    if (!leap_month || leap == month) return;
    if (leap == 0) {
        throw DateError(sentence("lunar.no_leap_month", {{"date", text()}, {"year", year}}));
    }
    throw DateError(sentence("lunar.other_leap_month",
                             {{"date", text()}, {"year", year}, {"leap", leap}, {"month", month}}));
}

int length_of(int year, int month, bool leap_month) noexcept {
    const YearWord word = word_of(year);
    return word.length(word.place_of_month(month, leap_month));
}

}  // namespace

namespace detail {

LunarDate unchecked_lunar_date(DayNumber day) noexcept {
    // Lunar year y begins within Gregorian year y.
    auto [year, day_of_year] = year_day(day);
    if (day_of_year < word_of(year).new_year()) --year;
    const YearWord word = word_of(year);
    const int from_new_year = day - first_day(year);  // [0, 384]
    const int place = word.place_of_day(from_new_year);
    return {LunarDate::Unchecked{}, year, word.month(place), word.is_leap(place),
            from_new_year - word.days_before(place) + 1};
}

DayNumber unchecked_lunar_new_year(int year) noexcept { return first_day(year); }

}  // namespace detail

LunarDate::LunarDate(int year, int month, int day, bool leap_month)
    : LunarDate(Unchecked{}, year, month, leap_month, day) {
    const auto text = [&] { return day_text(year, month, leap_month, day); };
    check_month(year, month, leap_month, text);
    const int length = length_of(year, month, leap_month);
    if (day < 1 || day > length) {
        throw DateError(sentence("lunar.day", {{"date", text()}, {"length", length}}));
    }
}

LunarDate LunarDate::of(const Date& date) {
    const DayNumber day = day_number(date);
    if (day < first_lunar_day || day > last_lunar_day) {
        throw_unknown(probity::to_string(date));
    }
    return detail::unchecked_lunar_date(day);
}

LunarDate LunarDate::parse(std::string_view text) {
    const auto refuse = [&]() -> LunarDate {
        throw DateError(sentence("lunar.unread", {{"text", detail::printable(text)}}));
    };
    constexpr std::string_view prefix = "lunar ";
    if (!text.starts_with(prefix)) return refuse();
    const std::string_view rest = text.substr(prefix.size());
    const bool leap = rest.size() == 11 && rest[7] == 'L';
    if (rest.size() != (leap ? 11 : 10) || rest[4] != '-' || rest[rest.size() - 3] != '-') {
        return refuse();
    }
    const auto year = detail::digits(rest.substr(0, 4));
    const auto month = detail::digits(rest.substr(5, 2));
    const auto day = detail::digits(rest.substr(rest.size() - 2));
    if (!year || !month || !day) return refuse();
    return {*year, *month, *day, leap};
}

Date LunarDate::to_date() const {
    const YearWord word = word_of(year_);
    return detail::unchecked_date(
        first_day(year_) + word.days_before(word.place_of_month(month_, leap_month_)) + day_ - 1);
}

LunarMonths lunar_months(int year) {
    check_year(year);
    const YearWord word = word_of(year);
    LunarMonths months;
    months.size_ = static_cast<std::size_t>(word.months());
    for (int place = 0; place < word.months(); ++place) {
        months.months_[static_cast<std::size_t>(place)] = {
            year, word.month(place), word.is_leap(place), first_day(year) + word.days_before(place),
            word.length(place)};
    }
    return months;
}

std::optional<int> lunar_leap_month(int year) {
    check_year(year);
    const int leap = word_of(year).leap_month();
    return leap == 0 ? std::nullopt : std::optional(leap);
}

int lunar_days_in_month(int year, int month, bool leap_month) {
    check_month(year, month, leap_month, [&] { return month_text(year, month, leap_month); });
    return length_of(year, month, leap_month);
}

int lunar_days_in_year(int year) {
    check_year(year);
    return word_of(year).days();
}

Date lunar_new_year(int year) {
    check_year(year);
    return detail::unchecked_date(first_day(year));
}

std::string to_string(const LunarDate& date) {
    return day_text(date.year(), date.month(), date.leap_month(), date.day());
}

std::ostream& operator<<(std::ostream& out, const LunarDate& date) {
    return out << to_string(date);
}

}  // namespace probity
