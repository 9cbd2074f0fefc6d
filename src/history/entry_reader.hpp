// Reads the entries of a history by their rows: one near to the last one costs no search.
#pragma once

#include <cstddef>

#include "probity/history/history.hpp"

namespace probity::detail {

/// It is good as long as the history neither changes nor goes.
class EntryReader {
  public:
    explicit EntryReader(const History& history) : entry_(history.entries().begin()) {}

    const History::Entry& operator()(std::size_t row) {
        entry_ += static_cast<std::ptrdiff_t>(row) - static_cast<std::ptrdiff_t>(row_);
        row_ = row;
        return *entry_;
    }

  private:
    List<History::Entry>::const_iterator entry_;
    std::size_t row_ = 0;
};

}  // namespace probity::detail
