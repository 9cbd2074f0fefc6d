// The languages of a text in the order in which documents have them.
#pragma once

#include <algorithm>

#include "probity/text/language.hpp"

namespace probity::detail {

/// Korean, then the others: the order in which documents have had them from the first.
inline constexpr auto document_languages = [] {
    auto order = languages;
    const auto korean = std::find(order.begin(), order.end(), Language::korean);
    std::rotate(order.begin(), korean, korean + 1);
    return order;
}();

}  // namespace probity::detail
