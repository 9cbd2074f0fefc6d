#include "recurrence/forms/filtered_form.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "date/ranked_bits.hpp"

namespace probity::detail {
namespace {

// Runs that are emitted without the bits of all days: some thirty years.
constexpr std::int64_t short_run = 32 * 366;
constexpr std::size_t short_words = short_run / word_bits + 1;

}  // namespace

FilteredForm::FilteredForm(DayNumber start, std::unique_ptr<const Form> filter, StrideForm stride)
    : filter_(std::move(filter)),
      stride_(stride),
      bits_(start, no_later_day,
            [this](std::int64_t begin, std::int64_t end, BitsForm::Words& words) {
                filter_->fill(begin, end, words.data());
                BitsForm::Words steps(words.size());
                stride_.fill(begin, end, steps.data());
                for (std::size_t w = 0; w < words.size(); ++w) words[w] &= steps[w];
            }) {}

bool FilteredForm::contains(std::int64_t day) const {
    if (bits_.is_drawn()) return bits_.contains(day);
    return stride_.contains(day) && filter_->contains(day);
}

std::int64_t FilteredForm::next_from(std::int64_t day) const {
    if (!bits_.is_drawn()) {
        if (const auto found = leap(day)) return *found;
    }
    return bits_.next_from(day);
}

std::optional<std::int64_t> FilteredForm::leap(std::int64_t day) const {
    constexpr int leaps = 16;
    for (int i = 0; i < leaps; ++i) {
        day = filter_->next_from(day);
        if (day == no_later_day || stride_.contains(day)) return day;
        day = stride_.next_from(day);
        if (day == no_later_day) return day;
    }
    return std::nullopt;
}

std::size_t FilteredForm::emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                               std::size_t room) const {
    if (begin >= end) return 0;
    return bits_.is_drawn() || end - begin > short_run ? bits_.emit(begin, end, out, room)
                                                       : emit_few(begin, end, out, room);
}

std::size_t FilteredForm::emit_few(std::int64_t begin, std::int64_t end, DayNumber* out,
                                   std::size_t room) const {
    std::array<std::uint64_t, short_words> words;
    const auto used = static_cast<std::size_t>(end - begin + word_bits - 1) / word_bits;
    std::fill_n(words.begin(), used, 0);
    filter_->fill(begin, end, words.data());

    std::array<DayNumber, 256> steps;
    std::size_t written = 0;
    for (std::int64_t from = begin;; from = steps.back() + std::int64_t{1}) {
        const std::size_t n = stride_.emit(from, end, steps.data(), steps.size());
        for (std::size_t i = 0; i < n; ++i) {
            if (written == room) return written;
            // Written in any case, and kept if the filter has it: there is nothing to predict.
            const auto bit = static_cast<std::size_t>(steps[i] - begin);
            out[written] = steps[i];
            written += words[bit / word_bits] >> (bit % word_bits) & 1;
        }
        if (n < steps.size()) return written;
    }
}

}  // namespace probity::detail
