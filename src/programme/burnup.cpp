#include "probity/programme/burnup.hpp"

#include <utility>

#include "date/names.hpp"
#include "date/text.hpp"
#include "programme/tally.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

/// The dates of the points: those of the steps, and the last day of the window.
std::vector<Date> burnup_dates(const Interval& window, BurnupStep step) {
    if (!window.end()) {
        throw ProbityError(
            detail::sentence("burnup.window", {{"begin", detail::written(window.begin())}}));
    }
    const Date last = window.last();
    std::vector<Date> dates;
    for (int k = 0;; ++k) {
        Date date = window.begin();
        if (step == BurnupStep::month) {
            const auto next = slot(EveryMonths{1, window.begin()}, k);
            if (!next) break;
            date = *next;
        } else {
            const std::int64_t days = std::int64_t{k} * (step == BurnupStep::week ? 7 : 1);
            if (days > (last - window.begin()).days()) break;
            date = add_days(window.begin(), days);
        }
        if (date > last) break;
        dates.push_back(date);
    }
    if (dates.back() != last) dates.push_back(last);
    return dates;
}

}  // namespace

detail::BurnupSums::BurnupSums(const Interval& window, BurnupStep step) {
    const std::vector<Date> dates = burnup_dates(window, step);
    first_ = day_number(dates.front());
    last_ = day_number(dates.back());
    points_.resize(dates.size());
    places_.reserve(static_cast<std::size_t>(last_ - first_) + 1);
    for (std::size_t i = 0; i < dates.size(); ++i) {
        points_[i].date = dates[i];
        const auto days = static_cast<std::size_t>(day_number(dates[i]) - first_) + 1;
        places_.resize(days, static_cast<std::uint32_t>(i));
    }
}

std::vector<BurnupPoint> detail::BurnupSums::points() && {
    for (std::size_t i = 1; i < points_.size(); ++i) {
        points_[i].total += points_[i - 1].total;
        points_[i].done += points_[i - 1].done;
        points_[i].total_weight += points_[i - 1].total_weight;
        points_[i].done_weight += points_[i - 1].done_weight;
    }
    return std::move(points_);
}

std::vector<BurnupPoint> burnup(const Programme& programme, const Interval& window,
                                BurnupStep step) {
    detail::BurnupSums sums(window, step);
    std::vector<detail::TaskStep> steps;
    for (const Task& task : programme.tasks()) {
        steps.clear();
        detail::append_steps(task, steps);
        sums.add(steps, task.weight);
    }
    return std::move(sums).points();
}

std::string_view to_string(BurnupStep step) noexcept {
    constexpr std::string_view names[] = {"day", "week", "month"};
    return names[static_cast<std::size_t>(step)];
}

BurnupStep parse_burnup_step(std::string_view text) {
    for (const BurnupStep step : {BurnupStep::day, BurnupStep::week, BurnupStep::month}) {
        if (to_string(step) == text) return step;
    }
    throw ProbityError(detail::sentence("burnup.step", {{"text", detail::printable(text)}}));
}

}  // namespace probity
