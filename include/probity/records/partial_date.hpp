// A date of which the day, or the month too, is not known: "established in June 2025".
//
//     PartialDate june{2025, 6};
//     to_string(june);                    // "2025-06"
//     june.days();                        // [2025-06-01, 2025-07-01): the days that it can be
#pragma once

#include <concepts>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"

namespace probity {

/// A year, a month of a year, or a day.
class PartialDate {
  public:
    /// Throws DateError for a year, month or day that does not exist.
    explicit PartialDate(int year, std::optional<int> month = std::nullopt,
                         std::optional<int> day = std::nullopt);

    /// Reads "2025", "2025-06" or "2025-06-18". Throws DateError on anything else.
    [[nodiscard]] static PartialDate parse(std::string_view text);

    [[nodiscard]] int year() const noexcept { return year_; }
    [[nodiscard]] std::optional<int> month() const noexcept { return month_; }
    [[nodiscard]] std::optional<int> day() const noexcept { return day_; }

    /// The days that it can be.
    [[nodiscard]] Interval days() const;

    friend bool operator==(const PartialDate&, const PartialDate&) = default;

  private:
    int year_;
    std::optional<int> month_;
    std::optional<int> day_;
};

/// As much of "2025-06-18" as is known.
[[nodiscard]] std::string to_string(const PartialDate& date);
std::ostream& operator<<(std::ostream& out, const PartialDate& date);

static_assert(std::copyable<PartialDate> && std::equality_comparable<PartialDate>);

}  // namespace probity
