// Columns of described records (records/description.hpp) in the making: flat_table.hpp says how they lie.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "flat_table.hpp"
#include "probity/text/language.hpp"
#include "records/description.hpp"

namespace probity::python {

/// A column to be made: the key of a field, and whether its ids recur, so that each stands once.
struct WantedColumn {
    std::string key;
    bool recurs = false;
};

/// One column of a record's field.
class FieldCells {
  public:
    explicit FieldCells(const detail::Field& field) : field_(field) {}
    FieldCells(const FieldCells&) = delete;
    FieldCells& operator=(const FieldCells&) = delete;
    virtual ~FieldCells() = default;

    /// Adds the cell of a record, which must not move until the column is done.
    virtual void add(const void* record) = 0;
    [[nodiscard]] virtual FlatColumn done() = 0;

  protected:
    [[nodiscard]] const detail::Field& field() const noexcept { return field_; }
    /// The value of the field; null if the record has none.
    [[nodiscard]] const void* held(const void* record) const {
        return field_.ops->held(field_.in(record));
    }

  private:
    const detail::Field& field_;
};

/// The columns of some fields. Records take more memory than a processor keeps at hand, so that each is
/// looked at once, for all columns.
class DescribedColumns {
  public:
    /// Throws ProbityError for a key that no field has, or one whose values are no column.
    DescribedColumns(const detail::RecordDescription& description,
                     const std::vector<WantedColumn>& wanted, std::size_t rows, Language language);

    void add(const void* record) {
        for (const auto& cells : columns_) cells->add(record);
    }
    [[nodiscard]] FlatTable done();

  private:
    std::size_t rows_;
    std::vector<std::unique_ptr<FieldCells>> columns_;
};

/// The words in a language; the other one's if they are missing.
[[nodiscard]] std::string_view words_in(const Text& text, Language language);

}  // namespace probity::python
