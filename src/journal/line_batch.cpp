#include "journal/line_batch.hpp"

#include <algorithm>
#include <utility>

#include "probity/records/hash_index.hpp"

namespace probity::detail {
namespace {

/// How many bytes a batch holds, unless it is one longer line.
constexpr std::size_t usual_size = 1 << 16;
/// With so many waiting, others are prepared by whoever gives them; with so many nobody gives more.
/// While the lines are read the processor has enough to do for two threads. What waits then is taken
/// while the file is looked at.
constexpr std::size_t enough_waiting = 384;
constexpr std::size_t most_waiting = 512;

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
        lines_.reserve(usual_size / std::max<std::size_t>(size, 256) + 1);
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

void LineBatch::read_events(int usual_rules) {
    if (!events_.empty()) return;
    events_.reserve(lines_.size());
    subjects_.reserve(lines_.size());
    std::string_view before = before_;
    for (const LineView& line : lines_) {
        const auto& event = events_.emplace_back(sealed_event(line, before, usual_rules));
        if (event) subjects_.push_back(hash_of_name(event->subject));
        before = line.digest;
    }
}

BatchTaker::BatchTaker(Work prepare, Work take)
    : prepare_(std::move(prepare)), take_(std::move(take)), thread_([this] { run(); }) {}

BatchTaker::~BatchTaker() {
    {
        const std::lock_guard lock(mutex_);
        is_given_up_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void BatchTaker::give(LineBatch batch) {
    std::unique_lock lock(mutex_);
    if (waiting_.size() >= enough_waiting) {
        lock.unlock();
        prepare_(batch);
        lock.lock();
    }
    changed_.wait(lock, [&] { return refusal_ != nullptr || waiting_.size() < most_waiting; });
    if (refusal_ != nullptr) std::rethrow_exception(refusal_);
    waiting_.push_back(std::move(batch));
    lock.unlock();
    changed_.notify_all();
}

void BatchTaker::finish() {
    {
        const std::lock_guard lock(mutex_);
        is_last_ = true;
    }
    changed_.notify_all();
    thread_.join();
    if (refusal_ != nullptr) std::rethrow_exception(refusal_);
}

void BatchTaker::run() {
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
            prepare_(batch);
            take_(batch);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            refusal_ = std::current_exception();
            changed_.notify_all();
            return;
        }
    }
}

}  // namespace probity::detail
