#include "records/walk.hpp"

namespace probity::detail {
namespace {

std::size_t text_bytes(const std::string& text) {
    constexpr std::size_t in_place = 15;
    return text.capacity() > in_place ? text.capacity() + 1 : 0;
}

std::size_t text_bytes(const Text& text) {
    return text_bytes(text.korean) + text_bytes(text.english);
}

/// Does something with each record that a field holds.
template <class Work>
void each_record(const Field& field, const void* record, Work work) {
    const void* member = field.in(record);
    if (field.kind == FieldKind::record) {
        const void* held = field.ops->held(member);
        if (held != nullptr) work(field.record(), held);
        return;
    }
    const std::size_t count = field.ops->count(member);
    for (std::size_t i = 0; i < count; ++i) work(field.record(), field.ops->item(member, i));
}

}  // namespace

void each_reference(const RecordDescription& description, const void* record,
                    const std::function<void(const char*, const std::string&, Target)>& visit) {
    for (const Field& field : description.fields) {
        if (!field.is_written()) continue;
        switch (field.kind) {
            case FieldKind::reference: {
                const auto& id = member_as<std::string>(field, record);
                if (!id.empty()) visit(field.key, id, field.target_in(record));
                break;
            }
            case FieldKind::references:
                for (const auto& id : member_as<std::vector<std::string>>(field, record)) {
                    visit(field.key, id, field.target_in(record));
                }
                break;
            case FieldKind::record:
            case FieldKind::records:
                each_record(field, record, [&](const RecordDescription& of, const void* held) {
                    each_reference(of, held, visit);
                });
                break;
            case FieldKind::id:
            case FieldKind::word:
            case FieldKind::words:
            case FieldKind::text:
            case FieldKind::texts:
            case FieldKind::integer:
            case FieldKind::number:
            case FieldKind::value:
                break;
        }
    }
}

std::size_t bytes_in(const RecordDescription& description, const void* record) {
    std::size_t total = 0;
    for (const Field& field : description.fields) {
        if (!field.is_written()) continue;
        if (field.ops->bytes != nullptr) total += field.ops->bytes(field.in(record));
        switch (field.kind) {
            case FieldKind::id:
            case FieldKind::word:
            case FieldKind::words:
            case FieldKind::reference:
                total += text_bytes(member_as<std::string>(field, record));
                break;
            case FieldKind::references:
                for (const auto& id : member_as<std::vector<std::string>>(field, record)) {
                    total += text_bytes(id);
                }
                break;
            case FieldKind::text:
                total += text_bytes(member_as<Text>(field, record));
                break;
            case FieldKind::texts:
                for (const Text& text : member_as<std::vector<Text>>(field, record)) {
                    total += text_bytes(text);
                }
                break;
            case FieldKind::record:
            case FieldKind::records:
                each_record(field, record, [&](const RecordDescription& of, const void* held) {
                    total += bytes_in(of, held);
                });
                break;
            case FieldKind::integer:
            case FieldKind::number:
            case FieldKind::value:
                break;
        }
    }
    return total;
}

}  // namespace probity::detail
