#include "probity/recurrence/recurrence.hpp"

#include <algorithm>
#include <ostream>
#include <unordered_map>
#include <utility>

#include "date/civil.hpp"
#include "date/interruption.hpp"
#include "recurrence/combinations.hpp"
#include "recurrence/shared_parts.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

using detail::Expression;
using detail::no_earlier_day;
using detail::no_later_day;
using detail::RankedBits;
using detail::RuleExpression;

std::vector<DayNumber> day_numbers(const std::vector<Date>& dates) {
    std::vector<DayNumber> days;
    days.reserve(dates.size());
    for (const Date& date : dates) days.push_back(day_number(date));
    return days;
}

std::vector<Date> dates_of(const std::vector<DayNumber>& days) {
    std::vector<Date> dates;
    dates.reserve(days.size());
    for (const DayNumber day : days) dates.push_back(detail::unchecked_date(day));
    return dates;
}

std::int64_t end_day(const std::optional<Date>& end) {
    return end ? day_number(*end) : no_later_day;
}

std::optional<Date> date_or_none(std::int64_t day) {
    if (day == no_later_day || day == no_earlier_day) return std::nullopt;
    return detail::unchecked_date(day);
}

// All dates in [begin, end), without asking first how many there are: that would build a table
// where a handful of dates is wanted.
std::vector<DayNumber> collect(const Expression& expression, std::int64_t begin, std::int64_t end) {
    std::vector<DayNumber> days;
    std::size_t n = 0;
    auto room = static_cast<std::size_t>(std::clamp<std::int64_t>((end - begin) / 16, 32, 8192));
    while (true) {
        days.resize(n + room);
        detail::interruption_point();
        const std::size_t written = expression.emit(begin, end, days.data() + n, room);
        n += written;
        if (written < room) break;
        begin = days[n - 1] + std::int64_t{1};
        room = n * 3;
    }
    days.resize(n);
    return days;
}

}  // namespace

Recurrence::Recurrence(const Rule& rule, const Date& start, std::vector<Date> extra_dates,
                       std::vector<Date> excepted_dates)
    : expression_(std::make_shared<const RuleExpression>(
          rule, day_number(start), day_numbers(extra_dates), day_numbers(excepted_dates))) {}

const Rule* Recurrence::rule() const& noexcept {
    const auto* expression = dynamic_cast<const RuleExpression*>(expression_.get());
    return expression != nullptr ? &expression->rule() : nullptr;
}

std::optional<Rule> Recurrence::rule() && {
    const Rule* found = std::as_const(*this).rule();
    return found == nullptr ? std::nullopt : std::optional(*found);
}

std::optional<Date> Recurrence::start() const {
    const auto* expression = dynamic_cast<const RuleExpression*>(expression_.get());
    if (expression == nullptr) return std::nullopt;
    return detail::unchecked_date(expression->start());
}

std::vector<Date> Recurrence::extra_dates() const {
    const auto* expression = dynamic_cast<const RuleExpression*>(expression_.get());
    return expression != nullptr ? dates_of(expression->extra()) : std::vector<Date>{};
}

std::vector<Date> Recurrence::excepted_dates() const {
    const auto* expression = dynamic_cast<const RuleExpression*>(expression_.get());
    return expression != nullptr ? dates_of(expression->excepted()) : std::vector<Date>{};
}

std::vector<Recurrence::Step> Recurrence::steps() const {
    std::vector<Step> steps;
    std::unordered_map<const Expression*, std::size_t> place;
    for (const detail::ExpressionPointer* const part : detail::in_order(expression_)) {
        const Expression& expression = **part;
        Step step;
        if (const auto* combined = dynamic_cast<const detail::CombinedExpression*>(&expression)) {
            step.operation = combined->operation();
            step.days = combined->days();
        } else {
            step.rule = Recurrence(*part);
        }
        const auto parts = expression.parts();
        if (!parts.empty()) step.a = place.at(parts.front().get());
        if (parts.size() == 2) step.b = place.at(parts.back().get());
        place.emplace(&expression, steps.size());
        steps.push_back(std::move(step));
    }
    return steps;
}

// --- Questions ------------------------------------------------------------------------------------

DateSet Recurrence::between(const Date& begin, const std::optional<Date>& end) const {
    const std::int64_t from = day_number(begin);
    const std::int64_t to = end_day(end);
    if (from >= to) return {};
    expression_->require_known(from, to);
    return DateSet::of_day_numbers(collect(*expression_, from, to));
}

std::optional<Date> Recurrence::next_after(const Date& date) const {
    const std::int64_t from = std::int64_t{day_number(date)} + 1;
    const std::int64_t next = expression_->next_from(from);
    if (next == no_later_day) expression_->require_known(from, no_later_day + 1);
    return date_or_none(next);
}

std::optional<Date> Recurrence::last_before(const Date& date) const {
    const std::int64_t day = day_number(date);
    expression_->require_known(first_day_number, day);
    return date_or_none(expression_->last_before(day));
}

std::optional<Date> Recurrence::nth(std::int64_t k) const {
    if (k < 0) {
        throw ProbityError(detail::sentence("recurrence.index", {{"number", k}}));
    }
    // The form of the rule finds it without walking there: see forms/form.hpp. A larger k would
    // overflow what is added to it.
    const std::int64_t day = expression_->select(std::min(k, no_later_day - first_day_number));
    if (day == no_later_day && k < expression_->most_dates()) expression_->require_all_known();
    return date_or_none(day);
}

std::int64_t Recurrence::count(const Date& begin, const std::optional<Date>& end) const {
    const std::int64_t from = day_number(begin);
    const std::int64_t to = end_day(end);
    if (from >= to) return 0;
    expression_->require_known(from, to);
    return expression_->count(from, to);
}

bool Recurrence::contains(const Date& date) const {
    const std::int64_t day = day_number(date);
    expression_->require_known(day);
    return expression_->contains(day);
}

bool Recurrence::is_finite() const { return expression_->is_finite(); }

namespace {

// Bits of the days around the first ones asked for, against which most others are then read: the
// calendar's whole cycle of 400 years fits the nearest cache.
class NearbyBits {
  public:
    NearbyBits(const Expression& expression, std::span<const std::int64_t> days) {
        constexpr std::size_t sample = 1024;
        std::int64_t low = no_later_day;
        std::int64_t high = no_earlier_day;
        for (const std::int64_t day : days.first(std::min(sample, days.size()))) {
            if (day < first_day_number || day > last_day_number) continue;
            low = std::min(low, day);
            high = std::max(high, day);
        }
        if (low > high) return;
        // As much room before the sample as after it.
        const std::int64_t room =
            std::max<std::int64_t>(detail::days_in_400_years - (high - low), 0);
        begin_ = std::max<std::int64_t>(low - room / 2, first_day_number);
        const std::int64_t end =
            std::min({high + 1 + room / 2, no_later_day, expression.known_end()});
        if (begin_ >= end) return;
        size_ = static_cast<std::uint64_t>(end - begin_);
        words_ = RankedBits::words_for(size_);
        expression.fill(begin_, end, words_.data());
    }

    /// Answers for the days that lie here; the answer to others is left false. Returns how many
    /// others there were.
    std::size_t answer(std::span<const std::int64_t> days, bool* answers) const {
        const std::uint64_t* words = words_.data();
        std::size_t elsewhere = 0;
        for (std::size_t i = 0; i < days.size(); ++i) {
            const auto bit =
                static_cast<std::uint64_t>(days[i]) - static_cast<std::uint64_t>(begin_);
            const bool here = bit < size_;
            elsewhere += here ? 0 : 1;
            const std::uint64_t at = here ? bit : 0;
            answers[i] =
                here && (words[at / detail::word_bits] >> (at % detail::word_bits) & 1) != 0;
        }
        return elsewhere;
    }

    [[nodiscard]] bool has(std::int64_t day) const noexcept {
        return static_cast<std::uint64_t>(day) - static_cast<std::uint64_t>(begin_) < size_;
    }

  private:
    std::int64_t begin_ = 0;
    std::uint64_t size_ = 0;
    RankedBits::Words words_ = RankedBits::Words(1);
};

}  // namespace

void Recurrence::contains(std::span<const std::int64_t> days, std::span<bool> answers) const {
    if (answers.size() < days.size()) {
        throw ProbityError(detail::sentence("recurrence.room",
                                            {{"room", answers.size()}, {"asked", days.size()}}));
    }
    constexpr std::size_t few = 64;
    constexpr std::size_t chunk = 4096;
    const auto answer_one = [&](std::size_t i) {
        const std::int64_t day = days[i];
        const bool exists = day >= first_day_number && day <= last_day_number;
        if (exists) expression_->require_known(day);
        answers[i] = exists && expression_->contains(day);
    };
    if (days.size() < few) {
        for (std::size_t i = 0; i < days.size(); ++i) answer_one(i);
        return;
    }
    const NearbyBits nearby(*expression_, days);
    for (std::size_t first = 0; first < days.size(); first += chunk) {
        detail::interruption_point();
        const std::size_t n = std::min(chunk, days.size() - first);
        if (nearby.answer(days.subspan(first, n), answers.data() + first) == 0) continue;
        for (std::size_t i = first; i < first + n; ++i) {
            if (!nearby.has(days[i])) answer_one(i);
        }
    }
}

std::size_t Recurrence::write(const Date& begin, const std::optional<Date>& end,
                              std::span<DayNumber> out) const {
    const std::int64_t from = day_number(begin);
    const std::int64_t to = end_day(end);
    if (from >= to || out.empty()) return 0;
    // Known dates are written, as far as there is room; beyond them nothing may be taken for none.
    const std::int64_t known = std::min(to, expression_->known_end());
    const std::size_t n = known > from ? expression_->emit(from, known, out.data(), out.size()) : 0;
    if (n < out.size()) expression_->require_known(from, to);
    return n;
}

// --- Iteration ------------------------------------------------------------------------------------

Recurrence::Iterator Recurrence::begin() const { return Iterator(expression_); }

Recurrence::Iterator::Iterator(std::shared_ptr<const Expression> expression)
    : expression_(std::move(expression)) {
    refill(first_day_number);
}

void Recurrence::Iterator::refill(std::int64_t from) {
    // The first date alone, then more at a time.
    const std::size_t wanted = std::min<std::size_t>(block_.empty() ? 1 : block_.size() * 4, 256);
    block_.resize(wanted);
    block_.resize(expression_->emit(from, no_later_day, block_.data(), wanted));
    position_ = 0;
    if (!block_.empty()) return;
    done_ = true;
    expression_->require_known(from, no_later_day + 1);
}

Recurrence::Iterator& Recurrence::Iterator::operator++() {
    if (++position_ == block_.size()) refill(block_.back() + std::int64_t{1});
    return *this;
}

// --- Combinations ---------------------------------------------------------------------------------

Recurrence Recurrence::shift(std::int32_t days) const {
    if (days == 0) return *this;
    constexpr std::int32_t longest = last_day_number - first_day_number;
    if (days > longest || days < -longest) {
        throw ProbityError(
            detail::sentence("recurrence.shift", {{"days", days}, {"most", longest}}));
    }
    return Recurrence(std::make_shared<const detail::ShiftExpression>(expression_, days));
}

Recurrence operator|(const Recurrence& a, const Recurrence& b) {
    return Recurrence(std::make_shared<const detail::SetExpression>(
        Recurrence::Step::Operation::unite, a.expression_, b.expression_));
}

Recurrence operator&(const Recurrence& a, const Recurrence& b) {
    return Recurrence(std::make_shared<const detail::SetExpression>(
        Recurrence::Step::Operation::intersect, a.expression_, b.expression_));
}

Recurrence operator-(const Recurrence& a, const Recurrence& b) {
    return Recurrence(std::make_shared<const detail::SetExpression>(
        Recurrence::Step::Operation::subtract, a.expression_, b.expression_));
}

bool operator==(const Recurrence& a, const Recurrence& b) {
    return a.expression_ == b.expression_ || detail::same(*a.expression_, *b.expression_);
}

bool Recurrence::same_dates(const Recurrence& other) const {
    if (*this == other) return true;
    const Expression& a = *expression_;
    const Expression& b = *other.expression_;
    const std::int64_t known = std::min(a.known_end(), b.known_end());
    const detail::DayRange a_range = a.range();
    const detail::DayRange b_range = b.range();
    const std::int64_t begin = std::min(a_range.begin, b_range.begin);
    const std::int64_t end = std::min(known, std::max(a_range.end, b_range.end));
    for (std::int64_t from = begin; from < end; from += detail::days_in_400_years) {
        detail::interruption_point();
        const std::int64_t to = std::min(end, from + detail::days_in_400_years);
        RankedBits::Words a_words = RankedBits::words_for(static_cast<std::size_t>(to - from));
        RankedBits::Words b_words(a_words.size());
        a.fill(from, to, a_words.data());
        b.fill(from, to, b_words.data());
        if (a_words != b_words) return false;
    }
    a.require_all_known();
    b.require_all_known();
    return true;
}

std::size_t Recurrence::hash() const noexcept { return expression_->hash(); }

std::string to_string(const Recurrence& recurrence) { return recurrence.expression_->text(); }

std::ostream& operator<<(std::ostream& out, const Recurrence& recurrence) {
    return out << to_string(recurrence);
}

}  // namespace probity
