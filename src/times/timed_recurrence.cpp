#include "probity/times/timed_recurrence.hpp"

#include <algorithm>
#include <cstdlib>
#include <ostream>
#include <unordered_map>
#include <utility>

#include "date/interruption.hpp"
#include "recurrence/shared_parts.hpp"
#include "text/sentence.hpp"
#include "times/timed_combination.hpp"
#include "times/timed_expression.hpp"

namespace probity {
namespace {

using detail::no_earlier_time;
using detail::no_later_time;
using detail::TimedCombination;
using detail::TimedExpression;
using detail::TimedPointer;
using detail::TimedRule;
using Operation = TimedRecurrence::Step::Operation;
using std::chrono::seconds;
using std::chrono::sys_seconds;

std::int64_t position(const GivenTime& time, const std::optional<Zone>& zone) {
    if (const auto* local = std::get_if<LocalTime>(&time)) {
        return zone ? zone->instant(*local).time_since_epoch().count() : local->seconds();
    }
    const sys_seconds instant = std::get<sys_seconds>(time);
    if (!zone) {
        throw ProbityError(detail::sentence(
            "timed.instant", {{"seconds", std::int64_t{instant.time_since_epoch().count()}}}));
    }
    static_cast<void>(zone->local(instant));  // throws if there is none
    return instant.time_since_epoch().count();
}

std::vector<std::int64_t> positions(const std::vector<GivenTime>& times,
                                    const std::optional<Zone>& zone) {
    std::vector<std::int64_t> found;
    found.reserve(times.size());
    for (const GivenTime& time : times) found.push_back(position(time, zone));
    return found;
}

std::int64_t end_position(const std::optional<GivenTime>& end, const std::optional<Zone>& zone) {
    return end ? position(*end, zone) : no_later_time;
}

const TimedRule* as_rule(const TimedPointer& expression) {
    return dynamic_cast<const TimedRule*>(expression.get());
}

// All in [begin, end), without asking first how many there are: that would make tables where a handful
// is wanted. Of very many it is asked, so that more than memory holds is refused at once.
std::vector<std::int64_t> collect(const TimedExpression& expression, std::int64_t begin,
                                  std::int64_t end) {
    constexpr std::size_t very_many = std::size_t{1} << 20;
    std::vector<std::int64_t> times;
    std::size_t n = 0;
    std::size_t room = 64;
    while (true) {
        times.resize(n + room);
        detail::interruption_point();
        const std::size_t written = expression.emit(begin, end, times.data() + n, room);
        n += written;
        if (written < room) break;
        begin = times[n - 1] + 1;
        room = std::min(n * 3, very_many);
        if (n >= very_many && times.capacity() < n + very_many && expression.parts().empty()) {
            const auto left = static_cast<std::size_t>(expression.count(begin, end));
            times.reserve(n + left + very_many);
        }
    }
    times.resize(n);
    return times;
}

Text zone_text(const std::optional<Zone>& zone) {
    return zone ? detail::sentence("timed.zone", {{"name", zone->name()}})
                : detail::sentence("timed.no_zone");
}

TimedPointer combine(Operation operation, const TimedPointer& a, const TimedPointer& b) {
    if (a->zone() != b->zone()) {
        throw ProbityError(
            detail::sentence("timed.zones_differ",
                             {{"first", zone_text(a->zone())}, {"second", zone_text(b->zone())}}));
    }
    return std::make_shared<const TimedCombination>(operation, a, b);
}

}  // namespace

// --- Times ----------------------------------------------------------------------------------------

LocalTime ZonedTime::local() const {
    return zone_ ? zone_->local(sys_seconds{seconds{seconds_}}) : LocalTime::of_seconds(seconds_);
}

std::optional<sys_seconds> ZonedTime::instant() const {
    if (!zone_) return std::nullopt;
    return sys_seconds{seconds{seconds_}};
}

std::optional<seconds> ZonedTime::offset() const {
    if (!zone_) return std::nullopt;
    return zone_->offset(sys_seconds{seconds{seconds_}});
}

bool ZonedTime::is_second() const {
    return zone_ && zone_->instant(local()).time_since_epoch().count() < seconds_;
}

std::string to_string(const ZonedTime& time) {
    std::string out = to_string(time.local());
    const auto offset = time.offset();
    if (!offset) return out;
    const auto two_digits = [&out](std::int64_t number) {
        out += static_cast<char>('0' + number / 10);
        out += static_cast<char>('0' + number % 10);
    };
    const std::int64_t away = std::abs(offset->count());
    out += offset->count() < 0 ? '-' : '+';
    two_digits(away / 3600);
    out += ':';
    two_digits(away / 60 % 60);
    if (away % 60 != 0) {
        out += ':';
        two_digits(away % 60);
    }
    return out + "[" + time.zone()->name() + "]";
}

std::ostream& operator<<(std::ostream& out, const ZonedTime& time) {
    return out << to_string(time);
}

ZonedTime Times::operator[](std::size_t i) const {
    if (zone_) return ZonedTime(sys_seconds{std::chrono::seconds{seconds_[i]}}, *zone_);
    return ZonedTime(LocalTime::of_seconds(seconds_[i]));
}

// --- What it is -----------------------------------------------------------------------------------

TimedRecurrence::TimedRecurrence(const Rule& rule, const LocalTime& start, std::optional<Zone> zone,
                                 const std::vector<GivenTime>& extra_times,
                                 const std::vector<GivenTime>& excepted_times)
    : expression_(std::make_shared<const TimedRule>(rule, start, zone, positions(extra_times, zone),
                                                    positions(excepted_times, zone))) {}

std::optional<Rule> TimedRecurrence::rule() const {
    const TimedRule* const found = as_rule(expression_);
    return found != nullptr ? std::optional(found->rule()) : std::nullopt;
}

std::optional<LocalTime> TimedRecurrence::start() const {
    const TimedRule* const found = as_rule(expression_);
    return found != nullptr ? std::optional(found->start()) : std::nullopt;
}

std::optional<Zone> TimedRecurrence::zone() const { return expression_->zone(); }

Times TimedRecurrence::extra_times() const {
    const TimedRule* const found = as_rule(expression_);
    return found != nullptr ? Times(found->extra(), zone()) : Times({}, zone());
}

Times TimedRecurrence::excepted_times() const {
    const TimedRule* const found = as_rule(expression_);
    return found != nullptr ? Times(found->excepted(), zone()) : Times({}, zone());
}

std::vector<TimedRecurrence::Step> TimedRecurrence::steps() const {
    std::vector<Step> steps;
    std::unordered_map<const TimedExpression*, std::size_t> place;
    for (const TimedPointer* const next : detail::in_order(expression_)) {
        Step step;
        if (const auto* combination = dynamic_cast<const TimedCombination*>(next->get())) {
            step.operation = combination->operation();
            step.a = place.at(combination->parts().front().get());
            step.b = place.at(combination->parts().back().get());
        } else {
            step.rule = TimedRecurrence(*next);
        }
        place.emplace(next->get(), steps.size());
        steps.push_back(std::move(step));
    }
    return steps;
}

// --- Questions ------------------------------------------------------------------------------------

std::optional<ZonedTime> TimedRecurrence::time_or_none(std::int64_t at) const {
    if (at == no_later_time || at == no_earlier_time) return std::nullopt;
    const std::optional<Zone>& zone = expression_->zone();
    return zone ? ZonedTime(sys_seconds{seconds{at}}, *zone) : ZonedTime(LocalTime::of_seconds(at));
}

Times TimedRecurrence::between(const GivenTime& begin, const std::optional<GivenTime>& end) const {
    const std::int64_t from = position(begin, expression_->zone());
    const std::int64_t to = end_position(end, expression_->zone());
    if (from >= to) return Times({}, zone());
    expression_->require_known(from, to);
    return Times(collect(*expression_, from, to), zone());
}

std::optional<ZonedTime> TimedRecurrence::next_after(const GivenTime& time) const {
    const std::int64_t from = position(time, expression_->zone()) + 1;
    const std::int64_t next = expression_->next_from(from);
    if (next == no_later_time) expression_->require_known(from, no_later_time);
    return time_or_none(next);
}

std::optional<ZonedTime> TimedRecurrence::last_before(const GivenTime& time) const {
    const std::int64_t at = position(time, expression_->zone());
    expression_->require_known(no_earlier_time, at);
    return time_or_none(expression_->last_before(at));
}

std::optional<ZonedTime> TimedRecurrence::nth(std::int64_t k) const {
    if (k < 0) {
        throw ProbityError(detail::sentence("timed.index", {{"number", k}}));
    }
    // There are no more than seconds; a larger k would overflow what is added to it.
    const std::int64_t at =
        expression_->select(std::min(k, last_local_second - first_local_second + 1));
    if (at == no_later_time) expression_->require_all_known();
    return time_or_none(at);
}

std::int64_t TimedRecurrence::count(const GivenTime& begin,
                                    const std::optional<GivenTime>& end) const {
    const std::int64_t from = position(begin, expression_->zone());
    const std::int64_t to = end_position(end, expression_->zone());
    if (from >= to) return 0;
    expression_->require_known(from, to);
    return expression_->count(from, to);
}

bool TimedRecurrence::contains(const GivenTime& time) const {
    const std::int64_t at = position(time, expression_->zone());
    expression_->require_known(at, at + 1);
    return expression_->contains(at);
}

bool TimedRecurrence::is_finite() const { return expression_->is_finite(); }

std::size_t TimedRecurrence::write(const GivenTime& begin, const std::optional<GivenTime>& end,
                                   std::span<std::int64_t> out) const {
    const std::int64_t from = position(begin, expression_->zone());
    const std::int64_t to = end_position(end, expression_->zone());
    if (from >= to || out.empty()) return 0;
    // Known times are written, as far as there is room; beyond them nothing may be taken for none.
    const std::int64_t known = std::min(to, expression_->known_end());
    const std::size_t n = known > from ? expression_->emit(from, known, out.data(), out.size()) : 0;
    if (n < out.size()) expression_->require_known(from, to);
    return n;
}

bool TimedRecurrence::same_dates(const TimedRecurrence& other) const {
    if (*this == other) return true;
    const TimedExpression& a = *expression_;
    const TimedExpression& b = *other.expression_;
    if (a.zone().has_value() != b.zone().has_value()) return false;
    constexpr std::size_t block = 16384;
    std::vector<std::int64_t> of_a(block);
    std::vector<std::int64_t> of_b(block);
    for (std::int64_t from = no_earlier_time;;) {
        detail::interruption_point();
        const std::size_t n = a.emit(from, no_later_time, of_a.data(), block);
        const std::size_t m = b.emit(from, no_later_time, of_b.data(), block);
        const auto end = of_a.begin() + static_cast<std::ptrdiff_t>(n);
        if (n != m || !std::equal(of_a.begin(), end, of_b.begin())) return false;
        if (n < block) break;
        from = of_a.back() + 1;
    }
    a.require_all_known();
    b.require_all_known();
    return true;
}

std::size_t TimedRecurrence::hash() const noexcept { return expression_->hash(); }

// --- Combinations ---------------------------------------------------------------------------------

TimedRecurrence operator|(const TimedRecurrence& a, const TimedRecurrence& b) {
    return TimedRecurrence(combine(Operation::unite, a.expression_, b.expression_));
}

TimedRecurrence operator&(const TimedRecurrence& a, const TimedRecurrence& b) {
    return TimedRecurrence(combine(Operation::intersect, a.expression_, b.expression_));
}

TimedRecurrence operator-(const TimedRecurrence& a, const TimedRecurrence& b) {
    return TimedRecurrence(combine(Operation::subtract, a.expression_, b.expression_));
}

bool operator==(const TimedRecurrence& a, const TimedRecurrence& b) {
    return a.expression_ == b.expression_ || detail::same(*a.expression_, *b.expression_);
}

std::string to_string(const TimedRecurrence& recurrence) { return recurrence.expression_->text(); }

std::ostream& operator<<(std::ostream& out, const TimedRecurrence& recurrence) {
    return out << to_string(recurrence);
}

}  // namespace probity
