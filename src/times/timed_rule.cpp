#include <algorithm>
#include <utility>

#include "date/hash.hpp"
#include "date/text.hpp"
#include "probity/date/lunisolar.hpp"
#include "text/sentence.hpp"
#include "times/timed_expression.hpp"

namespace probity::detail {
namespace {

// UNTIL as the first second behind it.
struct Until {
    std::int64_t local = no_later_time;
    std::int64_t instant = no_later_time;
};

Until until_of(const Rule& rule, bool floats) {
    const auto date = rule.until();
    if (!date) return {};
    const std::int64_t midnight = day_number(*date) * day_seconds;
    const std::string time = rule.until_time();  // "", "T145959" or "T145959Z"
    if (time.empty()) return {.local = midnight + day_seconds};
    const auto part = [&](std::size_t at) {
        return std::int64_t{digits(std::string_view(time).substr(at, 2)).value_or(0)};
    };
    // The 60th second is the last of its minute.
    const std::int64_t second = std::min<std::int64_t>(part(5), 59);
    const std::int64_t behind = midnight + part(1) * 3600 + part(3) * 60 + second + 1;
    if (!time.ends_with('Z')) return {.local = behind};
    if (floats) {
        throw RuleError(sentence("timed.until", {{"rule", to_string(rule)}}), 0);
    }
    return {.instant = behind};
}

// Floating times are taken as those of UTC.
std::shared_ptr<const ZoneTable> table_of(const std::optional<Zone>& zone) {
    return zone ? zone->table() : Zone().table();
}

}  // namespace

TimedRule::TimedRule(const Rule& rule, const LocalTime& start, std::optional<Zone> zone,
                     std::vector<std::int64_t> extra, std::vector<std::int64_t> excepted)
    : TimedExpression(std::move(zone)),
      rule_(rule),
      start_(start),
      extra_(std::move(extra)),
      excepted_(std::move(excepted)),
      times_(make_time_form(rule, start.seconds()), start.seconds(),
             until_of(rule, !this->zone()).local, table_of(this->zone())),
      until_end_(until_of(rule, !this->zone()).instant),
      has_exceptions_(!extra_.empty() || !excepted_.empty()) {
    sort_once(extra_);
    sort_once(excepted_);
}

// --- The rule's own times -------------------------------------------------------------------------

std::int64_t TimedRule::rule_end() const {
    if (!rule_.count()) return until_end_;
    return count_end_.get([this] {
        const std::int64_t last = times_.select(*rule_.count() - 1);
        return last == no_later_time ? last : last + 1;
    });
}

bool TimedRule::rule_contains(std::int64_t at) const {
    return times_.contains(at) && at < rule_end();
}

std::int64_t TimedRule::rule_rank(std::int64_t at) const {
    return times_.rank(std::min(at, rule_end()));
}

std::int64_t TimedRule::rule_select(std::int64_t k) const {
    if (rule_.count() && k >= *rule_.count()) return no_later_time;
    // The first needs no count.
    const std::int64_t at = k == 0 ? times_.next_from(times_.begin()) : times_.select(k);
    return at < until_end_ ? at : no_later_time;
}

std::int64_t TimedRule::rule_next_from(std::int64_t at) const {
    const std::int64_t next = times_.next_from(at);
    if (next == no_later_time) return next;
    // COUNT is at least 1: the first is within it.
    const std::int64_t end = at <= times_.begin() ? until_end_ : rule_end();
    return next < end ? next : no_later_time;
}

std::int64_t TimedRule::rule_last_before(std::int64_t at) const {
    return times_.last_before(std::min(at, rule_end()));
}

// --- With extra and excepted times ----------------------------------------------------------------

const Exceptions<std::int64_t>& TimedRule::exceptions() const {
    return exceptions_.get([this] {
        return Exceptions<std::int64_t>(
            extra_, excepted_, known_end(), [this](std::int64_t at) { return rule_contains(at); },
            [this](std::int64_t at) { return rule_rank(at); });
    });
}

bool TimedRule::contains(std::int64_t at) const {
    if (!has_exceptions_) return rule_contains(at);
    return !has(excepted_, at) && (has(extra_, at) || rule_contains(at));
}

std::int64_t TimedRule::rank(std::int64_t at) const {
    const std::int64_t rank = rule_rank(at);
    return has_exceptions_ ? exceptions().rank(at, rank) : rank;
}

std::int64_t TimedRule::count(std::int64_t begin, std::int64_t end) const {
    return rank(end) - rank(begin);
}

std::int64_t TimedRule::select(std::int64_t k) const {
    if (!has_exceptions_) return rule_select(k);
    return exceptions().select(k, [this](std::int64_t n) { return rule_select(n); });
}

std::int64_t TimedRule::next_from(std::int64_t at) const {
    if (!has_exceptions_) return rule_next_from(at);
    return exceptions().next_from(at, no_later_time,
                                  [this](std::int64_t from) { return rule_next_from(from); });
}

std::int64_t TimedRule::last_before(std::int64_t at) const {
    if (!has_exceptions_) return rule_last_before(at);
    return exceptions().last_before(at, no_earlier_time,
                                    [this](std::int64_t from) { return rule_last_before(from); });
}

std::size_t TimedRule::emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                            std::size_t room) const {
    if (!has_exceptions_) return times_.emit(begin, std::min(end, rule_end()), out, room);
    std::size_t n = 0;
    for (std::int64_t at = next_from(begin); at < end && n < room; at = next_from(at + 1)) {
        out[n++] = at;
    }
    return n;
}

std::int64_t TimedRule::end() const {
    const std::int64_t end = std::min(times_.end(), rule_end());
    return extra_.empty() ? end : std::max(end, extra_.back() + 1);
}

std::int64_t TimedRule::known_end() const {
    const std::int64_t known = times_.known_end();
    return known == no_later_time || rule_end() <= known ? no_later_time : known;
}

bool TimedRule::is_finite() const {
    if (rule_.count() || rule_.until()) return true;
    if (times_.next_from(times_.begin()) != no_later_time) return false;
    require_all_known();
    return true;
}

// --- What it is -----------------------------------------------------------------------------------

bool TimedRule::same_itself(const TimedExpression& other) const {
    const auto* same = dynamic_cast<const TimedRule*>(&other);
    return same != nullptr && start_ == same->start_ && rule_ == same->rule_ &&
           zone() == same->zone() && extra_ == same->extra_ && excepted_ == same->excepted_;
}

std::size_t TimedRule::hash() const {
    Hash hash;
    hash.mix(rule_.hash());
    const auto mix = [&hash](std::int64_t at) { hash.mix(static_cast<std::uint64_t>(at)); };
    mix(start_.seconds());
    if (zone()) {
        for (const char c : zone()->name()) hash.mix(static_cast<unsigned char>(c));
    }
    for (const std::int64_t at : extra_) mix(at);
    hash.mix(extra_.size());  // tells extra times from excepted ones
    for (const std::int64_t at : excepted_) mix(at);
    return hash.value();
}

std::string TimedRule::written_time(std::int64_t at) const {
    return to_string(LocalTime::of_seconds(table_of(zone())->to_local(at)));
}

std::string TimedRule::text() const {
    const auto append_times = [this](std::string& out, std::string_view name,
                                     const std::vector<std::int64_t>& times) {
        if (times.empty()) return;
        out += ", ";
        out += name;
        out += "={";
        for (std::size_t i = 0; i < times.size(); ++i) {
            if (i != 0) out += ", ";
            out += written_time(times[i]);
        }
        out += "}";
    };
    std::string out = "TimedRecurrence(" + to_string(rule_) + ", " + to_string(start_);
    if (zone()) out += ", " + zone()->name();
    append_times(out, "rdates", extra_);
    append_times(out, "exdates", excepted_);
    return out + ")";
}

void TimedExpression::require_known(std::int64_t begin, std::int64_t end) const {
    const std::int64_t known = known_end();
    if (known == no_later_time || end <= known) return;
    if (std::max(begin, known) >= std::min(end, this->end())) return;
    throw HorizonError(sentence("timed.unknown", {{"rule", text()}, {"year", last_lunar_year}}));
}

}  // namespace probity::detail
