// The description of a record: each of its fields, said once, for code that knows no type.
//
//     const RecordDescription& task = description_of<Task>();
//     task.name;                                    // "task"
//     const Field& due = *task.field("due");
//     due.sentence;                                 // "The day by which it is to be done, ..."
//     due.change;                                   // FieldChange::by_event
//     due.events;                                   // "task.rescheduled"
//
// Documents are read, written and checked by walking these fields in their order; so what can be
// written can be read, and a check misses no field. Questions about a value of some type are asked
// through TypeOps:
//
//     const Task t07{.id = "T-07", .due = make_date(2026, 6, 30)};
//     const void* member = due.in(&t07);            // an std::optional<Date>
//     const void* held = due.ops->held(member);     // a Date, or null if there is none
//
// A record is described in one source file, records/describe_*.cpp or history/describe_bodies.cpp, with
// the words of records/describe.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "probity/records/parts.hpp"
#include "probity/records/record_kind.hpp"

namespace probity::detail {

/// To which kind of record a reference points. Ids are unique among a kind alone, so every reference has
/// one: it is said by the field, or by the record that refers.
using Target = RecordKind;

/// How a field changes once its record is there.
enum class FieldChange : std::uint8_t {
    /// Never: an id.
    founding,
    /// By an event that changes the record.
    changeable,
    /// By events of its own, which Field::events names.
    by_event,
};

/// How a call that makes a record gives a field: a constructor of Python. Lists of records and what no
/// document has are never given.
enum class Given : std::uint8_t {
    by_name,
    /// In its place among the first arguments; needed if a document has to have it.
    by_place,
    never,
};

/// The kind of value in a field.
enum class FieldKind : std::uint8_t {
    id,          // std::string: names the record; unique among those of its kind
    word,        // std::string: named like an id, but not unique
    words,       // std::string: a text in one language
    text,        // Text
    reference,   // std::string: the id of another record
    references,  // std::vector<std::string>: ids of others, each once
    integer,     // int, from Field::least to Field::most
    number,      // double, within the same bounds
    value,       // of the type that Field::leaf says
    record,      // a record in the record
    records,     // std::vector of records
    texts,       // std::vector<Text>
};

/// Whether a document has to have a field. An empty text, word or list is left out of it.
enum class Presence : std::uint8_t {
    required,
    /// The key has to be there, and may be null: stated to be absent.
    nullable,
    optional,
    /// Left out if it is as in a fresh record.
    usual,
    /// No document has it: the history makes it.
    unwritten,
};

/// The types of single values.
enum class Leaf : std::uint8_t {
    none,
    date,
    partial_date,
    time,
    instant,
    share,
    counted,
    cadence,
    rule,
    truth,          // bool
    name,           // an enumeration of one byte, by its place in Field::names
    quota_subject,  // likewise, with a refusal of its own
    quota_period,
};

/// Operations on a member of any type. A null function does not apply to the type.
struct TypeOps {
    bool (*equal)(const void* a, const void* b);
    void (*assign)(void* to, const void* from);
    /// The value of a member: that of an optional, or null if it is empty; else the member itself.
    const void* (*held)(const void* member);
    /// The value to be written to: of an optional a fresh one; else the member itself.
    void* (*make)(void* member);
    // Of lists: how many, one of them, the same to be changed, a fresh one at the end, one taken
    // out, and the bytes that all take in their place.
    std::size_t (*count)(const void* list);
    const void* (*item)(const void* list, std::size_t i);
    void* (*edit)(void* list, std::size_t i);
    void* (*add)(void* list);
    void (*remove)(void* list, std::size_t i);
    std::size_t (*bytes)(const void* list);
};

struct RecordDescription;

/// One field of a record.
struct Field {
    /// Its name in documents, events, tables and Python: "due".
    const char* key = nullptr;
    /// Says in one English sentence what it is.
    const char* sentence = "";
    FieldKind kind = FieldKind::value;
    Presence presence = Presence::optional;
    /// Whether the schema of documents asks for it, though reading lets a document without it pass.
    bool is_expected = false;
    FieldChange change = FieldChange::changeable;
    /// The kinds of event that change it, "task.assigned"; several with ", " between.
    const char* events = "";
    Given given = Given::by_name;
    Leaf leaf = Leaf::none;
    /// Of an enumeration the names of its values, in their order.
    std::span<const std::string_view> names = {};
    /// The bounds of numbers; of a list the most elements, 0 for no limit.
    int least = 0;
    int most = 0;
    /// The regular expression that words match; null if they are any.
    const char* pattern = nullptr;
    /// To what a reference points; none if the field is no reference.
    std::optional<Target> target = std::nullopt;
    /// The same if the record itself says it; else null.
    Target (*target_by)(const void* record) = nullptr;
    /// The description of records held.
    const RecordDescription& (*record)() = nullptr;
    const TypeOps* ops = nullptr;
    const void* (*member)(const void* record) = nullptr;

    /// The member of a record.
    [[nodiscard]] const void* in(const void* owner) const { return member(owner); }
    /// The same to be written to.
    [[nodiscard]] void* in(void* owner) const { return const_cast<void*>(member(owner)); }
    [[nodiscard]] Target target_in(const void* owner) const {
        return target_by == nullptr ? target.value() : target_by(owner);
    }
    /// Whether documents have it.
    [[nodiscard]] bool is_written() const noexcept { return presence != Presence::unwritten; }

    // The words of a description (records/describe.hpp), each a field that says one thing more.
    [[nodiscard]] constexpr Field id() const {
        return of(FieldKind::id).founding().needed().by_place();
    }
    [[nodiscard]] constexpr Field word() const { return of(FieldKind::word).needed(); }
    [[nodiscard]] constexpr Field refers_to(Target record_of) const {
        Field field = kind == FieldKind::references ? *this : of(FieldKind::reference);
        field.target = record_of;
        return field;
    }
    [[nodiscard]] constexpr Field refers_by(Target (*says)(const void*)) const {
        Field field = of(FieldKind::reference);
        field.target_by = says;
        return field;
    }
    [[nodiscard]] constexpr Field between(int from, int to) const {
        Field field = *this;
        field.least = from;
        field.most = to;
        return field;
    }
    [[nodiscard]] constexpr Field at_most(int elements) const { return between(0, elements); }
    [[nodiscard]] constexpr Field matching(const char* expression) const {
        Field field = *this;
        field.pattern = expression;
        return field;
    }
    [[nodiscard]] constexpr Field needed() const { return is(Presence::required); }
    [[nodiscard]] constexpr Field nullable() const { return is(Presence::nullable); }
    [[nodiscard]] constexpr Field usual() const { return is(Presence::usual); }
    [[nodiscard]] constexpr Field unwritten() const { return is(Presence::unwritten); }
    [[nodiscard]] constexpr Field expected() const {
        Field field = *this;
        field.is_expected = true;
        return field;
    }
    [[nodiscard]] constexpr Field founding() const {
        Field field = *this;
        field.change = FieldChange::founding;
        return field;
    }
    [[nodiscard]] constexpr Field changed_by(const char* kinds) const {
        Field field = *this;
        field.change = FieldChange::by_event;
        field.events = kinds;
        return field;
    }

    [[nodiscard]] constexpr Field by_place() const { return is(Given::by_place); }
    [[nodiscard]] constexpr Field not_given() const { return is(Given::never); }

  private:
    [[nodiscard]] constexpr Field of(FieldKind wanted) const {
        Field field = *this;
        field.kind = wanted;
        return field;
    }
    [[nodiscard]] constexpr Field is(Presence wanted) const {
        Field field = *this;
        field.presence = wanted;
        return field;
    }
    [[nodiscard]] constexpr Field is(Given wanted) const {
        Field field = *this;
        field.given = wanted;
        return field;
    }
};

/// A kind of record with its fields, in the order of its documents.
struct RecordDescription {
    /// "risk_area", as schemas and messages name it.
    const char* name;
    /// Its type in C++ and Python: "RiskArea".
    const char* type;
    /// Says in one English sentence what it is.
    const char* sentence;
    /// The kind of thing that its id names; null if it has no id.
    std::optional<Target> target;
    std::span<const Field> fields;
    /// A record of which nothing is said.
    const void* fresh;
    /// Operations on a whole record, and on a list of them.
    const TypeOps* ops;
    const TypeOps* list_ops;
    /// A copy on the heap.
    std::shared_ptr<void> (*copy)(const void* record);
    /// The list of a programme that holds such records, an element of which is changed by way of
    /// list_ops->edit alone; null if it holds none at the
    /// moment. Null itself if no list of the programme holds them.
    void* (*list)(ProgrammeParts& parts);

    /// The field of that key; null if it has none.
    [[nodiscard]] const Field* field(std::string_view key) const noexcept;
    /// The field that names the record; null if it has none.
    [[nodiscard]] const Field* id() const noexcept;
};

/// The description of a record or of the body of an event.
template <class Record>
[[nodiscard]] const RecordDescription& description_of();

#define PROBITY_RECORD(Record, kind) \
    template <>                      \
    const RecordDescription& description_of<Record>();
#include "probity/records/records.inc"

// Those of records without an id.
template <>
const RecordDescription& description_of<Head>();
template <>
const RecordDescription& description_of<Institution>();
template <>
const RecordDescription& description_of<RuleVersion>();
template <>
const RecordDescription& description_of<Evidence>();
template <>
const RecordDescription& description_of<RecordedOccurrence>();
template <>
const RecordDescription& description_of<ActivityDate>();
template <>
const RecordDescription& description_of<EarlierDate>();
template <>
const RecordDescription& description_of<Quorum>();
template <>
const RecordDescription& description_of<AgendaItem>();
template <>
const RecordDescription& description_of<Charter>();
template <>
const RecordDescription& description_of<Membership>();
template <>
const RecordDescription& description_of<CadenceVersion>();
template <>
const RecordDescription& description_of<QuotaPredicate>();
template <>
const RecordDescription& description_of<Banding>();
template <>
const RecordDescription& description_of<TaskChange>();
template <>
const RecordDescription& description_of<Takeover>();
template <>
const RecordDescription& description_of<DeclaredCount>();
template <>
const RecordDescription& description_of<Attendance>();
template <>
const RecordDescription& description_of<Fulfilment>();
template <>
const RecordDescription& description_of<Assessment>();
template <>
const RecordDescription& description_of<UnpublishedFact>();
template <>
const RecordDescription& description_of<ProgrammeParts>();

/// The id that a record has; empty if it has none.
[[nodiscard]] std::string_view id_in(const RecordDescription& description, const void* record);

}  // namespace probity::detail
