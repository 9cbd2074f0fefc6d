// A holiday: one named day on which offices are closed, with the ground for it.
//
//     for (const Holiday& day : WorkCalendar::korea().holidays(make_date(2026, 5, 20),
//                                                              make_date(2026, 6, 10))) ...
//
//     2026-05-24  부처님 오신 날               Buddha's Birthday                       public_holiday
//     2026-05-25  대체공휴일(부처님 오신 날)   Substitute holiday (Buddha's Birthday)  substitute
//     2026-06-03  전국동시지방선거             Local elections                         election
//     2026-06-06  현충일                       Memorial Day                            public_holiday
//
// Several may fall on one date, as Children's Day and Buddha's Birthday do on 2025-05-05: each is a
// Holiday of its own, in the order in which the national almanac lists them.
#pragma once

#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// The sort of a holiday. The first six are those of the Korean regulation.
enum class HolidayKind : std::uint8_t {
    /// 국경일, a day of the National Days Act: 1 March, 17 July, 15 August, 3 and 9 October.
    national_day,
    /// 명절: Seollal and Chuseok with the days before and after.
    traditional,
    /// 공휴일: any other day that the law lists, such as Children's Day.
    public_holiday,
    /// 대체공휴일: the working day that Article 3 gives for a holiday lost to a weekend or another.
    substitute,
    /// 선거일: polling day of an election at the end of a term.
    election,
    /// 임시공휴일: a day that the government designates once; also an election after a vacancy.
    temporary,
    /// 휴무일: a day on which the institution itself closes, such as its foundation day.
    closure,
    /// 반일 근무일: a day that is worked until noon. It is a working day and no public holiday.
    half_day,
};

/// One named holiday on one date.
struct Holiday {
    Date date{};
    /// The official name: "대체공휴일(설날)", "Substitute holiday (Seollal)".
    Text name = {};
    HolidayKind kind = HolidayKind::public_holiday;
    /// By what it is a holiday: the article and decree, or the decision; empty if none is known.
    Text basis = {};
    /// When the law or the decision was made; none if that is not known.
    std::optional<Date> decided_on = std::nullopt;

    friend bool operator==(const Holiday&, const Holiday&) = default;
};

/// "substitute", the kind's name in C++ and Python.
[[nodiscard]] std::string_view to_string(HolidayKind kind) noexcept;
/// "substitute holiday", "대체공휴일".
[[nodiscard]] std::string_view title(HolidayKind kind, Language language) noexcept;
/// Reads "substitute". Throws ProbityError naming the kinds there are.
[[nodiscard]] HolidayKind parse_holiday_kind(std::string_view text);

/// "2026-05-25 대체공휴일(부처님 오신 날)".
[[nodiscard]] std::string to_string(const Holiday& holiday);
std::ostream& operator<<(std::ostream& out, HolidayKind kind);
std::ostream& operator<<(std::ostream& out, const Holiday& holiday);

static_assert(std::regular<Holiday>);

}  // namespace probity
