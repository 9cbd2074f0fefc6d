#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <utility>

#include "date/hash.hpp"
#include "date/names.hpp"
#include "recurrence/expression.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

// How many times of day a rule names.
int times_a_day(const Rule& rule) {
    const auto numbers = [](std::uint64_t part) { return part == 0 ? 1 : std::popcount(part); };
    return numbers(rule.by_hour()) * numbers(rule.by_minute()) * numbers(rule.by_second());
}

// Times of day are ignored, unless there are several and the rule counts them, or ends at one.
const Rule& checked_dates(const Rule& rule) {
    if (rule.frequency() < Frequency::daily || times_a_day(rule) == 1) return rule;
    const bool is_counted = rule.count().has_value();
    const bool has_positions = !rule.by_set_pos().empty();
    if (!is_counted && !has_positions && rule.until_time().empty()) return rule;
    throw RuleError(
        sentence("rrule.times_a_day", {{"rule", to_string(rule)},
                                       {"times", times_a_day(rule)},
                                       {"what", sentence(is_counted      ? "rrule.count_counts"
                                                         : has_positions ? "rrule.positions_pick"
                                                                         : "rrule.before_until")}}),
        0);
}

std::int64_t count_between(const std::vector<DayNumber>& days, std::int64_t begin,
                           std::int64_t end) {
    constexpr std::size_t many = 64;
    if (days.size() > many) return count_below(days, end) - count_below(days, begin);
    // A few are all looked at: there is no branch to predict, and several go at once. The days asked
    // about are no further out than one past the last.
    const auto first = static_cast<DayNumber>(begin);
    const auto last = static_cast<DayNumber>(end);
    DayNumber n = 0;
    for (const DayNumber day : days) n += static_cast<DayNumber>(day < last) - (day < first);
    return n;
}

}  // namespace

void Expression::throw_unknown(std::int64_t day, std::int64_t end) const {
    const Text asked =
        day > last_day_number
            ? sentence("recurrence.to_the_end")
            : sentence("recurrence.up_to", {{"day", detail::written(unchecked_date(day))}});
    // A shift can move all that is known to before the first date there is.
    const Text known =
        end > first_day_number
            ? sentence("recurrence.known_to", {{"last", detail::written(unchecked_date(end - 1))}})
            : sentence("recurrence.known_before");
    throw HorizonError(
        sentence("recurrence.unknown", {{"rule", text()}, {"asked", asked}, {"known", known}}));
}

RuleExpression::RuleExpression(const Rule& rule, DayNumber start, std::vector<DayNumber> extra,
                               std::vector<DayNumber> excepted)
    : rule_(checked_dates(rule)),
      start_(start),
      extra_(std::move(extra)),
      excepted_(std::move(excepted)),
      form_(make_form(rule, start)),
      form_known_end_(form_->known_end()),
      until_end_(rule.until() ? std::int64_t{day_number(*rule.until())} + 1 : no_later_day),
      is_counted_(rule.count().has_value()),
      has_exceptions_(!extra_.empty() || !excepted_.empty()) {
    sort_once(extra_);
    sort_once(excepted_);
}

// --- The rule's own dates -------------------------------------------------------------------------

std::int64_t RuleExpression::first_rank() const {
    return first_rank_.get([this] { return form_->rank(start_); });
}

std::int64_t RuleExpression::count_end() const {
    return count_end_.get([this] {
        const std::int64_t last = form_->select(first_rank() + *rule_.count() - 1);
        return std::min(last + 1, no_later_day);
    });
}

bool RuleExpression::rule_contains(std::int64_t day) const {
    return day >= start_ && day < rule_end() && form_->contains(day);
}

std::int64_t RuleExpression::rule_rank(std::int64_t day) const {
    const std::int64_t end = rule_end();
    if (day <= start_ || end <= start_) return 0;
    return form_->rank(std::min(day, end)) - first_rank();
}

std::int64_t RuleExpression::rule_count(std::int64_t begin, std::int64_t end) const {
    end = std::min(end, rule_end());
    if (std::max<std::int64_t>(begin, start_) >= end) return 0;
    return form_->rank(end) - (begin <= start_ ? first_rank() : form_->rank(begin));
}

std::int64_t RuleExpression::rule_select(std::int64_t k) const {
    if (is_counted_ && k >= *rule_.count()) return no_later_day;
    // The first date needs no count of those before the start.
    const std::int64_t day = k == 0 ? form_->next_from(start_) : form_->select(first_rank() + k);
    return is_counted_ || day < until_end_ ? day : no_later_day;
}

std::int64_t RuleExpression::rule_next_from(std::int64_t day) const {
    // COUNT is at least 1: the first date is within it.
    const std::int64_t end = is_counted_ && day <= start_ ? no_later_day : rule_end();
    if (day >= end) return no_later_day;
    const std::int64_t next = form_->next_from(std::max<std::int64_t>(day, start_));
    return next < end ? next : no_later_day;
}

std::int64_t RuleExpression::rule_last_before(std::int64_t day) const {
    const std::int64_t before = std::min(day, rule_end());
    if (before <= start_) return no_earlier_day;
    const std::int64_t last = form_->last_before(before);
    return last >= start_ ? last : no_earlier_day;
}

// --- With extra and excepted dates ----------------------------------------------------------------

const Exceptions<DayNumber>& RuleExpression::exceptions() const {
    return exceptions_.get([this] {
        return Exceptions<DayNumber>(
            extra_, excepted_, known_end(), [this](std::int64_t day) { return rule_contains(day); },
            [this](std::int64_t day) { return rule_rank(day); });
    });
}

bool RuleExpression::contains(std::int64_t day) const {
    if (!has_exceptions_) [[likely]] {
        return rule_contains(day);
    }
    return !has(excepted_, day) && (has(extra_, day) || rule_contains(day));
}

std::int64_t RuleExpression::rank(std::int64_t day) const {
    const std::int64_t rank = rule_rank(day);
    if (!has_exceptions_) [[likely]] {
        return rank;
    }
    return exceptions().rank(day, rank);
}

std::int64_t RuleExpression::count(std::int64_t begin, std::int64_t end) const {
    if (!has_exceptions_) [[likely]] {
        return rule_count(begin, end);
    }
    const Exceptions<DayNumber>& e = exceptions();
    return rule_count(begin, end) + count_between(e.added, begin, end) -
           count_between(e.removed, begin, end);
}

std::int64_t RuleExpression::select(std::int64_t k) const {
    if (!has_exceptions_) [[likely]] {
        return rule_select(k);
    }
    return exceptions().select(k, [this](std::int64_t n) { return rule_select(n); });
}

std::int64_t RuleExpression::next_from(std::int64_t day) const {
    if (!has_exceptions_) [[likely]] {
        return rule_next_from(day);
    }
    return exceptions().next_from(day, no_later_day,
                                  [this](std::int64_t from) { return rule_next_from(from); });
}

std::int64_t RuleExpression::last_before(std::int64_t day) const {
    if (!has_exceptions_) [[likely]] {
        return rule_last_before(day);
    }
    return exceptions().last_before(day, no_earlier_day,
                                    [this](std::int64_t from) { return rule_last_before(from); });
}

std::size_t RuleExpression::emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                                 std::size_t room) const {
    if (!has_exceptions_) [[likely]] {
        if (is_counted_) {
            if (const auto written = emit_counted(begin, end, out, room)) return *written;
        }
        return form_->emit(std::max<std::int64_t>(begin, start_), std::min(end, rule_end()), out,
                           room);
    }
    std::size_t n = 0;
    for (std::int64_t day = next_from(begin); day < end && n < room; day = next_from(day + 1)) {
        out[n++] = static_cast<DayNumber>(day);
    }
    return n;
}

std::optional<std::size_t> RuleExpression::emit_counted(std::int64_t begin, std::int64_t end,
                                                        DayNumber* out, std::size_t room) const {
    // Some forty years, or so many dates.
    constexpr std::int64_t longest_walk = 40 * 366;
    if (!form_->is_cold() || begin - start_ > longest_walk) return std::nullopt;
    auto left = static_cast<std::size_t>(*rule_.count());
    std::array<DayNumber, 128> skipped;
    for (std::int64_t from = start_; from < begin;) {
        const std::size_t n =
            form_->emit(from, begin, skipped.data(), std::min(skipped.size(), left));
        left -= n;
        if (left == 0) return 0;
        if (n < skipped.size()) break;
        from = skipped.back() + std::int64_t{1};
    }
    return form_->emit(std::max<std::int64_t>(begin, start_), end, out, std::min(room, left));
}

void RuleExpression::fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const {
    const std::int64_t first = std::max<std::int64_t>(begin, start_);
    const std::int64_t last = std::min(end, rule_end());
    if (first == begin) {
        form_->fill(begin, last, words);
    } else if (first < last) {
        RankedBits::Words drawn = RankedBits::words_for(static_cast<std::size_t>(last - first));
        form_->fill(first, last, drawn.data());
        or_bits(words, static_cast<std::size_t>(first - begin), drawn.data(),
                static_cast<std::size_t>(last - first));
    }
    const auto bit = [&](std::int64_t day) {
        return std::uint64_t{1} << ((day - begin) % word_bits);
    };
    const auto word = [&](std::int64_t day) -> std::uint64_t& {
        return words[(day - begin) / word_bits];
    };
    for (const DayNumber day : extra_) {
        if (day >= begin && day < end) word(day) |= bit(day);
    }
    for (const DayNumber day : excepted_) {
        if (day >= begin && day < end) word(day) &= ~bit(day);
    }
}

DayRange RuleExpression::range() const {
    DayRange range{start_, rule_end()};
    if (!extra_.empty()) {
        if (range.begin >= range.end) return {extra_.front(), extra_.back() + std::int64_t{1}};
        range.begin = std::min<std::int64_t>(range.begin, extra_.front());
        range.end = std::max<std::int64_t>(range.end, extra_.back() + std::int64_t{1});
    }
    return range;
}

std::int64_t RuleExpression::known_end() const {
    if (form_known_end_ == no_later_day || rule_end() <= form_known_end_) return no_later_day;
    return form_known_end_;
}

bool RuleExpression::is_finite() const {
    if (rule_.count() || rule_.until()) return true;
    if (form_->next_from(start_) != no_later_day) return false;
    require_all_known();
    return true;
}

std::int64_t RuleExpression::most_dates() const {
    if (!is_counted_) return Expression::most_dates();
    return *rule_.count() + static_cast<std::int64_t>(extra_.size());
}

// --- What it is -----------------------------------------------------------------------------------

bool RuleExpression::same_itself(const Expression& other) const {
    const auto* same = dynamic_cast<const RuleExpression*>(&other);
    return same != nullptr && start_ == same->start_ && rule_ == same->rule_ &&
           extra_ == same->extra_ && excepted_ == same->excepted_;
}

std::size_t RuleExpression::hash() const {
    return hash_.get([this] {
        Hash hash;
        hash.mix(rule_.hash());
        const auto mix = [&hash](DayNumber day) { hash.mix(static_cast<std::uint32_t>(day)); };
        mix(start_);
        for (const DayNumber day : extra_) mix(day);
        hash.mix(extra_.size());  // tells extra dates from excepted ones
        for (const DayNumber day : excepted_) mix(day);
        return hash.value();
    });
}

std::string RuleExpression::text() const {
    const auto append_dates = [](std::string& out, std::string_view name,
                                 const std::vector<DayNumber>& days) {
        if (days.empty()) return;
        out += ", ";
        out += name;
        out += "={";
        for (std::size_t i = 0; i < days.size(); ++i) {
            if (i != 0) out += ", ";
            out += to_string(unchecked_date(days[i]));
        }
        out += "}";
    };
    std::string out = "Recurrence(" + to_string(rule_) + ", " + to_string(unchecked_date(start_));
    append_dates(out, "rdates", extra_);
    append_dates(out, "exdates", excepted_);
    return out + ")";
}

}  // namespace probity::detail
