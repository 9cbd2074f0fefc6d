// Makes the table of docs/weeks.md: the third week of every month of 2024 to 2026 under each
// convention that has a name.
//
//     third_weeks_table                   writes the table to standard output
//     third_weeks_table --check FILE      says whether FILE holds it, line for line

#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "probity/date/week_of_month.hpp"

namespace {

using namespace probity;

std::string days_of(const Interval& week) {
    return to_string(week.begin()).substr(5) + " to " + to_string(week.last()).substr(5);
}

std::string table() {
    std::ostringstream out;
    out << "| month |";
    for (const NamedConvention& named : named_conventions) {
        out << ' ' << named.name << ' ' << named.convention << " |";
    }
    out << "\n|---|";
    for (std::size_t i = 0; i < named_conventions.size(); ++i) out << "---|";
    out << '\n';
    for (int year = 2024; year <= 2026; ++year) {
        for (int month = 1; month <= 12; ++month) {
            out << "| " << to_string(WeekOfMonth{year, month, 3}).substr(0, 7) << " |";
            for (const NamedConvention& named : named_conventions) {
                out << ' ' << days_of(*named.convention.week(year, month, 3)) << " |";
            }
            out << '\n';
        }
    }
    return out.str();
}

bool holds_table(const std::string& path) {
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return text.find("\n\n" + table() + "\n") != std::string::npos;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty()) {
        std::cout << table();
        return 0;
    }
    if (arguments.size() == 2 && arguments[0] == "--check") {
        if (holds_table(arguments[1])) return 0;
        std::cout << arguments[1] << " does not hold this table:\n" << table();
        return 1;
    }
    std::cerr << "usage: third_weeks_table [--check FILE]\n";
    return 2;
}
