// The headings of fields for people: in tables, imports and workbooks.
//
//     label("task", "due", Language::korean);        // "기한"
//     label("task", "due", Language::english);       // "Due"
//     label("task", "depends_on", Language::english) // "Depends on"
//
// Each language has one catalogue: text/labels_*.inc for the fields of records, and text/columns_*.inc
// for the columns of tables besides. The English label is the key in words, so that its catalogue has the
// exceptions alone; another language has a label for each, and a gap fails a test.
#pragma once

#include <string>
#include <string_view>

#include "probity/text/language.hpp"
#include "probity/text/text.hpp"

namespace probity::detail {

/// The label of a field of a record or of a column of a table, or of the record itself if the key is
/// empty. Korean: empty if the catalogue has none.
[[nodiscard]] std::string label(std::string_view record, std::string_view key, Language language);

/// The same in all languages.
[[nodiscard]] Text labels_for(std::string_view record, std::string_view key);

}  // namespace probity::detail
