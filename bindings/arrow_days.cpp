#include "arrow_days.hpp"

#include <array>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "arrow_abi.hpp"
#include "convert.hpp"
#include "date/civil.hpp"
#include "date/interruption.hpp"
#include "date/text.hpp"
#include "day_array.hpp"
#include "probity/date/written_date.hpp"
#include "text/sentence.hpp"

namespace probity::python {
namespace {

// An array that was taken is released, unless that was done before.
template <class Structure>
struct Taken {
    Structure structure = {};

    Taken() = default;
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;
    ~Taken() {
        if (structure.release != nullptr) structure.release(&structure);
    }
    /// Takes over what a capsule holds.
    void take(const py::object& capsule, const char* name) {
        auto* given = static_cast<Structure*>(PyCapsule_GetPointer(capsule.ptr(), name));
        if (given == nullptr) throw py::error_already_set();
        structure = *given;
        given->release = nullptr;
    }
};

[[noreturn]] void throw_at(std::size_t index, const Text& what) {
    throw DateError(detail::sentence("python.at_index", {{"index", index}, {"message", what}}));
}

template <class T>
const T* buffer(const ArrowArray& array, std::int64_t i) {
    return static_cast<const T*>(array.buffers[i]);
}

bool is_null(const ArrowArray& array, std::int64_t row) {
    const auto* bits = array.null_count == 0 ? nullptr : buffer<std::uint8_t>(array, 0);
    return bits != nullptr && (bits[row / 8] >> (row % 8) & 1) == 0;
}

/// Units of a timestamp in a day, by the third letter of its format.
std::int64_t units_in_a_day(char unit) {
    std::int64_t units = 86'400;
    for (const char finer : std::string_view("mun")) {
        if (unit == 's') break;
        units *= 1000;
        if (finer == unit) break;
    }
    return units;
}

std::string_view view_at(const ArrowArray& array, std::int64_t row) {
    const char* view = buffer<char>(array, 1) + row * 16;
    std::array<std::int32_t, 4> parts{};
    std::memcpy(parts.data(), view, 16);
    const auto size = static_cast<std::size_t>(parts[0]);
    if (size <= 12) return {view + 4, size};
    return {buffer<char>(array, 2 + parts[2]) + parts[3], size};
}

template <class Offset>
std::string_view text_at(const ArrowArray& array, std::int64_t row) {
    const auto* ends = buffer<Offset>(array, 1);
    return {buffer<char>(array, 2) + ends[row],
            static_cast<std::size_t>(ends[row + 1] - ends[row])};
}

/// Reads the rows of arrays of one format, one after another.
class DayColumnReader {
  public:
    explicit DayColumnReader(const ArrowSchema& schema) : format_(schema.format) {
        const bool timestamp = format_.starts_with("ts");
        if (timestamp && format_.size() > 4) {
            throw DateError(
                detail::sentence("python.zone_of_array", {{"zone", format_.substr(4)}}));
        }
        const bool known = timestamp || format_ == "tdD" || format_ == "tdm" || format_ == "u" ||
                           format_ == "U" || format_ == "vu" || format_ == "n";
        if (schema.dictionary != nullptr || !known) {
            throw py::type_error("an array of Arrow's format \"" + format_ +
                                 (schema.dictionary != nullptr ? "\" with a dictionary" : "\"") +
                                 " holds no dates: date32, date64, timestamps or texts are wanted");
        }
    }

    void read(const ArrowArray& array) {
        days_.reserve(days_.size() + static_cast<std::size_t>(array.length));
        for (std::int64_t i = 0; i < array.length; ++i) {
            detail::interruption_point(static_cast<std::size_t>(i));
            const std::int64_t row = array.offset + i;
            const bool missing = format_ == "n" || is_null(array, row);
            days_.push_back(missing ? not_a_time : day_at(array, row));
        }
    }

    [[nodiscard]] std::vector<std::int64_t> days() { return std::move(days_); }

  private:
    [[nodiscard]] std::int64_t day_at(const ArrowArray& array, std::int64_t row) const {
        if (format_ == "tdD") return buffer<std::int32_t>(array, 1)[row];
        if (format_ == "u") return day_of_text(text_at<std::int32_t>(array, row));
        if (format_ == "U") return day_of_text(text_at<std::int64_t>(array, row));
        if (format_ == "vu") return day_of_text(view_at(array, row));
        const std::int64_t units = units_in_a_day(format_[2]);
        const std::int64_t value = buffer<std::int64_t>(array, 1)[row];
        if (detail::floor_mod(value, units) != 0) {
            throw_at(days_.size(), detail::sentence("python.timestamp_with_time"));
        }
        return detail::floor_div(value, units);
    }

    [[nodiscard]] std::int64_t day_of_text(std::string_view text) const {
        try {
            return day_number(read_date(text));
        } catch (const DateError& error) {
            throw_at(days_.size(), error.text());
        }
    }

    std::string format_;
    std::vector<std::int64_t> days_;
};

std::vector<std::int64_t> days_of_stream(py::handle values) {
    Taken<ArrowArrayStream> taken;
    taken.take(values.attr("__arrow_c_stream__")(), "arrow_array_stream");
    ArrowArrayStream& stream = taken.structure;
    const auto check = [&stream](int code) {
        if (code == 0) return;
        const char* what = stream.get_last_error(&stream);
        throw ProbityError(detail::sentence(
            "python.stream", {{"reason", what == nullptr ? detail::sentence("python.stream_silent")
                                                         : Text::in_any_language(what)}}));
    };
    Taken<ArrowSchema> schema;
    check(stream.get_schema(&stream, &schema.structure));
    DayColumnReader reader(schema.structure);
    for (;;) {
        Taken<ArrowArray> array;
        check(stream.get_next(&stream, &array.structure));
        if (array.structure.release == nullptr) return reader.days();
        reader.read(array.structure);
    }
}

std::vector<std::int64_t> days_of_array(py::handle values) {
    const auto capsules = values.attr("__arrow_c_array__")().cast<py::tuple>();
    Taken<ArrowSchema> schema;
    Taken<ArrowArray> array;
    schema.take(capsules[0], "arrow_schema");
    array.take(capsules[1], "arrow_array");
    DayColumnReader reader(schema.structure);
    reader.read(array.structure);
    return reader.days();
}

/// Whether NumPy knows better: pandas has its own types but for those of Arrow.
bool is_of_pandas(py::handle values) {
    const py::object module = py::type::of(values).attr("__module__");
    if (!text_of(py::str(module)).starts_with("pandas")) return false;
    const py::object type = py::getattr(values, "dtype", py::none());
    return text_of(py::str(py::type::of(type).attr("__name__"))) != "ArrowDtype";
}

}  // namespace

std::optional<std::vector<std::int64_t>> arrow_days(py::handle values) {
    const bool stream = py::hasattr(values, "__arrow_c_stream__");
    if (!stream && !py::hasattr(values, "__arrow_c_array__")) return std::nullopt;
    if (is_of_pandas(values)) return std::nullopt;
    return stream ? days_of_stream(values) : days_of_array(values);
}

}  // namespace probity::python
