#include "records/description.hpp"

#include <algorithm>
#include <string>

namespace probity::detail {

const Field* RecordDescription::field(std::string_view key) const noexcept {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& each) { return each.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

const Field* RecordDescription::id() const noexcept {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [](const Field& each) { return each.kind == FieldKind::id; });
    return found == fields.end() ? nullptr : &*found;
}

std::string_view id_in(const RecordDescription& description, const void* record) {
    const Field* id = description.id();
    if (id == nullptr) return {};
    return *static_cast<const std::string*>(id->in(record));
}

}  // namespace probity::detail
