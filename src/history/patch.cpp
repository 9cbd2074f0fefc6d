#include "history/patch.hpp"

#include <algorithm>

#include "history/body.hpp"
#include "history/record_patch.hpp"
#include "records/description.hpp"

namespace probity::detail {
namespace {

bool is_named(const Field& field, const NamedFields& named) {
    return named && std::find(named->begin(), named->end(), field.key) != named->end();
}

/// Puts what the corrected record has into each field of `said` that is not named.
void keep_unnamed(const RecordDescription& description, void* said, const void* corrected,
                  const NamedFields& named) {
    for (const Field& field : description.fields) {
        if (!field.is_written() || is_named(field, named)) continue;
        void* const member = field.in(said);
        if (field.kind == FieldKind::record && field.presence == Presence::required) {
            keep_unnamed(field.record(), member, field.in(corrected), named);
        } else if (named || field.ops->equal(member, field.in(description.fresh))) {
            field.ops->assign(member, field.in(corrected));
        }
    }
}

EventBody patched_body(const std::monostate&, const EventBody& corrected, const NamedFields&) {
    return corrected;
}

EventBody patched_body(const Held<RecordPatch>& said, const EventBody& corrected,
                       const NamedFields&) {
    const auto* old = std::get_if<Held<RecordPatch>>(&corrected);
    return old == nullptr ? said : Held(patched(*said, **old));
}

template <class T>
EventBody patched_body(const Held<T>& said, const EventBody& corrected, const NamedFields& named) {
    const auto* old = std::get_if<Held<T>>(&corrected);
    if (old == nullptr) return said;
    T body = *said;
    keep_unnamed(description_of<T>(), &body, &**old, named);
    return Held<T>(std::move(body));
}

}  // namespace

EventBody patched(const EventBody& said, const EventBody& corrected, const NamedFields& named) {
    return std::visit([&](const auto& held) { return patched_body(held, corrected, named); }, said);
}

}  // namespace probity::detail
