// The reference as a filter: reads "rule<TAB>start<TAB>from<TAB>to" lines, dates as 2026-03-18, and
// answers each with its dates in [from, to) on one line, or with "error: " and the reason.
//
//     reference_dates --rules 1000 5545      prints 1,000 random "rule<TAB>start" lines of seed
//     5545
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>

#include "../recurrence/random_rule.hpp"
#include "../recurrence/reference.hpp"

namespace {

using std::chrono::sys_days;

sys_days read_day(const std::string& text) {
    return std::chrono::year(std::atoi(text.substr(0, 4).c_str())) /
           std::atoi(text.substr(5, 2).c_str()) / std::atoi(text.substr(8, 2).c_str());
}

std::string to_text(sys_days date) {
    const std::chrono::year_month_day day(date);
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return buffer;
}

std::string answer(const std::string& line) {
    std::istringstream fields(line);
    std::string rule, start, from, to;
    std::getline(fields, rule, '\t');
    std::getline(fields, start, '\t');
    std::getline(fields, from, '\t');
    std::getline(fields, to, '\t');
    std::string dates;
    for (sys_days date :
         probity::testing::reference_dates(rule, read_day(start), read_day(from), read_day(to))) {
        if (!dates.empty()) dates += ' ';
        dates += to_text(date);
    }
    return dates;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 4 && std::string(argv[1]) == "--rules") {
        probity::testing::RandomRules random(std::strtoull(argv[3], nullptr, 10));
        for (long i = std::atol(argv[2]); i > 0; --i) {
            const probity::testing::RandomRule rule = random.next_plain();
            std::cout << rule.text << '\t' << to_text(rule.start) << '\n';
        }
        return 0;
    }
    for (std::string line; std::getline(std::cin, line);) {
        try {
            std::cout << answer(line) << std::endl;
        } catch (const std::exception& error) {
            std::cout << "error: " << error.what() << std::endl;
        }
    }
}
