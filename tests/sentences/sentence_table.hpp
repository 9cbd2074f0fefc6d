// The tables of tests/data/sentences: sentences with the days that they mean, or why they are refused.
// The tests in Python read the same.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "probity/date/error.hpp"
#include "probity/sentences/sentence.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity_tests {

struct SentenceRow {
    std::string phrase;
    /// "days", "weeks" or "refuse".
    std::string kind;
    std::string from;
    std::string before;
    /// The days, or words of the refusal.
    std::string expected;
    /// "14:00-16:00"; none in a table that has no such column.
    std::optional<std::string> hours;
};

inline std::vector<SentenceRow> sentence_rows(const std::string& file) {
    std::ifstream in(std::string(PROBITY_TEST_DATA) + "/sentences/" + file);
    std::vector<SentenceRow> rows;
    std::string line;
    std::getline(in, line);
    const bool has_hours = line.ends_with("\ttime");
    while (std::getline(in, line)) {
        std::vector<std::string> cells;
        std::istringstream row(line);
        for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
        cells.resize(6);
        rows.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], std::nullopt});
        if (has_hours) rows.back().hours = cells[5];
    }
    return rows;
}

/// "2026-03-18", "2026-03-16/2026-03-23".
inline std::string text_of(const probity::DayOrSpan& day) {
    if (const auto* const date = std::get_if<probity::Date>(&day)) {
        return probity::to_string(*date);
    }
    const auto& span = std::get<probity::Interval>(day);
    return probity::to_string(span.begin()) + "/" + probity::to_string(*span.end());
}

/// The days of the usual reading in [from, before), as the tables write them.
inline std::string days_of(const probity::Sentence& sentence, const std::string& from,
                           const std::string& before) {
    static const probity::WorkCalendar korea = probity::WorkCalendar::korea();
    std::string days;
    for (const auto& day : sentence.readings.at(0).between(probity::parse_date(from),
                                                           probity::parse_date(before), korea)) {
        days += (days.empty() ? "" : " ") + text_of(day);
    }
    return days;
}

/// "14:00-16:00": when it begins and ends, as far as that is said.
inline std::string hours_of(const probity::Sentence& sentence) {
    std::string hours;
    for (const auto& time : {sentence.time, sentence.ends}) {
        if (!time) continue;
        const auto minutes = time->count() / 60;
        const auto two_figures = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        hours += (hours.empty() ? "" : "-") + two_figures(minutes / 60) + ":" +
                 two_figures(minutes % 60);
    }
    return hours;
}

/// Holds each row of a table against what `parse` makes of it.
template <class Parse>
void expect_table(const std::string& file, Parse parse) {
    const auto rows = sentence_rows(file);
    ASSERT_FALSE(rows.empty()) << file;
    for (const SentenceRow& row : rows) {
        SCOPED_TRACE(row.phrase);
        try {
            const probity::Sentence sentence = parse(row.phrase);
            if (row.kind == "refuse") {
                ADD_FAILURE() << "it is read as " << to_string(sentence.readings.at(0));
                continue;
            }
            EXPECT_EQ(days_of(sentence, row.from, row.before), row.expected);
            EXPECT_EQ(sentence.readings[0].of_spans(), row.kind == "weeks");
            if (row.hours) {
                EXPECT_EQ(hours_of(sentence), *row.hours);
            }
        } catch (const probity::RuleError& error) {
            EXPECT_EQ(row.kind, "refuse") << error.what();
            EXPECT_NE(std::string(error.what()).find(row.expected), std::string::npos)
                << error.what();
        }
    }
}

}  // namespace probity_tests
