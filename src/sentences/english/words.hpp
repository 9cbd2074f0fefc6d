// Words of English that several parts of a sentence use, in lower case.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace probity::detail::english {

using Phrases = std::span<const std::u32string_view>;

/// A word or phrase and what it means.
template <typename Meaning>
struct Word {
    std::u32string_view text;
    Meaning means;
};

inline constexpr auto weekday_names = std::to_array<std::u32string_view>(
    {U"monday", U"tuesday", U"wednesday", U"thursday", U"friday", U"saturday", U"sunday"});
inline constexpr auto month_names = std::to_array<std::u32string_view>(
    {U"january", U"february", U"march", U"april", U"may", U"june", U"july", U"august", U"september",
     U"october", U"november", U"december"});
/// First to tenth, in order.
inline constexpr auto ordinal_names =
    std::to_array<std::u32string_view>({U"first", U"second", U"third", U"fourth", U"fifth",
                                        U"sixth", U"seventh", U"eighth", U"ninth", U"tenth"});

/// Before a period that is meant each time.
inline constexpr auto each_words =
    std::to_array<std::u32string_view>({U"every single", U"every", U"each", U"any given", U"per"});
/// Between the ends of a range.
inline constexpr auto range_words = std::to_array<std::u32string_view>(
    {U"through", U"thru", U"until", U"till", U"up to", U"to", U"-"});
/// A day on which offices work.
inline constexpr auto working_days = std::to_array<std::u32string_view>(
    {U"working days", U"working day", U"business days", U"business day", U"workdays", U"workday",
     U"banking days", U"banking day", U"office days", U"office day"});

}  // namespace probity::detail::english
