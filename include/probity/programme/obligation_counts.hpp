// How the obligations of one office or many stand on a day, counted.
//
//     const std::vector<ObligationCount> counts =
//         count_obligations(std::vector{mapo, dobong}, make_date(2026, 7, 1), 2026);
//     counts.front().late;        // 1, of the first office's first obligation
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "probity/programme/programme.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// The instances of one obligation of a programme, counted.
struct ObligationCount {
    /// The ids of the programme and of the Obligation.
    std::string programme = {};
    std::string obligation = {};
    Text title = {};
    /// How many instances fall due in the year, and how they stand.
    std::int64_t owed = 0;
    std::int64_t open = 0;
    std::int64_t done = 0;
    std::int64_t late = 0;
    std::int64_t waived = 0;

    friend bool operator==(const ObligationCount&, const ObligationCount&) = default;
};

/// How the instances that fall due in a year stand on a day: programme by programme in their order, and in
/// each obligation by obligation. An obligation without instances in the year has no row. Without a work
/// calendar it is Korea's, without a year that of the day. Throws HorizonError where the calendar has no
/// legal days.
[[nodiscard]] std::vector<ObligationCount> count_obligations(
    std::span<const Programme> programmes, const Date& on,
    const std::optional<int>& year = std::nullopt,
    const std::optional<WorkCalendar>& workdays = std::nullopt);

static_assert(std::regular<ObligationCount>);

}  // namespace probity
