// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "archive.hpp"

namespace hisalary::import {

/// Takes the elements of one XML document as they come; names without their prefix.
class XmlHandler {
 public:
  using Attributes = std::map<std::string, std::string, std::less<>>;

  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;

  virtual void start(std::string_view element, const Attributes& attributes) = 0;
  virtual void text(std::string_view) {}
  virtual void end(std::string_view) {}
};

/// Parses a member of a workbook. Throws Error BadData on what is not well-formed and on a document
/// type (no workbook has one; entities are how small files grow large). An Error of a handler comes out with the
/// workbook's name before its text.
void parse_xml(const Archive& archive, const std::string& member, XmlHandler& handler);

}  // namespace hisalary::import
