// Lines of a journal in batches, and a thread that takes them while others are read.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "journal/stored_line.hpp"

namespace probity::detail {

/// Copies of some lines.
class LineBatch {
  public:
    /// Copies a line; false, without it, if the batch is full.
    bool add(const LineView& line);

    [[nodiscard]] bool empty() const noexcept { return lines_.empty(); }
    [[nodiscard]] const std::vector<LineView>& lines() const noexcept { return lines_; }

  private:
    [[nodiscard]] std::string_view kept(std::string_view text);

    // The views are into the texts, which therefore stay where they are.
    std::vector<char> texts_;
    std::vector<LineView> lines_;
};

/// Takes lines in their order, in a thread of its own.
class LineTaker {
  public:
    /// `take` is called for one line after the other, and throws if one is not taken: then for no more.
    explicit LineTaker(std::function<void(const LineView&)> take);
    /// Gives up what was not taken yet.
    ~LineTaker();
    LineTaker(const LineTaker&) = delete;
    LineTaker& operator=(const LineTaker&) = delete;

    /// Gives lines to be taken, and waits while many are still waiting. Throws what `take` threw.
    void give(LineBatch batch);
    /// Waits until all are taken. Throws what `take` threw.
    void finish();

  private:
    void run();

    std::function<void(const LineView&)> take_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<LineBatch> waiting_;
    std::exception_ptr refusal_;
    bool is_last_ = false;
    bool is_given_up_ = false;
    std::thread thread_;
};

}  // namespace probity::detail
