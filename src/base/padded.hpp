// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace hisalary {

/// Bytes that can be read behind every PaddedText. Texts are compared and copied in pieces of fixed size, which reads
/// past their end.
inline constexpr std::size_t text_padding = 48;

/// A view of a text with `text_padding` readable bytes behind it, whatever they hold. It is made from a PaddedString, a
/// PaddedBuffer, a PaddedArena or a literal, never from a plain view, so that no text can break the promise.
class PaddedText {
 public:
  constexpr PaddedText() noexcept : text_(nothing.data(), 0) {}

  // NOLINTNEXTLINE(google-explicit-constructor): a padded text is a text
  constexpr operator std::string_view() const noexcept { return text_; }
  [[nodiscard]] constexpr std::string_view view() const noexcept { return text_; }
  [[nodiscard]] constexpr const char* data() const noexcept { return text_.data(); }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return text_.size(); }
  [[nodiscard]] constexpr bool empty() const noexcept { return text_.empty(); }
  [[nodiscard]] constexpr const char* begin() const noexcept { return text_.data(); }
  [[nodiscard]] constexpr const char* end() const noexcept { return text_.data() + text_.size(); }
  [[nodiscard]] constexpr char operator[](std::size_t i) const noexcept { return text_[i]; }

  /// The part between two places of this text.
  [[nodiscard]] constexpr PaddedText between(const char* first, const char* last) const noexcept {
    assert(begin() <= first && first <= last && last <= end());
    return PaddedText(std::string_view(first, static_cast<std::size_t>(last - first)));
  }

  /// Texts are equal when their bytes are.
  friend constexpr bool operator==(PaddedText a, PaddedText b) noexcept { return a.text_ == b.text_; }
  friend constexpr bool operator==(PaddedText a, std::string_view b) noexcept { return a.text_ == b; }

 private:
  friend class PaddedString;
  friend class PaddedBuffer;
  friend class PaddedArena;
  template <std::size_t Size> friend struct PaddedLiteral;

  static constexpr std::array<char, text_padding> nothing{};

  constexpr explicit PaddedText(std::string_view text) noexcept : text_(text) {}

  std::string_view text_;
};

/// Copies a text and gives the end of the copy: pieces of fixed size cost least. Up to 15 bytes more are written.
inline char* copy_padded(PaddedText text, char* out) noexcept {
  constexpr std::size_t piece = 16;
  static_assert(piece <= text_padding);
  for (std::size_t i = 0; i < text.size(); i += piece) {
    std::memcpy(out + i, text.data() + i, piece);
  }
  return out + text.size();
}

/// A literal with its padding: `padded<"true">`.
template <std::size_t Size> struct PaddedLiteral {
  std::array<char, Size + text_padding> bytes{};

  // NOLINTNEXTLINE(google-explicit-constructor,*-avoid-c-arrays): a literal, written as a template argument
  consteval PaddedLiteral(const char (&text)[Size]) { std::copy_n(text, Size, bytes.begin()); }
  [[nodiscard]] constexpr PaddedText text() const noexcept {
    return PaddedText(std::string_view(bytes.data(), Size - 1));
  }
};

template <PaddedLiteral Literal> inline constexpr PaddedText padded = Literal.text();

/// A text that owns its bytes and its padding. The view stays good when the string is moved.
class PaddedString {
 public:
  PaddedString() : PaddedString(std::string_view()) {}
  explicit PaddedString(std::string_view text) : bytes_(text.size() + text_padding) {
    std::ranges::copy(text, bytes_.begin());
  }

  [[nodiscard]] PaddedText text() const noexcept {
    return PaddedText(std::string_view(bytes_.data(), bytes_.size() - text_padding));
  }

 private:
  std::vector<char> bytes_;
};

/// Bytes that come and go in large pieces, with zeros behind them.
class PaddedBuffer {
 public:
  [[nodiscard]] PaddedText text() const noexcept { return PaddedText(std::string_view(bytes_.data(), size_)); }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] char* data() noexcept { return bytes_.data(); }

  void clear() noexcept { cut(0); }

  /// Keeps the first `size` bytes.
  void cut(std::size_t size) noexcept {
    assert(size <= size_);
    size_ = size;
    std::fill_n(bytes_.begin() + static_cast<std::ptrdiff_t>(size), text_padding, '\0');
  }

  /// Takes the first `size` bytes away.
  void drop(std::size_t size) noexcept {
    assert(size <= size_);
    std::memmove(bytes_.data(), bytes_.data() + size, size_ - size);
    cut(size_ - size);
  }

  void append(std::string_view text) {
    char* const room = make_room(text.size());
    std::ranges::copy(text, room);
    grow(text.size());
  }

  /// Room for `size` bytes behind those that are held; grow() says how many were written there.
  [[nodiscard]] char* make_room(std::size_t size) {
    if (bytes_.size() < size_ + size + text_padding) {
      bytes_.resize(std::max(size_ + size + text_padding, bytes_.size() + bytes_.size() / 2));
    }
    return bytes_.data() + size_;
  }
  void grow(std::size_t size) noexcept {
    size_ += size;
    std::fill_n(bytes_.begin() + static_cast<std::ptrdiff_t>(size_), text_padding, '\0');
  }

 private:
  std::size_t size_ = 0;
  std::vector<char> bytes_ = std::vector<char>(text_padding);
};

/// Padded texts that are made one by one and forgotten all at once.
class PaddedArena {
 public:
  PaddedArena() : chunks_{std::vector<char>(chunk_size)} {}

  /// Room for a text of up to `size` bytes. It stays where it is until clear().
  [[nodiscard]] char* make_room(std::size_t size) {
    if (chunks_.back().size() - used_ < size + text_padding) {
      chunks_.emplace_back(std::max(chunk_size, size + text_padding));
      used_ = 0;
    }
    return chunks_.back().data() + used_;
  }

  /// The text of `size` bytes that was written to the room just made.
  [[nodiscard]] PaddedText take(std::size_t size) noexcept {
    const std::string_view text(chunks_.back().data() + used_, size);
    used_ += size + text_padding;
    return PaddedText(text);
  }

  [[nodiscard]] PaddedText keep(std::string_view text) {
    std::ranges::copy(text, make_room(text.size()));
    return take(text.size());
  }

  /// Whether more is held than clear() keeps memory for.
  [[nodiscard]] bool is_large() const noexcept { return chunks_.size() > 1; }

  void clear() {
    if (is_large()) {
      chunks_.resize(1);
    }
    used_ = 0;
  }

 private:
  static constexpr std::size_t chunk_size = std::size_t{16} << 10;

  std::vector<std::vector<char>> chunks_;
  std::size_t used_ = 0;  ///< of the last chunk
};

}  // namespace hisalary
