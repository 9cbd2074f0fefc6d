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

// The dates of a run of rules, and the first of them that could not be read.
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
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < threads; ++i) others.emplace_back([this] { work(); });
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
        while (true) {
            const std::size_t i = next_.fetch_add(1);
            if (i >= pieces_.size()) return;
            const std::size_t first = i * rules_in_task;
            const std::size_t last = std::min(first + rules_in_task, rules_.size());
            for (std::size_t r = first; r < last; ++r) {
                try {
                    expand_one(pieces_[i], r);
                } catch (const ProbityError& error) {
                    note_failure(r, error);
                    return;
                }
            }
        }
    }

    void expand_one(Piece& piece, std::size_t r) const {
        const DayNumber start = day_number(starts_.size() == 1 ? starts_[0] : starts_[r]);
        const detail::RuleExpression expression(Rule::parse(rules_[r]), start, {}, {});
        expression.require_known(end_ - 1);
        const std::size_t before = piece.days.size();
        std::int64_t from = begin_;
        std::size_t n = before;
        for (std::size_t room = 256;; room *= 2) {
            piece.days.resize(n + room);
            const std::size_t written = expression.emit(from, end_, piece.days.data() + n, room);
            n += written;
            if (written < room) break;
            from = piece.days[n - 1] + std::int64_t{1};
        }
        piece.days.resize(n);
        piece.counts.push_back(static_cast<std::int64_t>(n - before));
    }

    // The first rule by index that fails is the one reported, whichever thread met it.
    void note_failure(std::size_t r, const ProbityError& error) {
        const std::lock_guard lock(mutex_);
        if (r >= failed_at_) return;
        failed_at_ = r;
        const std::string message = "rule " + std::to_string(r) + ": " + error.what();
        if (const auto* rule_error = dynamic_cast<const RuleError*>(&error)) {
            failure_ = std::make_exception_ptr(RuleError(message, rule_error->position()));
        } else if (dynamic_cast<const HorizonError*>(&error) != nullptr) {
            failure_ = std::make_exception_ptr(HorizonError(message));
        } else {
            failure_ = std::make_exception_ptr(ProbityError(message));
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
