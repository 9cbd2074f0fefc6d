// Many rules at once, on several threads.

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "probity/recurrence/recurrence.hpp"
#include "recurrence/expression.hpp"

namespace probity {
namespace {

constexpr std::size_t rules_in_task = 512;
// Places kept free before each rule: enough for most, so that they need no second round.
constexpr std::size_t least_room = 1024;

// The dates of a run of rules, one after another, and how many each has.
struct Piece {
    std::vector<std::int64_t> counts;
    std::vector<DayNumber> days;
};

class Expander {
  public:
    Expander(std::span<const std::string_view> rules, std::span<const Date> starts,
             std::int64_t begin, std::int64_t end)
        : rules_(rules),
          starts_(starts),
          begin_(begin),
          end_(end),
          pieces_((rules.size() + rules_in_task - 1) / rules_in_task) {}

    void run(unsigned threads) {
        // More threads than pieces would find nothing to do.
        const std::size_t useful = std::min<std::size_t>(threads, pieces_.size());
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < useful; ++i) others.emplace_back([this] { work(); });
        work();
    }

    [[nodiscard]] Expansion result() {
        if (failed_at_ != rules_.size()) std::rethrow_exception(failure_);
        Expansion expansion;
        expansion.offsets.reserve(rules_.size() + 1);
        expansion.offsets.push_back(0);
        for (const Piece& piece : pieces_) {
            for (const std::int64_t count : piece.counts) {
                expansion.offsets.push_back(expansion.offsets.back() + count);
            }
        }
        expansion.days.reserve(static_cast<std::size_t>(expansion.offsets.back()));
        for (Piece& piece : pieces_) {
            expansion.days.insert(expansion.days.end(), piece.days.begin(), piece.days.end());
            piece = {};
        }
        return expansion;
    }

  private:
    void work() {
        // Grows to the longest run of rules and serves them all; each keeps what it needs.
        std::vector<DayNumber> scratch;
        while (true) {
            const std::size_t i = next_.fetch_add(1);
            if (i >= pieces_.size()) return;
            const std::size_t first = i * rules_in_task;
            const std::size_t last = std::min(first + rules_in_task, rules_.size());
            std::size_t n = 0;
            std::size_t r = first;
            try {
                for (; r < last; ++r) {
                    const std::size_t written = expand_one(r, scratch, n);
                    pieces_[i].counts.push_back(static_cast<std::int64_t>(written));
                    n += written;
                }
                const auto end = scratch.begin() + static_cast<std::ptrdiff_t>(n);
                pieces_[i].days.assign(scratch.begin(), end);
            } catch (...) {
                note_failure(std::min(r, last - 1));
                return;
            }
        }
    }

    /// Writes the dates of a rule from the n-th place of `days` on, which grows as needed, and says
    /// how many there are.
    [[nodiscard]] std::size_t expand_one(std::size_t r, std::vector<DayNumber>& days,
                                         std::size_t n) const {
        const DayNumber start = day_number(starts_.size() == 1 ? starts_[0] : starts_[r]);
        const detail::RuleExpression expression(Rule::parse(rules_[r]), start, {}, {});
        if (begin_ < end_) expression.require_known(end_ - 1);
        const std::size_t before = n;
        std::int64_t from = begin_;
        while (true) {
            if (days.size() < n + least_room) days.resize(2 * n + least_room);
            const std::size_t room = days.size() - n;
            const std::size_t written = expression.emit(from, end_, days.data() + n, room);
            n += written;
            if (written < room) return n - before;
            from = days[n - 1] + std::int64_t{1};
        }
    }

    // The first rule by index that fails is the one reported, whichever thread met it.
    void note_failure(std::size_t r) {
        const std::lock_guard lock(mutex_);
        if (r >= failed_at_) return;
        failed_at_ = r;
        const std::string which = "rule " + std::to_string(r) + ": ";
        try {
            throw;
        } catch (const RuleError& error) {
            failure_ = std::make_exception_ptr(RuleError(which + error.what(), error.position()));
        } catch (const HorizonError& error) {
            failure_ = std::make_exception_ptr(HorizonError(which + error.what()));
        } catch (const DateError& error) {
            failure_ = std::make_exception_ptr(DateError(which + error.what()));
        } catch (...) {
            failure_ = std::current_exception();
        }
    }

    std::span<const std::string_view> rules_;
    std::span<const Date> starts_;
    std::int64_t begin_;
    std::int64_t end_;
    std::vector<Piece> pieces_;
    std::atomic<std::size_t> next_{0};
    std::mutex mutex_;
    std::size_t failed_at_ = rules_.size();
    std::exception_ptr failure_;
};

}  // namespace

Expansion expand(std::span<const std::string_view> rules, std::span<const Date> starts,
                 const Date& begin, const std::optional<Date>& end, unsigned threads) {
    if (starts.size() != 1 && starts.size() != rules.size()) {
        throw ProbityError(std::to_string(starts.size()) + " starts for " +
                           std::to_string(rules.size()) +
                           " rules: there must be one for each, or one for all");
    }
    const std::int64_t from = day_number(begin);
    const std::int64_t to = end ? day_number(*end) : detail::no_later_day;
    if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
    Expander expander(rules, starts, from, std::max(from, to));
    expander.run(threads);
    return expander.result();
}

}  // namespace probity
