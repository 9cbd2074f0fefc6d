// The answer about a period, in sentences.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "probity/date/date.hpp"
#include "probity/text/language.hpp"
#include "probity/workdays/deadline.hpp"
#include "workdays/period_acts.hpp"

namespace probity::detail {

/// "2026-09-21 14:30", "2026. 9. 21. 14:30".
[[nodiscard]] std::string time_text(const std::chrono::local_seconds& time, Language language);

/// Writes text and text_en of a deadline from what else it holds. `start` is the day of the event, with
/// its time if hours are counted; `from` the time from which they are.
struct PeriodStart {
    Date day{};
    std::optional<std::chrono::local_seconds> time = std::nullopt;
    std::optional<std::chrono::local_seconds> from = std::nullopt;
};
void write_text(Deadline& deadline, const PeriodStart& start, const LegalPeriod& period,
                const Counting& counting);
/// The same of a day that a law names.
void write_text(Deadline& deadline);

}  // namespace probity::detail
