#include "times/timed_combination.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "date/hash.hpp"
#include "date/interruption.hpp"
#include "recurrence/shared_parts.hpp"

namespace probity::detail {
namespace {

using Seconds = std::vector<std::int64_t>;

// Windows have about so many times of a rule.
constexpr std::size_t few_times = 4096;
constexpr std::size_t many_times = 65536;
constexpr std::int64_t shortest_window = 3600;
constexpr std::int64_t longest_window = std::int64_t{10000} * 366 * day_seconds;

}  // namespace

TimedCombination::TimedCombination(Operation operation, TimedPointer first, TimedPointer second)
    : TimedExpression(first->zone()),
      operation_(operation),
      parts_{std::move(first), std::move(second)},
      hash_(hash_of(operation)),
      written_(1) {
    constexpr std::uint64_t most = std::uint64_t{1} << 62;
    for (const TimedPointer& part : parts_) {
        hash_ = hash_of(hash_, part->hash());
        written_ = std::min(most, written_ + part->written());
    }
}

TimedCombination::~TimedCombination() { let_go(parts_); }

const std::vector<TimedCombination::Node>& TimedCombination::nodes() const {
    return nodes_.get([this] {
        const TimedPointer whole(TimedPointer(), this);  // owns nothing
        std::vector<Node> nodes;
        std::unordered_map<const TimedExpression*, std::size_t> place;
        for (const TimedPointer* const next : in_order(whole)) {
            Node node{next->get(), Operation::rule, 0, 0, 0};
            if (const auto parts = (*next)->parts(); !parts.empty()) {
                node.operation = static_cast<const TimedCombination&>(**next).operation_;
                node.a = place.at(parts[0].get());
                node.b = place.at(parts[1].get());
                ++nodes[node.a].uses;
                ++nodes[node.b].uses;
            }
            place.emplace(next->get(), nodes.size());
            nodes.push_back(node);
        }
        return nodes;
    });
}

template <class T, class OfRule, class OfTwo>
T TimedCombination::answer(OfRule of_rule, OfTwo of_two) const {
    const std::vector<Node>& nodes = this->nodes();
    std::vector<T> answers;
    answers.reserve(nodes.size());
    for (const Node& node : nodes) {
        answers.push_back(node.operation == Operation::rule
                              ? of_rule(*node.rule)
                              : of_two(node.operation, answers[node.a], answers[node.b]));
    }
    return answers.back();
}

bool TimedCombination::contains(std::int64_t at) const {
    // Not bool, of which a vector has no references.
    return answer<char>([at](const TimedExpression& rule) -> char { return rule.contains(at); },
                        [](Operation operation, char a, char b) -> char {
                            if (operation == Operation::unite) return a != 0 || b != 0;
                            return a != 0 && (operation == Operation::intersect) == (b != 0);
                        }) != 0;
}

std::int64_t TimedCombination::leap(std::int64_t at) const {
    return answer<std::int64_t>([at](const TimedExpression& rule) { return rule.next_from(at); },
                                [](Operation operation, std::int64_t a, std::int64_t b) {
                                    if (operation == Operation::subtract) return a;
                                    return operation == Operation::unite ? std::min(a, b)
                                                                         : std::max(a, b);
                                });
}

std::int64_t TimedCombination::leap_back(std::int64_t at) const {
    return answer<std::int64_t>([at](const TimedExpression& rule) { return rule.last_before(at); },
                                [](Operation operation, std::int64_t a, std::int64_t b) {
                                    if (operation == Operation::subtract) return a;
                                    return operation == Operation::unite ? std::max(a, b)
                                                                         : std::min(a, b);
                                });
}

// --- Windows --------------------------------------------------------------------------------------

Seconds TimedCombination::collect(std::int64_t begin, std::int64_t end, Window& window) const {
    const std::vector<Node>& nodes = this->nodes();
    std::vector<Seconds> times(nodes.size());
    std::vector<std::size_t> uses;
    std::size_t most = 0;  // that a rule has
    for (const Node& node : nodes) uses.push_back(node.uses);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Node& node = nodes[i];
        Seconds& here = times[i];
        if (node.operation == Operation::rule) {
            std::size_t room = 64;
            for (std::int64_t from = begin;;) {
                interruption_point();
                const std::size_t n = here.size();
                here.resize(n + room);
                const std::size_t written = node.rule->emit(from, end, here.data() + n, room);
                here.resize(n + written);
                if (written < room) break;
                from = here.back() + 1;
                room *= 4;
            }
            most = std::max(most, here.size());
            continue;
        }
        const Seconds& a = times[node.a];
        const Seconds& b = times[node.b];
        const auto out = std::back_inserter(here);
        if (node.operation == Operation::unite) {
            std::set_union(a.begin(), a.end(), b.begin(), b.end(), out);
        } else if (node.operation == Operation::intersect) {
            std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), out);
        } else {
            std::set_difference(a.begin(), a.end(), b.begin(), b.end(), out);
        }
        for (const std::size_t part : {node.a, node.b}) {
            if (--uses[part] == 0) times[part] = {};
        }
    }
    // The next window is longer if there was little in this one, and shorter if there was much.
    if (most < few_times) window.length = std::min(window.length * 2, longest_window);
    if (most > many_times) window.length = std::max(window.length / 2, shortest_window);
    return std::move(times.back());
}

template <class Visitor>
void TimedCombination::for_each_window(std::int64_t begin, std::int64_t end, Visitor visit) const {
    Window window;
    while (begin < end) {
        interruption_point();
        begin = leap(begin);
        if (begin >= end) return;
        const std::int64_t until = std::min(end, begin + window.length);
        const Seconds times = collect(begin, until, window);
        if (!times.empty() && !visit(times)) return;
        begin = until;
    }
}

// --- Questions ------------------------------------------------------------------------------------

std::int64_t TimedCombination::rank(std::int64_t at) const { return count(no_earlier_time, at); }

std::int64_t TimedCombination::count(std::int64_t begin, std::int64_t end) const {
    std::int64_t n = 0;
    for_each_window(begin, end, [&n](const Seconds& times) {
        n += static_cast<std::int64_t>(times.size());
        return true;
    });
    return n;
}

std::int64_t TimedCombination::select(std::int64_t k) const {
    std::int64_t found = no_later_time;
    for_each_window(no_earlier_time, no_later_time, [&](const Seconds& times) {
        const auto n = static_cast<std::int64_t>(times.size());
        if (k < n) {
            found = times[static_cast<std::size_t>(k)];
            return false;
        }
        k -= n;
        return true;
    });
    return found;
}

std::int64_t TimedCombination::next_from(std::int64_t at) const {
    for (int leaps = 0; leaps < most_leaps; ++leaps) {
        const std::int64_t next = leap(at);
        if (next == no_later_time || contains(next)) return next;
        at = next + 1;
    }
    std::int64_t found = no_later_time;
    for_each_window(at, no_later_time, [&found](const Seconds& times) {
        found = times.front();
        return false;
    });
    return found;
}

std::int64_t TimedCombination::last_before(std::int64_t at) const {
    for (int leaps = 0; leaps < most_leaps; ++leaps) {
        const std::int64_t last = leap_back(at);
        if (last == no_earlier_time || contains(last)) return last;
        at = last;
    }
    Window window;
    while (true) {
        interruption_point();
        const std::int64_t last = leap_back(at);
        if (last == no_earlier_time) return last;
        at = last + 1 - window.length;
        const Seconds times = collect(at, last + 1, window);
        if (!times.empty()) return times.back();
    }
}

std::size_t TimedCombination::emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                                   std::size_t room) const {
    std::size_t n = 0;
    if (room == 0) return n;
    for_each_window(begin, end, [&](const Seconds& times) {
        const std::size_t taken = std::min(room - n, times.size());
        std::copy_n(times.begin(), taken, out + n);
        n += taken;
        return n < room;
    });
    return n;
}

std::int64_t TimedCombination::end() const {
    return answer<std::int64_t>([](const TimedExpression& rule) { return rule.end(); },
                                [](Operation operation, std::int64_t a, std::int64_t b) {
                                    if (operation == Operation::subtract) return a;
                                    return operation == Operation::unite ? std::max(a, b)
                                                                         : std::min(a, b);
                                });
}

std::int64_t TimedCombination::known_end() const {
    return answer<std::int64_t>(
        [](const TimedExpression& rule) { return rule.known_end(); },
        [](Operation, std::int64_t a, std::int64_t b) { return std::min(a, b); });
}

bool TimedCombination::is_finite() const {
    return answer<char>([](const TimedExpression& rule) -> char { return rule.is_finite(); },
                        [](Operation operation, char a, char b) -> char {
                            if (operation == Operation::subtract) return a;
                            return operation == Operation::unite ? a != 0 && b != 0
                                                                 : a != 0 || b != 0;
                        }) != 0;
}

// --- What it is -----------------------------------------------------------------------------------

bool TimedCombination::same_itself(const TimedExpression& other) const {
    const auto* combination = dynamic_cast<const TimedCombination*>(&other);
    return combination != nullptr && operation_ == combination->operation_;
}

std::string TimedCombination::text() const {
    constexpr std::uint64_t most = 1000;
    if (written_ > most) return "<TimedRecurrence of " + std::to_string(written_) + " parts>";
    return answer<std::string>([](const TimedExpression& rule) { return rule.text(); },
                               [](Operation operation, const std::string& a, const std::string& b) {
                                   const char* const sign = operation == Operation::unite ? " | "
                                                            : operation == Operation::intersect
                                                                ? " & "
                                                                : " - ";
                                   return "(" + a + sign + b + ")";
                               });
}

}  // namespace probity::detail
