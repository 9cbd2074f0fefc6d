#include "exchange/links.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "text/sentence.hpp"

namespace probity::detail {
namespace {

Text not_as_recorded(const Text& line) {
    return sentence("verify.not_as_recorded", {{"line", line}});
}

/// Events from `first` to before `next`, which stands in the line.
Text missing(const Text& line, std::size_t first, std::size_t next) {
    return sentence(first + 1 == next ? "verify.missing_one" : "verify.missing",
                    {{"line", line}, {"first", first}, {"last", next - 1}});
}

/// The places of the longest sequence in which numbers, all different, rise: what has to be moved to
/// put them in order is the others.
std::vector<bool> in_their_place(const std::vector<std::size_t>& numbers) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> ends, before(numbers.size(), none);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto end = std::lower_bound(
            ends.begin(), ends.end(), numbers[i],
            [&](std::size_t place, std::size_t number) { return numbers[place] < number; });
        if (end != ends.begin()) before[i] = *(end - 1);
        if (end == ends.end()) {
            ends.push_back(i);
        } else {
            *end = i;
        }
    }
    std::vector<bool> out(numbers.size(), false);
    for (std::size_t i = ends.empty() ? none : ends.back(); i != none; i = before[i]) out[i] = true;
    return out;
}

}  // namespace

void Links::add(const Seal& seal, bool holds) {
    if (seal.event == 0) {
        if (!holds) of_founding_.push_back({0, not_as_recorded(seal.name.text())});
        return;
    }
    in_order_ = in_order_ && seal.event == links_.size() + 1;
    links_.push_back({.name = seal.name,
                      .event = seal.event,
                      .digest = seal.digest,
                      .json = holds ? std::string() : seal.json});
}

void Links::add_unfit(const Seal& seal, const Text& why) {
    unfit_.push_back(
        {links_.size() - 1, sentence("placed", {{"place", seal.name.text()}, {"message", why}})});
}

std::vector<Links::Found> Links::found_in_order() const {
    std::vector<Found> out;
    for (std::size_t i = 0; i < links_.size(); ++i) {
        if (!links_[i].json.empty()) out.push_back({i, not_as_recorded(links_[i].name.text())});
    }
    return out;
}

std::vector<Links::Found> Links::found_out_of_order() const {
    std::vector<Found> out;
    // The first line of each number.
    std::map<std::size_t, std::size_t> first;
    std::vector<std::size_t> places, numbers, again;
    for (std::size_t i = 0; i < links_.size(); ++i) {
        if (!first.emplace(links_[i].event, i).second) {
            again.push_back(i);
            continue;
        }
        places.push_back(i);
        numbers.push_back(links_[i].event);
    }
    // Whether a line is sealed to the event before it, if that is there.
    const auto holds = [&](const Link& link) {
        const auto before = first.find(link.event - 1);
        if (link.json.empty() || (link.event > 1 && before == first.end())) return true;
        Chain chain;
        chain.advance(link.event == 1 ? founding_ : links_[before->second].digest);
        return chain.next(link.json) == link.digest;
    };
    for (const std::size_t i : again) {
        const Link& link = links_[i];
        const Link& other = links_[first.at(link.event)];
        const bool is_same = other.digest == link.digest && holds(link);
        out.push_back({i, sentence(is_same ? "verify.doubled" : "verify.same_number",
                                   {{"line", link.name.text()},
                                    {"number", link.event},
                                    {"first", other.name.text()}})});
    }
    const std::vector<bool> in_place = in_their_place(numbers);
    for (std::size_t k = 0; k < places.size(); ++k) {
        if (!in_place[k])
            out.push_back(
                {places[k], sentence("verify.moved", {{"line", links_[places[k]].name.text()},
                                                      {"number", numbers[k]}})});
    }
    std::size_t next = 1;
    for (const auto& [number, place] : first) {
        const Link& link = links_[place];
        if (number != next) out.push_back({place, missing(link.name.text(), next, number)});
        if (!holds(link)) out.push_back({place, not_as_recorded(link.name.text())});
        next = number + 1;
    }
    return out;
}

std::vector<Finding> Links::findings() const {
    std::vector<Found> found = in_order_ ? found_in_order() : found_out_of_order();
    found.insert(found.end(), unfit_.begin(), unfit_.end());
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.place < b.place; });
    found.insert(found.begin(), of_founding_.begin(), of_founding_.end());
    std::vector<Finding> out;
    for (Found& each : found) {
        out.push_back({.kind = FindingKind::chain, .text = std::move(each.text)});
    }
    return out;
}

}  // namespace probity::detail
