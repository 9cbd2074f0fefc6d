#include "arrow.hpp"

#include <cerrno>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "arrow_abi.hpp"

namespace probity::python {
namespace {

constexpr std::int64_t nullable = 2;  // ARROW_FLAG_NULLABLE

// Giving away -------------------------------------------------------------------------------------

/// The parts of a structure that are given away: freed when its consumer releases it.
template <class Structure>
struct Parts {
    ArrowColumn column;
    std::vector<Structure> children;
    std::vector<Structure*> child_pointers;
    Structure dictionary = {};
};

template <class Structure>
void release(Structure* given) {
    for (std::int64_t i = 0; i < given->n_children; ++i) {
        // A consumer may have taken a child, which it releases itself.
        if (given->children[i]->release != nullptr) given->children[i]->release(given->children[i]);
    }
    Structure* const dictionary = given->dictionary;
    if (dictionary != nullptr && dictionary->release != nullptr) dictionary->release(dictionary);
    delete static_cast<Parts<Structure>*>(given->private_data);
    given->release = nullptr;
}

/// Gives a column's children away in the same way, and notes who owns all of it.
template <class Structure, class Give>
Parts<Structure>* give_parts(const ArrowColumn& column, Structure* out, Give give) {
    auto parts = std::make_unique<Parts<Structure>>();
    parts->column = column;
    parts->children.resize(column.children.size());
    for (Structure& child : parts->children) parts->child_pointers.push_back(&child);
    for (std::size_t i = 0; i < column.children.size(); ++i) {
        give(column.children[i], &parts->children[i]);
    }
    out->n_children = static_cast<std::int64_t>(parts->children.size());
    out->children = parts->child_pointers.data();
    out->dictionary = nullptr;
    if (column.dictionary) {
        give(*column.dictionary, &parts->dictionary);
        out->dictionary = &parts->dictionary;
    }
    out->release = &release<Structure>;
    out->private_data = parts.get();
    return parts.release();
}

void give_schema(const ArrowColumn& column, ArrowSchema* out) {
    auto* parts = give_parts(column, out, &give_schema);
    out->format = parts->column.format.c_str();
    out->name = parts->column.name.c_str();
    out->metadata = nullptr;
    out->flags = nullable;
}

void give_array(const ArrowColumn& column, ArrowArray* out) {
    auto* parts = give_parts(column, out, &give_array);
    out->length = column.length;
    out->null_count = column.nulls;
    out->offset = 0;
    out->n_buffers = static_cast<std::int64_t>(column.buffers.size());
    out->buffers = parts->column.buffers.data();
}

// A stream of one chunk ----------------------------------------------------------------------------

struct Chunk {
    ArrowColumn column;
    bool given = false;
};

Chunk& chunk_of(ArrowArrayStream* stream) { return *static_cast<Chunk*>(stream->private_data); }

/// Runs a function and returns the error's number if memory runs out: no exception may leave
/// towards a reader that is no C++.
int without_throwing(auto give) noexcept {
    try {
        give();
    } catch (...) {
        return ENOMEM;
    }
    return 0;
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    return without_throwing([&] { give_schema(chunk_of(stream).column, out); });
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
    Chunk& chunk = chunk_of(stream);
    if (chunk.given) {
        *out = ArrowArray{};  // a released array says that the stream is at its end
    } else {
        return without_throwing([&] {
            give_array(chunk.column, out);
            chunk.given = true;
        });
    }
    return 0;
}

const char* get_last_error(ArrowArrayStream*) { return nullptr; }

void release_stream(ArrowArrayStream* stream) {
    delete &chunk_of(stream);
    stream->release = nullptr;
}

void give_stream(const ArrowColumn& column, ArrowArrayStream* out) {
    *out = ArrowArrayStream{&get_schema, &get_next, &get_last_error, &release_stream,
                            new Chunk{column}};
}

// Capsules -----------------------------------------------------------------------------------------

constexpr const char* name_of(const ArrowSchema*) { return "arrow_schema"; }
constexpr const char* name_of(const ArrowArray*) { return "arrow_array"; }
constexpr const char* name_of(const ArrowArrayStream*) { return "arrow_array_stream"; }

template <class Structure>
py::capsule capsule_of(const ArrowColumn& column, void (*give)(const ArrowColumn&, Structure*)) {
    auto structure = std::make_unique<Structure>();
    give(column, structure.get());
    const auto destroy = [](PyObject* capsule) {
        const char* name = name_of(static_cast<const Structure*>(nullptr));
        auto* held = static_cast<Structure*>(PyCapsule_GetPointer(capsule, name));
        if (held->release != nullptr) held->release(held);
        delete held;
    };
    return py::capsule(structure.release(), name_of(static_cast<const Structure*>(nullptr)),
                       destroy);
}

// Dates -------------------------------------------------------------------------------------------

ArrowColumn date32_type() { return {.format = "tdD"}; }

ArrowColumn date32_column(const DateSet& dates) {
    ArrowColumn column = date32_type();
    column.length = static_cast<std::int64_t>(dates.size());
    if (const std::span<const DayNumber> flat = dates.flat_day_numbers(); !flat.empty()) {
        column.buffers = {nullptr, flat.data()};
        column.keep = std::make_shared<const DateSet>(dates);
    } else {
        auto days = std::make_shared<const std::vector<DayNumber>>(dates.day_numbers());
        column.buffers = {nullptr, days->data()};
        column.keep = std::move(days);
    }
    return column;
}

}  // namespace

py::capsule arrow_schema(const ArrowColumn& column) { return capsule_of(column, &give_schema); }

py::tuple arrow_array(const ArrowColumn& column) {
    return py::make_tuple(arrow_schema(column), capsule_of(column, &give_array));
}

py::capsule arrow_stream(const ArrowColumn& column) { return capsule_of(column, &give_stream); }

py::capsule date32_schema() { return arrow_schema(date32_type()); }

py::tuple date32_array(const DateSet& dates) { return arrow_array(date32_column(dates)); }

py::capsule date32_stream(const DateSet& dates) { return arrow_stream(date32_column(dates)); }

}  // namespace probity::python
