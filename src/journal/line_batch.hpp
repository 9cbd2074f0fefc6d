// Lines of a journal in batches, which are taken while another thread reads the next.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journal/stored_line.hpp"

namespace probity::detail {

/// Copies of some lines, and the events that were read of them.
class LineBatch {
  public:
    /// `before` is the digest of the line before the first one.
    explicit LineBatch(std::string_view before = {}) : before_(before) {}
    /// Forgets its lines, and keeps their memory for others behind such a line.
    void begin_anew(std::string_view before);

    /// Copies a line; false, without it, if the batch is full.
    bool add(const LineView& line);
    /// Reads the events of the lines, as sealed_event does, if that was not done yet.
    void read_events(int usual_rules);

    [[nodiscard]] bool empty() const noexcept { return lines_.empty(); }
    [[nodiscard]] const std::vector<LineView>& lines() const noexcept { return lines_; }
    /// The event of each line; null for one that is to be read with care.
    [[nodiscard]] std::vector<std::optional<Event>>& events() noexcept { return events_; }
    /// The hashes of their subjects (records/hash_index.hpp).
    [[nodiscard]] const std::vector<std::uint32_t>& subjects() const noexcept { return subjects_; }
    /// The digest of the last line.
    [[nodiscard]] std::string_view last_digest() const noexcept {
        return lines_.empty() ? std::string_view(before_) : lines_.back().digest;
    }

  private:
    [[nodiscard]] std::string_view kept(std::string_view text);

    std::string before_;
    // The views are into the texts, which therefore stay where they are.
    std::unique_ptr<char[]> texts_;
    std::size_t room_ = 0;
    std::size_t size_ = 0;
    std::vector<LineView> lines_;
    /// Of each line what its digest covers.
    std::vector<std::string_view> sealed_;
    std::vector<std::optional<Event>> events_;
    std::vector<std::uint32_t> subjects_;
};

/// Takes batches in their order, in the thread that calls, while another reads them. If many are waiting,
/// the other prepares them too; if no thread is to be had, one does it all.
class BatchTaker {
  public:
    using Work = std::function<void(LineBatch&)>;

    /// `prepare` may be called for two batches at a time, and again for one that is prepared; it does
    /// not throw. `take` is called for one after the other, and throws if one is not taken: then for no
    /// more.
    BatchTaker(Work prepare, Work take) : prepare_(std::move(prepare)), take_(std::move(take)) {}
    BatchTaker(const BatchTaker&) = delete;
    BatchTaker& operator=(const BatchTaker&) = delete;

    /// What is done beside preparing and taking.
    struct Course {
        /// Gives batches, in another thread.
        std::function<void()> read;
        /// Called in that thread once all were given: those that still wait are taken meanwhile.
        std::function<void()> after_reading = [] {};
        /// Called in the calling thread once all were taken, perhaps while `after_reading` still runs.
        std::function<void()> after_taking = [] {};
        /// Called to end the other thread sooner than at its next batch, if one is not taken.
        std::function<void()> stop = [] {};
    };
    /// Takes all batches. Throws what `take` threw; else what `read` threw, after all that it gave was
    /// taken; else what `after_reading` threw; else what `after_taking` threw.
    void run(const Course& course);
    /// For `read`: gives a batch to be taken, and waits while as many as there may be are waiting.
    void give(LineBatch batch);
    /// For `read`: a batch that was taken, whose memory can be used again; else a new one.
    [[nodiscard]] LineBatch spare();

  private:
    /// Ends a reading whose batches are not taken any more.
    struct GivenUp {};

    void take_all();
    void take_one(LineBatch batch);
    /// The next batch; null past the last.
    [[nodiscard]] std::optional<LineBatch> next();
    /// Sets one of the two, and tells the other thread.
    void set(bool& what);

    Work prepare_;
    Work take_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<LineBatch> waiting_;
    std::vector<LineBatch> spare_;
    bool is_alone_ = false;
    bool is_last_ = false;
    bool is_given_up_ = false;
};

}  // namespace probity::detail
