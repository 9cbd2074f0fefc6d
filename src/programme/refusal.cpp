#include "programme/refusal.hpp"

#include <algorithm>

namespace probity::detail {
namespace {

constexpr std::size_t most_kept = 100;
constexpr std::size_t most_shown = 10;

/// Whether a place is another or lies in it.
bool lies_in(std::string_view place, std::string_view outer) {
    return place.starts_with(outer) && (place.size() == outer.size() || place[outer.size()] == '/');
}

bool is_number(std::string_view step) {
    return !step.empty() &&
           std::all_of(step.begin(), step.end(), [](char c) { return c >= '0' && c <= '9'; });
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
        if (!full()) faults_.push_back({fault.place, where + fault.message});
    }
}

bool DocumentFaults::full() const noexcept { return faults_.size() >= most_kept; }

void DocumentFaults::add_others(const DocumentError& error) {
    const std::vector<DocumentFault> unread = faults_;
    for (const DocumentFault& fault : error.faults()) {
        const bool known =
            std::any_of(unread.begin(), unread.end(), [&](const DocumentFault& each) {
                return lies_in(fault.place, each.place) || lies_in(each.place, fault.place);
            });
        if (known) continue;
        ++count_;
        if (!full()) faults_.push_back(fault);
    }
}

bool DocumentFaults::touch(std::string_view place) const {
    return count_ > faults_.size() ||
           std::any_of(faults_.begin(), faults_.end(), [&](const DocumentFault& fault) {
               return lies_in(fault.place, place) || lies_in(place, fault.place);
           });
}

bool DocumentFaults::hide_ids() const {
    return count_ > faults_.size() ||
           std::any_of(faults_.begin(), faults_.end(), [](const DocumentFault& fault) {
               const std::size_t slash = fault.place.rfind('/');
               if (slash == std::string::npos || slash == 0) return true;
               const std::string_view step = std::string_view(fault.place).substr(slash + 1);
               return step == "id" || is_number(step);
           });
}

void DocumentFaults::raise(const std::string& note) const {
    if (faults_.empty()) return;
    throw DocumentError(message_of(faults_, count_) + (note.empty() ? "" : "\n" + note), faults_);
}

}  // namespace probity::detail
