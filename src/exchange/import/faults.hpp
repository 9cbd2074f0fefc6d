// The faults in the tables of an import, gathered until all of them are read.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "probity/exchange/import.hpp"

namespace probity::detail {

/// Where a cell stands. Without a heading it is the row, or the table, as a whole.
struct CellPlace {
    SheetKind sheet = SheetKind::tasks;
    int row = 1;
    std::string heading = {};
    /// The column's number, by which faults of a row are put in order.
    std::size_t column = 0;
};

class Faults {
  public:
    /// `names` are what may stand there, of which the nearest is suggested.
    void add(const CellPlace& place, const std::string& value, Text problem, Text allowed = {},
             const std::vector<std::string>& names = {});

    /// That a table has more rows than are read, from a row on.
    void add_too_many_rows(SheetKind kind, int row);

    [[nodiscard]] std::size_t size() const noexcept { return faults_.size(); }
    [[nodiscard]] bool empty() const noexcept { return faults_.empty(); }
    /// The suggestion of the last fault; empty if nothing is near.
    [[nodiscard]] const std::string& suggestion() const { return faults_.back().first.suggestion; }
    void add(const RowError& fault, std::size_t column) { faults_.emplace_back(fault, column); }
    /// All faults, in the order of the tables, their rows and columns.
    [[nodiscard]] std::vector<RowError> take();

  private:
    std::vector<std::pair<RowError, std::size_t>> faults_;
    std::size_t compared_ = 0;
};

/// Names for "allowed": as many as a reader takes in.
[[nodiscard]] Text allowed_names(const std::vector<std::string>& names);

}  // namespace probity::detail
