// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace hisalary::import {

/// A zip file, read a member at a time. What a member may unpack to is bounded, whatever the file says of itself.
class Archive {
 public:
  /// Throws Error: Io when there is no such file, BadData when it is no zip file or is cut short.
  explicit Archive(const std::filesystem::path& path);

  [[nodiscard]] const std::string& name() const noexcept { return name_; }

  /// Hands over the bytes of a member in pieces, until `take` gives false. Throws Error BadData when there is no such
  /// member, when it is damaged, or when it is larger than any of BLS's workbooks could be.
  void read(const std::string& member, const std::function<bool(std::string_view)>& take) const;

 private:
  struct Close {
    void operator()(zip* archive) const noexcept;
  };
  std::string name_;
  std::unique_ptr<zip, Close> zip_;
};

}  // namespace hisalary::import
