// Many recurrences at once, on several threads.
//
// A thread takes the next run of recurrences and writes their dates to a place of its own, small
// enough to stay in the processor's cache. Where they go in the answer is known once all runs before
// have been counted; until then they wait. So every date is written to the answer once, widened on
// the way if need be, and whichever thread is held up, the others go on.

#include "probity/recurrence/expand.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <system_error>
#include <thread>

#include "date/interruption.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "recurrence/expression.hpp"
#include "recurrence/huge_pages.hpp"
#include "text/sentence.hpp"

namespace probity {

template <class Number>
void FlatArray<Number>::resize(std::size_t size) {
    if (size == 0) {
        numbers_.reset();
    } else {
        if (size > SIZE_MAX / sizeof(Number)) throw std::bad_alloc();
        void* const grown = std::realloc(numbers_.get(), size * sizeof(Number));
        if (grown == nullptr) throw std::bad_alloc();
        static_cast<void>(numbers_.release());
        numbers_.reset(static_cast<Number*>(grown));
        if (size > size_) detail::prefer_huge_pages(grown, size * sizeof(Number));
    }
    size_ = size;
}

template class FlatArray<std::int32_t>;
template class FlatArray<std::int64_t>;

namespace {

constexpr std::size_t run_size = 128;
// Places kept free before each recurrence: enough for most, so that they need no second round.
constexpr std::size_t least_room = 1024;

// The dates of runs, one after another.
class Scratch {
  public:
    [[nodiscard]] const DayNumber* data() const noexcept { return days_.data(); }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    void resize(std::size_t size) noexcept { size_ = size; }

    /// Adds all dates that `emit(from, out, room)` writes from a day on.
    template <class Emit>
    void append(std::int64_t from, Emit emit) {
        while (true) {
            if (days_.size() < size_ + least_room) days_.resize(2 * size_ + least_room);
            const std::size_t room = days_.size() - size_;
            const std::size_t written = emit(from, days_.data() + size_, room);
            size_ += written;
            if (written < room) return;
            detail::interruption_point();
            from = days_[size_ - 1] + std::int64_t{1};
        }
    }

  private:
    std::vector<DayNumber> days_;
    std::size_t size_ = 0;
};

// --- What there is to expand ----------------------------------------------------------------------

struct Window {
    std::int64_t begin;
    std::int64_t end;
};

void append_rule(const Rule& rule, const Date& start, const Window& window, Scratch& scratch) {
    const detail::RuleExpression expression(rule, day_number(start), {}, {});
    if (window.begin >= window.end) return;
    expression.require_known(window.begin, window.end);
    scratch.append(window.begin, [&](std::int64_t from, DayNumber* out, std::size_t room) {
        return expression.emit(from, window.end, out, room);
    });
}

// Items of a list lie apart in memory: they are fetched while the ones before are worked on.
constexpr std::size_t fetch_ahead = 8;

struct Texts {
    std::span<const std::string_view> rules;
    std::span<const Date> starts;

    [[nodiscard]] std::size_t size() const noexcept { return rules.size(); }
    void append(std::size_t i, const Window& window, Scratch& scratch) const {
#if defined(__GNUC__)
        if (i + fetch_ahead < rules.size()) __builtin_prefetch(rules[i + fetch_ahead].data());
#endif
        append_rule(Rule::parse(rules[i]), starts[starts.size() == 1 ? 0 : i], window, scratch);
    }
};

struct Rules {
    std::span<const Rule> rules;
    std::span<const Date> starts;

    [[nodiscard]] std::size_t size() const noexcept { return rules.size(); }
    void append(std::size_t i, const Window& window, Scratch& scratch) const {
        append_rule(rules[i], starts[starts.size() == 1 ? 0 : i], window, scratch);
    }
};

struct Recurrences {
    std::span<const Recurrence> recurrences;

    [[nodiscard]] std::size_t size() const noexcept { return recurrences.size(); }
    void append(std::size_t i, const Window& window, Scratch& scratch) const {
        if (window.begin >= window.end) return;
        std::optional<Date> end;
        if (window.end <= last_day_number) end = date_of(window.end);
        scratch.append(window.begin, [&](std::int64_t from, DayNumber* out, std::size_t room) {
            if (from > last_day_number) return std::size_t{0};
            return recurrences[i].write(date_of(from), end, {out, room});
        });
    }
};

// --- The answer -----------------------------------------------------------------------------------

// Where the runs go, as the counts of those before them come in, and the array that they go to.
template <class Day>
class Answer {
  public:
    explicit Answer(std::size_t items) : counts_((items + run_size - 1) / run_size, unknown) {
        expansion_.offsets.assign(items + 1, 0);
    }

    [[nodiscard]] std::size_t runs() const noexcept { return counts_.size(); }
    /// Where the threads write how many dates of its run come up to an item, that item's among them.
    [[nodiscard]] std::int64_t& end_of_item(std::size_t i) noexcept {
        return expansion_.offsets[i + 1];
    }

    void set_count(std::size_t run, std::size_t count) {
        const std::lock_guard lock(mutex_);
        counts_[run] = static_cast<std::int64_t>(count);
        while (placed_ < counts_.size() && counts_[placed_] != unknown) {
            // From here on it is the place of the run rather than its count.
            total_ += std::exchange(counts_[placed_], total_);
            ++placed_;
        }
        // A first few runs show how much room all of them will need.
        constexpr std::size_t few = 16;
        if (placed_ >= std::min(few, counts_.size())) make_room();
        progress_.notify_all();
    }

    /// Gives up: no more runs come.
    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        progress_.notify_all();
    }

    /// Whether the place of a run is known, and there is room for it.
    [[nodiscard]] bool has_place(std::size_t run) {
        const std::lock_guard lock(mutex_);
        return run < ready_;
    }
    /// The same after waiting for it; false if everything has stopped.
    [[nodiscard]] bool wait_for_place(std::size_t run) {
        constexpr std::chrono::milliseconds a_moment(50);
        std::unique_lock lock(mutex_);
        while (!progress_.wait_for(lock, a_moment, [&] { return stopped_ || run < ready_; })) {
            lock.unlock();
            detail::interruption_point();
            lock.lock();
        }
        return run < ready_;
    }

    /// Writes the dates of a run that has its place.
    void write(std::size_t run, const DayNumber* days, std::size_t count) {
        const std::shared_lock lock(growth_);
        const std::int64_t place = counts_[run];
        std::copy_n(days, count, expansion_.days.data() + place);
        const std::size_t last = std::min((run + 1) * run_size, expansion_.offsets.size() - 1);
        for (std::size_t i = run * run_size; i < last; ++i) end_of_item(i) += place;
    }

    [[nodiscard]] ExpansionIn<Day> result() {
        expansion_.days.resize(static_cast<std::size_t>(total_));
        return std::move(expansion_);
    }

  private:
    static constexpr std::int64_t unknown = -1;

    void make_room() {
        const auto needed = static_cast<std::size_t>(total_);
        if (needed > expansion_.days.size()) {
            const std::unique_lock lock(growth_);
            const double runs = static_cast<double>(counts_.size()) / static_cast<double>(placed_);
            const double wanted = static_cast<double>(needed) * (runs * 1.02 + 0.02);
            try {
                expansion_.days.resize(static_cast<std::size_t>(wanted) + 1);
            } catch (const std::bad_alloc&) {
                expansion_.days.resize(needed);
            }
        }
        ready_ = placed_;
    }

    ExpansionIn<Day> expansion_;
    // Of each run how many dates it has, once that is known; once all runs before are known too, how
    // many dates they have.
    std::vector<std::int64_t> counts_;
    std::size_t placed_ = 0;
    std::size_t ready_ = 0;  // runs that are placed and have room
    std::int64_t total_ = 0;
    bool stopped_ = false;
    std::mutex mutex_;
    std::condition_variable progress_;
    std::shared_mutex growth_;
};

// --- The work -------------------------------------------------------------------------------------

// Threads that are waited for at the end of the block. The standard's own (std::jthread) is not in every
// libc++.
class JoinedThreads {
  public:
    JoinedThreads() = default;
    JoinedThreads(const JoinedThreads&) = delete;
    JoinedThreads& operator=(const JoinedThreads&) = delete;
    ~JoinedThreads() {
        for (std::thread& each : threads_) each.join();
    }

    template <class Work>
    void begin(Work work) {
        threads_.emplace_back(std::move(work));
    }

  private:
    std::vector<std::thread> threads_;
};

// The interruption of the caller's thread, which ends the work of all threads.
class SharedInterruption {
  public:
    /// Ends the work of a thread.
    struct Ended {};

    /// Until the end of the scope the loops of this thread ask a shared interruption.
    class Asked {
      public:
        explicit Asked(SharedInterruption& shared) : before_(detail::interruption) {
            asked_ = &shared;
            detail::interruption = before_ == nullptr ? &ask : &ask_caller;
        }
        Asked(const Asked&) = delete;
        Asked& operator=(const Asked&) = delete;
        ~Asked() { detail::interruption = before_; }

      private:
        detail::Interruption before_;
    };

    /// Once no thread works any more: throws what ended the work, if anything did.
    void rethrow() const {
        if (reason_) std::rethrow_exception(reason_);
    }

  private:
    static void ask() {
        if (asked_->has_ended_) throw Ended();
    }
    static void ask_caller() {
        try {
            asked_->of_caller_();
        } catch (...) {
            asked_->reason_ = std::current_exception();
            asked_->has_ended_ = true;
            throw Ended();
        }
    }

    static inline thread_local SharedInterruption* asked_ = nullptr;

    detail::Interruption of_caller_ = detail::interruption;
    std::exception_ptr reason_;
    std::atomic<bool> has_ended_{false};
};

template <class Source, class Day>
class Expander {
  public:
    Expander(const Source& source, const Window& window)
        : source_(source), window_(window), answer_(source.size()) {}

    [[nodiscard]] ExpansionIn<Day> run(unsigned threads) {
        // More threads than runs would find nothing to do.
        const std::size_t useful = std::min<std::size_t>(threads, answer_.runs());
        {
            JoinedThreads others;
            try {
                for (std::size_t i = 1; i < useful; ++i) others.begin([this] { work(); });
            } catch (const std::system_error&) {
                // No more threads are to be had. Those that there are do it all.
            }
            work();
        }
        interruption_.rethrow();
        if (failure_) std::rethrow_exception(failure_);
        return answer_.result();
    }

  private:
    struct Waiting {
        std::size_t run;
        std::size_t begin;  // in the scratch
        std::size_t end;
    };

    void work() {
        const SharedInterruption::Asked asked(interruption_);
        Scratch scratch;
        std::vector<Waiting> waiting;
        std::size_t item = 0;
        try {
            while (true) {
                const std::size_t run = next_.fetch_add(1);
                // After a failure only earlier runs matter, which have all been taken.
                if (run >= answer_.runs() || has_failed_) break;
                item = 0;
                detail::interruption_point();
                const std::size_t begin = scratch.size();
                const std::size_t last = std::min((run + 1) * run_size, source_.size());
                for (item = run * run_size; item < last; ++item) {
                    source_.append(item, window_, scratch);
                    answer_.end_of_item(item) = static_cast<std::int64_t>(scratch.size() - begin);
                }
                waiting.push_back({run, begin, scratch.size()});
                answer_.set_count(run, scratch.size() - begin);
                hand_over(waiting, scratch);
            }
            for (const Waiting& w : waiting) {
                if (!answer_.wait_for_place(w.run)) return;
                answer_.write(w.run, scratch.data() + w.begin, w.end - w.begin);
            }
            // The caller's thread can be interrupted until the others have done their work too.
            if (answer_.runs() != 0) {
                static_cast<void>(answer_.wait_for_place(answer_.runs() - 1));
            }
        } catch (const SharedInterruption::Ended&) {
            answer_.stop();
        } catch (...) {
            note_failure(std::min(item, source_.size() - 1));
        }
    }

    void hand_over(std::vector<Waiting>& waiting, Scratch& scratch) {
        std::size_t done = 0;
        for (; done < waiting.size() && answer_.has_place(waiting[done].run); ++done) {
            const Waiting& w = waiting[done];
            answer_.write(w.run, scratch.data() + w.begin, w.end - w.begin);
        }
        waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(done));
        if (waiting.empty()) scratch.resize(0);
    }

    // The first item by index that fails is the one reported, whichever thread met it.
    void note_failure(std::size_t item) {
        {
            const std::lock_guard lock(failure_mutex_);
            if (!has_failed_ || item < failed_at_) {
                has_failed_ = true;
                failed_at_ = item;
                failure_ = named_failure("rule " + std::to_string(item) + ": ");
            }
        }
        answer_.stop();
    }

    [[nodiscard]] static std::exception_ptr named_failure(const std::string& which) {
        try {
            throw;
        } catch (const RuleError& error) {
            return std::make_exception_ptr(RuleError(which + error.what(), error.position()));
        } catch (const HorizonError& error) {
            return std::make_exception_ptr(HorizonError(which + error.what()));
        } catch (const DateError& error) {
            return std::make_exception_ptr(DateError(which + error.what()));
        } catch (...) {
            return std::current_exception();
        }
    }

    const Source& source_;
    Window window_;
    Answer<Day> answer_;
    SharedInterruption interruption_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> has_failed_{false};
    std::mutex failure_mutex_;
    std::size_t failed_at_ = 0;
    std::exception_ptr failure_;
};

template <class Day, class Source>
ExpansionIn<Day> expand_source(const Source& source, const Date& begin,
                               const std::optional<Date>& end, unsigned threads) {
    const std::int64_t from = day_number(begin);
    const std::int64_t to = end ? day_number(*end) : detail::no_later_day;
    if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
    return Expander<Source, Day>(source, {from, std::max(from, to)}).run(threads);
}

void check_starts(std::size_t starts, std::size_t rules) {
    if (starts == 1 || starts == rules) return;
    throw ProbityError(
        detail::sentence("recurrence.starts", {{"starts", starts}, {"rules", rules}}));
}

}  // namespace

template <class Day>
ExpansionIn<Day> expand(std::span<const std::string_view> rules, std::span<const Date> starts,
                        const Date& begin, const std::optional<Date>& end, unsigned threads) {
    check_starts(starts.size(), rules.size());
    return expand_source<Day>(Texts{rules, starts}, begin, end, threads);
}

template <class Day>
ExpansionIn<Day> expand(std::span<const Rule> rules, std::span<const Date> starts,
                        const Date& begin, const std::optional<Date>& end, unsigned threads) {
    check_starts(starts.size(), rules.size());
    return expand_source<Day>(Rules{rules, starts}, begin, end, threads);
}

template <class Day>
ExpansionIn<Day> expand(std::span<const Recurrence> recurrences, const Date& begin,
                        const std::optional<Date>& end, unsigned threads) {
    return expand_source<Day>(Recurrences{recurrences}, begin, end, threads);
}

#define PROBITY_EXPAND(Day)                                                                   \
    template ExpansionIn<Day> expand<Day>(std::span<const std::string_view>,                  \
                                          std::span<const Date>, const Date&,                 \
                                          const std::optional<Date>&, unsigned);              \
    template ExpansionIn<Day> expand<Day>(std::span<const Rule>, std::span<const Date>,       \
                                          const Date&, const std::optional<Date>&, unsigned); \
    template ExpansionIn<Day> expand<Day>(std::span<const Recurrence>, const Date&,           \
                                          const std::optional<Date>&, unsigned);
PROBITY_EXPAND(std::int32_t)
PROBITY_EXPAND(std::int64_t)
#undef PROBITY_EXPAND

}  // namespace probity
