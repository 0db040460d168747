// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace hisalary::model {

/// A table of values that are each computed when first asked for, and kept. Any number of threads may ask; one
/// computes, others that come meanwhile wait for it.
///
/// The memory comes zeroed from the system, so that a large table costs nothing where nobody asks.
template <class T> class OnceTable {
 public:
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>,
                "zeroed memory holds no others");

  explicit OnceTable(std::size_t size) : slots_(static_cast<Slot*>(allocate(size))) {}

  /// The value of a place; `compute()` gives it the first time. What it throws passes on, and the next one tries again.
  template <class Compute> [[nodiscard]] const T& get(std::size_t place, Compute&& compute) const {
    Slot& slot = slots_.get()[place];
    const std::atomic_ref<State> state(slot.state);
    return state.load(std::memory_order_acquire) == State::Ready ? slot.value : fill(slot, compute);
  }

  /// Tells the processor that a value will be asked for.
  void prefetch(std::size_t place) const {
    const auto* const slot = static_cast<const char*>(static_cast<const void*>(&slots_.get()[place]));
    for (std::size_t i = 0; i < sizeof(Slot); i += cache_line) {
      __builtin_prefetch(slot + i);
    }
  }

 private:
  static constexpr std::size_t cache_line = 64;
  enum class State : std::uint8_t { Empty, Busy, Ready };  // Empty is zero: as the memory comes

  struct alignas(sizeof(T) > cache_line / 2 ? cache_line : alignof(T)) Slot {
    T value;
    State state;
  };

  // NOLINTBEGIN(cppcoreguidelines-no-malloc): only calloc gives pages that are zero and not yet touched
  struct Free {
    void operator()(Slot* slots) const { std::free(*(static_cast<void**>(static_cast<void*>(slots)) - 1)); }
  };

  /// Zeroed, on a line of its own; the address to free stands before it.
  static void* allocate(std::size_t size) {
    void* const whole = std::calloc(size * sizeof(Slot) + 2 * cache_line, 1);
    if (whole == nullptr) {
      throw std::bad_alloc();
    }
    void* slots = static_cast<char*>(whole) + sizeof(void*);
    std::size_t room = size * sizeof(Slot) + 2 * cache_line - sizeof(void*);
    std::align(cache_line, size * sizeof(Slot), slots, room);
    *(static_cast<void**>(slots) - 1) = whole;
    return slots;
  }
  // NOLINTEND(cppcoreguidelines-no-malloc)

  template <class Compute> [[gnu::noinline]] const T& fill(Slot& slot, Compute&& compute) const {
    const std::atomic_ref<State> state(slot.state);
    State seen = State::Empty;
    while (!state.compare_exchange_strong(seen, State::Busy, std::memory_order_acquire)) {
      if (seen == State::Ready) {
        return slot.value;
      }
      state.wait(State::Busy);
      seen = State::Empty;
    }

    const auto leave = [&](State next) {
      state.store(next, std::memory_order_release);
      state.notify_all();
    };
    try {
      slot.value = compute();
    } catch (...) {
      leave(State::Empty);
      throw;
    }
    leave(State::Ready);
    return slot.value;
  }

  std::unique_ptr<Slot, Free> slots_;
};

}  // namespace hisalary::model
