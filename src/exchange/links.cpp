#include "exchange/links.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "text/sentence.hpp"

namespace probity::detail {
namespace {

Text placed(const Text& name, const std::string& korean, const std::string& english) {
    return {name.korean + ": " + korean, name.english + ": " + english};
}

Text not_as_recorded(const Text& name) {
    return placed(name, "기록된 그대로가 아니거나, 그 앞의 줄이 바뀌거나 빠졌습니다",
                  "it is not as it was recorded, or a line before it was changed or taken out");
}

Text doubled(const Text& name, const Text& first, std::size_t event) {
    const std::string number = std::to_string(event);
    return placed(name, number + "번 사건이 또 있습니다. " + first.korean + "과 같습니다",
                  "event " + number + " stands there again; it is the same as " + first.english);
}

Text same_number(const Text& name, const Text& first, std::size_t event) {
    const std::string number = std::to_string(event);
    return placed(name, number + "번이 또 있고 내용이 다릅니다. 처음은 " + first.korean + "입니다",
                  "it has the number " + number + ", as " + first.english +
                      " has, and is not the same: one of them was put in or changed");
}

Text moved(const Text& name, std::size_t event) {
    const std::string number = std::to_string(event);
    return placed(name, number + "번 사건이 제자리에 있지 않습니다",
                  "event " + number + " is not in its place: it was moved");
}

/// Events from `first` to before `next`, which stands in the line.
Text missing(const Text& name, std::size_t first, std::size_t next) {
    const std::string from = std::to_string(first), to = std::to_string(next - 1);
    if (first + 1 == next) {
        return placed(name, "그 앞에 있어야 할 " + from + "번 사건이 없습니다",
                      "event " + from + ", which stood before it, is missing");
    }
    return placed(name, "그 앞에 있어야 할 " + from + "번부터 " + to + "번까지의 사건이 없습니다",
                  "events " + from + " to " + to + ", which stood before it, are missing");
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
        if (!holds) of_founding_.push_back({0, not_as_recorded(seal.name)});
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
        {links_.size() - 1, sentence("placed", {{"place", seal.name}, {"message", why}})});
}

std::vector<Links::Found> Links::found_in_order() const {
    std::vector<Found> out;
    for (std::size_t i = 0; i < links_.size(); ++i) {
        if (!links_[i].json.empty()) out.push_back({i, not_as_recorded(links_[i].name)});
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
        out.push_back({i, is_same ? doubled(link.name, other.name, link.event)
                                  : same_number(link.name, other.name, link.event)});
    }
    const std::vector<bool> in_place = in_their_place(numbers);
    for (std::size_t k = 0; k < places.size(); ++k) {
        if (!in_place[k]) out.push_back({places[k], moved(links_[places[k]].name, numbers[k])});
    }
    std::size_t next = 1;
    for (const auto& [number, place] : first) {
        const Link& link = links_[place];
        if (number != next) out.push_back({place, missing(link.name, next, number)});
        if (!holds(link)) out.push_back({place, not_as_recorded(link.name)});
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
