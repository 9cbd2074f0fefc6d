#include "records/refusal.hpp"

#include <algorithm>

namespace probity::detail {
namespace {

constexpr std::size_t most_kept = 100;
constexpr std::size_t most_shown = 10;

/// Whether a place is another or lies in it.
bool lies_in(std::string_view place, std::string_view outer) {
    return place.starts_with(outer) && (place.size() == outer.size() || place[outer.size()] == '/');
}

/// How many faults there are, and the first of them, one a line.
std::string message_of(const std::vector<DocumentFault>& faults, std::size_t count) {
    if (count == 1) return faults.front().message;
    std::string out = std::to_string(count) + " faults:";
    const std::size_t shown = std::min(faults.size(), most_shown);
    for (std::size_t i = 0; i < shown; ++i) out += "\n" + faults[i].message;
    if (count > shown) out += "\n... and " + std::to_string(count - shown) + " more";
    return out;
}

}  // namespace

void DocumentFaults::add(const DocumentError& error, const std::string& where) {
    for (const DocumentFault& fault : error.faults()) {
        ++count_;
        if (full()) continue;
        faults_.push_back({fault.place, where + fault.message});
        unread_.push_back(fault.place);
    }
}

void DocumentFaults::add_unread(const DocumentError& error, std::string_view unread) {
    ++count_;
    if (full()) return;
    faults_.push_back(error.faults().front());
    if (!unread.empty()) unread_.emplace_back(unread);
}

bool DocumentFaults::full() const noexcept { return faults_.size() >= most_kept; }

void DocumentFaults::add_others(const DocumentError& error) {
    const std::vector<std::string> unread = unread_;
    for (const DocumentFault& fault : error.faults()) {
        const bool known = std::any_of(unread.begin(), unread.end(), [&](const std::string& each) {
            return lies_in(fault.place, each) || lies_in(each, fault.place);
        });
        if (known) continue;
        ++count_;
        if (!full()) faults_.push_back(fault);
    }
}

bool DocumentFaults::touch(std::string_view place) const {
    return count_ > faults_.size() ||
           std::any_of(unread_.begin(), unread_.end(), [&](const std::string& unread) {
               return lies_in(unread, place) || lies_in(place, unread);
           });
}

bool DocumentFaults::hide_ids(std::string_view list) const {
    const auto hides = [&](std::string_view unread) {
        if (lies_in(list, unread)) return true;
        if (!lies_in(unread, list)) return false;
        // A record of the list, or its id.
        const std::string_view in_list = unread.substr(list.size() + 1);
        const std::size_t slash = std::min(in_list.find('/'), in_list.size());
        const std::string_view field = in_list.substr(slash);
        return field.empty() || field == "/id";
    };
    return count_ > faults_.size() || std::any_of(unread_.begin(), unread_.end(), hides);
}

void DocumentFaults::raise(const std::string& note) const {
    if (faults_.empty()) return;
    throw DocumentError(message_of(faults_, count_) + (note.empty() ? "" : "\n" + note), faults_);
}

}  // namespace probity::detail
