// The words in which a record is described, for the source files that do it.
//
//     template <>
//     const RecordDescription& description_of<Occasion>() {
//         static constexpr std::array fields{
//             field<&Occasion::id>("id", "Names it.").id(),
//             field<&Occasion::title>("title", "What it is called.").needed(),
//             field<&Occasion::date>("date", "The day on which it is."),
//             field<&Occasion::source>("source", source_sentence).refers_to(Target::source)};
//         return described<Occasion>({.name = "occasion", .type = "Occasion", .sentence = "...",
//                                     .fields = fields, .list = list<&ProgrammeParts::occasions>});
//     }
//
// The type of a member says most: a Date is a required value, an std::optional<Date> one that may be
// left out, a Text a text that may be empty, a record one that has to be there.
#pragma once

#include <array>
#include <chrono>
#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "records/description.hpp"
#include "records/names.hpp"

namespace probity::detail {

// Types --------------------------------------------------------------------------------------------

template <class T>
struct IsOptional : std::false_type {
    using Held = T;
};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {
    using Held = T;
};
template <class T>
struct IsList : std::false_type {
    using Item = void;
};
template <class T>
struct IsList<std::vector<T>> : std::true_type {
    using Item = T;
};
template <class T>
struct IsList<Versions<T>> : std::true_type {
    using Item = T;
};
template <class T>
struct IsList<List<T>> : std::true_type {
    using Item = T;
};

/// A fresh value, to be written to. A partial date has none without a year.
template <class T>
[[nodiscard]] T fresh_value() {
    if constexpr (std::is_same_v<T, PartialDate>) {
        return PartialDate(first_year);
    } else {
        return T{};
    }
}

template <class T>
struct TypeOpsOf {
    using Held = typename IsOptional<T>::Held;
    using Item = typename IsList<T>::Item;

    static const T& as(const void* member) { return *static_cast<const T*>(member); }
    static T& as(void* member) { return *static_cast<T*>(member); }

    static bool equal(const void* a, const void* b) { return as(a) == as(b); }
    static void assign(void* to, const void* from) { as(to) = as(from); }
    static const void* held(const void* member) {
        if constexpr (IsOptional<T>::value) {
            return as(member) ? &*as(member) : nullptr;
        } else {
            return member;
        }
    }
    static void* make(void* member) {
        if constexpr (IsOptional<T>::value) {
            return &as(member).emplace(fresh_value<Held>());
        } else {
            return member;
        }
    }
    static std::size_t count(const void* list) { return as(list).size(); }
    static const void* item(const void* list, std::size_t i) { return &as(list)[i]; }
    static void* edit(void* list, std::size_t i) {
        if constexpr (std::is_same_v<T, List<Item>>) {
            return &as(list).edit(i);
        } else {
            return &as(list)[i];
        }
    }
    static void* add(void* list) { return &as(list).emplace_back(); }
    static void remove(void* list, std::size_t i) {
        if constexpr (std::is_same_v<T, List<Item>>) {
            T kept = as(list).first(i);
            for (std::size_t k = i + 1; k < as(list).size(); ++k) kept.push_back(as(list)[k]);
            as(list) = std::move(kept);
        } else {
            as(list).erase(as(list).begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
    static std::size_t bytes(const void* list) {
        if constexpr (std::is_same_v<T, List<Item>>) {
            return as(list).bytes();
        } else {
            return as(list).capacity() * sizeof(Item);
        }
    }

    [[nodiscard]] static constexpr TypeOps table() {
        TypeOps ops{};
        ops.equal = equal;
        ops.assign = assign;
        ops.held = held;
        ops.make = make;
        if constexpr (IsList<T>::value) {
            ops.count = count;
            ops.item = item;
            ops.edit = edit;
            ops.add = add;
            ops.remove = remove;
            ops.bytes = bytes;
        }
        return ops;
    }
};

template <class T>
inline constexpr TypeOps type_ops = TypeOpsOf<T>::table();

// Single values ------------------------------------------------------------------------------------

template <class T>
inline constexpr Leaf leaf_of = names<T>.empty() ? Leaf::none : Leaf::name;
template <>
inline constexpr Leaf leaf_of<Date> = Leaf::date;
template <>
inline constexpr Leaf leaf_of<PartialDate> = Leaf::partial_date;
template <>
inline constexpr Leaf leaf_of<TimeOfDay> = Leaf::time;
template <>
inline constexpr Leaf leaf_of<std::chrono::sys_seconds> = Leaf::instant;
template <>
inline constexpr Leaf leaf_of<Share> = Leaf::share;
template <>
inline constexpr Leaf leaf_of<Counted> = Leaf::counted;
template <>
inline constexpr Leaf leaf_of<Cadence> = Leaf::cadence;
template <>
inline constexpr Leaf leaf_of<ObservanceRule> = Leaf::rule;
template <>
inline constexpr Leaf leaf_of<bool> = Leaf::truth;
template <>
inline constexpr Leaf leaf_of<QuotaSubject> = Leaf::quota_subject;
template <>
inline constexpr Leaf leaf_of<QuotaPeriod> = Leaf::quota_period;

// Fields -------------------------------------------------------------------------------------------

template <class Record, class Value>
Record record_of_member(Value Record::*);
template <class Record, class Value>
Value value_of_member(Value Record::*);

template <auto Member>
const void* member_in(const void* record) {
    using Record = decltype(record_of_member(Member));
    return &(static_cast<const Record*>(record)->*Member);
}

/// A field by its member, with all that the member's type says.
template <auto Member>
[[nodiscard]] constexpr Field field(const char* key, const char* sentence) {
    using Value = decltype(value_of_member(Member));
    using Held = typename IsOptional<Value>::Held;
    Field out{
        .key = key, .sentence = sentence, .ops = &type_ops<Value>, .member = &member_in<Member>};
    constexpr Presence usually = IsOptional<Value>::value ? Presence::optional : Presence::required;
    if constexpr (std::is_same_v<Value, std::string>) {
        out.kind = FieldKind::words;
    } else if constexpr (std::is_same_v<Value, Text>) {
        out.kind = FieldKind::text;
    } else if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
        out.kind = FieldKind::references;
    } else if constexpr (std::is_same_v<Value, std::vector<Text>>) {
        out.kind = FieldKind::texts;
    } else if constexpr (IsList<Value>::value) {
        out.kind = FieldKind::records;
        out.record = &description_of<typename IsList<Value>::Item>;
    } else if constexpr (std::is_same_v<Held, int>) {
        out.kind = FieldKind::integer;
        out.presence = usually;
    } else if constexpr (std::is_same_v<Held, double>) {
        out.kind = FieldKind::number;
        out.presence = usually;
    } else if constexpr (leaf_of<Held> != Leaf::none) {
        static_assert(!std::is_enum_v<Held> || sizeof(Held) == 1);
        out.kind = FieldKind::value;
        out.leaf = leaf_of<Held>;
        out.names = names<Held>;
        out.presence = usually;
    } else {
        out.kind = FieldKind::record;
        out.record = &description_of<Held>;
        out.presence = usually;
    }
    return out;
}

inline constexpr const char* source_sentence = "The source that says so; empty if none is named.";
inline constexpr const char* note_sentence = "Anything else that is to be said of it.";
inline constexpr const char* begin_sentence = "The first day on which it is in force.";
inline constexpr const char* end_sentence =
    "The first day on which it is no longer in force; absent if no end is known.";

// Records ------------------------------------------------------------------------------------------

/// Where the list of a record is in a programme, and what can be done with it if it is no
/// std::vector.
struct ListIn {
    using Getter = void* (*)(ProgrammeParts& parts);

    constexpr ListIn() = default;
    template <std::convertible_to<Getter> Function>
    constexpr ListIn(Function get, const TypeOps* how = nullptr) : in(get), ops(how) {}

    Getter in = nullptr;
    const TypeOps* ops = nullptr;
};

/// A list of a programme.
template <auto Member>
inline constexpr ListIn list{[](ProgrammeParts& parts) -> void* { return &(parts.*Member); },
                             &type_ops<decltype(value_of_member(Member))>};

template <class Record>
std::shared_ptr<void> copy_of(const void* record) {
    return std::make_shared<Record>(*static_cast<const Record*>(record));
}

/// The part of a record's description that its type does not give.
struct Described {
    const char* name;
    const char* type;
    const char* sentence;
    std::optional<Target> target = std::nullopt;
    std::span<const Field> fields;
    ListIn list = {};
};

/// The description of a record: one for each type.
template <class Record>
[[nodiscard]] const RecordDescription& described(const Described& said) {
    static const Record fresh{};
    static const RecordDescription description{
        .name = said.name,
        .type = said.type,
        .sentence = said.sentence,
        .target = said.target,
        .fields = said.fields,
        .fresh = &fresh,
        .ops = &type_ops<Record>,
        .list_ops = said.list.ops != nullptr ? said.list.ops : &type_ops<std::vector<Record>>,
        .copy = &copy_of<Record>,
        .list = said.list.in};
    return description;
}

}  // namespace probity::detail
