// Where in a list the element of a name stands, found by the hash of the name.
//
//     const std::vector<std::string> names = {"T-06", "T-07"};
//     const auto is_meant = [&](std::uint32_t i) { return names[i] == "T-07"; };
//     detail::HashIndex index;
//     index.insert(detail::hash_of_name("T-07"), 1);
//     *index.find(detail::hash_of_name("T-07"), is_meant);      // 1
//
// It keeps the numbers and the hashes alone; the names stay in the list. As with List, copies share
// what they have in common: a copy costs nothing, and a change some hundred bytes.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <new>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace probity::detail {

[[nodiscard]] inline std::uint32_t hash_of_name(std::string_view name) noexcept {
    const std::uint64_t hash = std::hash<std::string_view>()(name);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

/// Of so many names a processor has not all at hand, so that it pays to fetch them (HashIndex::fetch).
inline constexpr std::size_t too_many_at_hand = 16384;

class HashIndex {
  public:
    HashIndex() noexcept = default;
    HashIndex(const HashIndex& other) noexcept : root_(other.root_), size_(other.size_) {
        if (root_ != nullptr) share(*root_);
    }
    HashIndex(HashIndex&& other) noexcept
        : root_(std::exchange(other.root_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    HashIndex& operator=(HashIndex other) noexcept {
        std::swap(root_, other.root_);
        std::swap(size_, other.size_);
        return *this;
    }
    ~HashIndex() { let_go(root_); }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    /// The number under a hash for which `is_meant` holds; none if there is none.
    template <class Predicate>
    [[nodiscard]] std::optional<std::uint32_t> find(std::uint32_t hash, Predicate is_meant) const {
        const Node* node = root_;
        for (unsigned level = 0; node != nullptr && !node->is_bucket; ++level) {
            node = static_cast<const Fork*>(node)->below[branch(hash, level)];
        }
        if (node == nullptr) return std::nullopt;
        for (const Entry& entry : static_cast<const Bucket*>(node)->entries()) {
            if (entry.hash == hash && is_meant(entry.number)) return entry.number;
        }
        return std::nullopt;
    }
    /// Asks for the memory in which many hashes are looked for next: it is waited for once for all of
    /// them, and not for each.
    void fetch(std::span<const std::uint32_t> hashes) const noexcept {
        constexpr std::size_t together = 64;
        std::array<const Node*, together> at{};
        for (; !hashes.empty(); hashes = hashes.subspan(std::min(together, hashes.size()))) {
            const std::size_t count = std::min(together, hashes.size());
            std::fill_n(at.begin(), count, root_);
            bool goes_on = true;
            for (unsigned level = 0; goes_on; ++level) {
                goes_on = false;
                for (std::size_t i = 0; i < count; ++i) {
                    if (at[i] == nullptr || at[i]->is_bucket) continue;
                    at[i] = static_cast<const Fork*>(at[i])->below[branch(hashes[i], level)];
                    fetch(at[i]);
                    goes_on = true;
                }
            }
        }
    }
    void insert(std::uint32_t hash, std::uint32_t number) {
        insert(root_, 0, {hash, number});
        ++size_;
    }
    /// Takes out a number that is there under a hash.
    void erase(std::uint32_t hash, std::uint32_t number) {
        Node** node = &root_;
        for (unsigned level = 0; !own(*node)->is_bucket; ++level) {
            node = &static_cast<Fork*>(*node)->below[branch(hash, level)];
        }
        static_cast<Bucket*>(*node)->erase({hash, number});
        --size_;
    }

    /// The memory that it takes, in bytes; parts that copies share are counted in each.
    [[nodiscard]] std::size_t bytes() const noexcept { return bytes(root_); }

  private:
    // A tree. A fork leads on by four bits of the hash, the lowest first; a bucket holds the entries
    // of the hashes that lead to it. Nodes count who has them, as those of a List.
    static constexpr unsigned levels = 8;
    static constexpr std::uint32_t bucket_size = 15;

    struct Entry {
        std::uint32_t hash;
        std::uint32_t number;
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    struct Node {
        explicit Node(bool bucket) noexcept : is_bucket(bucket) {}
        std::atomic<std::uint32_t> owners{1};
        const bool is_bucket;
    };
    /// The entries stand behind it, in the same piece of memory: so many that the pieces have the sizes
    /// that an allocator gives.
    struct Bucket : Node {
        explicit Bucket(std::uint32_t entries) noexcept : Node(true), room(entries) {}
        std::uint32_t size = 0;
        const std::uint32_t room;

        [[nodiscard]] static std::size_t bytes(std::uint32_t room) noexcept {
            return sizeof(Bucket) + room * sizeof(Entry);
        }
        [[nodiscard]] Entry* first() noexcept {
            return std::launder(reinterpret_cast<Entry*>(this + 1));
        }
        [[nodiscard]] std::span<const Entry> entries() const noexcept {
            return {std::launder(reinterpret_cast<const Entry*>(this + 1)), size};
        }
        /// There is room.
        void add(const Entry& entry) noexcept {
            ::new (reinterpret_cast<std::byte*>(this + 1) + size * sizeof(Entry)) Entry(entry);
            ++size;
        }
        void erase(const Entry& entry) noexcept {
            Entry* const end = std::remove(first(), first() + size, entry);
            size = static_cast<std::uint32_t>(end - first());
        }
    };
    struct Fork : Node {
        Fork() noexcept : Node(false) {}
        std::array<Node*, 16> below{};
    };

    /// A bucket with the entries of another one, if there is one, and room for so many.
    static Bucket* new_bucket(std::uint32_t room, const Bucket* like = nullptr) {
        auto* const bucket = ::new (::operator new(Bucket::bytes(room))) Bucket(room);
        if (like != nullptr) {
            for (const Entry& entry : like->entries()) bucket->add(entry);
        }
        return bucket;
    }
    static void fetch(const Node* node) noexcept {
        // A node is of two or three lines of the processor's memory, a bucket seldom of four.
        constexpr std::size_t line = 64;
        // The node may be null. To fetch from there does no harm, but to add to a null pointer is not
        // defined.
        const auto address = reinterpret_cast<std::uintptr_t>(node);
        for (std::size_t i = 0; i < 3; ++i) {
            __builtin_prefetch(reinterpret_cast<const void*>(address + i * line));
        }
        // Without this GCC finds that nothing has an effect here, and leaves it out.
        asm volatile("");
    }
    static std::size_t branch(std::uint32_t hash, unsigned level) noexcept {
        return (hash >> (4 * level)) & 15;
    }
    static void share(Node& node) noexcept { node.owners.fetch_add(1, std::memory_order_relaxed); }
    static void let_go(Node* node) noexcept {
        if (node == nullptr || node->owners.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
        if (node->is_bucket) {
            ::operator delete(static_cast<Bucket*>(node));
            return;
        }
        for (Node* each : static_cast<Fork*>(node)->below) let_go(each);
        delete static_cast<Fork*>(node);
    }
    /// Makes a node this index's alone; those above it are.
    static Node* own(Node*& node) {
        if (node->owners.load(std::memory_order_acquire) == 1) return node;
        Node* copy = nullptr;
        if (node->is_bucket) {
            const auto* const bucket = static_cast<Bucket*>(node);
            copy = new_bucket(bucket->room, bucket);
        } else {
            auto* const fork = new Fork;
            copy = fork;
            fork->below = static_cast<Fork*>(node)->below;
            for (Node* each : fork->below) {
                if (each != nullptr) share(*each);
            }
        }
        let_go(node);
        node = copy;
        return copy;
    }
    static void insert(Node*& node, unsigned level, const Entry& entry) {
        if (node == nullptr) node = new_bucket(3);
        if (!own(node)->is_bucket) {
            insert(static_cast<Fork*>(node)->below[branch(entry.hash, level)], level + 1, entry);
            return;
        }
        auto* const bucket = static_cast<Bucket*>(node);
        if (bucket->size < bucket->room) {
            bucket->add(entry);
        } else if (bucket->room < bucket_size || level == levels) {
            Bucket* const wider = new_bucket(2 * bucket->room + 1, bucket);
            wider->add(entry);
            node = wider;
            let_go(bucket);
        } else {
            auto* const fork = new Fork;
            node = fork;
            for (const Entry& each : bucket->entries()) {
                insert(fork->below[branch(each.hash, level)], level + 1, each);
            }
            let_go(bucket);
            insert(node, level, entry);
        }
    }
    static std::size_t bytes(const Node* node) noexcept {
        if (node == nullptr) return 0;
        if (node->is_bucket) return Bucket::bytes(static_cast<const Bucket*>(node)->room);
        std::size_t total = sizeof(Fork);
        for (const Node* each : static_cast<const Fork*>(node)->below) total += bytes(each);
        return total;
    }

    Node* root_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace probity::detail
