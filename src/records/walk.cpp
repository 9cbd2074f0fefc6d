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

using Visitor = std::function<void(const char*, const std::string&, Target)>;

/// Calls visit for each record to which a field of a record refers.
void each_reference(const Field& field, const void* record, const Visitor& visit) {
    if (!field.is_written()) return;
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
                detail::each_reference(of, held, visit);
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

/// Calls visit for each list of records with ids in a record, which is null if it is absent.
void each_list(const RecordDescription& description, const void* record, const std::string& place,
               const std::function<void(const IdList&)>& visit) {
    for (const Field& field : description.fields) {
        if (field.kind != FieldKind::record && field.kind != FieldKind::records) continue;
        const void* const member = record == nullptr ? nullptr : field.in(record);
        const std::string here = place + "/" + field.key;
        if (field.kind == FieldKind::record) {
            each_list(field.record(), member == nullptr ? nullptr : field.ops->held(member), here,
                      visit);
        } else if (field.record().target) {
            visit({.of = field.record(), .place = here, .ops = *field.ops, .list = member});
        }
    }
}

}  // namespace

void each_list(const ProgrammeParts& parts, const std::function<void(const IdList&)>& visit) {
    each_list(description_of<ProgrammeParts>(), &parts, "", visit);
}

void each_reference(const RecordDescription& description, const void* record,
                    const Visitor& visit) {
    for (const Field& field : description.fields) each_reference(field, record, visit);
}

void each_reference(const std::vector<const Field*>& referring, const void* record,
                    const Visitor& visit) {
    for (const Field* field : referring) each_reference(*field, record, visit);
}

std::vector<const Field*> referring_fields(const RecordDescription& description) {
    std::vector<const Field*> out;
    for (const Field& field : description.fields) {
        const bool is_id =
            field.kind == FieldKind::reference || field.kind == FieldKind::references;
        const bool is_record = field.kind == FieldKind::record || field.kind == FieldKind::records;
        if (!field.is_written()) continue;
        if (is_id || (is_record && !referring_fields(field.record()).empty())) {
            out.push_back(&field);
        }
    }
    return out;
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
