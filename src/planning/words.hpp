// Visitors of variants, and the names that sentences share.
#pragma once

#include "date/names.hpp"

namespace probity::detail {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace probity::detail
