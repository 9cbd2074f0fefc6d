#include "exchange/ics/values.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <functional>

#include "exchange/ics/text.hpp"

namespace probity::ics {

using detail::seconds;

bool operator==(const Moment& a, const Moment& b) {
    if (a.is_time() != b.is_time()) return false;
    if ((a.zone == nullptr) != (b.zone == nullptr)) return false;
    if (a.zone == b.zone) return a.day == b.day && a.time == b.time;
    const auto instant = [](const Moment& moment) {
        const std::chrono::local_seconds wall = detail::wall(moment);
        return wall.time_since_epoch() - moment.zone->offset({wall, moment.again});
    };
    return instant(a) == instant(b);
}

std::string to_string(const Moment& moment) {
    std::string text = detail::iso_text(moment.day);
    if (!moment.is_time()) return text;
    const auto with_seconds = [](seconds time) {
        const long long count = time.count();
        std::array<char, 40> clock{};
        std::snprintf(clock.data(), clock.size(), ":%02lld", count % 60);
        return detail::clock_text(time) + clock.data();
    };
    text += " " + with_seconds(*moment.time);
    if (moment.zone == nullptr) return text;
    const seconds offset = moment.zone->offset({detail::wall(moment), moment.again});
    const seconds away = offset < seconds{0} ? -offset : offset;
    text += offset < seconds{0} ? "-" : "+";
    return text + (away.count() % 60 == 0 ? detail::clock_text(away) : with_seconds(away));
}

namespace detail {
namespace {

using std::chrono::local_seconds;
using std::chrono::sys_seconds;

constexpr seconds an_hour{3600};
constexpr seconds a_minute{60};

/// Reads a text from its start, piece by piece.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    [[nodiscard]] bool done() const { return at_ == text_.size(); }
    [[nodiscard]] char next() const { return done() ? '\0' : text_[at_]; }

    /// Takes a letter, as a capital or not.
    bool take(char letter) {
        if (done() || std::toupper(static_cast<unsigned char>(text_[at_])) != letter) return false;
        ++at_;
        return true;
    }
    void take_all(char letter) {
        while (take(letter)) {
        }
    }
    /// Takes a number of exactly so many digits.
    std::optional<int> number(std::size_t count) {
        if (text_.size() - at_ < count || !is_number(text_.substr(at_, count))) return std::nullopt;
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) value = value * 10 + (text_[at_++] - '0');
        return value;
    }
    /// Takes one to `most` digits.
    std::size_t digits(std::size_t most) {
        std::size_t count = 0;
        while (count < most && !done() && is_digit(text_[at_])) ++count, ++at_;
        return count;
    }
    [[nodiscard]] std::string_view since(std::size_t from) const {
        return text_.substr(from, at_ - from);
    }
    [[nodiscard]] std::size_t at() const { return at_; }
    void back_to(std::size_t place) { at_ = place; }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

std::optional<Day> day_at(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (year < 1 || !date.ok()) return std::nullopt;
    return Day{date};
}

std::optional<seconds> time_at(int hour, int minute, int second) {
    if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
    return hour * an_hour + minute * a_minute + seconds{second};
}

/// "20260318", and "20260318T152000" with or without Z.
std::optional<Written> parse_form(std::string_view text) {
    Scanner scanner(text);
    const std::optional<int> year = scanner.number(4);
    const std::optional<int> month = scanner.number(2);
    const std::optional<int> day = scanner.number(2);
    const std::optional<Day> date = day_at(*year, *month, *day);
    if (!date.has_value()) return std::nullopt;
    if (scanner.done()) return Written{.moment = {.day = *date}};
    scanner.back_to(9);
    const std::optional<int> hour = scanner.number(2);
    const std::optional<int> minute = scanner.number(2);
    const std::optional<int> second = scanner.number(2);
    const std::optional<seconds> time = time_at(*hour, *minute, *second);
    if (!time.has_value()) return std::nullopt;
    return Written{.moment = {.day = *date, .time = *time},
                   .offset = scanner.done() ? std::nullopt : std::optional(seconds{0})};
}

bool is_form_of_date(std::string_view text) { return text.size() == 8 && is_number(text); }

bool is_form_of_time(std::string_view text) {
    const bool is_long = text.size() == 16 && text[15] == 'Z';
    return (text.size() == 15 || is_long) && is_number(text.substr(0, 8)) && text[8] == 'T' &&
           is_number(text.substr(9, 6));
}

/// The time behind a date, and the distance from UTC behind that; false if the text is no such.
bool take_time(Scanner& scanner, std::array<int, 3>& time, std::string_view& zone) {
    if (!scanner.take('T')) {
        if (!scanner.take(' ')) return false;
        scanner.take_all(' ');
    }
    const std::optional<int> hour = scanner.number(2);
    if (!hour.has_value()) return false;
    scanner.take(':');
    const std::optional<int> minute = scanner.number(2);
    if (!minute.has_value()) return false;
    time = {*hour, *minute, 0};
    const std::size_t place = scanner.at();
    scanner.take(':');
    if (const std::optional<int> second = scanner.number(2)) {
        time[2] = *second;
        const std::size_t fraction = scanner.at();
        if ((scanner.take('.') || scanner.take(',')) && scanner.digits(9) > 0) {
        } else {
            scanner.back_to(fraction);
        }
    } else {
        scanner.back_to(place);
    }
    scanner.take_all(' ');
    const std::size_t begin = scanner.at();
    if (!scanner.take('Z') && !scanner.done()) {
        if (!scanner.take('+') && !scanner.take('-')) return false;
        if (!scanner.number(2).has_value()) return false;
        scanner.take(':');
        if (!scanner.number(2).has_value()) return false;
    }
    zone = scanner.since(begin);
    return true;
}

/// As people and other formats write them: ISO 8601 with its signs, hours without seconds.
std::optional<Written> parse_leniently(std::string_view text) {
    Scanner scanner(text);
    const std::optional<int> year = scanner.number(4);
    scanner.take('-');
    const std::optional<int> month = year ? scanner.number(2) : std::nullopt;
    scanner.take('-');
    const std::optional<int> number = month ? scanner.number(2) : std::nullopt;
    if (!number.has_value()) return std::nullopt;
    const std::optional<Day> date = day_at(*year, *month, *number);
    std::array<int, 3> clock{};
    std::string_view zone;
    const bool is_date = scanner.done();
    if (!is_date && (!take_time(scanner, clock, zone) || !scanner.done())) return std::nullopt;
    if (!date.has_value()) return std::nullopt;
    if (is_date) return Written{.moment = {.day = *date}, .is_form = false};
    Day day = *date;
    clock[2] = std::min(clock[2], 59);
    if (clock == std::array{24, 0, 0}) {
        if (day == last_day) return std::nullopt;
        day += std::chrono::days{1};
        clock[0] = 0;
    }
    const std::optional<seconds> time = time_at(clock[0], clock[1], clock[2]);
    if (!time.has_value()) return std::nullopt;
    Written written{.moment = {.day = day, .time = *time}, .is_form = false};
    if (zone.empty()) return written;
    written.offset = same_letters(zone, "Z") ? seconds{0} : parse_offset(zone);
    if (!written.offset.has_value()) return std::nullopt;
    return written;
}

}  // namespace

Day checked(Day day) {
    if (day < first_day || day > last_day) throw BeyondDates();
    return day;
}

Date date_of(Day day) {
    const std::chrono::year_month_day date{day};
    return make_date(static_cast<int>(date.year()),
                     static_cast<int>(static_cast<unsigned>(date.month())),
                     static_cast<int>(static_cast<unsigned>(date.day())));
}

std::string iso_text(Day day) {
    const std::chrono::year_month_day date{day};
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

std::string basic_text(Day day) {
    std::string text = iso_text(day);
    std::erase(text, '-');
    return text;
}

std::string clock_text(seconds time) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%02lld:%02lld",
                  static_cast<long long>(time.count() / 3600),
                  static_cast<long long>(time.count() / 60 % 60));
    return text.data();
}

std::string basic_clock_text(seconds time) {
    const long long count = time.count();
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%02lld%02lld%02lld", count / 3600, count / 60 % 60,
                  count % 60);
    return text.data();
}

local_seconds wall(const Moment& moment) {
    return local_seconds{moment.day.time_since_epoch() + moment.time.value_or(midnight)};
}

Moment at(local_seconds wall, ZonePointer zone, bool again) {
    const auto day = std::chrono::floor<std::chrono::days>(wall);
    return {.day = checked(Day{day.time_since_epoch()}),
            .time = wall - day,
            .zone = std::move(zone),
            .again = again};
}

sys_seconds instant(const Moment& moment) {
    const local_seconds local = wall(moment);
    const sys_seconds there{local.time_since_epoch() - moment.zone->offset({local, moment.again})};
    checked(std::chrono::floor<std::chrono::days>(there));
    return there;
}

Moment in_zone(const Moment& moment, const ZonePointer& zone) {
    return moment.zone == zone ? moment : in_zone(instant(moment), zone);
}

Moment in_zone(sys_seconds instant, const ZonePointer& zone) {
    const Zone::Local local = zone->local(instant);
    return at(local.time, zone, local.again);
}

std::optional<Moment> after(const Moment& start, seconds duration) {
    // Longer than the calendar is either way, and far from what a count of seconds can hold.
    constexpr seconds longest = std::chrono::days{4'000'000};
    if (duration > longest || duration < -longest) return std::nullopt;
    try {
        if (start.zone == nullptr) return at(wall(start) + duration, nullptr);
        const sys_seconds end = instant(start) + duration;
        checked(std::chrono::floor<std::chrono::days>(end));
        return in_zone(end, start.zone);
    } catch (const BeyondDates&) {
        return std::nullopt;
    }
}

std::size_t MomentHash::operator()(const Moment& moment) const {
    const local_seconds local = wall(moment);
    seconds count = local.time_since_epoch();
    if (moment.zone != nullptr) count -= moment.zone->offset({local, false});
    return std::hash<long long>{}(count.count() * 2 + (moment.is_time() ? 1 : 0));
}

std::optional<Written> parse_moment(std::string_view text) {
    if (is_form_of_date(text)) return parse_form(text);
    if (is_form_of_time(text)) {
        if (std::optional<Written> written = parse_form(text)) return written;
    }
    return parse_leniently(text);
}

std::optional<seconds> parse_offset(std::string_view text) {
    Scanner scanner(stripped(text));
    const bool is_west = scanner.take('-');
    if (!is_west) scanner.take('+');
    const std::optional<int> hours = scanner.number(2);
    if (!hours.has_value()) return std::nullopt;
    scanner.take(':');
    const std::optional<int> minutes = scanner.number(2);
    scanner.take(':');
    const std::optional<int> rest = minutes ? scanner.number(2) : std::nullopt;
    if (!scanner.done()) return std::nullopt;
    const std::optional<seconds> away = time_at(*hours, minutes.value_or(0), rest.value_or(0));
    if (!away.has_value()) return std::nullopt;
    return is_west ? -*away : *away;
}

std::optional<seconds> parse_duration(std::string_view text) {
    // As long as the durations of Python are.
    constexpr seconds longest = std::chrono::days{1'000'000'000} - seconds{1};
    Scanner scanner(stripped(text));
    const bool is_back = scanner.take('-');
    if (!is_back) scanner.take('+');
    if (!scanner.take('P')) return std::nullopt;
    seconds length{0};
    bool any = false;
    const auto take = [&](char unit, seconds each) {
        const std::size_t place = scanner.at();
        const std::size_t count = scanner.digits(9);
        const std::string_view digits = scanner.since(place);
        if (count == 0 || !scanner.take(unit)) {
            scanner.back_to(place);
            return;
        }
        long long number = 0;
        for (const char digit : digits) number = number * 10 + (digit - '0');
        length += number * each;
        any = true;
    };
    take('W', std::chrono::days{7});
    take('D', std::chrono::days{1});
    if (scanner.take('T')) {
        take('H', an_hour);
        take('M', a_minute);
        take('S', seconds{1});
    }
    if (!any || !scanner.done() || length > longest) return std::nullopt;
    return is_back ? -length : length;
}

}  // namespace detail
}  // namespace probity::ics
