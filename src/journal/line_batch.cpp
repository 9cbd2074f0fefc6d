#include "journal/line_batch.hpp"

#include <algorithm>
#include <utility>

namespace probity::detail {
namespace {

/// How many bytes a batch holds, unless it is one longer line, and how many batches wait.
constexpr std::size_t usual_size = 1 << 16;
constexpr std::size_t most_waiting = 16;

std::size_t size_of(const LineView& line) {
    std::size_t size = line.json.size() + line.digest.size();
    for (const auto& text : line.said) size += text ? text->size() : 0;
    return size;
}

}  // namespace

std::string_view LineBatch::kept(std::string_view text) {
    const auto begin = texts_.insert(texts_.end(), text.begin(), text.end());
    return {text.empty() ? nullptr : &*begin, text.size()};
}

bool LineBatch::add(const LineView& line) {
    const std::size_t size = size_of(line);
    if (lines_.empty()) {
        texts_.reserve(std::max(usual_size, size));
    } else if (texts_.capacity() - texts_.size() < size) {
        return false;
    }
    LineView& copy = lines_.emplace_back();
    copy.number = line.number;
    copy.json = kept(line.json);
    copy.digest = kept(line.digest);
    for (std::size_t i = 0; i < line.said.size(); ++i) {
        if (line.said[i]) copy.said[i] = kept(*line.said[i]);
    }
    return true;
}

LineTaker::LineTaker(std::function<void(const LineView&)> take)
    : take_(std::move(take)), thread_([this] { run(); }) {}

LineTaker::~LineTaker() {
    {
        const std::lock_guard lock(mutex_);
        is_given_up_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void LineTaker::give(LineBatch batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return refusal_ != nullptr || waiting_.size() < most_waiting; });
    if (refusal_ != nullptr) std::rethrow_exception(refusal_);
    waiting_.push_back(std::move(batch));
    lock.unlock();
    changed_.notify_all();
}

void LineTaker::finish() {
    {
        const std::lock_guard lock(mutex_);
        is_last_ = true;
    }
    changed_.notify_all();
    thread_.join();
    if (refusal_ != nullptr) std::rethrow_exception(refusal_);
}

void LineTaker::run() {
    for (;;) {
        LineBatch batch;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return is_given_up_ || is_last_ || !waiting_.empty(); });
            if (is_given_up_ || waiting_.empty()) return;
            batch = std::move(waiting_.front());
            waiting_.pop_front();
        }
        changed_.notify_all();
        try {
            for (const LineView& line : batch.lines()) take_(line);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            refusal_ = std::current_exception();
            changed_.notify_all();
            return;
        }
    }
}

}  // namespace probity::detail
