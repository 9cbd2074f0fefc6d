// Tables in flat columns: what a frame, an Arrow stream or another reader takes at once, without a
// Python object for each cell.
//
//     DayColumn due("due", tasks.size());
//     for (const Task& task : tasks) due.add(task.due);
//     FlatTable table{.rows = tasks.size(), .columns = {due.done(), ...}};
//
// Memory is laid out as Arrow has it, so that its readers copy nothing, nor does NumPy where a column
// is of numbers.
#pragma once

#include <pybind11/pybind11.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"

namespace probity::python {

namespace py = pybind11;

/// A stretch of memory, held in common by all who read it.
struct Buffer {
    std::shared_ptr<void> keep = {};
    void* data = nullptr;

    Buffer() = default;
    template <class Values>
    explicit Buffer(Values values) {
        auto held = std::make_shared<Values>(std::move(values));
        data = held->data();
        keep = std::move(held);
    }
};

/// One column.
struct FlatColumn {
    std::string name = {};
    /// Of Arrow: "U" texts, "tdD" dates, "tts" times of day, "tss:UTC" instants, "l" whole numbers,
    /// "g" other numbers, "b" yes or no; "i" for codes of categories.
    std::string format = {};
    std::int64_t length = 0;
    std::int64_t nulls = 0;
    /// A bit for each row; empty if no value is missing.
    Buffer valid = {};
    /// The values; of texts the offset at which each begins, and after the last that of its end.
    Buffer data = {};
    /// The bytes of all texts.
    Buffer text = {};
    /// The texts of which data has the codes.
    std::shared_ptr<const FlatColumn> categories = {};
};

/// Columns of one length.
struct FlatTable {
    std::size_t rows = 0;
    std::vector<FlatColumn> columns = {};
};

/// Bits in Arrow's order: the first in the lowest place of the first byte.
class Bits {
  public:
    void add(bool bit) {
        if (size_ % 8 == 0) bytes_.push_back(0);
        if (bit) bytes_.back() = static_cast<std::uint8_t>(bytes_.back() | 1U << (size_ % 8));
        ++size_;
    }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] std::vector<std::uint8_t> take() { return std::move(bytes_); }

  private:
    std::vector<std::uint8_t> bytes_;
    std::size_t size_ = 0;
};

/// A column of numbers in the making: T as the format has it.
template <class T>
class NumberColumn {
  public:
    NumberColumn(std::string name, std::string format, std::size_t rows)
        : column_{.name = std::move(name), .format = std::move(format)} {
        values_.reserve(rows);
    }

    void add(T value) { values_.push_back(value); }
    void add_missing() {
        missing_.push_back(values_.size());
        values_.push_back(std::numeric_limits<T>::quiet_NaN());  // 0 where T has none
    }
    [[nodiscard]] FlatColumn done() {
        column_.length = static_cast<std::int64_t>(values_.size());
        column_.nulls = static_cast<std::int64_t>(missing_.size());
        column_.data = Buffer(std::move(values_));
        if (!missing_.empty()) column_.valid = Buffer(valid_bits());
        return std::move(column_);
    }

  private:
    [[nodiscard]] std::vector<std::uint8_t> valid_bits() const {
        std::vector<std::uint8_t> bits(static_cast<std::size_t>((column_.length + 7) / 8), 0xFF);
        for (const std::size_t i : missing_) {
            bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] & ~(1U << (i % 8)));
        }
        return bits;
    }

    FlatColumn column_;
    std::vector<T> values_;
    std::vector<std::size_t> missing_;
};

/// Dates.
class DayColumn : public NumberColumn<DayNumber> {
  public:
    DayColumn(std::string name, std::size_t rows) : NumberColumn(std::move(name), "tdD", rows) {}
    void add(const std::optional<Date>& date) {
        date ? NumberColumn::add(day_number(*date)) : add_missing();
    }
};

/// Whole numbers.
class WholeColumn : public NumberColumn<std::int64_t> {
  public:
    WholeColumn(std::string name, std::size_t rows) : NumberColumn(std::move(name), "l", rows) {}
};

/// Texts, none of them missing.
class TextColumn {
  public:
    TextColumn(std::string name, std::size_t rows) : name_(std::move(name)) {
        ends_.reserve(rows + 1);
        ends_.push_back(0);
    }

    void add(std::string_view text) {
        bytes_.append(text);
        ends_.push_back(static_cast<std::int64_t>(bytes_.size()));
    }
    /// A list in one text, with ";" between its parts.
    void add(const std::vector<std::string>& parts);
    [[nodiscard]] FlatColumn done();

  private:
    std::string name_;
    std::vector<std::int64_t> ends_;
    std::string bytes_;
};

/// Texts that recur, of which each stands once: categories, sorted, and codes.
class NameColumn {
  public:
    NameColumn(std::string name, std::size_t rows) : name_(std::move(name)) {
        codes_.reserve(rows);
    }

    /// The text must not move until the column is done.
    void add(std::string_view text) {
        if (codes_.empty() || text != last_) {
            last_ = text;
            last_code_ = numbers_.try_emplace(text, static_cast<std::int32_t>(numbers_.size()))
                             .first->second;
        }
        codes_.push_back(last_code_);
    }
    [[nodiscard]] FlatColumn done();

  private:
    std::string name_;
    std::vector<std::int32_t> codes_;
    std::unordered_map<std::string_view, std::int32_t> numbers_;
    std::string_view last_;
    std::int32_t last_code_ = 0;
};

/// One of a few texts that are known beforehand, by its place among them.
class ChoiceColumn {
  public:
    ChoiceColumn(std::string name, std::vector<std::string_view> choices, std::size_t rows)
        : name_(std::move(name)), choices_(std::move(choices)) {
        codes_.reserve(rows);
    }

    void add(std::size_t choice) { codes_.push_back(static_cast<std::int32_t>(choice)); }
    [[nodiscard]] FlatColumn done();

  private:
    std::string name_;
    std::vector<std::string_view> choices_;
    std::vector<std::int32_t> codes_;
};

}  // namespace probity::python
