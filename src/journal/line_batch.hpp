// Lines of a journal in batches, and a thread that takes them while others are read.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "journal/stored_line.hpp"

namespace probity::detail {

/// Copies of some lines, and the events that were read of them.
class LineBatch {
  public:
    /// `before` is the digest of the line before the first one.
    explicit LineBatch(std::string_view before = {}) : before_(before) {}

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
    std::vector<char> texts_;
    std::vector<LineView> lines_;
    std::vector<std::optional<Event>> events_;
    std::vector<std::uint32_t> subjects_;
};

/// Has batches prepared, each by itself, and takes them in their order, in a thread of its own. If many
/// are waiting, whoever gives one prepares it.
class BatchTaker {
  public:
    using Work = std::function<void(LineBatch&)>;

    /// `prepare` may be called for two batches at a time, and again for one that is prepared; it does
    /// not throw. `take` is called for one after the other, and throws if one is not taken: then for no
    /// more.
    BatchTaker(Work prepare, Work take);
    /// Gives up what was not taken yet.
    ~BatchTaker();
    BatchTaker(const BatchTaker&) = delete;
    BatchTaker& operator=(const BatchTaker&) = delete;

    /// Gives a batch to be taken, and waits while as many as there may be are waiting. Throws what
    /// `take` threw.
    void give(LineBatch batch);
    /// Waits until all are taken. Throws what `take` threw.
    void finish();

  private:
    void run();

    Work prepare_;
    Work take_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<LineBatch> waiting_;
    std::exception_ptr refusal_;
    bool is_last_ = false;
    bool is_given_up_ = false;
    std::thread thread_;
};

}  // namespace probity::detail
