// The errors of a journal.
//
// JournalError: the file cannot be used, because it is no journal, damaged, in use or on a full disk.
// JournalConflict: a colleague recorded events meanwhile, which `since()` returns.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "probity/date/error.hpp"
#include "probity/history/event.hpp"

namespace probity {

/// A journal that cannot be opened, read or written.
class JournalError : public ProbityError {
  public:
    using ProbityError::ProbityError;
};

/// A change that does not go together with what a colleague recorded meanwhile. Nothing was written.
class JournalConflict : public JournalError {
  public:
    JournalConflict(Text message, std::vector<Event> since)
        : JournalError(std::move(message)), since_(std::move(since)) {}
    JournalConflict(const std::string& message, std::vector<Event> since)
        : JournalError(message), since_(std::move(since)) {}

    /// The events that were recorded since, in their order.
    [[nodiscard]] const std::vector<Event>& since() const& noexcept { return since_; }
    [[nodiscard]] std::vector<Event> since() && { return std::move(since_); }

  private:
    std::vector<Event> since_;
};

}  // namespace probity
