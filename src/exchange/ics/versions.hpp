// Several versions of the same thing in a calendar file, in the order in which they were first met.
#pragma once

#include <cstddef>
#include <unordered_map>
#include <utility>
#include <vector>

#include "exchange/ics/event.hpp"

namespace probity::ics::detail {

/// An event by each key.
template <class Key, class Hash>
class Versions {
  public:
    /// The event of a key, null at first, to be replaced.
    CalendarEvent*& operator[](const Key& key) {
        const auto [at, is_new] = places_.try_emplace(key, found_.size());
        if (is_new) found_.emplace_back(key, nullptr);
        return found_[at->second].second;
    }
    [[nodiscard]] bool empty() const noexcept { return found_.empty(); }
    [[nodiscard]] auto begin() const noexcept { return found_.begin(); }
    [[nodiscard]] auto end() const noexcept { return found_.end(); }

  private:
    std::vector<std::pair<Key, CalendarEvent*>> found_;
    std::unordered_map<Key, std::size_t, Hash> places_;
};

}  // namespace probity::ics::detail
