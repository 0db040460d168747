// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hisalary::output {

/// Text from outside, safe between tags and in quoted attributes of HTML and of XML: the five signs of markup as
/// references; control characters, direction marks and broken UTF-8 shown as \xNN.
[[nodiscard]] std::string escaped(std::string_view text);

/// Whether a link may lead there: http or https, and nothing else (no javascript:).
[[nodiscard]] bool is_web_address(std::string_view address);

/// A name of the program's own, and its value, which is escaped.
using Attribute = std::pair<std::string_view, std::string>;

/// Writes elements as well-formed XML that is HTML, too. Element and attribute names come from the program alone; texts
/// and values may come from anywhere.
class Markup {
 public:
  void open(std::string_view name, std::initializer_list<Attribute> attributes = {});
  /// Ends the innermost open element.
  void close();
  void empty(std::string_view name, std::initializer_list<Attribute> attributes);
  void element(std::string_view name, std::string_view text) { element(name, {}, text); }
  void element(std::string_view name, std::initializer_list<Attribute> attributes, std::string_view text);
  void text(std::string_view text);
  /// Markup or a style sheet of the program's own, as it is.
  void constant(std::string_view text) { text_ += text; }

  [[nodiscard]] const std::string& str() const noexcept { return text_; }

 private:
  void tag(std::string_view name, std::initializer_list<Attribute> attributes, std::string_view end);

  std::string text_;
  std::vector<std::string> open_;
};

}  // namespace hisalary::output
