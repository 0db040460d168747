// SPDX-License-Identifier: MIT
#pragma once

/// Whether what the exporters write is JSON, CSV, XML or text for a terminal. Each function gives what is wrong;
/// nothing when all is well.

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace hisalary::test {

inline std::string json_problem(std::string_view text) {
  return nlohmann::json::accept(text.begin(), text.end()) ? "" : "no JSON";
}

/// RFC 4180 with line feeds: every record has as many cells as the heading.
inline std::string csv_problem(std::string_view text) {
  if (text.empty() || text.back() != '\n' || !is_utf8(text)) {
    return "no whole lines of UTF-8";
  }
  std::size_t columns = 0;
  std::size_t cells = 1;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"') {
      do {
        at = text.find('"', at + 1);
        if (at == std::string_view::npos) {
          return "a quote that is not closed";
        }
      } while (text[++at] == '"' && at < text.size());
    } else {
      at = std::min(text.find_first_of("\",\n", at), text.size());
    }
    if (at == text.size() || text[at] == '"') {
      return "a quote inside a cell";
    }
    if (text[at] == ',') {
      ++cells;
      continue;
    }
    columns = columns == 0 ? cells : columns;
    if (cells != columns) {
      return std::to_string(cells) + " cells in place of " + std::to_string(columns);
    }
    cells = 1;
  }
  return "";
}

/// Lines that a terminal shows as they are.
inline std::string text_problem(std::string_view text) {
  if (text.empty() || text.back() != '\n') {
    return "no whole lines";
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    if (!is_printable(text.substr(at, end - at))) {
      return "a control character: " + printable(text.substr(at, end - at));
    }
    at = end + 1;
  }
  return "";
}

/// XML without a DTD, as far as a page or a picture goes: tags closed in order, attributes in quotes, known entities.
class Xml {
 public:
  explicit Xml(std::string_view text) : text_(text) {}

  [[nodiscard]] std::string problem() {
    if (!is_utf8(text_)) {
      return "no UTF-8";
    }
    while (at_ < text_.size() && problem_.empty()) {
      if (text_[at_] == '<') {
        markup();
      } else {
        content(std::min(text_.find('<', at_), text_.size()));
      }
    }
    if (problem_.empty() && (!open_.empty() || roots_ != 1)) {
      problem_ = open_.empty() ? std::to_string(roots_) + " elements at the top" : "not closed: " + open_.back();
    }
    return problem_;
  }

 private:
  void markup() {
    const std::string_view rest = text_.substr(at_);
    for (const auto& [begin, end] :
         {std::pair<std::string_view, std::string_view>{"<!--", "-->"}, {"<?", "?>"}, {"<!DOCTYPE", ">"}}) {
      if (rest.starts_with(begin)) {
        const auto close = rest.find(end, begin.size());
        problem_ = close == std::string_view::npos ? "never ends: " + std::string(begin) : "";
        at_ += close == std::string_view::npos ? 0 : close + end.size();
        return;
      }
    }
    tag();
  }

  void tag() {
    constexpr std::string_view name_end = " \n\t/>";
    ++at_;
    const bool closing = at_ < text_.size() && text_[at_] == '/';
    at_ += closing ? 1U : 0U;
    const std::size_t end = std::min(text_.find_first_of(name_end, at_), text_.size());
    const std::string name(text_.substr(at_, end - at_));
    if (name.empty() || name.find_first_of("<&\"'=") != std::string::npos) {
      problem_ = "no name of a tag: " + name;
      return;
    }
    at_ = end;
    while (problem_.empty() && at_ < text_.size() && text_[at_] != '>' && text_[at_] != '/') {
      attribute();
    }
    const bool empty = at_ < text_.size() && text_[at_] == '/';
    at_ += empty ? 1U : 0U;
    if (!problem_.empty() || at_ >= text_.size() || text_[at_] != '>') {
      problem_ = problem_.empty() ? "a tag that is not closed: " + name : problem_;
      return;
    }
    ++at_;
    if (closing && (open_.empty() || open_.back() != name)) {
      problem_ = "closed out of order: " + name;
    } else if (closing) {
      open_.pop_back();
    } else {
      roots_ += open_.empty() ? 1U : 0U;
      if (!empty) {
        open_.push_back(name);
      }
    }
  }

  void attribute() {
    at_ = std::min(text_.find_first_not_of(" \n\t", at_), text_.size());
    if (at_ < text_.size() && (text_[at_] == '>' || text_[at_] == '/')) {
      return;
    }
    const std::size_t equal = text_.find('=', at_);
    const std::size_t open = equal + 1;
    if (equal == std::string_view::npos || open >= text_.size() || (text_[open] != '"' && text_[open] != '\'') ||
        text_.substr(at_, equal - at_).find_first_of("<>\"' &") != std::string_view::npos) {
      problem_ = "an attribute without a value in quotes";
      return;
    }
    const std::size_t close = text_.find(text_[open], open + 1);
    if (close == std::string_view::npos) {
      problem_ = "an attribute that never ends";
      return;
    }
    at_ = open + 1;
    if (text_.substr(at_, close - at_).find('<') != std::string_view::npos) {
      problem_ = "a < in an attribute";
      return;
    }
    content(close);
    at_ = close + 1;
  }

  /// Text up to a place: no control characters, no stray &.
  void content(std::size_t end) {
    for (; at_ < end && problem_.empty(); ++at_) {
      const char c = text_[at_];
      const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
      if (control || (c == '&' && !is_entity(text_.substr(at_, end - at_)))) {
        problem_ = control ? "a control character" : "a stray &: " + std::string(text_.substr(at_, 12));
      }
    }
  }

  static bool is_entity(std::string_view text) {
    for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) {
      if (text.starts_with(known)) {
        return true;
      }
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<std::string> open_;
  std::size_t roots_ = 0;
  std::string problem_;
};

inline std::string xml_problem(std::string_view text) { return Xml(text).problem(); }

}  // namespace hisalary::test
