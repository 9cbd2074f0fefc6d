#include "programme/said.hpp"

#include <algorithm>
#include <utility>

namespace probity::detail {

bool names_field(const Act& act, std::string_view field) {
    return act.named && std::find(act.named->begin(), act.named->end(), field) != act.named->end();
}

Act naming(const Act& act, std::string field) {
    Act out = act;
    if (out.named) out.named->push_back(std::move(field));
    return out;
}

}  // namespace probity::detail
