#include "date/written_date.hpp"

#include <algorithm>
#include <array>

#include "date/date_scanner.hpp"
#include "date/names.hpp"
#include "date/text.hpp"
#include "probity/date/written_date.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace detail {
namespace {

using namespace std::string_view_literals;

/// Whether a text has one of these words.
bool has_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}

/// How many numbers stand in a text.
std::size_t numbers_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        count += is_decimal(text[i]) && (i == 0 || !is_decimal(text[i - 1])) ? 1 : 0;
    }
    return count;
}

/// A year of two digits: 69 to 99 are of the last century, as POSIX has it for %y.
int full_year(int two_digits) { return two_digits + (two_digits >= 69 ? 1900 : 2000); }

/// Reads one date.
class DateReader {
  public:
    explicit DateReader(std::string_view text) : in_(text) {}

    WrittenDate read() {
        // "~ 2026. 3. 18." says the same as "2026. 3. 18.까지".
        until_read_ = in_.skip("~");
        in_.blanks();
        if (!year() || !month() || !day()) return std::move(out_);
        try {
            out_.date = make_date(year_, month_, day_);
        } catch (const DateError& error) {
            out_.reason = error.text();
            return problem(DateProblem::no_such_day);
        }
        return tail();
    }

  private:
    enum class Mark : std::uint8_t { dot, hyphen, slash, word };

    WrittenDate problem(DateProblem which) {
        out_.problem = which;
        return std::move(out_);
    }
    bool fail(DateProblem which) {
        out_.problem = which;
        return false;
    }

    bool year() {
        // It stands for the century, or marks a text in a spreadsheet.
        const bool apostrophe = in_.skip("'");
        const std::string_view number = in_.number();
        if (number.size() == 8) return compact(number);
        if (number.size() == 6 && in_.at_end()) return six_digits(number);
        if (number.empty() || number.size() > 5) return fail(DateProblem::form);
        year_ = *digits(number);
        in_.blanks();
        if (in_.skip_one_of({"년", "年"})) {
            mark_ = Mark::word;
        } else if (in_.skip(".")) {
            mark_ = Mark::dot;
        } else if (in_.skip("-")) {
            mark_ = Mark::hyphen;
        } else if (in_.skip("/")) {
            mark_ = Mark::slash;
        } else {
            const bool month_first = in_.skip_one_of({"월", "月"}) && number.size() <= 2;
            return fail(month_first ? DateProblem::no_year : DateProblem::form);
        }
        in_.blanks();
        if (number.size() >= 4) return true;
        if (number.size() == 2 && (apostrophe || mark_ == Mark::word)) {
            year_ = full_year(year_);
            return true;
        }
        return year_is_elsewhere(number);
    }

    /// "3/18/2026", "26. 3. 18.", "3. 18.": the first number is no year.
    bool year_is_elsewhere(std::string_view first) {
        const std::string_view second = in_.number();
        in_.blanks();
        if (first.size() > 2 || second.empty() || second.size() > 2) return fail(DateProblem::form);
        const bool more = in_.skip_one_of({".", "-", "/"});
        in_.blanks();
        const std::string_view third = in_.number();
        if (third.size() == 4) return fail(DateProblem::year_last);
        if (third.size() == 1 || third.size() == 2) return fail(DateProblem::short_year);
        return fail(third.empty() && (mark_ != Mark::hyphen || more) ? DateProblem::no_year
                                                                     : DateProblem::form);
    }

    /// "202603", a month of a year, or "260318", which no year is read of.
    bool six_digits(std::string_view number) {
        const int year = *digits(number.substr(0, 4)), month = *digits(number.substr(4));
        const bool is_month = year >= 1900 && year < 2100 && month >= 1 && month <= 12;
        return fail(is_month ? DateProblem::no_day : DateProblem::short_year);
    }

    bool compact(std::string_view number) {
        year_ = *digits(number.substr(0, 4));
        month_ = *digits(number.substr(4, 2));
        day_ = *digits(number.substr(6, 2));
        mark_ = Mark::hyphen;
        is_read_ = true;
        return true;
    }

    bool month() {
        if (is_read_) return true;
        const std::string_view number = in_.number();
        if (number.empty() || number.size() > 2) return fail(DateProblem::form);
        month_ = *digits(number);
        in_.blanks();
        if (in_.at_end()) {
            return fail(year_ > last_year ? DateProblem::form : DateProblem::no_day);
        }
        // Offices mix them: "2026. 3월 18일".
        const bool word = in_.skip_one_of({"월", "月"});
        const bool sign = !word && in_.skip(mark_ == Mark::hyphen  ? "-"
                                            : mark_ == Mark::slash ? "/"
                                                                   : ".");
        if (!word && !sign) return fail(DateProblem::form);
        in_.blanks();
        const bool part_of_month =
            in_.skip_one_of({"말", "초", "중", "상순", "하순", "경"}) || in_.at_end();
        return !part_of_month || fail(DateProblem::no_day);
    }

    bool day() {
        if (is_read_) return true;
        const std::string_view number = in_.number();
        if (number.empty() || number.size() > 2) return fail(DateProblem::form);
        day_ = *digits(number);
        const bool word = in_.skip_one_of({"일", "日"});
        DateScanner ahead = in_;
        ahead.blanks();
        const bool dotted = word || mark_ == Mark::dot || mark_ == Mark::word;
        if (dotted && ahead.skip(".")) in_ = ahead;
        return true;
    }

    /// The parts that may follow a date, each once: its weekday, a time of midnight, "까지".
    WrittenDate tail() {
        bool weekday_read = false, time_read = false;
        while (true) {
            const bool apart = in_.blanks();
            if (in_.at_end()) break;
            if (!until_read_ && in_.skip_one_of({"까지", "한", "限"})) {
                until_read_ = true;
                in_.skip(".");
            } else if (!weekday_read && weekday()) {
                weekday_read = true;
            } else if (!time_read && (in_.skip("T") || apart) && time()) {
                time_read = true;
            } else {
                return no_date(is_several() ? DateProblem::several : DateProblem::form);
            }
            if (late_problem_ == DateProblem::form) return no_date(DateProblem::form);
        }
        if (late_problem_ == DateProblem::none) return problem(DateProblem::none);
        if (late_problem_ == DateProblem::other_weekday) return problem(late_problem_);
        return no_date(late_problem_);
    }

    WrittenDate no_date(DateProblem which) {
        out_.date.reset();
        return problem(which);
    }

    /// "~ 3. 20.", "및 6. 30.", ", 2026. 6. 30.": another date follows.
    [[nodiscard]] bool is_several() const {
        DateScanner ahead = in_;
        const bool from = ahead.skip("부터");
        ahead.blanks();
        const bool to = ahead.skip_one_of({"~", "및", "또는", "와", "과"}) || from;
        const bool beside = ahead.skip_one_of({",", "/", "-", "&", "\u00b7", ";"});
        const bool time = ahead.rest().find(':') != std::string_view::npos;
        return !time && numbers_in(ahead.rest()) >= (to ? 1U : beside ? 2U : 3U);
    }

    bool weekday() {
        constexpr std::array brackets{
            std::pair{"("sv, ")"sv},           std::pair{"["sv, "]"sv},
            std::pair{"<"sv, ">"sv},           std::pair{"{"sv, "}"sv},
            std::pair{"\u3008"sv, "\u3009"sv}, std::pair{"\u3010"sv, "\u3011"sv},
            std::pair{"\u3014"sv, "\u3015"sv}};
        DateScanner ahead = in_;
        const auto bracket = std::find_if(brackets.begin(), brackets.end(),
                                          [&](const auto& each) { return ahead.skip(each.first); });
        const bool enclosed = bracket != brackets.end();
        if (enclosed) ahead.blanks();
        const std::string_view before = ahead.rest();
        const auto read = ahead.weekday();
        if (!read) return false;
        const std::string written(before.substr(0, before.size() - ahead.rest().size()));
        if (enclosed) {
            ahead.blanks();
            if (!ahead.skip(bracket->second)) return false;
        }
        in_ = ahead;
        if (*read != weekday_of(*out_.date)) {
            out_.weekday = written;
            late_problem_ = DateProblem::other_weekday;
        }
        return true;
    }

    /// "00:00", "00:00:00.000", "오전 12:00:00", "12:00 AM", with a zone or without; "14시 30분".
    bool time() {
        in_.blanks();
        bool morning = in_.skip_one_of({"오전", "AM"}), evening = in_.skip_one_of({"오후", "PM"});
        in_.blanks();
        const auto hour = part();
        if (!hour) return false;
        const bool in_words = in_.skip("시");
        if (!in_words && !in_.skip(":")) return false;
        if (in_words) in_.blanks();
        const auto minute = in_words && !is_digit_next() ? std::optional(0) : part();
        if (!minute || (in_words && is_digit_next())) return false;
        if (in_words) in_.skip("분");
        std::optional<int> second = 0;
        bool fraction = false;
        if (in_.skip(":")) {
            second = part();
            if (!second) return false;
            if (in_.skip(".")) {
                const std::string_view more = in_.number();
                if (more.empty()) return false;
                fraction = more.find_first_not_of('0') != std::string_view::npos;
            }
        }
        const bool zone = this->zone();
        if (!zone) {
            in_.blanks();
            morning = in_.skip("AM") || morning;
            evening = in_.skip("PM") || evening;
        }
        const int of_day = morning && *hour == 12 ? 0 : *hour;
        const bool midnight = !evening && of_day == 0 && *minute == 0 && *second == 0 && !fraction;
        if (late_problem_ != DateProblem::none) return true;
        if (!midnight) {
            late_problem_ = DateProblem::time_of_day;
        } else if (zone) {
            late_problem_ = DateProblem::zone;
        }
        return true;
    }

    [[nodiscard]] bool is_digit_next() const {
        return !in_.at_end() && is_decimal(in_.rest().front());
    }

    std::optional<int> part() {
        const std::string_view number = in_.number();
        return number.empty() || number.size() > 2 ? std::nullopt : digits(number);
    }

    bool zone() {
        if (in_.skip("Z")) return true;
        if (!in_.skip("+") && !in_.skip("-")) return false;
        in_.number();
        if (in_.skip(":")) in_.number();
        return true;
    }

    DateScanner in_;
    WrittenDate out_;
    Mark mark_ = Mark::dot;
    int year_ = 0, month_ = 0, day_ = 0;
    bool is_read_ = false;
    /// "까지" stands behind at most once, and not with "~" before the date.
    bool until_read_ = false;
    /// Of a date that is one by itself.
    DateProblem late_problem_ = DateProblem::none;
};

}  // namespace

WrittenDate written_date(std::string_view text) {
    // A date is short: what is longer is none, and costs nothing.
    constexpr std::size_t longest = 200;
    if (text.size() > longest) return {};
    const std::string given = usual_signs(text);
    WrittenDate out = DateReader(given).read();
    if (out.problem == DateProblem::form &&
        has_one_of(given, {"반기", "분기", "년 말", "년말", "연말", "연초", "연중", "월말", "월초",
                           "월중", "매년", "매월", "매주", "수시", "상시"})) {
        out.problem = DateProblem::period;
    }
    return out;
}

Text why(DateProblem problem) {
    switch (problem) {
        case DateProblem::short_year:
            return sentence("date.short_year");
        case DateProblem::year_last:
            return sentence("date.year_last");
        case DateProblem::no_year:
            return sentence("date.no_year");
        case DateProblem::no_day:
            return sentence("date.no_day");
        case DateProblem::period:
            return sentence("date.period");
        case DateProblem::several:
            return sentence("date.several");
        case DateProblem::time_of_day:
            return sentence("date.time_of_day");
        case DateProblem::zone:
            return sentence("date.zone");
        default:
            return sentence("date.form");
    }
}

}  // namespace detail

Date read_date(std::string_view text) {
    // Most dates are written as ISO 8601 has them.
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const auto year = detail::digits(text.substr(0, 4));
        const auto month = detail::digits(text.substr(5, 2));
        const auto day = detail::digits(text.substr(8));
        if (year && month && day) return make_date(*year, *month, *day);
    }
    const detail::WrittenDate written = detail::written_date(text);
    if (written.problem == detail::DateProblem::none) return *written.date;
    const std::string shown = detail::printable(text);
    if (written.problem == detail::DateProblem::no_such_day) {
        // As make_date says it, for the date itself.
        throw DateError(written.reason);
    }
    if (written.problem == detail::DateProblem::other_weekday) {
        const Weekday real = weekday_of(*written.date);
        throw DateError(
            detail::sentence("date.weekday", {{"text", shown},
                                              {"date", to_string(*written.date)},
                                              {"english", detail::english_weekday(real.index())},
                                              {"korean", detail::korean_weekday(real.index())},
                                              {"weekday", written.weekday}}));
    }
    throw DateError(
        detail::sentence("date.unread", {{"text", shown}, {"why", detail::why(written.problem)}}));
}

}  // namespace probity
