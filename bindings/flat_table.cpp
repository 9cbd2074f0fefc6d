#include "flat_table.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <span>
#include <unordered_map>

#include "arrow.hpp"
#include "convert.hpp"
#include "date/interruption.hpp"
#include "instant.hpp"
#include "module.hpp"
#include "text.hpp"
#include "text/sentence.hpp"

namespace probity::python {
namespace {

FlatColumn texts_of(const std::vector<std::string_view>& texts) {
    TextColumn column("", texts.size());
    for (const std::string_view text : texts) column.add(text);
    return column.done();
}

FlatColumn coded(std::string name, std::vector<std::int32_t> codes, FlatColumn categories) {
    FlatColumn column{.name = std::move(name), .format = "i"};
    column.length = static_cast<std::int64_t>(codes.size());
    column.data = Buffer(std::move(codes));
    column.categories = std::make_shared<const FlatColumn>(std::move(categories));
    return column;
}

}  // namespace

void TextColumn::add(const std::vector<std::string>& parts) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i != 0) bytes_ += ';';
        bytes_ += parts[i];
    }
    ends_.push_back(static_cast<std::int64_t>(bytes_.size()));
}

FlatColumn TextColumn::done() {
    FlatColumn column{.name = std::move(name_), .format = "U"};
    column.length = static_cast<std::int64_t>(ends_.size()) - 1;
    column.data = Buffer(std::move(ends_));
    column.text = Buffer(std::move(bytes_));
    return column;
}

FlatColumn NameColumn::done() {
    std::vector<std::string_view> names(numbers_.size());
    for (const auto& [text, number] : numbers_) names[static_cast<std::size_t>(number)] = text;
    std::vector<std::string_view> sorted = names;
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::int32_t> places;
    for (const std::string_view text : names) {
        const auto place = std::lower_bound(sorted.begin(), sorted.end(), text) - sorted.begin();
        places.push_back(static_cast<std::int32_t>(place));
    }
    for (std::int32_t& code : codes_) code = places[static_cast<std::size_t>(code)];
    return coded(std::move(name_), std::move(codes_), texts_of(sorted));
}

FlatColumn ChoiceColumn::done() {
    return coded(std::move(name_), std::move(codes_), texts_of(choices_));
}

namespace {

// For Arrow ----------------------------------------------------------------------------------------

struct KeptColumn {
    Buffer valid, data, text;
};

ArrowColumn arrow_column(const FlatColumn& column) {
    ArrowColumn out{.name = column.name,
                    .format = column.format,
                    .length = column.length,
                    .nulls = column.nulls,
                    .buffers = {column.valid.data, column.data.data}};
    if (column.format == "U") out.buffers.push_back(column.text.data);
    out.keep =
        std::make_shared<const KeptColumn>(KeptColumn{column.valid, column.data, column.text});
    if (column.categories) {
        out.dictionary = std::make_shared<const ArrowColumn>(arrow_column(*column.categories));
    }
    return out;
}

ArrowColumn arrow_table(const FlatTable& table) {
    ArrowColumn out{
        .format = "+s", .length = static_cast<std::int64_t>(table.rows), .buffers = {nullptr}};
    for (const FlatColumn& column : table.columns) out.children.push_back(arrow_column(column));
    return out;
}

// For NumPy and Python -----------------------------------------------------------------------------

template <class T>
std::span<const T> values_of(const FlatColumn& column) {
    return {static_cast<const T*>(column.data.data), static_cast<std::size_t>(column.length)};
}

bool is_valid(const FlatColumn& column, std::size_t i) {
    const auto* bits = static_cast<const std::uint8_t*>(column.valid.data);
    return bits == nullptr || (bits[i / 8] >> (i % 8) & 1U) != 0;
}

/// An array of NumPy over memory that it keeps.
py::array array_over(const py::dtype& type, std::int64_t length, const Buffer& buffer) {
    const py::capsule owner(new std::shared_ptr<void>(buffer.keep),
                            [](void* held) { delete static_cast<std::shared_ptr<void>*>(held); });
    return {type, {length}, {}, buffer.data, owner};
}

/// Seconds since 1970, of values that have so many each; NumPy's NaT for missing ones. pandas has
/// no unit of a day.
template <class T>
py::array seconds_in(const FlatColumn& column, std::int64_t each) {
    py::array array(py::dtype("M8[s]"), std::vector<py::ssize_t>{column.length});
    auto* out = static_cast<std::int64_t*>(array.mutable_data());
    const auto values = values_of<T>(column);
    std::transform(values.begin(), values.end(), out, [each](T value) { return value * each; });
    for (std::size_t i = 0; column.nulls > 0 && i < values.size(); ++i) {
        if (!is_valid(column, i)) out[i] = INT64_MIN;
    }
    return array;
}

py::array flags(std::size_t size, auto flag) {
    py::array_t<bool> array(static_cast<py::ssize_t>(size));
    bool* out = array.mutable_data();
    for (std::size_t i = 0; i < size; ++i) out[i] = flag(i);
    return array;
}

/// True where a value is missing.
py::array missing_in(const FlatColumn& column) {
    const auto size = static_cast<std::size_t>(column.length);
    if (column.nulls == 0) return flags(size, [](std::size_t) { return false; });
    return flags(size, [&](std::size_t i) { return !is_valid(column, i); });
}

/// Numbers as NumPy has them; yes and no as booleans.
py::array numbers_in(const FlatColumn& column) {
    if (column.format == "tdD") return seconds_in<DayNumber>(column, 86'400);
    if (column.format == "tss:UTC" && column.nulls > 0) return seconds_in<std::int64_t>(column, 1);
    if (column.format == "b") {
        const auto* bits = static_cast<const std::uint8_t*>(column.data.data);
        return flags(static_cast<std::size_t>(column.length),
                     [&](std::size_t i) { return (bits[i / 8] >> (i % 8) & 1U) != 0; });
    }
    const char* type = column.format == "i"         ? "i4"
                       : column.format == "g"       ? "f8"
                       : column.format == "tss:UTC" ? "M8[s]"
                       : column.format == "tts"     ? "i4"
                                                    : "i8";
    return array_over(py::dtype(type), column.length, column.data);
}

std::string_view text_at(const FlatColumn& column, std::size_t i) {
    const auto* ends = static_cast<const std::int64_t*>(column.data.data);
    const auto begin = static_cast<std::size_t>(ends[i]);
    return {static_cast<const char*>(column.text.data) + begin,
            static_cast<std::size_t>(ends[i + 1]) - begin};
}

/// Texts as an array of Python's; the same text on end is one of them.
py::array texts_in(const FlatColumn& column) {
    py::array array(py::dtype("O"), std::vector<py::ssize_t>{column.length});
    auto** out = static_cast<PyObject**>(array.mutable_data());
    std::string_view last;
    py::object text = py::str("");
    for (std::size_t i = 0; i < static_cast<std::size_t>(column.length); ++i) {
        detail::interruption_point(i);
        const std::string_view here = text_at(column, i);
        if (here != last) {
            last = here;
            text = py::str(here.data(), here.size());
        }
        Py_XDECREF(out[i]);
        out[i] = py::object(text).release().ptr();
    }
    return array;
}

// From Python's values -----------------------------------------------------------------------------

std::int32_t seconds_of(const py::handle time) {
    const int minutes = time.attr("hour").cast<int>() * 60 + time.attr("minute").cast<int>();
    return minutes * 60 + time.attr("second").cast<int>();
}

template <class T>
FlatColumn numbers_of(const std::string& name, const std::string& format, const py::list& values,
                      T (*number)(py::handle)) {
    NumberColumn<T> column(name, format, values.size());
    for (const py::handle value : values) {
        detail::interruption_point();
        value.is_none() ? column.add_missing() : column.add(number(value));
    }
    return column.done();
}

FlatColumn flags_of(const std::string& name, const py::list& values) {
    FlatColumn column{.name = name, .format = "b"};
    Bits bits, valid;
    for (const py::handle value : values) {
        bits.add(!value.is_none() && value.cast<bool>());
        valid.add(!value.is_none());
        if (value.is_none()) ++column.nulls;
    }
    column.length = static_cast<std::int64_t>(bits.size());
    column.data = Buffer(bits.take());
    if (column.nulls > 0) column.valid = Buffer(valid.take());
    return column;
}

/// The text of a row. Throws ProbityError if there is none.
std::string cell_text(const std::string& name, const py::list& values, std::size_t row) {
    const py::handle value = values[row];
    if (!py::isinstance<py::str>(value)) {
        throw ProbityError(detail::sentence(
            "python.cell_no_text",
            {{"column", name}, {"row", row + 1}, {"value", std::string(py::repr(value))}}));
    }
    return text_of(value);
}

FlatColumn categories_of(const std::string& name, const py::list& values,
                         const std::vector<std::string>& categories) {
    const std::vector<std::string_view> names(categories.begin(), categories.end());
    std::unordered_map<std::string_view, std::int32_t> places;
    for (std::size_t i = 0; i < names.size(); ++i) {
        places.emplace(names[i], static_cast<std::int32_t>(i));
    }
    std::vector<std::int32_t> codes;
    for (std::size_t i = 0; i < values.size(); ++i) {
        detail::interruption_point(i);
        const std::string value = cell_text(name, values, i);
        const auto found = places.find(value);
        if (found == places.end()) {
            throw ProbityError(
                detail::sentence("python.no_category", {{"column", name}, {"value", value}}));
        }
        codes.push_back(found->second);
    }
    return coded(name, std::move(codes), texts_of(names));
}

FlatColumn column_of(const std::string& name, const std::string& format, const py::list& values) {
    if (format == "U") {
        TextColumn column(name, values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            detail::interruption_point(i);
            column.add(cell_text(name, values, i));
        }
        return column.done();
    }
    if (format == "tdD") {
        return numbers_of<DayNumber>(name, format, values, [](py::handle value) {
            return day_number(date_from_python(value.ptr()));
        });
    }
    if (format == "tts") return numbers_of<std::int32_t>(name, format, values, &seconds_of);
    if (format == "tss:UTC") {
        return numbers_of<std::int64_t>(name, format, values, [](py::handle value) {
            return std::int64_t{instant_from_python(value).time_since_epoch().count()};
        });
    }
    if (format == "l") {
        return numbers_of<std::int64_t>(name, format, values, [](py::handle value) {
            return long_number_from_python(value.ptr());
        });
    }
    if (format == "g") {
        return numbers_of<double>(name, format, values,
                                  [](py::handle value) { return value.cast<double>(); });
    }
    if (format == "b") return flags_of(name, values);
    throw ProbityError(
        detail::sentence("python.column_format", {{"column", name}, {"format", format}}));
}

using GivenColumn =
    std::tuple<std::string, std::string, py::list, std::optional<std::vector<std::string>>>;

FlatTable flat_table(const std::vector<GivenColumn>& columns) {
    FlatTable table;
    for (const auto& [name, format, values, categories] : columns) {
        if (table.columns.empty()) table.rows = values.size();
        if (values.size() != table.rows) {
            throw ProbityError(detail::sentence(
                "python.column_length",
                {{"column", name}, {"number", values.size()}, {"first", table.rows}}));
        }
        table.columns.push_back(categories ? categories_of(name, values, *categories)
                                           : column_of(name, format, values));
    }
    return table;
}

// Pickles ------------------------------------------------------------------------------------------

/// The value of a row as a list for flat_table has it.
py::object value_at(const FlatColumn& column, std::size_t i) {
    if (!is_valid(column, i)) return py::none();
    if (column.format == "U") return py::str(std::string(text_at(column, i)));
    if (column.format == "i") {
        const auto code = static_cast<std::size_t>(values_of<std::int32_t>(column)[i]);
        return py::str(std::string(text_at(*column.categories, code)));
    }
    if (column.format == "tdD") return py::cast(date_of(values_of<DayNumber>(column)[i]));
    if (column.format == "tts") {
        const int seconds = values_of<std::int32_t>(column)[i];
        const py::object time = py::module_::import("datetime").attr("time");
        return time(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    if (column.format == "tss:UTC") {
        return instant_to_python(Instant(std::chrono::seconds(values_of<std::int64_t>(column)[i])));
    }
    if (column.format == "g") return py::float_(values_of<double>(column)[i]);
    if (column.format == "b") {
        const auto* bits = static_cast<const std::uint8_t*>(column.data.data);
        return py::bool_((bits[i / 8] >> (i % 8) & 1U) != 0);
    }
    return py::int_(values_of<std::int64_t>(column)[i]);
}

/// A column as flat_table takes it; its categories stand in their order.
py::tuple column_in_pickle(const FlatColumn& column) {
    py::list values;
    for (std::size_t i = 0; i < static_cast<std::size_t>(column.length); ++i) {
        values.append(value_at(column, i));
    }
    if (!column.categories) {
        return py::make_tuple(column.name, column.format, values, py::none());
    }
    return py::make_tuple(column.name, "U", values, texts_in(*column.categories).attr("tolist")());
}

}  // namespace

void bind_flat_table(py::module_& m) {
    py::class_<FlatColumn>(m, "_FlatColumn", "One column of a _FlatTable.")
        .def_readonly("name", &FlatColumn::name)
        .def_readonly("format", &FlatColumn::format)
        .def_property_readonly(
            "categories",
            [](const FlatColumn& self) -> py::object {
                if (!self.categories) return py::none();
                return texts_in(*self.categories).attr("tolist")();
            },
            "The texts of which it has the codes; None for a column of values.")
        .def("numbers", &numbers_in, "Its numbers or codes for NumPy: days as datetime64[s].")
        .def("texts", &texts_in, "Its texts as an array of objects.")
        .def("missing", &missing_in, "An array that is True for each missing value.")
        .def("__len__", [](const FlatColumn& self) { return self.length; })
        .def(
            "__arrow_c_array__",
            [](const FlatColumn& self, const py::object&) {
                return arrow_array(arrow_column(self));
            },
            py::arg("requested_schema") = py::none());
    py::class_<FlatTable>(m, "_FlatTable", "A table in flat columns (bindings/flat_table.hpp).")
        .def("__len__", [](const FlatTable& self) { return self.rows; })
        .def_readonly("columns", &FlatTable::columns)
        .def(
            "__arrow_c_stream__",
            [](const FlatTable& self, const py::object&) {
                return arrow_stream(arrow_table(self));
            },
            py::arg("requested_schema") = py::none())
        .def("__reduce__", [](const FlatTable& self) {
            py::list columns;
            for (const FlatColumn& each : self.columns) columns.append(column_in_pickle(each));
            const py::object make = py::module_::import("probity._core").attr("_flat_table");
            return py::make_tuple(make, py::make_tuple(columns));
        });
    m.def("_flat_table", &flat_table, py::arg("columns"),
          "A table of columns (name, format, values, categories): formats are those of Arrow, "
          "with None for a missing value; categories if values are some of a few texts. Raises "
          "ProbityError for another format or columns of unequal length.");
}

}  // namespace probity::python
