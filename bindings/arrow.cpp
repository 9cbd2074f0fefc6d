#include "arrow.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "convert.hpp"
#include "instant.hpp"
#include "module.hpp"

// The structures, as the interface's own text gives them: their layout is the contract.
extern "C" {

struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    std::int64_t flags;
    std::int64_t n_children;
    ArrowSchema** children;
    ArrowSchema* dictionary;
    void (*release)(ArrowSchema*);
    void* private_data;
};

struct ArrowArray {
    std::int64_t length;
    std::int64_t null_count;
    std::int64_t offset;
    std::int64_t n_buffers;
    std::int64_t n_children;
    const void** buffers;
    ArrowArray** children;
    ArrowArray* dictionary;
    void (*release)(ArrowArray*);
    void* private_data;
};

struct ArrowArrayStream {
    int (*get_schema)(ArrowArrayStream*, ArrowSchema*);
    int (*get_next)(ArrowArrayStream*, ArrowArray*);
    const char* (*get_last_error)(ArrowArrayStream*);
    void (*release)(ArrowArrayStream*);
    void* private_data;
};
}

namespace probity::python {
namespace {

constexpr std::int64_t nullable = 2;  // ARROW_FLAG_NULLABLE

// What is described --------------------------------------------------------------------------------

/// An array or a field with its name; a struct has children. Buffers are shared: a reader may keep a
/// column longer than the table that it came in.
struct Column {
    std::string name = {};
    std::string format = {};
    std::int64_t length = 0;
    std::int64_t nulls = 0;
    std::vector<const void*> buffers = {};
    std::shared_ptr<const void> keep = {};
    std::vector<Column> children = {};
};

/// The parts of a structure that are given away: freed when its consumer releases it.
template <class Structure>
struct Parts {
    Column column;
    std::vector<Structure> children;
    std::vector<Structure*> child_pointers;
};

template <class Structure>
void release(Structure* given) {
    for (std::int64_t i = 0; i < given->n_children; ++i) {
        // A consumer may have taken a child, which it releases itself.
        if (given->children[i]->release != nullptr) given->children[i]->release(given->children[i]);
    }
    delete static_cast<Parts<Structure>*>(given->private_data);
    given->release = nullptr;
}

/// Gives a column's children away in the same way, and notes who owns all of it.
template <class Structure, class Give>
Parts<Structure>* give_parts(const Column& column, Structure* out, Give give) {
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
    out->release = &release<Structure>;
    out->private_data = parts.get();
    return parts.release();
}

void give_schema(const Column& column, ArrowSchema* out) {
    auto* parts = give_parts(column, out, &give_schema);
    out->format = parts->column.format.c_str();
    out->name = parts->column.name.c_str();
    out->metadata = nullptr;
    out->flags = nullable;
}

void give_array(const Column& column, ArrowArray* out) {
    auto* parts = give_parts(column, out, &give_array);
    out->length = column.length;
    out->null_count = column.nulls;
    out->offset = 0;
    out->n_buffers = static_cast<std::int64_t>(column.buffers.size());
    out->buffers = parts->column.buffers.data();
}

// A stream of one chunk ----------------------------------------------------------------------------

struct Chunk {
    Column column;
    bool given = false;
};

Chunk& chunk_of(ArrowArrayStream* stream) { return *static_cast<Chunk*>(stream->private_data); }

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    give_schema(chunk_of(stream).column, out);
    return 0;
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
    Chunk& chunk = chunk_of(stream);
    if (chunk.given) {
        *out = ArrowArray{};  // a released array says that the stream is at its end
    } else {
        give_array(chunk.column, out);
        chunk.given = true;
    }
    return 0;
}

const char* get_last_error(ArrowArrayStream*) { return nullptr; }

void release_stream(ArrowArrayStream* stream) {
    delete &chunk_of(stream);
    stream->release = nullptr;
}

void give_stream(const Column& column, ArrowArrayStream* out) {
    *out = ArrowArrayStream{&get_schema, &get_next, &get_last_error, &release_stream,
                            new Chunk{column}};
}

// Capsules -----------------------------------------------------------------------------------------

constexpr const char* name_of(const ArrowSchema*) { return "arrow_schema"; }
constexpr const char* name_of(const ArrowArray*) { return "arrow_array"; }
constexpr const char* name_of(const ArrowArrayStream*) { return "arrow_array_stream"; }

template <class Structure>
py::capsule capsule_of(const Column& column, void (*give)(const Column&, Structure*)) {
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

// Columns ------------------------------------------------------------------------------------------

Column date32_type() { return {.format = "tdD"}; }

Column date32_column(const DateSet& dates) {
    Column column = date32_type();
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

/// Bits in Arrow's order: the first in the lowest place of the first byte.
struct Bits {
    std::vector<std::uint8_t> bytes;

    explicit Bits(std::size_t size) : bytes((size + 7) / 8) {}
    void set(std::size_t i) {
        bytes[i / 8] = static_cast<std::uint8_t>(bytes[i / 8] | 1U << (i % 8));
    }
};

/// What the columns of a table point into.
struct Values {
    Bits valid;
    Bits flags;
    std::vector<std::int32_t> words;
    std::vector<std::int64_t> numbers;
    std::vector<double> fractions;
    std::string text;

    explicit Values(std::size_t size) : valid(size), flags(size) {}
};

std::int32_t seconds_of(const py::handle time) {
    const int minutes = time.attr("hour").cast<int>() * 60 + time.attr("minute").cast<int>();
    return minutes * 60 + time.attr("second").cast<int>();
}

Column& with_values(Column& column, const py::list& given) {
    const std::size_t size = given.size();
    auto values = std::make_shared<Values>(size);
    const bool is_text = column.format == "u";
    if (is_text) values->words.push_back(0);
    for (std::size_t i = 0; i < size; ++i) {
        const py::handle value = given[i];
        const bool there = !value.is_none();
        if (there) values->valid.set(i);
        if (!there) ++column.nulls;
        if (is_text) {
            if (there) values->text += text_of(value);
            values->words.push_back(static_cast<std::int32_t>(values->text.size()));
        } else if (column.format == "tdD") {
            values->words.push_back(there ? day_number(date_from_python(value.ptr())) : 0);
        } else if (column.format == "tts") {
            values->words.push_back(there ? seconds_of(value) : 0);
        } else if (column.format == "l") {
            values->numbers.push_back(there ? long_number_from_python(value.ptr()) : 0);
        } else if (column.format == "tss:UTC") {
            values->numbers.push_back(there ? instant_from_python(value).time_since_epoch().count()
                                            : 0);
        } else if (column.format == "g") {
            values->fractions.push_back(there ? value.cast<double>() : 0);
        } else if (column.format == "b") {
            if (there && value.cast<bool>()) values->flags.set(i);
        } else {
            throw ProbityError("column \"" + column.name + "\": format \"" + column.format +
                               "\" is none of u, tdD, tts, tss:UTC, l, g, b");
        }
    }
    const void* data = values->words.data();
    if (column.format == "l" || column.format == "tss:UTC") data = values->numbers.data();
    if (column.format == "g") data = values->fractions.data();
    if (column.format == "b") data = values->flags.bytes.data();
    column.length = static_cast<std::int64_t>(size);
    column.buffers = {column.nulls > 0 ? values->valid.bytes.data() : nullptr, data};
    if (is_text) column.buffers.push_back(values->text.data());
    column.keep = std::move(values);
    return column;
}

}  // namespace

py::capsule date32_schema() { return capsule_of(date32_type(), &give_schema); }

py::tuple date32_array(const DateSet& dates) {
    return py::make_tuple(date32_schema(), capsule_of(date32_column(dates), &give_array));
}

py::capsule date32_stream(const DateSet& dates) {
    return capsule_of(date32_column(dates), &give_stream);
}

py::capsule table_stream(const py::list& columns) {
    Column table{.format = "+s", .buffers = {nullptr}};
    for (const py::handle each : columns) {
        const auto [name, format, values] =
            each.cast<std::tuple<std::string, std::string, py::list>>();
        Column column{.name = name, .format = format};
        table.children.push_back(with_values(column, values));
        if (table.children.front().length != column.length) {
            throw ProbityError("column \"" + name + "\" has " + std::to_string(column.length) +
                               " values, the first one " +
                               std::to_string(table.children.front().length));
        }
        table.length = column.length;
    }
    return capsule_of(table, &give_stream);
}

void bind_arrow(py::module_& m) { m.def("_table_stream", &table_stream, py::arg("columns")); }

}  // namespace probity::python
