#include "flat_described.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

#include "date/text.hpp"
#include "probity/date/error.hpp"
#include "records/walk.hpp"
#include "text/name_words.hpp"
#include "text/sentence.hpp"

namespace probity::python {
namespace {

using detail::Field;
using detail::FieldKind;
using detail::Leaf;
using detail::member_as;

/// Ids and other texts: each by itself in a TextColumn, those that recur in a NameColumn.
template <class Column>
class WordCells : public FieldCells {
  public:
    WordCells(const Field& of, std::size_t rows) : FieldCells(of), column_(of.key, rows) {}
    void add(const void* record) override { column_.add(member_as<std::string>(field(), record)); }
    FlatColumn done() override { return column_.done(); }

  private:
    Column column_;
};

class TextCells : public FieldCells {
  public:
    TextCells(const Field& of, std::size_t rows, Language language)
        : FieldCells(of), column_(of.key, rows), language_(language) {}
    void add(const void* record) override {
        column_.add(words_in(member_as<Text>(field(), record), language_));
    }
    FlatColumn done() override { return column_.done(); }

  private:
    TextColumn column_;
    Language language_;
};

class ListCells : public FieldCells {
  public:
    ListCells(const Field& of, std::size_t rows) : FieldCells(of), column_(of.key, rows) {}
    void add(const void* record) override {
        column_.add(member_as<std::vector<std::string>>(field(), record));
    }
    FlatColumn done() override { return column_.done(); }

  private:
    TextColumn column_;
};

class DayCells : public FieldCells {
  public:
    DayCells(const Field& of, std::size_t rows) : FieldCells(of), column_(of.key, rows) {}
    void add(const void* record) override {
        const void* const day = held(record);
        day == nullptr ? column_.add_missing()
                       : column_.add(std::optional(*static_cast<const Date*>(day)));
    }
    FlatColumn done() override { return column_.done(); }

  private:
    DayColumn column_;
};

/// Whole numbers; of a list of records how many there are.
class WholeCells : public FieldCells {
  public:
    WholeCells(const Field& of, std::size_t rows) : FieldCells(of), column_(of.key, rows) {}
    void add(const void* record) override {
        if (field().kind == FieldKind::records) {
            column_.add(static_cast<std::int64_t>(field().ops->count(field().in(record))));
            return;
        }
        const void* const number = held(record);
        number == nullptr ? column_.add_missing() : column_.add(*static_cast<const int*>(number));
    }
    FlatColumn done() override { return column_.done(); }

  private:
    WholeColumn column_;
};

/// A kind or a state, by its place among the names.
class ChoiceCells : public FieldCells {
  public:
    ChoiceCells(const Field& of, std::size_t rows)
        : FieldCells(of), column_(of.key, {of.names.begin(), of.names.end()}, rows) {}
    void add(const void* record) override {
        column_.add(*static_cast<const std::uint8_t*>(field().in(record)));
    }
    FlatColumn done() override { return column_.done(); }

  private:
    ChoiceColumn column_;
};

std::unique_ptr<FieldCells> cells_of(const Field& field, bool recurs, std::size_t rows,
                                     Language language) {
    switch (field.kind) {
        case FieldKind::id:
        case FieldKind::word:
        case FieldKind::words:
        case FieldKind::reference:
            if (recurs) return std::make_unique<WordCells<NameColumn>>(field, rows);
            return std::make_unique<WordCells<TextColumn>>(field, rows);
        case FieldKind::text:
            return std::make_unique<TextCells>(field, rows, language);
        case FieldKind::references:
            return std::make_unique<ListCells>(field, rows);
        case FieldKind::integer:
        case FieldKind::records:
            return std::make_unique<WholeCells>(field, rows);
        case FieldKind::value:
            if (field.leaf == Leaf::date) return std::make_unique<DayCells>(field, rows);
            if (field.leaf == Leaf::name && field.presence != detail::Presence::optional) {
                return std::make_unique<ChoiceCells>(field, rows);
            }
            break;
        case FieldKind::number:
        case FieldKind::record:
        case FieldKind::texts:
            break;
    }
    throw ProbityError(detail::sentence("python.no_flat_column", {{"field", field.key}}));
}

}  // namespace

DescribedColumns::DescribedColumns(const detail::RecordDescription& description,
                                   const std::vector<WantedColumn>& wanted, std::size_t rows,
                                   Language language)
    : rows_(rows) {
    for (const auto& [key, recurs] : wanted) {
        const Field* const field = description.field(key);
        if (field == nullptr) {
            throw ProbityError(detail::sentence("python.no_field",
                                                {{"record", detail::with_article(description.name)},
                                                 {"field", detail::printable(key)}}));
        }
        columns_.push_back(cells_of(*field, recurs, rows, language));
    }
}

FlatTable DescribedColumns::done() {
    FlatTable table{.rows = rows_};
    for (const auto& cells : columns_) table.columns.push_back(cells->done());
    return table;
}

std::string_view words_in(const Text& text, Language language) { return text.in(language); }

}  // namespace probity::python
