// SPDX-License-Identifier: MIT
#include "markup.hpp"

#include "base/text.hpp"

namespace hisalary::output {

std::string escaped(std::string_view text) {
  const std::string safe = printable(text);
  std::string out;
  for (std::size_t i = 0; i < safe.size(); ++i) {
    const char c = safe[i];
    if (safe.compare(i, 2, "\xef\xbf") == 0 && (safe[i + 2] == '\xbe' || safe[i + 2] == '\xbf')) {
      out += "\ufffd";  // U+FFFE and U+FFFF are no characters of XML
      i += 2;
      continue;
    }
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

bool is_web_address(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://");
}

void Markup::tag(std::string_view name, std::initializer_list<Attribute> attributes, std::string_view end) {
  text_ += '<';
  text_ += name;
  for (const auto& [key, value] : attributes) {
    if (!value.empty()) {
      text_ += ' ';
      text_ += key;
      text_ += "=\"" + escaped(value) + '"';
    }
  }
  text_ += end;
}

void Markup::open(std::string_view name, std::initializer_list<Attribute> attributes) {
  tag(name, attributes, ">\n");
  open_.emplace_back(name);
}

void Markup::close() {
  text_ += "</" + open_.back() + ">\n";
  open_.pop_back();
}

void Markup::empty(std::string_view name, std::initializer_list<Attribute> attributes) {
  tag(name, attributes, "/>\n");
}

void Markup::element(std::string_view name, std::initializer_list<Attribute> attributes, std::string_view text) {
  tag(name, attributes, ">");
  text_ += escaped(text) + "</" + std::string(name) + ">\n";
}

void Markup::text(std::string_view text) { text_ += escaped(text) + "\n"; }

}  // namespace hisalary::output
