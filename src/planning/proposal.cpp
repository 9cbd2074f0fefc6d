#include "probity/planning/proposal.hpp"

#include <algorithm>
#include <limits>
#include <ostream>

#include "date/interruption.hpp"
#include "date/names.hpp"
#include "planning/proposal_words.hpp"
#include "planning/spread.hpp"
#include "probity/workdays/notice.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

using detail::Objections;
using detail::Place;
using detail::Spread;

constexpr int longest_window = 3660;
constexpr std::size_t most_runners_up = 3;
constexpr std::int64_t impossible = std::numeric_limits<std::int64_t>::max();

void check_range(const detail::Argument& member, std::int64_t value, std::int64_t least,
                 std::int64_t most) {
    if (value >= least && value <= most) return;
    throw ProbityError(detail::sentence(
        "proposal.range", {member, {"number", value}, {"least", least}, {"most", most}}));
}

void check(const ProposalRequest& request) {
    check_range({"member", "wanted"}, request.wanted, 0, 366);
    check_range({"member", "undated"}, request.undated, 0, 366);
    check_range({"member", "notice_days"}, request.notice_days, 0, 366);
    check_range({"member", "min_days_between"}, request.min_days_between, 1, 366);
    check_range({"member", detail::sentence("proposal.window")}, request.window.days(), 1,
                longest_window);
    check_range({"member", detail::sentence("proposal.fixed")},
                static_cast<std::int64_t>(request.fixed.size()), 0, longest_window);
    check_range({"member", "weights.weekday"}, request.weights.weekday, 0, 1'000'000);
    check_range({"member", "weights.avoided"}, request.weights.avoided, 0, 1'000'000);
    check_range({"member", "weights.bridge"}, request.weights.bridge, 0, 1'000'000);
}

template <class Range, class Value>
bool contains(const Range& range, const Value& value) {
    return std::find(range.begin(), range.end(), value) != range.end();
}

Objections objections_to(const Date& date, const ProposalRequest& request,
                         const WorkCalendar& workdays) {
    const auto& preferred = request.preferred_weekdays;
    return {.weekday = !preferred.empty() && !contains(preferred, weekday_of(date)),
            .avoided = std::any_of(request.avoid.begin(), request.avoid.end(),
                                   [&](const Interval& days) { return days.contains(date); }),
            .bridge = request.avoid_bridges && is_bridge(workdays, date)};
}

std::vector<Date> in_order(std::vector<Date> dates) {
    std::sort(dates.begin(), dates.end());
    return dates;
}

std::vector<Date> fixed_in(const ProposalRequest& request) {
    std::vector<Date> found;
    for (const Date& date : in_order(request.fixed)) {
        if (request.window.contains(date)) found.push_back(date);
    }
    return found;
}

Date earliest_of(const ProposalRequest& request) {
    const Date first = request.window.begin();
    if (!request.on) return first;
    const NoticeDays notice{request.notice_days, request.clear_notice};
    return std::max(first, add_days(*request.on, notice.before()));
}

/// The working days on which a meeting could be.
std::vector<Date> possible_days(const ProposalRequest& request, const WorkCalendar& workdays) {
    const Date earliest = earliest_of(request);
    const std::vector<Date> fixed = in_order(request.fixed);
    std::vector<Date> found;
    for (const Date date : workdays.working_days(request.window)) {
        if (date < earliest) continue;
        const auto far = [&](const Date& other) {
            return std::abs(day_number(date) - day_number(other)) >= request.min_days_between;
        };
        const auto next = std::lower_bound(fixed.begin(), fixed.end(), date);
        if (next != fixed.end() && !far(*next)) continue;
        if (next != fixed.begin() && !far(*(next - 1))) continue;
        found.push_back(date);
    }
    return found;
}

/// A day on which a meeting could be, with what it costs by itself.
struct Candidate {
    Date date;
    Place place;
    Objections objections;
    std::int64_t cost;
    /// The first candidate that is far enough after it.
    std::size_t next;
};

/// Chooses the candidates of least cost.
class Chooser {
  public:
    Chooser(const ProposalRequest& request, const WorkCalendar& workdays)
        : request_(request),
          fixed_(fixed_in(request)),
          meetings_(request.wanted + request.undated + static_cast<std::int64_t>(fixed_.size())),
          spread_(request.window, meetings_, fixed_) {
        const std::vector<Date> days = possible_days(request, workdays);
        for (const Date& date : days) {
            const Objections objections = objections_to(date, request, workdays);
            const std::int64_t bound = std::int64_t{day_number(date)} + request.min_days_between;
            const auto next =
                std::partition_point(days.begin(), days.end(),
                                     [&](const Date& other) { return day_number(other) < bound; });
            candidates_.push_back({.date = date,
                                   .place = spread_.place(date),
                                   .objections = objections,
                                   .cost = spread_.unit() * weight_of(objections),
                                   .next = static_cast<std::size_t>(next - days.begin())});
        }
        check_that_they_fit();
    }

    [[nodiscard]] std::vector<Proposal> proposals() const {
        const std::vector<std::size_t> chosen = best_choice();
        const std::int64_t total = total_cost(chosen);
        std::vector<Proposal> found;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            found.push_back({.date = candidates_[chosen[i]].date,
                             .cost = in_days(total),
                             .reason = reason_of(chosen, i),
                             .runners_up = runners_up(chosen, i, total)});
        }
        return found;
    }

  private:
    [[nodiscard]] std::int64_t weight_of(const Objections& objections) const {
        const ProposalWeights& weights = request_.weights;
        return (objections.weekday ? weights.weekday : 0) +
               (objections.avoided ? weights.avoided : 0) +
               (objections.bridge ? weights.bridge : 0);
    }

    void check_that_they_fit() const {
        int fit = 0;
        for (std::size_t i = 0; i < candidates_.size(); i = candidates_[i].next) ++fit;
        if (fit >= request_.wanted) return;
        const int days = request_.min_days_between;
        throw ProbityError(detail::sentence(
            request_.wanted == 1 ? "proposal.one_does_not_fit" : "proposal.do_not_fit",
            {{"wanted", request_.wanted},
             {"window", to_string(request_.window)},
             {"fit",
              detail::sentence(fit == 1 ? "proposal.fits" : "proposal.fit", {{"number", fit}})},
             {"earliest", detail::written(earliest_of(request_))},
             {"apart", detail::sentence(days == 1 ? "days.one" : "days", {{"number", days}})}}));
    }

    /// The cost of a candidate that comes next after a place.
    [[nodiscard]] std::int64_t step(const Place& from, const Candidate& to) const {
        return spread_.cost(from, to.place) + to.cost;
    }

    using Costs = std::vector<std::int64_t>;

    /// The least cost of all that comes after a place, where rest[i] is that after candidate i.
    [[nodiscard]] std::int64_t least(const Place& from, std::size_t first,
                                     const Costs& rest) const {
        std::int64_t best = impossible;
        for (std::size_t i = first; i < candidates_.size(); ++i) {
            if (rest[i] != impossible) best = std::min(best, step(from, candidates_[i]) + rest[i]);
        }
        return best;
    }

    /// rests[j][i]: the least cost of all that comes after candidate i, j more meetings among it.
    [[nodiscard]] std::vector<Costs> least_rests() const {
        const auto wanted = static_cast<std::size_t>(request_.wanted);
        std::vector<Costs> rests(wanted, Costs(candidates_.size()));
        for (std::size_t j = 0; j < wanted; ++j) {
            for (std::size_t i = 0; i < candidates_.size(); ++i) {
                detail::interruption_point();
                const Candidate& each = candidates_[i];
                rests[j][i] = j == 0 ? spread_.cost(each.place, spread_.end())
                                     : least(each.place, each.next, rests[j - 1]);
            }
        }
        return rests;
    }

    /// The choice of least cost; of several the one whose first date is earliest, and so on.
    [[nodiscard]] std::vector<std::size_t> best_choice() const {
        const std::vector<Costs> rests = least_rests();
        std::vector<std::size_t> chosen;
        Place from = spread_.begin();
        std::size_t first = 0;
        for (std::size_t j = rests.size(); j-- > 0;) {
            const std::int64_t best = least(from, first, rests[j]);
            while (rests[j][first] == impossible ||
                   step(from, candidates_[first]) + rests[j][first] != best) {
                ++first;
            }
            chosen.push_back(first);
            from = candidates_[first].place;
            first = candidates_[first].next;
        }
        return chosen;
    }

    [[nodiscard]] Place place_before(const std::vector<std::size_t>& chosen, std::size_t i) const {
        return i == 0 ? spread_.begin() : candidates_[chosen[i - 1]].place;
    }
    [[nodiscard]] Place place_after(const std::vector<std::size_t>& chosen, std::size_t i) const {
        return i + 1 == chosen.size() ? spread_.end() : candidates_[chosen[i + 1]].place;
    }

    [[nodiscard]] std::int64_t total_cost(const std::vector<std::size_t>& chosen) const {
        std::int64_t total = 0;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            total += step(place_before(chosen, i), candidates_[chosen[i]]);
        }
        return chosen.empty()
                   ? 0
                   : total + spread_.cost(candidates_[chosen.back()].place, spread_.end());
    }

    /// The cost of the gaps on both sides of one meeting, and of its day.
    [[nodiscard]] std::int64_t cost_around(const std::vector<std::size_t>& chosen, std::size_t i,
                                           const Candidate& day) const {
        return step(place_before(chosen, i), day) + spread_.cost(day.place, place_after(chosen, i));
    }

    [[nodiscard]] std::vector<RunnerUp> runners_up(const std::vector<std::size_t>& chosen,
                                                   std::size_t i, std::int64_t total) const {
        const std::size_t first = i == 0 ? 0 : candidates_[chosen[i - 1]].next;
        const std::size_t after = i + 1 == chosen.size() ? candidates_.size() : chosen[i + 1];
        const std::int64_t others = total - cost_around(chosen, i, candidates_[chosen[i]]);
        std::vector<std::pair<std::int64_t, std::size_t>> ranked;
        for (std::size_t k = first; k < after; ++k) {
            const bool leaves_room = i + 1 == chosen.size() || candidates_[k].next <= after;
            if (k == chosen[i] || !leaves_room) continue;
            ranked.emplace_back(others + cost_around(chosen, i, candidates_[k]), k);
        }
        const std::size_t shown = std::min(most_runners_up, ranked.size());
        std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(shown),
                          ranked.end());
        std::vector<RunnerUp> found;
        for (std::size_t k = 0; k < shown; ++k) {
            std::vector<std::size_t> instead = chosen;
            instead[i] = ranked[k].second;
            found.push_back({.date = candidates_[ranked[k].second].date,
                             .cost = in_days(ranked[k].first),
                             .reason = reason_of(instead, i)});
        }
        return found;
    }

    [[nodiscard]] Text reason_of(const std::vector<std::size_t>& chosen, std::size_t i) const {
        const Candidate& day = candidates_[chosen[i]];
        std::vector<Date> others = fixed_;
        for (std::size_t k = 0; k < chosen.size(); ++k) {
            if (k != i) others.push_back(candidates_[chosen[k]].date);
        }
        return detail::reason_of(day.date, in_order(std::move(others)), request_.window, meetings_,
                                 day.objections);
    }

    [[nodiscard]] double in_days(std::int64_t cost) const {
        return static_cast<double>(cost) / static_cast<double>(spread_.unit());
    }

    const ProposalRequest& request_;
    std::vector<Date> fixed_;
    std::int64_t meetings_;
    Spread spread_;
    std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<Proposal> propose(const ProposalRequest& request, const WorkCalendar& workdays) {
    check(request);
    if (request.wanted == 0) return {};
    return Chooser(request, workdays).proposals();
}

bool is_bridge(const WorkCalendar& workdays, const Date& date) {
    const auto is_off = [&](std::int64_t days) {
        const Date beside = add_days(date, days);
        return workdays.horizon().contains(beside) && !workdays.is_working_day(beside);
    };
    return workdays.is_working_day(date) && is_off(-1) && is_off(1);
}

std::ostream& operator<<(std::ostream& out, const Proposal& proposal) {
    return out << to_string(proposal.date);
}

}  // namespace probity
