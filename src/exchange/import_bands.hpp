// The rows of a table of bands, put together by band.
#pragma once

#include <vector>

#include "exchange/import_headings.hpp"

namespace probity::detail {

/// The rows of one band, at least one: offices give a band a row, or a row for each of its units.
using BandRows = std::vector<const SheetRow*>;

/// The bands of a table, in the order of their first rows. A row with units goes on with a band if it
/// repeats the band's id, and its titles or none; or if it has neither, as below a merged cell.
[[nodiscard]] std::vector<BandRows> rows_of_bands(const Table& table);

}  // namespace probity::detail
