// The reading of one import's tables into events. Its parts stand where their concepts do: ids and the
// whole in import.cpp, single fields in import_fields.cpp, bands in import_bands.cpp, tasks in
// import_tasks.cpp.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "exchange/import/names.hpp"
#include "exchange/import/table.hpp"
#include "probity/exchange/import.hpp"
#include "records/dependency_order.hpp"
#include "records/description.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

/// Where each id of the programme, or of the tables read so far, stands.
using Taken = std::map<std::string, Text, std::less<>>;

/// The rows of one band, at least one: offices give a band a row, or a row for each of its units.
using BandRows = std::vector<const SheetRow*>;

/// The bands of a table, in the order of their first rows. A row with units goes on with a band if it
/// repeats the band's id, and its titles or none; or if it has neither, as below a merged cell.
[[nodiscard]] std::vector<BandRows> rows_of_bands(const SheetTable& table);

/// Reads the tables of one import, and gathers what is wrong with them.
class Importer {
  public:
    Importer(const Programme& programme, const std::vector<Sheet>& sheets, const Act& act,
             const std::vector<std::string>& ignored);

    Import read(Language language);

  private:
    void add_faults(const Sheet& sheet, const SheetTable& table);
    void read_ids(const SheetTable& table);
    void read_id(const SheetTable& table, const SheetRow& row);
    void read_bands(const SheetTable& table);
    void read_tasks(const SheetTable& table);
    void check_partition(const SheetTable& table);
    void check_count(const SheetTable& table);
    void check_former_bands(const SheetTable& table);
    void check_order();
    void check_proposed(const Task& task, const SheetTable& table, const SheetRow& row);

    [[nodiscard]] bool is_readable(const SheetTable& table, const SheetRow& row);
    /// Whether a cell is to be read: what could not be taken from its sheet is named already.
    [[nodiscard]] bool is_readable(const SheetTable& table, const SheetRow& row,
                                   SheetField field) const;
    /// The text of a cell; empty if it is not to be read.
    [[nodiscard]] std::string readable_cell(const SheetTable& table, const SheetRow& row,
                                            SheetField field) const;
    [[nodiscard]] Text title_of(const SheetTable& table, const SheetRow& row);
    [[nodiscard]] std::string text_of(const SheetTable& table, const SheetRow& row,
                                      SheetField field);
    [[nodiscard]] std::string one_of(Names& names, const SheetTable& table, const SheetRow& row,
                                     SheetField field);
    [[nodiscard]] std::vector<std::string> list_of(Names& names, const SheetTable& table,
                                                   const SheetRow& row, SheetField field);
    [[nodiscard]] std::optional<Date> date_of(const SheetTable& table, const SheetRow& row,
                                              SheetField field);
    [[nodiscard]] TaskKind kind_of(const SheetTable& table, const SheetRow& row);
    /// Reads the column of a field into a record, by what the field holds.
    void read_field(const Field& field, void* record, const SheetTable& table, const SheetRow& row);
    /// The names by which tables may call the records of a list.
    [[nodiscard]] Names& names_of(Target target);
    [[nodiscard]] int weight_of(const SheetTable& table, const SheetRow& row);
    [[nodiscard]] Event event(EventKind kind, std::string subject, EventBody body,
                              const Date& on) const;
    [[nodiscard]] std::vector<Event> events();

    const Programme& programme_;
    const Act& act_;
    Faults faults_;
    std::vector<ImportNotice> notices_;
    std::vector<SheetTable> tables_;
    std::vector<BandRows> band_rows_;
    Taken taken_tasks_, taken_bands_;
    /// Rows, with a heading cells, that could not be taken from their sheets.
    std::set<std::tuple<SheetKind, int, std::string>> unreadable_;

    Names units_{sentence("import.no_unit")};
    Names band_names_{sentence("import.no_band")};
    Names areas_{sentence("import.no_area")};
    Names task_names_{sentence("import.no_task")};
    Names indicators_{sentence("import.no_indicator")};

    bool has_bands_ = false;
    bool all_units_known_ = true;
    std::vector<Band> bands_;
    std::vector<CellPlace> band_places_;
    /// Where each unit of each band stands.
    std::vector<std::vector<CellPlace>> unit_places_;
    std::vector<Task> tasks_;
    std::vector<std::pair<const SheetTable*, const SheetRow*>> task_rows_;
    DependencyOrder order_;
};

}  // namespace probity::detail
