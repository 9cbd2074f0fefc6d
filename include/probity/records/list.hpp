// A list whose copies share what they have in common, for records of which there may be many.
//
//     List<Task> tasks = {{.id = "T-1"}, {.id = "T-2"}};
//     List<Task> later = tasks;             // costs nothing, however long the list is
//     later.edit(0).weight = 3;             // of this copy alone
//     tasks[0].weight;                      // 1
//
// It reads as a std::vector does. A change copies the few elements that lie in memory beside the one
// that is changed, and only where another list has them too; an element more at the end of a copy
// copies nothing. So the programme after an event costs what the event changes, and the one before it
// stays as it was.
//
// Lists may be read, copied and let go by many threads at once, as any value.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace probity {

/// A sequence of values; those of an index below size() are read with [] and changed with edit().
template <class T>
class List {
    static_assert(std::is_nothrow_move_constructible_v<T>);

  public:
    class const_iterator;
    using value_type = T;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using reference = const T&;
    using const_reference = const T&;
    using iterator = const_iterator;

    List() noexcept = default;
    List(std::initializer_list<T> values) {
        for (const T& value : values) push_back(value);
    }
    List(std::vector<T> values) {
        for (T& value : values) push_back(std::move(value));
    }
    List(const List& other) noexcept
        : root_(other.root_), size_(other.size_), height_(other.height_) {
        if (root_ != nullptr) share(*root_);
    }
    List(List&& other) noexcept
        : root_(std::exchange(other.root_, nullptr)),
          size_(std::exchange(other.size_, 0)),
          height_(std::exchange(other.height_, 0)) {}
    List& operator=(List other) noexcept {
        std::swap(root_, other.root_);
        std::swap(size_, other.size_);
        std::swap(height_, other.height_);
        return *this;
    }
    ~List() {
        if (root_ != nullptr) let_go(root_, height_);
    }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

    // Of a list that is about to go by value.
    [[nodiscard]] const T& operator[](std::size_t i) const& noexcept { return *place_of(i); }
    [[nodiscard]] T operator[](std::size_t i) && { return *place_of(i); }
    [[nodiscard]] const T& front() const& noexcept { return *place_of(0); }
    [[nodiscard]] T front() && { return *place_of(0); }
    [[nodiscard]] const T& back() const& noexcept { return *place_of(size_ - 1); }
    [[nodiscard]] T back() && { return *place_of(size_ - 1); }
    [[nodiscard]] const_iterator begin() const noexcept { return {*this, 0}; }
    [[nodiscard]] const_iterator end() const noexcept { return {*this, size_}; }

    /// The element of an index, to be changed. The reference holds until the list is copied or
    /// changed otherwise.
    [[nodiscard]] T& edit(std::size_t i) { return *own_leaf(i)->at(i & leaf_mask); }

    /// Adds an element at the end, and returns it as edit() does.
    template <class... Arguments>
    T& emplace_back(Arguments&&... arguments) {
        T* made = nullptr;
        if (Leaf* const leaf = own_end()) {
            const auto offset = static_cast<std::uint32_t>(size_ & leaf_mask);
            made = ::new (leaf->slot(offset)) T{std::forward<Arguments>(arguments)...};
            leaf->used.store(offset + 1, std::memory_order_relaxed);
        } else {
            // Made first: a slot that is claimed has to be filled.
            T value{std::forward<Arguments>(arguments)...};
            made = ::new (room()) T(std::move(value));
        }
        ++size_;
        return *made;
    }
    void push_back(T value) { emplace_back(std::move(value)); }
    /// Adds several at the end.
    void append(std::span<const T> values) {
        while (!values.empty()) {
            push_back(values.front());
            std::size_t taken = 1;
            if ((size_ & leaf_mask) == 1) {
                // The leaf was made for it, and no other list has it yet.
                Leaf* const leaf = leaf_of(size_ - 1);
                for (; taken < std::min(leaf_size, values.size()); ++taken, ++size_) {
                    ::new (leaf->slot(taken)) T(values[taken]);
                    leaf->used.store(static_cast<std::uint32_t>(taken) + 1,
                                     std::memory_order_relaxed);
                }
            }
            values = values.subspan(taken);
        }
    }
    void clear() noexcept { *this = List(); }

    /// The first elements, as many as given or as there are.
    [[nodiscard]] List first(std::size_t count) const noexcept {
        List out = *this;
        out.size_ = std::min(count, size_);
        return out;
    }

    /// The memory that it takes, in bytes, without memory that its elements hold elsewhere; parts
    /// that copies share are counted in each.
    [[nodiscard]] std::size_t bytes() const noexcept {
        std::size_t nodes = (size_ + leaf_mask) >> leaf_bits;
        std::size_t total = nodes * sizeof(Leaf);
        while (nodes > 1) {
            nodes = (nodes + fan_mask) >> fan_bits;
            total += nodes * sizeof(Fork);
        }
        return total;
    }

    friend bool operator==(const List& a, const List& b)
        requires std::equality_comparable<T>
    {
        if (a.size_ != b.size_) return false;
        return a.root_ == b.root_ || std::equal(a.begin(), a.end(), b.begin());
    }

  private:
    // A tree. Leaves hold the elements, a few thousand bytes of them, and forks above them hold
    // nodes. Each node counts the lists and forks that have it: one that is had once alone, on a path
    // of such nodes from the root, may be changed in place.
    //
    // A leaf may hold more than a list of it has: what other lists added. Slots are claimed in order,
    // so that of two lists that share the end one goes on in place, and the other in a copy.
    static constexpr unsigned leaf_bits =
        static_cast<unsigned>(std::bit_width(std::clamp<std::size_t>(4096 / sizeof(T), 8, 1024))) -
        1;
    static constexpr std::size_t leaf_size = std::size_t{1} << leaf_bits;
    static constexpr std::size_t leaf_mask = leaf_size - 1;
    static constexpr unsigned fan_bits = 5;
    static constexpr std::size_t fan = std::size_t{1} << fan_bits;
    static constexpr std::size_t fan_mask = fan - 1;

    struct Node {
        std::atomic<std::uint32_t> owners{1};
    };
    struct Leaf : Node {
        std::atomic<std::uint32_t> used{0};
        alignas(T) std::array<std::byte, leaf_size * sizeof(T)> storage;

        Leaf() {}  // NOLINT: the storage stays as it is until elements come in
        Leaf(const Leaf&) = delete;
        Leaf& operator=(const Leaf&) = delete;
        ~Leaf() { cut(0); }

        [[nodiscard]] void* slot(std::size_t i) noexcept { return storage.data() + i * sizeof(T); }
        [[nodiscard]] T* at(std::size_t i) noexcept {
            return std::launder(reinterpret_cast<T*>(slot(i)));
        }
        /// Drops all elements but the first ones.
        void cut(std::uint32_t kept) noexcept {
            for (std::uint32_t i = used.load(std::memory_order_relaxed); i > kept; --i) {
                std::destroy_at(at(i - 1));
            }
            used.store(kept, std::memory_order_relaxed);
        }
    };
    struct Fork : Node {
        std::array<Node*, fan> below{};
    };

    static void share(Node& node) noexcept { node.owners.fetch_add(1, std::memory_order_relaxed); }
    static void let_go(Node* node, unsigned height) noexcept {
        if (node->owners.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
        if (height == 0) {
            delete static_cast<Leaf*>(node);
            return;
        }
        const std::unique_ptr<Fork> fork(static_cast<Fork*>(node));
        for (Node* each : fork->below) {
            if (each != nullptr) let_go(each, height - 1);
        }
    }

    /// Which of a fork's nodes leads to an index.
    static std::size_t branch(std::size_t i, unsigned height) noexcept {
        return (i >> (leaf_bits + fan_bits * (height - 1))) & fan_mask;
    }
    [[nodiscard]] std::size_t room_in_tree() const noexcept {
        return root_ == nullptr ? 0 : leaf_size << (fan_bits * height_);
    }
    [[nodiscard]] Leaf* leaf_of(std::size_t i) const noexcept {
        Node* node = root_;
        for (unsigned height = height_; height > 0; --height) {
            node = static_cast<Fork*>(node)->below[branch(i, height)];
        }
        return static_cast<Leaf*>(node);
    }
    [[nodiscard]] const T* place_of(std::size_t i) const& noexcept {
        return leaf_of(i)->at(i & leaf_mask);
    }

    /// Makes a fork this list's alone; those above it are.
    static Fork* own_fork(Node*& node, unsigned height) {
        auto* const fork = static_cast<Fork*>(node);
        if (fork->owners.load(std::memory_order_acquire) == 1) return fork;
        auto* const copy = new Fork;
        copy->below = fork->below;
        for (Node* each : copy->below) {
            if (each != nullptr) share(*each);
        }
        let_go(fork, height);
        node = copy;
        return copy;
    }
    /// Makes the leaf of an index this list's alone, with the path to it and with no element that is
    /// not this list's.
    Leaf* own_leaf(std::size_t i) {
        Node** node = &root_;
        for (unsigned height = height_; height > 0; --height) {
            node = &own_fork(*node, height)->below[branch(i, height)];
        }
        auto* const leaf = static_cast<Leaf*>(*node);
        const auto count =
            static_cast<std::uint32_t>(std::min(leaf_size, size_ - (i & ~leaf_mask)));
        if (leaf->owners.load(std::memory_order_acquire) == 1) {
            leaf->cut(count);
            return leaf;
        }
        auto copy = std::make_unique<Leaf>();
        for (std::uint32_t k = 0; k < count; ++k) {
            ::new (copy->slot(k)) T(*leaf->at(k));
            copy->used.store(k + 1, std::memory_order_relaxed);
        }
        let_go(leaf, 0);
        *node = copy.get();
        return copy.release();
    }

    /// The leaf in which the next element goes, if it has room and is this list's alone, with the path
    /// to it and with no element that is not this list's; else null.
    [[nodiscard]] Leaf* own_end() const noexcept {
        const std::size_t offset = size_ & leaf_mask;
        if (offset == 0) return nullptr;
        Node* node = root_;
        for (unsigned height = height_; height > 0; --height) {
            if (node->owners.load(std::memory_order_acquire) != 1) return nullptr;
            node = static_cast<Fork*>(node)->below[branch(size_, height)];
        }
        auto* const leaf = static_cast<Leaf*>(node);
        const bool is_own = leaf->owners.load(std::memory_order_acquire) == 1 &&
                            leaf->used.load(std::memory_order_relaxed) == offset;
        return is_own ? leaf : nullptr;
    }

    /// Where the next element goes; the slot is this list's.
    void* room() {
        const auto offset = static_cast<std::uint32_t>(size_ & leaf_mask);
        if (offset == 0) return room_in_new_leaf();
        Leaf* leaf = leaf_of(size_);
        std::uint32_t free = offset;
        if (!leaf->used.compare_exchange_strong(free, offset + 1, std::memory_order_acq_rel)) {
            leaf = own_leaf(size_);
            leaf->used.store(offset + 1, std::memory_order_relaxed);
        }
        return leaf->slot(offset);
    }
    void* room_in_new_leaf() {
        auto leaf = std::make_unique<Leaf>();
        if (root_ != nullptr && size_ == room_in_tree()) {
            auto* const fork = new Fork;
            fork->below[0] = root_;
            root_ = fork;
            ++height_;
        }
        Node** node = &root_;
        for (unsigned height = height_; height > 0; --height) {
            if (*node == nullptr) *node = new Fork;
            node = &own_fork(*node, height)->below[branch(size_, height)];
        }
        // A list that was cut short may still have the leaf that stood here.
        if (*node != nullptr) let_go(*node, 0);
        leaf->used.store(1, std::memory_order_relaxed);
        *node = leaf.get();
        return leaf.release()->slot(0);
    }

    Node* root_ = nullptr;
    std::size_t size_ = 0;
    unsigned height_ = 0;
};

/// Goes over a list in its order. It is valid as long as the list neither changes nor goes.
template <class T>
class List<T>::const_iterator {
  public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    const_iterator() noexcept = default;

    reference operator*() const noexcept { return *at_; }
    pointer operator->() const noexcept { return at_; }
    reference operator[](difference_type n) const noexcept { return *(*this + n); }

    const_iterator& operator++() noexcept {
        ++index_;
        if ((index_ & leaf_mask) != 0) {
            ++at_;
        } else {
            find();
        }
        return *this;
    }
    const_iterator operator++(int) noexcept { return std::exchange(*this, *this + 1); }
    const_iterator& operator--() noexcept { return *this += -1; }
    const_iterator operator--(int) noexcept { return std::exchange(*this, *this - 1); }
    const_iterator& operator+=(difference_type n) noexcept {
        const std::size_t from = index_;
        index_ = static_cast<std::size_t>(static_cast<difference_type>(index_) + n);
        if (at_ != nullptr && (from & ~leaf_mask) == (index_ & ~leaf_mask)) {
            at_ += n;
        } else {
            find();
        }
        return *this;
    }
    const_iterator& operator-=(difference_type n) noexcept { return *this += -n; }
    friend const_iterator operator+(const_iterator it, difference_type n) noexcept {
        return it += n;
    }
    friend const_iterator operator+(difference_type n, const_iterator it) noexcept {
        return it += n;
    }
    friend const_iterator operator-(const_iterator it, difference_type n) noexcept {
        return it -= n;
    }
    friend difference_type operator-(const const_iterator& a, const const_iterator& b) noexcept {
        return static_cast<difference_type>(a.index_) - static_cast<difference_type>(b.index_);
    }
    friend bool operator==(const const_iterator& a, const const_iterator& b) noexcept {
        return a.index_ == b.index_;
    }
    friend std::strong_ordering operator<=>(const const_iterator& a,
                                            const const_iterator& b) noexcept {
        return a.index_ <=> b.index_;
    }

  private:
    friend class List;
    const_iterator(const List& list, std::size_t index) noexcept : list_(&list), index_(index) {
        find();
    }
    void find() noexcept { at_ = index_ < list_->size_ ? list_->place_of(index_) : nullptr; }

    const List* list_ = nullptr;
    std::size_t index_ = 0;
    const T* at_ = nullptr;
};

}  // namespace probity
